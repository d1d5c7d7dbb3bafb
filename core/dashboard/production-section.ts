import type { Figure } from "./figure.ts";
import { livePlan } from "./live-past.ts";
import { type PastProduction, type PastRow, shortOf } from "./past.ts";
import { rateIn } from "./rate.ts";
import type { Scene } from "./scene.ts";
import type { At, Section, SectionColumn } from "./section.ts";

const [PLANNED, ACTUAL, KEPT, ATTAINED, AS_PLANNED] = [0, 1, 2, 3, 4];

/** What was made of what was planned: all of it, and as planned product by product, which hides nothing. */
export function productionSection({ past, snapshot, stretches, unit, say }: Scene): Section | undefined {
  const { production } = past;
  if (!production) return undefined;
  const live = production.map((each) => livePlan(snapshot, each));
  const figure =
    (field: "planned" | "actual" | "kept", rows: (all: readonly PastRow[]) => readonly PastRow[]) =>
    ({ index }: At): Figure => ({
      formula: live[index]?.[field] ?? "",
      value: production[index]?.[field] ?? 0,
      rows: rows(production[index]?.rows ?? []),
    });
  const met = (all: readonly PastRow[]): readonly PastRow[] => all.filter(({ wanted, came }) => came >= wanted);
  const rate =
    (of: number, value: (each: PastProduction) => number | null) =>
    (at: At): Figure =>
      rateIn(
        at,
        { of, among: PLANNED },
        production[at.index] && value(production[at.index] as PastProduction),
        shortOf(production[at.index]?.rows ?? []),
      );
  const column = (heading: string, of: (at: At) => Figure): SectionColumn => ({ heading, figure: of, hasTotal: true });
  const share = (heading: string, of: (at: At) => Figure): SectionColumn => ({ heading, figure: of, hasTotal: false, isRate: true });
  const words = say(`dashboard-unit-${unit}`);
  return {
    id: "production",
    title: say("dashboard-production"),
    rowHeading: say(`dashboard-rows-${unit}`),
    rows: stretches,
    columns: [
      column(
        say("dashboard-planned"),
        figure("planned", (all) => all),
      ),
      column(say("dashboard-output"), figure("actual", met)),
      column(say("dashboard-made-as-planned"), figure("kept", met)),
      share(
        say("dashboard-attainment"),
        rate(ACTUAL, ({ total }) => total),
      ),
      share(
        say("dashboard-as-planned"),
        rate(KEPT, ({ asPlanned }) => asPlanned),
      ),
    ],
    charts: [
      {
        id: "attainment",
        kind: "column",
        title: say("dashboard-chart-attainment"),
        description: say("dashboard-chart-attainment-alt"),
        series: [
          { column: ATTAINED, color: "BDD7EE" },
          { column: AS_PLANNED, color: "1F4E79" },
        ],
        categories: say("dashboard-axis-over", { unit: words }),
        values: say("dashboard-axis-attainment"),
      },
    ],
    tiles: [
      {
        id: "attainment",
        label: say("dashboard-attainment"),
        note: say("dashboard-attainment-note"),
        shows: { kind: "rate", of: [ACTUAL], among: [PLANNED] },
      },
      {
        id: "as-planned",
        label: say("dashboard-as-planned"),
        note: say("dashboard-as-planned-note"),
        shows: { kind: "rate", of: [KEPT], among: [PLANNED] },
      },
    ],
  };
}

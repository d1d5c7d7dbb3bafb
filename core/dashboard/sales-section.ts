import type { CountedRow, Figure } from "./figure.ts";
import { liveDelivery } from "./live-past.ts";
import { shortOf } from "./past.ts";
import { rateIn } from "./rate.ts";
import type { Scene } from "./scene.ts";
import type { At, Section, SectionChart, SectionColumn, Tile } from "./section.ts";

/** How well sales were foreseen, and how far orders due were filled, by what was made. */
export function salesSection(scene: Scene): Section | undefined {
  const { past, stretches, unit, say } = scene;
  if (!past.forecast && !past.delivery) return undefined;
  const parts = new Parts(scene);
  if (past.forecast) parts.forecast(past.forecast);
  if (past.delivery) parts.delivery(past.delivery);
  return {
    id: "sales",
    title: say("dashboard-sales"),
    rowHeading: say(`dashboard-rows-${unit}`),
    rows: stretches,
    columns: parts.columns,
    charts: parts.charts,
    tiles: parts.tiles,
  };
}

type Rows = readonly CountedRow[];

class Parts {
  readonly columns: SectionColumn[] = [];
  readonly charts: SectionChart[] = [];
  readonly tiles: Tile[] = [];

  constructor(private readonly scene: Scene) {}

  forecast(list: NonNullable<Scene["past"]["forecast"]>): void {
    const { say, unit } = this.scene;
    const rows = ({ index }: At): Rows => worst(list[index]?.rows ?? []);
    const value = (field: "forecast" | "demand" | "error", behind: (at: At) => Rows) =>
      this.add(say(`dashboard-${field}`), (at) => ({ formula: "", value: list[at.index]?.[field] ?? 0, rows: behind(at) }));
    const forecast = value("forecast", rows);
    const demand = value("demand", rows);
    const error = value("error", () => []);
    const wmape = this.add(say("dashboard-wmape"), (at) => rateIn(at, { of: error, among: demand }, list[at.index]?.wmape, rows(at)), true);
    const bias = this.add(
      say("dashboard-bias"),
      (at) => rateIn(at, { of: forecast, less: demand, among: demand }, list[at.index]?.bias, rows(at)),
      true,
    );
    this.charts.push({
      id: "forecast",
      kind: "column",
      title: say("dashboard-chart-forecast"),
      description: say("dashboard-chart-forecast-alt"),
      series: [
        { column: wmape, color: "1F4E79" },
        { column: bias, color: "FFD966" },
      ],
      categories: say("dashboard-axis-over", { unit: say(`dashboard-unit-${unit}`) }),
      values: say("dashboard-axis-forecast"),
    });
    this.tiles.push(
      {
        id: "wmape",
        label: say("dashboard-wmape"),
        note: say("dashboard-wmape-note"),
        shows: { kind: "rate", of: [error], among: [demand] },
      },
      {
        id: "bias",
        label: say("dashboard-bias"),
        note: say("dashboard-bias-note"),
        shows: { kind: "rate", of: [forecast], less: [demand], among: [demand] },
      },
    );
  }

  delivery(list: NonNullable<Scene["past"]["delivery"]>): void {
    const { say, past, snapshot, today } = this.scene;
    const figure = (field: "asked" | "filled", rows: (at: At) => Rows) =>
      this.add(say(`dashboard-${field}`), (at) => {
        const each = list[at.index];
        return {
          formula: each ? liveDelivery(snapshot, each, at, today)[field] : "",
          value: each?.[field] ?? 0,
          rows: rows(at),
        };
      });
    const asked = figure("asked", ({ index }) => list[index]?.rows ?? []);
    const filled = figure("filled", ({ index }) => (list[index]?.rows ?? []).filter(({ wanted, came }) => came >= wanted));
    this.add(
      say("dashboard-fill"),
      (at) => rateIn(at, { of: filled, among: asked }, list[at.index]?.units, shortOf(list[at.index]?.rows ?? [])),
      true,
    );
    this.tiles.push({
      id: "fill",
      label: say("dashboard-fill"),
      note: say("dashboard-fill-note"),
      shows: { kind: "rate", of: [filled], among: [asked] },
    });
    const made = past.production;
    if (!made || !isSalesOfOutput(past)) return;
    const output = this.add(say("dashboard-output"), ({ index }) => ({
      formula: "",
      value: made[index]?.actual ?? 0,
      rows: made[index]?.rows ?? [],
    }));
    this.tiles.push({
      id: "sales-to-output",
      label: say("dashboard-sales-to-output"),
      note: say("dashboard-sales-to-output-note"),
      shows: { kind: "rate", of: [filled], among: [output] },
    });
  }

  private add(heading: string, figure: (at: At) => Figure, isRate = false): number {
    return this.columns.push({ heading, figure, hasTotal: !isRate, ...(isRate ? { isRate } : {}) }) - 1;
  }
}

/** A list of open orders alone says little of what was sold: at least half of the products that were made have orders that were due. */
function isSalesOfOutput({ production, delivery }: Scene["past"]): boolean {
  const made = new Set((production ?? []).flatMap(({ rows }) => rows.map(({ product }) => product)));
  const sold = new Set((delivery ?? []).flatMap(({ rows }) => rows.map(({ product }) => product)));
  return [...made].filter((product) => sold.has(product)).length * 2 >= made.size;
}

/** Those that were foreseen worst come first. */
function worst(rows: NonNullable<Scene["past"]["forecast"]>[number]["rows"]): Rows {
  const off = ({ wanted, came }: (typeof rows)[number]): number => Math.abs(wanted - came);
  return [...rows].sort((a, b) => off(b) - off(a));
}

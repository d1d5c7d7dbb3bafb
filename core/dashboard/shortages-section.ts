import { type Criterion, countOf, type Figure, minus } from "./figure.ts";
import type { Scene } from "./scene.ts";
import type { At, Section } from "./section.ts";

const [NEW, OLD] = [0, 1];

/**
 * Shortages that the list of imbalances knew in each stretch: those that came up in it, and those that were there before and not
 * resolved yet. One that is resolved counts until the stretch in which it was last seen.
 */
export function shortagesSection(scene: Scene): Section | undefined {
  const { imbalances, shortage, resolved, stretches, today, unit, say } = scene;
  if (!imbalances || imbalances.rows.length === 0) return undefined;
  const isShortage: Criterion = { field: "kind", oneOf: shortage };
  const isGone: Criterion = { field: "status", oneOf: resolved };
  const count = (criteria: readonly Criterion[]): Figure => countOf([imbalances], [isShortage, ...criteria]);
  const begun = ({ from, until }: At): Figure =>
    count([
      { field: "firstSeen", is: ">=", than: from },
      { field: "firstSeen", is: "<", than: { text: `(${until.text}+1)`, value: until.value + 1 } },
    ]);
  const older = ({ from }: At): Figure => {
    const before: Criterion = { field: "firstSeen", is: "<", than: from };
    return minus(count([before]), count([before, isGone, { field: "lastSeen", is: "<", than: from }]));
  };
  /** What is not seen yet is not said of days to come. */
  const sofar = ({ formula, value, rows }: Figure, { from }: At): Figure =>
    from.value > today.value
      ? { formula: `IF(${from.text}>${today.text},0,${formula})`, value: 0, rows: [] }
      : { formula: `IF(${from.text}>${today.text},0,${formula})`, value, rows };
  const open: Figure = minus(count([]), count([isGone]));
  const words = say(`dashboard-unit-${unit}`);
  return {
    id: "shortages",
    title: say("dashboard-shortages"),
    rowHeading: say(`dashboard-rows-${scene.unit}`),
    rows: stretches,
    columns: [
      { heading: say("dashboard-shortages-new"), figure: (at) => sofar(begun(at), at), hasTotal: false },
      { heading: say("dashboard-shortages-old"), figure: (at) => sofar(older(at), at), hasTotal: false },
    ],
    charts: [
      {
        id: "shortages",
        kind: "stackedColumn",
        title: say("dashboard-chart-shortages", { unit: words }),
        description: say("dashboard-chart-shortages-alt"),
        series: [
          { column: OLD, color: "7B1113" },
          { column: NEW, color: "FFD966" },
        ],
        categories: say("dashboard-axis-seen", { unit: words }),
        values: say("dashboard-axis-shortages"),
      },
    ],
    tiles: [
      {
        id: "shortages",
        label: say("dashboard-shortages-now"),
        note: say("dashboard-shortages-note"),
        shows: { kind: "figure", figure: open },
      },
    ],
  };
}

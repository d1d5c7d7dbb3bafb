import { foldText } from "../base/text.ts";
import { departmentsIn } from "../tracking/summary-sheet.ts";
import { type Criterion, countOf, type Figure, minus } from "./figure.ts";
import { exactly, type Scene } from "./scene.ts";
import type { At, Section, SectionColumn } from "./section.ts";

/** A chart has room for so many, and for fewer where charts of planning stand on the page as well; the others are one row. */
const MOST = 9;
const FEWER = 6;

const OVERDUE = 1;
const OLDEST = 4;

/** What is open now and what of it is overdue, by department and by how long. */
export function overdueSection(scene: Scene): Section | undefined {
  if (scene.items.length === 0) return undefined;
  const { say, items } = scene;
  const open: Criterion = { field: "light", oneOf: scene.open };
  const overdue: Criterion = { field: "light", equals: { text: `"${scene.overdue}"`, value: scene.overdue } };
  const older = (days: number): Criterion => ({ field: "daysLate", is: ">", than: exactly(days) });
  const upTo = (days: number): Criterion => ({ field: "daysLate", is: "<=", than: exactly(days) });
  const departments = mostOverdue(scene);
  const column = (heading: string, criteria: readonly Criterion[]): SectionColumn => ({
    heading,
    hasTotal: true,
    figure: ({ index, label, above }: At): Figure => {
      if (index < departments.length) return countOf(items, [...criteria, { field: "department", equals: label }]);
      return departments.length === 0 ? countOf(items, criteria) : minus(countOf(items, criteria), above(headings.indexOf(heading)));
    },
  });
  const headings = [
    say("dashboard-open"),
    say("light-overdue"),
    say("dashboard-age-young"),
    say("dashboard-age-old"),
    say("dashboard-age-oldest"),
  ];
  const conditions = [[open], [overdue], [overdue, upTo(5)], [overdue, older(5), upTo(10)]];
  return {
    id: "overdue",
    title: say("dashboard-overdue"),
    rowHeading: say("summary-department"),
    rows: [...departments, say("dashboard-others")].map((label) => ({ label })),
    columns: [
      ...conditions.map((criteria, index) => column(headings[index] ?? "", criteria)),
      // All others, so that those which are late since before the calendar's years are not left out.
      {
        heading: headings[OLDEST] ?? "",
        hasTotal: true,
        figure: ({ other }) => minus(minus(other(OVERDUE), other(OVERDUE + 1)), other(OVERDUE + 2)),
      },
    ],
    charts: [
      {
        id: "overdue",
        kind: "stackedBar",
        title: say("dashboard-chart-overdue"),
        description: say("dashboard-chart-overdue-alt"),
        series: [
          { column: 2, color: "FFD966" },
          { column: 3, color: "ED7D31" },
          { column: 4, color: "7B1113" },
        ],
        categories: say("summary-department"),
        values: say("dashboard-axis-overdue"),
      },
    ],
    tiles: [
      { id: "open", label: say("dashboard-open"), note: say("dashboard-open-note"), shows: { kind: "total", column: 0 } },
      { id: "overdue", label: say("light-overdue"), note: say("dashboard-overdue-note"), shows: { kind: "total", column: 1 } },
    ],
  };
}

/** Those with the most overdue items, in the register's order; one that has none open is left out where there is no room. */
function mostOverdue({ snapshot, items, open, overdue, past, imbalances }: Scene): string[] {
  const most = past.production || past.forecast || imbalances ? FEWER : MOST;
  const rows = items.flatMap(({ rows }) => rows);
  const all = departmentsIn(
    snapshot,
    rows.map(({ cells }) => String(cells.department ?? "")),
  );
  const weight = new Map<string, number>();
  for (const { cells } of rows) {
    const light = String(cells.light ?? "");
    const key = foldText(String(cells.department ?? ""));
    const more = light === overdue ? 1000 : open.values.has(light.toLowerCase()) ? 1 : 0;
    weight.set(key, (weight.get(key) ?? 0) + more);
  }
  const of = (name: string): number => weight.get(foldText(name)) ?? 0;
  const chosen = new Set([...all].sort((a, b) => of(b) - of(a)).slice(0, most));
  return all.filter((name) => chosen.has(name));
}

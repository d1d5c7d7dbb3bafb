import { departments, people, series } from "./quarter-company.ts";
import { february } from "./quarter-february.ts";
import { january } from "./quarter-january.ts";
import { march } from "./quarter-march.ts";
import type { Step } from "./quarter-player.ts";

const founding: Step[] = [
  { day: "2025-12-29", run: "set-up-workbook", input: { company: "江南泵业", organiser: "运营管理部" } },
  { day: "2025-12-29", run: "change-settings", input: { items: [{ setting: "spareRows", value: "20" }] } },
  ...people.slice(0, 2).map((input): Step => ({ day: "2025-12-29", run: "save-person", input })),
  ...people.slice(2).map((cells): Step => ({ day: "2025-12-29", table: "people", cells })),
  ...departments.map((input): Step => ({ day: "2025-12-29", run: "save-department", input })),
  { day: "2025-12-29", run: "save-series", input: series },
  { day: "2025-12-29", run: "plan-meetings", input: { from: "2026-01-01", until: "2026-03-31" } },
];

/** The first quarter of 2026, day by day; what happens on one day stays in the order in which it is told. */
export const quarter: readonly Step[] = [...founding, ...january, ...february, ...march].sort((a, b) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
);

import { expectedChanges } from "./effects.ts";
import type { Table } from "./field.ts";
import { archive, attendance, distribution, log, meetings, openQuestions, papers, topics } from "./meeting.ts";
import { companyCalendar, departments, people, series, settings } from "./organisation.ts";
import { capacity, components, forecast, imbalances, lines, orders, productionPlan, products, stock, supply } from "./planning.ts";
import { reminders } from "./reminders.ts";
import { actions, history, resolutions } from "./tracked.ts";

/** Every table of the register, in the order of the workbook's sheets. */
export const tables = {
  settings,
  departments,
  people,
  companyCalendar,
  series,
  meetings,
  topics,
  papers,
  attendance,
  resolutions,
  actions,
  history,
  openQuestions,
  reminders,
  distribution,
  archive,
  products,
  forecast,
  orders,
  productionPlan,
  stock,
  lines,
  capacity,
  components,
  supply,
  imbalances,
  expectedChanges,
  log,
} as const;

export type TableId = keyof typeof tables;
export type Tables = typeof tables;

export const tableIds = Object.keys(tables) as TableId[];

export function tableOf(id: TableId): Table {
  return tables[id];
}

import { expect } from "vitest";
import type { TableId } from "../../../core/index.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { inputOf } from "../laws.ts";
import { basis, contextOn, date, type Register, runOn, snapshotOf } from "../registers.ts";

/** How much of a company's data a workbook holds. */
export interface Size {
  readonly meetings: number;
  readonly actions: number;
  readonly products: number;
  readonly weeks: number;
}

const context = contextOn(date(2026, 11, 18));

/** The sample with as many rows more, those of a kind one below the other, and something short. */
export function yearBook({ meetings, actions, products, weeks }: Size): Register {
  const book = basis("sample", context.today, "zh-CN");
  const found = { book, context };
  for (const id of ["plan-meetings", "refresh-tracking"]) runOn(book, id, {}, context);
  runOn(book, "change-settings", { items: [{ setting: "balanceWeeks", value: String(weeks) }] }, context);
  // Types a product that nothing meets the forecast of.
  inputOf("refresh-balance", found, 0);
  grow(book, "meetings", meetings, (index) => ({
    no: `CX-2025-W${String(index + 1).padStart(2, "0")}-1`,
    date: 45_660 + index * 7,
    state: "已归档",
  }));
  grow(book, "actions", actions, (index) => ({
    no: `CX-2025-W${(index % meetings) + 1}-1-A${index}`,
    due: 45_800 + (index % 400),
    task: `任务 ${index}`,
    status: "进行中",
  }));
  const weekly = (index: number) => ({ product: codeOf(index % products), period: weekOf(Math.floor(index / products)) });
  grow(book, "products", products, (index) => ({ product: codeOf(index), name: `产品 ${index}` }));
  grow(book, "stock", products, (index) => ({ product: codeOf(index), onHand: 40 + index }));
  grow(book, "forecast", products * weeks, (index) => ({ ...weekly(index), quantity: 10 + (index % 7) }));
  grow(book, "productionPlan", products * weeks, (index) => ({ ...weekly(index), planned: 10 + (index % 5) }));
  return found;
}

function codeOf(index: number): string {
  return `ZZ-${index}`;
}

/** Weeks from the current one on, over the end of a year of 53. */
function weekOf(ahead: number): string {
  const week = 47 + ahead;
  return week <= 53 ? `2026-W${week}` : `2027-W${String(week - 53).padStart(2, "0")}`;
}

/** Types rows below a table's last one: its last row again, with some cells of their own. */
function grow(book: Workbook, id: TableId, count: number, own: (index: number) => Readonly<Record<string, string | number>>): void {
  const { place, rows, end } = snapshotOf(book, [id]).tables.get(id) ?? expect.fail(`no ${id}`);
  const sheet = book.sheet(place.sheet) ?? expect.fail(`no sheet ${place.sheet}`);
  const model = rows.at(-1)?.row ?? expect.fail(`no rows in ${id}`);
  for (const field of Object.keys(own(0))) if (!place.columns.has(field)) expect.fail(`${id} has no ${field}`);
  for (let index = 0; index < count; index++) {
    for (const [field, column] of place.columns) {
      const cell = sheet.cell(model, column);
      const value = own(index)[field] ?? (cell?.formula === undefined ? cell?.value : undefined);
      if (value !== undefined && value !== null) sheet.setValue(end + index, column, value);
    }
  }
}

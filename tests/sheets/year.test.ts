import { describe, expect, it } from "vitest";
import type { TableId } from "../../core/index.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { commandIds, inputOf } from "../support/laws.ts";
import { basis, contextOn, date, type Register, runOn, snapshotOf } from "../support/registers.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";

const context = contextOn(date(2026, 11, 18));

interface Size {
  readonly meetings: number;
  readonly actions: number;
  readonly products: number;
  readonly weeks: number;
}

const YEAR: Size = { meetings: 52, actions: 1000, products: 500, weeks: 26 };
const HALF: Size = { meetings: 26, actions: 500, products: 250, weeks: 26 };

/** The sample with as many rows more, those of a kind one below the other. */
function registerOf({ meetings, actions, products, weeks }: Size): Register {
  const book = basis("sample", context.today, "zh-CN");
  for (const id of ["plan-meetings", "refresh-tracking"]) runOn(book, id, {}, context);
  grow(book, "meetings", meetings, (index) => ({
    no: `CX-2025-W${String(index + 1).padStart(2, "0")}-1`,
    date: 45_660 + index * 7,
    status: "已归档",
  }));
  grow(book, "actions", actions, (index) => ({
    no: `CX-2025-W${(index % meetings) + 1}-1-A${index}`,
    due: 45_800 + (index % 400),
    task: `任务 ${index}`,
  }));
  grow(book, "products", products, (index) => ({ code: `ZZ-${index}`, name: `产品 ${index}` }));
  grow(book, "forecast", products * weeks, (index) => ({
    product: `ZZ-${index % products}`,
    period: `2026-W${20 + Math.floor(index / products)}`,
  }));
  return { book, context };
}

/** Types rows below a table's last one: its last row again, with some cells of their own. */
function grow(book: Workbook, id: TableId, count: number, own: (index: number) => Readonly<Record<string, string | number>>): void {
  const { place, rows, end } = snapshotOf(book, [id]).tables.get(id) ?? expect.fail(`no ${id}`);
  const sheet = book.sheet(place.sheet) ?? expect.fail(`no sheet ${place.sheet}`);
  const model = rows.at(-1)?.row ?? expect.fail(`no rows in ${id}`);
  for (let index = 0; index < count; index++) {
    for (const [field, column] of place.columns) {
      const cell = sheet.cell(model, column);
      const value = own(index)[field] ?? (cell?.formula === undefined ? cell?.value : undefined);
      if (value !== undefined && value !== null) sheet.setValue(end + index, column, value);
    }
  }
}

/** Commands that are tried by default; `CONCORD_LAWS` tries all. */
const FEW = ["refresh-tracking", "prepare-meeting", "generate-minutes", "complete-action"];
const tried = process.env.CONCORD_LAWS === undefined ? FEW : commandIds;

describe("a year of data in Google Sheets", () => {
  const [half, year] = [registerOf(HALF), registerOf(YEAR)];

  it.each(tried)("%s stays under a minute at 100 ms a call, and costs no more calls for more rows", (id) => {
    const calls = [half, year].map((found) => {
      const { script } = openSheets(copyOf(found.book));
      const copy = { ...found, book: script.document.workbook };
      runInScript(script, id, inputOf(id, copy, 0), context);
      const { last } = script;
      expect(last.seconds).toBeLessThan(60);
      return last.calls.length;
    });
    // A table of more rows than a new sheet has is given some, once.
    expect(Math.abs(Number(calls[1]) - Number(calls[0]))).toBeLessThanOrEqual(12);
  });
});

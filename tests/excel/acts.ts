import { expect } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { insertRows } from "../../desk/workbook/move-rows.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { Minutes } from "../journey/planner.ts";
import { minutesOf } from "../support/minutes-by-hand.ts";
import { snapshotOf } from "../support/registers.ts";

/** Every cell that another person types carries this. */
export const THEIRS = "☘";

/** What another person does to a register with minutes, whatever else is going on. */
export const acts: readonly (readonly [does: string, act: (book: Workbook) => void])[] = [
  ["types a row below the actions", (book) => typeBelow(book)],
  ["overtypes an owner and a due date", (book) => overtype(book)],
  ["inserts rows above the actions' heading", (book) => insertAt(book, ({ headRow }) => headRow)],
  ["inserts a row among the actions", (book) => insertAt(book, ({ headRow }) => headRow + 3)],
  ["inserts a row among the resolutions", (book) => insertAt(book, ({ headRow }) => headRow + 2, "resolutions")],
  ["inserts a row in the minutes", (book) => insertInMinutes(book)],
  ["sorts the actions", (book) => sort(book)],
  ["types over lights", (book) => overtypeLight(book)],
  ["types into the minutes", (book) => typeInMinutes(book)],
];

export function actionsOf(book: Workbook, table: "actions" | "resolutions" = "actions") {
  const { place, rows, end } = snapshotOf(book, [table]).tables.get(table) ?? expect.fail(`no ${table}`);
  const sheet = book.sheet(place.sheet) ?? expect.fail(`no sheet ${place.sheet}`);
  return { sheet, rows, end, headRow: place.headRow, columns: place.columns };
}

type Found = ReturnType<typeof actionsOf>;

function put({ sheet, columns }: Found, row: number, values: Readonly<Record<string, string | number>>): void {
  for (const [field, value] of Object.entries(values)) sheet.setValue(row, columns.get(field) ?? -1, value);
}

function typeBelow(book: Workbook): void {
  const found = actionsOf(book);
  put(found, found.end, { task: `${THEIRS}核对包装箱`, owner: "钱敏", due: "2026-12-03" });
}

function overtype(book: Workbook): void {
  const found = actionsOf(book);
  put(found, found.rows.at(-1)?.row ?? -1, { owner: `${THEIRS}赵强`, due: "2026-12-09" });
}

function overtypeLight(book: Workbook): void {
  const found = actionsOf(book);
  for (const { row } of found.rows) put(found, row, { light: `${THEIRS}${row}` });
}

function insertAt(book: Workbook, rowOf: (found: Found) => number, table: "actions" | "resolutions" = "actions"): void {
  const found = actionsOf(book, table);
  insertRows(book, found.sheet, rowOf(found), 1);
  found.sheet.setValue(rowOf(found), found.columns.get("task") ?? 0, `${THEIRS}插入的行`);
}

function minutes(book: Workbook): Sheet {
  return minutesOf(book) ?? expect.fail("no minutes");
}

function insertInMinutes(book: Workbook): void {
  const sheet = new Minutes(minutes(book), new DeskHost(book));
  const row = sheet.insertBelow(sheet.rows("actions:")[1] ?? -1);
  sheet.type("actions", row, { task: `${THEIRS}补订托盘`, department: "采购部", owner: "钱敏", due: "2026-12-02" });
}

function typeInMinutes(book: Workbook): void {
  const sheet = new Minutes(minutes(book), new DeskHost(book));
  const row = sheet.rows("open:").at(-1) ?? -1;
  sheet.type("open", row, { question: `${THEIRS}夜班电费由谁承担`, nextStep: "测算", responsible: "钱敏", answerBy: "2026-12-02" });
}

/** Turns the rows of the actions upside down, without their formulas. */
function sort(book: Workbook): void {
  const { sheet, rows, columns } = actionsOf(book);
  const lines = rows.map(({ row }) => [...columns.values()].map((column) => sheet.cell(row, column)));
  const values = lines.map((line) => line.map((cell) => (cell?.formula === undefined ? (cell?.value ?? null) : undefined))).reverse();
  rows.forEach(({ row }, index) => {
    [...columns.values()].forEach((column, across) => {
      const value = values[index]?.[across];
      if (value !== undefined && sheet.cell(row, column)?.formula === undefined) sheet.setValue(row, column, value);
    });
  });
}

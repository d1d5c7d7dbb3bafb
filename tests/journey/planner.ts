import { expect } from "vitest";
import {
  type CellInput,
  type CellValue,
  cellAddress,
  commandById,
  type Day,
  type Language,
  type Outcome,
  parseIso,
  readSnapshot,
  run,
  sayProblem,
  type TableId,
  tableOf,
  tableRows,
  toSerial,
} from "../../core/index.ts";
import { type BlockId, blockOf, headRows, headSpan, nextFields } from "../../core/meeting/minutes-form.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { readXlsx, writeXlsx, type XlsxFile } from "../../desk/xlsx/index.ts";

const planningTables = [
  "products",
  "forecast",
  "orders",
  "productionPlan",
  "stock",
  "lines",
  "capacity",
  "components",
  "supply",
  "imbalances",
] as const;

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The Sunday before the sample's next meeting, CX-2026-W48-1 on Monday 2026-11-23 or after. */
const TODAY = "2026-11-22";

/** A date as a person's program stores it. */
export function serial(iso: string): number {
  return toSerial(parseIso(iso) ?? Number.NaN, 1900);
}

/** A planner at a workbook: runs commands, types in cells, saves and opens the file. */
export class Planner {
  today: Day;
  /** Who is at the keyboard. */
  user = { name: "顾婷", department: "运营管理部" };

  private constructor(
    private file: XlsxFile,
    readonly language: Language,
    today = TODAY,
  ) {
    this.today = parseIso(today) ?? Number.NaN;
  }

  static blank(language: Language = "zh-CN", today = TODAY): Planner {
    return new Planner({ workbook: new Workbook(), losses: [] }, language, today);
  }

  static open(bytes: Uint8Array, language: Language = "zh-CN", today = TODAY): Planner {
    const read = readXlsx(bytes);
    return read.ok ? new Planner(read.file, language, today) : expect.fail(read.code);
  }

  get workbook(): Workbook {
    return this.file.workbook;
  }

  bytes(): Uint8Array {
    return writeXlsx(this.file);
  }

  /** Without the sheets of planning and the cells that only have a look: no minutes look at them. */
  slim(): this {
    const { sheets } = this.workbook;
    const planning = new Set(planningTables.flatMap((id) => [tableOf(id).zh, tableOf(id).en]));
    sheets.splice(0, sheets.length, ...sheets.filter(({ name }) => !planning.has(name)));
    for (const { cells } of sheets) {
      for (const [row, line] of cells) {
        for (const [column, { value, formula }] of line) if (value === null && formula === undefined) line.delete(column);
        if (line.size === 0) cells.delete(row);
      }
    }
    return this;
  }

  /** The same workbook apart; it can no longer be saved over its file. */
  copy(): Planner {
    const copy = new Planner({ workbook: deepCopy(this.workbook), losses: [] }, this.language);
    copy.today = this.today;
    return copy;
  }

  /** Saves the file and opens it again. */
  reopen(): this {
    const read = readXlsx(this.bytes());
    this.file = read.ok ? read.file : expect.fail(read.code);
    return this;
  }

  on(today: string): this {
    this.today = parseIso(today) ?? Number.NaN;
    return this;
  }

  async run(id: string, input: Record<string, unknown> = {}, dryRun = false): Promise<Outcome> {
    const command = commandById(id) ?? expect.fail(`no command ${id}`);
    const context = { today: this.today, now: 600, user: this.user, language: this.language };
    return run(new DeskHost(this.workbook), command, input, context, { dryRun });
  }

  /** Records, and says which codes stand in which cells. */
  async record(input: Record<string, unknown> = {}): Promise<{ readonly outcome: Outcome; readonly problems: string[] }> {
    const outcome = await this.run("record-minutes", input);
    return { outcome, problems: problemsOf(outcome) };
  }

  async rows(table: TableId): Promise<Row[]> {
    const context = { today: this.today, now: 600, user: { name: "", department: "" }, language: this.language };
    const snapshot = await readSnapshot(
      new DeskHost(this.workbook),
      () => ({ tables: [table, "settings", "companyCalendar"], documents: [] }),
      this.language,
    );
    return tableRows(snapshot, table, context);
  }

  async row(table: TableId, no: string): Promise<Row> {
    return (await this.rows(table)).find((row) => row.no === no) ?? expect.fail(`no ${table} ${no}`);
  }

  /** Types a value into a register's cell, found by the row's number. */
  async edit(table: TableId, no: string, field: string, value: CellValue): Promise<void> {
    const { row, column, sheet } = await this.find(table, no, field);
    sheet.setValue(row, column, value);
  }

  /** Deletes a register's row. */
  async strike(table: TableId, no: string): Promise<void> {
    const { row, sheet } = await this.find(table, no, "no");
    deleteRow(sheet, row);
  }

  private async find(table: TableId, no: string, field: string): Promise<{ row: number; column: number; sheet: Sheet }> {
    const snapshot = await readSnapshot(new DeskHost(this.workbook), () => ({ tables: [table], documents: [] }), this.language);
    const data = snapshot.tables.get(table) ?? expect.fail(`no table ${table}`);
    const row = data.byKey.get(no)?.row ?? expect.fail(`no ${table} ${no}`);
    const column = data.place.columns.get(field) ?? expect.fail(`no column ${field}`);
    return { row, column, sheet: this.sheet(data.place.sheet) };
  }

  sheet(name: string): Sheet {
    return this.workbook.sheet(name) ?? expect.fail(`no sheet ${name}`);
  }

  minutes(no?: string): Minutes {
    const sheets = this.workbook.sheets.filter((sheet) => String(sheet.cell(0, 0)?.value ?? "").startsWith(`#minutes ${no ?? ""}`));
    return new Minutes(sheets[0] ?? expect.fail("no minutes"), new DeskHost(this.workbook));
  }
}

function problemsOf(outcome: Outcome): string[] {
  return outcome.problems.map(({ severity, code, at }) => `${severity} ${code}${at ? ` ${cellAddress(at.row, at.column)}` : ""}`);
}

export function sentences(outcome: Outcome, language: Language): string[] {
  return outcome.problems.map((found) => sayProblem(language, found));
}

/** A minutes sheet under a person's hands. */
export class Minutes {
  constructor(
    readonly sheet: Sheet,
    private readonly host: DeskHost,
  ) {}

  get name(): string {
    return this.sheet.name;
  }

  marker(row: number): string {
    return String(this.sheet.cell(row, 0)?.value ?? "");
  }

  /** The rows whose hidden marker begins so, such as `topics:`. */
  rows(marker: string): number[] {
    const { rows } = this.sheet.used();
    return Array.from({ length: rows }, (_, row) => row).filter((row) => this.marker(row).startsWith(marker));
  }

  /** The one row of a marker, such as `review:CX-2026-W47-1-R2`. */
  row(marker: string): number {
    return this.rows(marker)[0] ?? expect.fail(`no row ${marker}`);
  }

  /** The n-th row of a block that nobody has a key on. */
  spare(block: BlockId, index = 0): number {
    const rows = this.rows(`${block}:`).filter((row) => this.marker(row) === `${block}:`);
    return rows[index] ?? expect.fail(`no spare row ${index} in ${block}`);
  }

  /** Types into a row of a block, by field; `into` counts the cells of a field's span from its first. */
  type(block: BlockId, row: number, values: Record<string, CellValue>, into = 0): void {
    for (const [field, value] of Object.entries(values)) this.sheet.setValue(row, this.column(block, field) + into, value);
  }

  clear(block: BlockId, row: number, ...fields: string[]): void {
    for (const field of fields) this.sheet.setValue(row, this.column(block, field), null);
  }

  column(block: BlockId, field: string): number {
    return blockOf(block).fields.find(({ id }) => id === field)?.column ?? expect.fail(`no field ${field}`);
  }

  /** What stands in a row, by field; blank fields are left out. */
  said(block: BlockId, row: number): Record<string, CellValue> {
    return Object.fromEntries(
      blockOf(block).fields.flatMap((field): [string, CellValue][] => {
        const value = this.sheet.cell(row, field.column)?.value ?? null;
        return value === null ? [] : [[field.id, value]];
      }),
    );
  }

  address(block: BlockId, row: number, field: string): string {
    return cellAddress(row, this.column(block, field));
  }

  head(field: string, value?: CellValue): CellValue {
    for (const [kind, lines] of [["head", headRows] as const, ["next", nextFields] as const]) {
      for (const [index, fields] of lines.entries()) {
        const at = fields.findIndex(({ id }) => id === field);
        if (at < 0) continue;
        const [column] = headSpan(fields, at);
        const row = this.row(`${kind}:${index}`);
        if (value !== undefined) this.sheet.setValue(row, column, value);
        return this.sheet.cell(row, column)?.value ?? null;
      }
    }
    return expect.fail(`no head field ${field}`);
  }

  headAddress(field: string): string {
    for (const [kind, lines] of [["head", headRows] as const, ["next", nextFields] as const]) {
      const index = lines.findIndex((fields) => fields.some(({ id }) => id === field));
      const fields = lines[index];
      if (fields) {
        const at = fields.findIndex(({ id }) => id === field);
        return cellAddress(this.row(`${kind}:${index}`), headSpan(fields, at)[0]);
      }
    }
    return expect.fail(`no head field ${field}`);
  }

  /** As a program inserts a row: no key, no merged cells. @returns the new row */
  insertBelow(row: number): number {
    this.host.apply([{ kind: "insertRows", sheet: this.sheet.name, row: row + 1, count: 1 }]);
    return row + 1;
  }

  /** Copies a whole row, its hidden key too, into a new row below another. */
  copyBelow(row: number, below: number): number {
    const line = this.line(row);
    const to = this.insertBelow(below);
    line.forEach((value, column) => {
      this.sheet.setValue(to, column, value);
    });
    return to;
  }

  /** Cuts a row and inserts it below another. */
  moveBelow(row: number, below: number): void {
    const to = this.copyBelow(row, below);
    deleteRow(this.sheet, to <= row ? row + 1 : row);
  }

  deleteRow(row: number): void {
    deleteRow(this.sheet, row);
  }

  line(row: number): CellValue[] {
    const { columns } = this.sheet.used();
    return Array.from({ length: columns }, (_, column) => this.sheet.cell(row, column)?.value ?? null);
  }

  /** Every cell that holds something, to see that nothing was lost. */
  cells(): Map<string, CellInput | CellValue> {
    const found = new Map<string, CellInput | CellValue>();
    for (const [row, line] of this.sheet.cells)
      for (const [column, { value }] of line) if (value !== null) found.set(cellAddress(row, column), value);
    return found;
  }
}

/** The desk has no edit that deletes rows, since Concord never does; a person's program moves all below up. */
function deleteRow(sheet: Sheet, row: number): void {
  const { rows, columns } = sheet.used();
  for (let at = row; at < rows; at++) {
    for (let column = 0; column < columns; column++) {
      const below = sheet.cell(at + 1, column);
      if (below?.formula !== undefined) sheet.setFormula(at, column, below.formula.replaceAll(String(at + 2), String(at + 1)), below.value);
      else if (sheet.cell(at, column) || below) sheet.setValue(at, column, below?.value ?? null);
    }
  }
  sheet.merges = sheet.merges.filter((area) => area.row !== row).map((area) => (area.row > row ? { ...area, row: area.row - 1 } : area));
  sheet.changed.add("merges");
}

const saved = new Map<Language, Promise<Uint8Array>>();
const opened = new Map<Language, Promise<Planner>>();

/** The sample factory with the minutes of its next meeting, as a saved file. */
export function savedSample(language: Language = "zh-CN"): Promise<Uint8Array> {
  return once(saved, language, async () => {
    const planner = Planner.blank(language);
    for (const id of ["load-sample", "plan-meetings", "generate-minutes"]) {
      const outcome = await planner.run(id);
      expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }
    return planner.bytes();
  });
}

/** The same, opened. */
export async function sampleWithMinutes(language: Language = "zh-CN"): Promise<Planner> {
  return (await once(opened, language, async () => Planner.open(await savedSample(language), language).slim())).copy();
}

function once<T>(kept: Map<Language, Promise<T>>, language: Language, make: () => Promise<T>): Promise<T> {
  const found = kept.get(language) ?? make();
  kept.set(language, found);
  return found;
}

/** Opening a file takes half a second, a copy of what was opened a tenth of that. */
function deepCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, deepCopy(each)])) as T;
  if (value instanceof Set) return new Set(value) as T;
  if (Array.isArray(value)) return value.map(deepCopy) as T;
  const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
  for (const [key, each] of Object.entries(value)) copy[key] = deepCopy(each);
  return copy as T;
}

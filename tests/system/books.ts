import { type Day, parseIso, toIso, toSerial } from "../../core/base/plain-date.ts";
import type { WorkingCalendar } from "../../core/calendar/working-calendar.ts";
import { commandById } from "../../core/commands/registry.ts";
import type { BookSettings } from "../../core/register/book-settings.ts";
import { calendarIn, settingsIn } from "../../core/register/book-settings.ts";
import type { Outcome } from "../../core/run/outcome.ts";
import { readSnapshot } from "../../core/run/read-snapshot.ts";
import { run } from "../../core/run/run.ts";
import { undo } from "../../core/run/undo.ts";
import { type TableId, tableIds } from "../../core/tables/tables.ts";
import type { Language } from "../../core/words/language.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { type Snapshot, type TableData, tableIn } from "../../core/workbook/snapshot.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { writeXlsx, type XlsxFile } from "../../desk/xlsx/index.ts";
import { open } from "../desk/xlsx-fixtures.ts";

export function day(iso: string): Day {
  const found = parseIso(iso);
  if (found === null) throw new Error(`not a date: ${iso}`);
  return found;
}

/** A workbook file that commands are run on, as the command line does. */
export class Book {
  readonly file: XlsxFile;
  private readonly host: DeskHost;

  constructor(
    bytes: Uint8Array | undefined,
    readonly language: Language = "zh-CN",
  ) {
    this.file = bytes ? open(bytes) : { workbook: new Workbook(), losses: [] };
    this.host = new DeskHost(this.file.workbook);
  }

  /** Runs a command. @throws where it reports an error, unless `mayFail` */
  async run(id: string, today: string, input: Readonly<Record<string, unknown>> = {}, mayFail = false, dryRun = false): Promise<Outcome> {
    const command = commandById(id);
    if (!command) throw new Error(`no command ${id}`);
    const context = { today: day(today), now: 9 * 60, user: { name: "测试", department: "" }, language: this.language };
    const outcome = await run(this.host, command, input, context, { dryRun });
    const wrong = outcome.problems.filter(({ severity }) => severity === "error");
    if (wrong.length > 0 && !mayFail) throw new Error(`${id}: ${JSON.stringify(wrong)}`);
    return outcome;
  }

  /** Takes back what a command did. */
  async undo({ undo: taken }: Outcome, today: string): Promise<Outcome> {
    if (!taken) throw new Error("there is nothing to take back");
    return undo(this.host, taken, { today: day(today), now: 10 * 60, user: { name: "测试", department: "" }, language: this.language });
  }

  bytes(): Uint8Array {
    return writeXlsx(this.file);
  }

  sheet(name: string): Sheet {
    const sheet = this.file.workbook.sheet(name);
    if (!sheet) throw new Error(`no sheet ${name} among ${this.file.workbook.sheets.map((each) => each.name).join(", ")}`);
    return sheet;
  }

  async snapshot(): Promise<Snapshot> {
    return readSnapshot(this.host, () => ({ tables: tableIds, documents: [] }), this.language);
  }

  async table<T extends TableId>(id: T): Promise<TableData<T>> {
    const table = tableIn(await this.snapshot(), id);
    if (!table) throw new Error(`no table ${id}`);
    return table;
  }

  /** Types values by field into a row of a table, as a person does. Dates as `yyyy-MM-dd` in a `Date` field are typed by serial. */
  async type(id: TableId, row: number, values: Readonly<Record<string, CellValue>>): Promise<void> {
    const { place } = await this.table(id);
    for (const [field, value] of Object.entries(values)) {
      const column = place.columns.get(field);
      if (column === undefined) throw new Error(`no column ${field} in ${id}`);
      this.sheet(place.sheet).setValue(row, column, value);
    }
  }

  /** Writes a date over `=TODAY()`, as as-of prints do. */
  setToday(today: string): void {
    const name = this.file.workbook.names.find((each) => each.name === "concord_today");
    const [, sheet, column, row] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)$/.exec(name?.refersTo ?? "") ?? [];
    if (sheet === undefined || column === undefined) throw new Error(`no cell is named concord_today: ${name?.refersTo}`);
    this.sheet(sheet).setValue(Number(row) - 1, column.charCodeAt(0) - 65, toSerial(day(today), this.file.workbook.dateSystem));
  }
}

/** The calendar and the settings of a book. */
export async function rulesOf(book: Book): Promise<{ readonly settings: BookSettings; readonly calendar: WorkingCalendar }> {
  const snapshot = await book.snapshot();
  const settings = settingsIn(snapshot);
  return { settings, calendar: calendarIn(snapshot, settings) };
}

export function serial(iso: string): number {
  return toSerial(day(iso), 1900);
}

export function shift(iso: string, days: number): string {
  return toIso(day(iso) + days);
}

/** A sample register of the day, with its coming meetings. */
export async function sampleBook(today: string, language: Language): Promise<Book> {
  const book = new Book(undefined, language);
  await book.run("load-sample", today);
  await book.run("plan-meetings", today);
  await book.run("refresh-tracking", today);
  return book;
}

/** Every cell that shows an error, as `sheet!R1C1: error`. */
export function errorsIn(book: Book): string[] {
  return book.file.workbook.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { value, formula }]) => {
        const isError = typeof value === "object" && value !== null;
        const looksLike = typeof value === "string" && /^(#[A-Z/0!?]+[!?]?|Err:\d+)$/.test(value);
        return isError || looksLike ? [`${sheet.name}!R${row + 1}C${column + 1}: ${JSON.stringify(value)} =${formula ?? ""}`] : [];
      }),
    ),
  );
}

import { expect } from "vitest";
import { type CellValue, commandById, type Host, type Outcome, parseIso, readSnapshot, run, type TableId } from "../../core/index.ts";
import { type BlockId, blockOf } from "../../core/meeting/minutes-form.ts";
import { signInColumn } from "../../core/meeting/signin-form.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { readXlsx, writeXlsx } from "../../desk/xlsx/index.ts";

type Cells = Readonly<Record<string, CellValue>>;

/** What happens on a day: a command, what somebody types, or the file that is saved and opened again. */
export type Step =
  | { readonly day: string; readonly run: string; readonly input?: Readonly<Record<string, unknown>> }
  /** Into a register's row, by its key; below the last row where there is none. */
  | { readonly day: string; readonly table: TableId; readonly key?: string; readonly cells: Cells }
  /** Into a sign-in sheet, by name. */
  | { readonly day: string; readonly signIn: string; readonly name: string; readonly cells: Cells }
  /** Into minutes, by the marker of the row, else into the first spare row of the block. */
  | { readonly day: string; readonly minutes: string; readonly block: BlockId; readonly row?: string; readonly cells: Cells }
  | { readonly day: string; readonly save: true };

export interface Played {
  readonly step: Extract<Step, { run: string }>;
  readonly outcome: Outcome;
}

/** Plays a script on a workbook, on whichever host; the hands that type are the same. */
export class Player {
  readonly played: Played[] = [];
  private host: Host;

  constructor(
    private readonly open: (workbook: Workbook) => Host,
    public workbook = new Workbook(),
  ) {
    this.host = open(workbook);
  }

  async play(script: readonly Step[]): Promise<void> {
    for (const step of script) {
      if ("run" in step) await this.command(step);
      else if ("save" in step) this.reopen();
      else if ("table" in step) await this.register(step);
      else if ("signIn" in step) this.sign(step);
      else this.write(step);
    }
  }

  /** What came of the last run of a command. */
  outcome(id: string): Outcome {
    const found = this.played.filter(({ step }) => step.run === id).at(-1);
    return found?.outcome ?? expect.fail(`no run of ${id}`);
  }

  private async command(step: Extract<Step, { run: string }>): Promise<void> {
    const { day, run: id, input = {} } = step;
    const command = commandById(id) ?? expect.fail(`no command ${id}`);
    const user = { name: "林晓", department: "运营管理部" };
    const outcome = await run(this.host, command, input, { today: dayOf(day), now: 1020, user, language: "zh-CN" });
    const errors = outcome.problems.filter(({ severity }) => severity === "error");
    expect(errors, `${day} ${id} ${JSON.stringify(input)}`).toEqual([]);
    this.played.push({ step, outcome });
  }

  private reopen(): void {
    const read = readXlsx(writeXlsx({ workbook: this.workbook, losses: [] }));
    this.workbook = read.ok ? read.file.workbook : expect.fail(read.code);
    this.host = this.open(this.workbook);
  }

  private async register({ table, key, cells }: Extract<Step, { table: TableId }>): Promise<void> {
    const snapshot = await readSnapshot(new DeskHost(this.workbook), () => ({ tables: [table], documents: [] }), "zh-CN");
    const { place, byKey, end } = snapshot.tables.get(table) ?? expect.fail(`no table ${table}`);
    const row = key === undefined ? end : (byKey.get(key)?.row ?? expect.fail(`no ${table} ${key}`));
    for (const [field, value] of Object.entries(cells))
      if (value !== "") this.sheet(place.sheet).setValue(row, place.columns.get(field) ?? expect.fail(`no column ${field}`), value);
  }

  private sign({ signIn, name, cells }: Extract<Step, { signIn: string }>): void {
    const sheet = this.marked(`#signin ${signIn} `);
    const row = rowsOf(sheet, "signin:").find((at) => sheet.cell(at, signInColumn("name"))?.value === name);
    for (const [field, value] of Object.entries(cells))
      sheet.setValue(row ?? expect.fail(`${name} is not on the sign-in of ${signIn}`), signInColumn(field), value);
  }

  private write({ minutes, block, row: marker, cells }: Extract<Step, { minutes: string }>): void {
    const sheet = this.marked(`#minutes ${minutes} `);
    const rows = rowsOf(sheet, `${block}:${marker ?? ""}`);
    const row = marker === undefined ? rows.find((at) => sheet.cell(at, 0)?.value === `${block}:`) : rows[0];
    for (const [field, value] of Object.entries(cells)) {
      const column = blockOf(block).fields.find(({ id }) => id === field)?.column ?? expect.fail(`no field ${field}`);
      sheet.setValue(row ?? expect.fail(`no row ${block} ${marker} in ${minutes}`), column, value);
    }
  }

  private marked(marker: string): Sheet {
    const found = this.workbook.sheets.find((sheet) => String(sheet.cell(0, 0)?.value ?? "").startsWith(marker));
    return found ?? expect.fail(`no sheet ${marker}`);
  }

  private sheet(name: string): Sheet {
    return this.workbook.sheet(name) ?? expect.fail(`no sheet ${name}`);
  }
}

function dayOf(iso: string): number {
  return parseIso(iso) ?? expect.fail(`no day ${iso}`);
}

function rowsOf(sheet: Sheet, marker: string): number[] {
  return [...sheet.cells]
    .filter(([, line]) => String(line.get(0)?.value ?? "").startsWith(marker))
    .map(([row]) => row)
    .sort((a, b) => a - b);
}

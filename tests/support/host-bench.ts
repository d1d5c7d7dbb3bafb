import { expect, type TestContext } from "vitest";
import type { MaybePromise } from "../../core/base/maybe-promise.ts";
import type { Area, CellInput, CellPlace, CellValue } from "../../core/workbook/cells.ts";
import type { Chart } from "../../core/workbook/chart.ts";
import type { Edit, Highlight, PageSetup, Style, Validation } from "../../core/workbook/edits.ts";
import type { Host, SheetCells, SheetFacts } from "../../core/workbook/host.ts";

/** What the port does not show. A host leaves out what it cannot tell; those sentences are skipped. */
export interface Inspect {
  style?(sheet: string, row: number, column: number): MaybePromise<Style>;
  merges?(sheet: string): MaybePromise<readonly Area[]>;
  highlights?(sheet: string): MaybePromise<readonly Highlight[]>;
  validations?(sheet: string): MaybePromise<readonly Validation[]>;
  width?(sheet: string, column: number): MaybePromise<number | undefined>;
  height?(sheet: string, row: number): MaybePromise<number | undefined>;
  isHidden?(sheet: string, column: number): MaybePromise<boolean>;
  /** The charts of ours, without the text that is read out. */
  charts?(sheet: string): MaybePromise<readonly Omit<Chart, "description">[]>;
  /** How many groups a row or a column is in. */
  level?(sheet: string, axis: "rows" | "columns", index: number): MaybePromise<number>;
  isRowHidden?(sheet: string, row: number): MaybePromise<boolean>;
  frozen?(sheet: string): MaybePromise<{ readonly rows: number; readonly columns: number }>;
  page?(sheet: string): MaybePromise<PageSetup | undefined>;
  selected?(): MaybePromise<CellPlace | undefined>;
}

/** A workbook opened for one sentence, without a sheet named Plan, Other or Log. */
export interface Opened {
  readonly host: Host;
  readonly inspect?: Inspect;
  /** Google Sheets has no tables to ask for, and lets its owner write to a protected sheet. */
  readonly lacks?: readonly ("tables" | "refusals")[];
}

/** An opened workbook with an empty sheet `Plan`, and short ways to ask about it. */
export class HostBench {
  private constructor(
    readonly host: Host,
    private readonly opened: Opened,
    private readonly skip: TestContext["skip"],
  ) {}

  static async on(opened: Opened, skip: TestContext["skip"]): Promise<HostBench> {
    const bench = new HostBench(opened.host, opened, skip);
    await bench.make(newSheet("Plan"));
    return bench;
  }

  /** Applies a batch that has to go well. */
  async make(...edits: Edit[]): Promise<void> {
    expect(await this.host.apply(edits)).toEqual({ applied: edits.length, stale: [] });
  }

  async read(name = "Plan"): Promise<SheetCells> {
    const [cells] = await this.host.read([name]);
    return cells ?? expect.fail(`There is no sheet ${name}.`);
  }

  async values(name = "Plan"): Promise<SheetCells["values"]> {
    return (await this.read(name)).values;
  }

  async facts(name = "Plan"): Promise<SheetFacts> {
    const { sheets } = await this.host.survey([]);
    return sheets.find((each) => each.name === name) ?? expect.fail(`There is no sheet ${name}.`);
  }

  /** Skips the sentence on a host that has no such thing. */
  needs(thing: "tables" | "refusals"): void {
    this.skip(this.opened.lacks?.includes(thing) ?? false, `${this.host.name} has no ${thing}`);
  }

  /** The question for the host, or the sentence skipped where it cannot be asked. */
  ask<K extends keyof Inspect>(question: K): NonNullable<Inspect[K]> {
    return this.opened.inspect?.[question] ?? this.skip(`${this.host.name} does not tell ${question}`);
  }
}

export function newSheet(sheet: string, more: { after?: string; visibility?: "hidden" | "veryHidden" } = {}): Edit {
  return { kind: "addSheet", sheet, visibility: "visible", gridlines: true, ...more };
}

/** Writes to `Plan`. */
export function write(
  row: number,
  column: number,
  values: readonly (readonly CellInput[])[],
  expected?: readonly (readonly (CellValue | undefined)[])[],
): Edit {
  return { kind: "cells", sheet: "Plan", row, column, values, ...(expected && { expect: expected }) };
}

export function area(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

import type { CellInput, CellValue } from "../../core/index.ts";
import type { DayNumbers } from "./day-numbers.ts";
import { type Filled, plainValues, readFilled } from "./read-sheet.ts";
import type { KnownSheet } from "./sheets-at-hand.ts";

/** What stands in the sheets right before a batch is made: each is read when it is first asked of, and once. */
export class Before {
  private readonly filled = new Map<string, Filled>();
  private readonly values = new Map<string, readonly (readonly CellValue[])[]>();
  private readonly formulas = new Map<string, readonly (readonly string[])[]>();

  constructor(private readonly days: DayNumbers) {}

  valuesOf(known: KnownSheet): readonly (readonly CellValue[])[] {
    const values = this.values.get(known.name) ?? plainValues(this.filledOf(known).values, this.days);
    this.values.set(known.name, values);
    return values;
  }

  /**
   * What stands in a cell, where to write it again loses nothing: nothing, a number, a truth value or a
   * formula. A text may have links, people or looks of its own inside, which writing would take away.
   */
  standing(known: KnownSheet, row: number, column: number): Exclude<CellInput, undefined> | undefined {
    const formulas = this.formulas.get(known.name) ?? this.filledOf(known).range.getFormulas();
    this.formulas.set(known.name, formulas);
    const formula = formulas[row]?.[column] ?? "";
    const value = this.valuesOf(known)[row]?.[column] ?? null;
    if (formula !== "") return { formula: formula.replace(/^=/, ""), value: null };
    return value === null || typeof value === "number" || typeof value === "boolean" ? value : undefined;
  }

  private filledOf(known: KnownSheet): Filled {
    const filled = this.filled.get(known.name) ?? readFilled(known);
    this.filled.set(known.name, filled);
    return filled;
  }
}

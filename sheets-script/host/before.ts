import type { CellValue } from "../../core/index.ts";
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

  /** A formula may show nothing, and is something all the same. */
  isEmpty(known: KnownSheet, row: number, column: number): boolean {
    if ((this.valuesOf(known)[row]?.[column] ?? null) !== null) return false;
    const formulas = this.formulas.get(known.name) ?? this.filledOf(known).range.getFormulas();
    this.formulas.set(known.name, formulas);
    return (formulas[row]?.[column] ?? "") === "";
  }

  private filledOf(known: KnownSheet): Filled {
    const filled = this.filled.get(known.name) ?? readFilled(known);
    this.filled.set(known.name, filled);
    return filled;
  }
}

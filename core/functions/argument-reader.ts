import type { Day } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { CellValue } from "../workbook/cells.ts";
import { readCalendar } from "./calendar-range.ts";
import { type Fault, isFault } from "./fault.ts";
import type { Argument, Parameter } from "./parameter.ts";
import { dateIn, fieldIn, numberIn, quantityIn, wholeIn } from "./read-cell.ts";

/** A row or a column of quantities; an answer of as many values lies as it does. */
export interface Series {
  readonly parameter: Parameter;
  readonly values: readonly number[];
  readonly lies: "across" | "down";
}

/** The cells of a range, each read or at fault by itself. */
export interface Grid<T> {
  readonly parameter: Parameter;
  readonly rows: readonly (readonly (T | Fault)[])[];
}

/** Reads a function's arguments by their place and keeps the first fault found; what was read is of use only without one. */
export class ArgumentReader {
  private readonly parameters: readonly Parameter[];
  private readonly given: readonly Argument[];
  private found: Fault | null = null;

  constructor(parameters: readonly Parameter[], given: readonly Argument[]) {
    this.parameters = parameters;
    this.given = given;
  }

  /** The first fault that makes the whole answer one. */
  get fault(): Fault | null {
    return this.found;
  }

  /** One number, below zero too; blank is 0. */
  quantity(index: number): number {
    return this.sound(numberIn(this.single(index), this.parameter(index)), 0);
  }

  /** A row or column of numbers, none below zero; blank cells are 0. As long as `like`, where that is given. */
  quantities(index: number, like?: Series): Series {
    const argument = this.parameter(index);
    const rows = this.rows(index);
    const [height, width] = sizeOf(rows);
    const cells = rows.flat();
    if (height > 1 && width > 1) this.refuse({ code: "function-not-a-line", params: { rows: height, columns: width }, argument });
    else if (like && like.values.length !== cells.length)
      this.refuse({ code: "function-lengths-differ", params: { n: cells.length, m: like.values.length }, argument, other: like.parameter });
    const values = cells.map((cell, place) => this.sound(quantityIn(cell, argument, { value: place + 1 }), 0));
    return { parameter: argument, values, lies: height > 1 ? "down" : "across" };
  }

  /** One whole number from 0 to `most`; blank is 0. */
  count(index: number, most: number): number {
    return this.sound(wholeIn(this.single(index), this.parameter(index), 0, most), 0);
  }

  /** Whole numbers from `least` to `most`; blank cells are 0. */
  counts(index: number, least: number, most: number): Grid<number> {
    return this.grid(index, (cell, argument) => wholeIn(cell, argument, least, most));
  }

  /** Dates; null for blank cells. */
  dates(index: number): Grid<Day | null> {
    return this.grid(index, dateIn);
  }

  /** TRUE or FALSE; FALSE where blank. */
  flag(index: number): boolean {
    return this.sound(fieldIn("flag", "function-not-a-flag", this.single(index), this.parameter(index)), false) === true;
  }

  /** China's working days with the company's own calendar on top. */
  calendar(index: number): WorkingCalendar {
    const { calendar, fault } = readCalendar(this.rows(index), this.parameter(index));
    if (fault) this.refuse(fault);
    return calendar;
  }

  private grid<T>(index: number, read: (cell: CellValue, argument: Parameter) => T | Fault): Grid<T> {
    const parameter = this.parameter(index);
    return { parameter, rows: this.rows(index).map((row) => row.map((cell) => read(cell, parameter))) };
  }

  private parameter(index: number): Parameter {
    const parameter = this.parameters[index];
    if (!parameter) throw new RangeError(`the function has no argument ${index + 1}`);
    return parameter;
  }

  private rows(index: number): readonly (readonly CellValue[])[] {
    const given = this.given[index];
    return isRows(given) ? given.map((row) => row.map((cell) => cell ?? null)) : [[given ?? null]];
  }

  private single(index: number): CellValue {
    const rows = this.rows(index);
    const [height, width] = sizeOf(rows);
    if (height * width > 1)
      this.refuse({ code: "function-not-single", params: { rows: height, columns: width }, argument: this.parameter(index) });
    return rows[0]?.[0] ?? null;
  }

  private sound<T>(read: T | Fault, instead: T): T {
    if (!isFault(read)) return read;
    this.refuse(read);
    return instead;
  }

  private refuse(fault: Fault): void {
    this.found ??= fault;
  }
}

function isRows(given: Argument): given is readonly (readonly (CellValue | undefined)[])[] {
  return Array.isArray(given);
}

function sizeOf(rows: readonly (readonly CellValue[])[]): [height: number, width: number] {
  return [rows.length, rows[0]?.length ?? 0];
}

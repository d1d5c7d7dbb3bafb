import type { Day } from "../base/plain-date.ts";
import { readCell } from "../tables/cell-values.ts";
import type { FieldType, Value } from "../tables/field.ts";
import type { Params, WordKey } from "../words/message.ts";
import { type CellValue, isCellError } from "../workbook/cells.ts";
import type { Fault } from "./fault.ts";
import type { Parameter } from "./parameter.ts";

/** Where a cell stands in its argument. */
type At = Fault["at"];

/** Excel hands over a blank cell as null, as "" or as nothing, by kind of argument. */
export function isBlank(cell: CellValue): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** A number; blank is 0. Text is at fault even where it looks like a number, since the sheet does not add it up either. */
export function numberIn(cell: CellValue, argument: Parameter, at?: At): number | Fault {
  if (isBlank(cell)) return 0;
  if (isCellError(cell)) return refuse("function-is-error", cell, argument, at);
  return typeof cell === "number" && Number.isFinite(cell) ? cell : refuse("function-not-a-number", cell, argument, at);
}

/** A number that is not below zero; blank is 0. */
export function quantityIn(cell: CellValue, argument: Parameter, at?: At): number | Fault {
  const read = numberIn(cell, argument, at);
  return typeof read === "number" && read < 0 ? refuse("function-negative", cell, argument, at) : read;
}

/** A whole number from `least` to `most`; blank is 0. */
export function wholeIn(cell: CellValue, argument: Parameter, least: number, most: number, at?: At): number | Fault {
  const read = numberIn(cell, argument, at);
  if (typeof read !== "number") return read;
  return Number.isInteger(read) && read >= least && read <= most ? read : refuse("function-not-whole", cell, argument, at, { least, most });
}

/** A date as the register reads it, without guessing a year; null for a blank cell. */
export function dateIn(cell: CellValue, argument: Parameter, at?: At): Day | null | Fault {
  return fieldIn("date", "function-not-a-date", cell, argument, at) as Day | null | Fault;
}

/** A cell as a table's field of that type. */
export function fieldIn(type: FieldType, wrong: WordKey, cell: CellValue, argument: Parameter, at?: At): Value | Fault {
  if (isCellError(cell)) return refuse("function-is-error", cell, argument, at);
  const read = readCell(type, cell, { dateSystem: 1900 });
  return read.wrong ? refuse(wrong, cell, argument, at) : read.value;
}

function refuse(code: WordKey, cell: CellValue, argument: Parameter, at?: At, params: Params = {}): Fault {
  const value = isCellError(cell) ? cell.error : typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
  return at ? { code, params: { ...params, value }, argument, at } : { code, params: { ...params, value }, argument };
}

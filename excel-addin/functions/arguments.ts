import type { Argument, CellValue } from "../../core/index.ts";

/** An argument as Excel hands it over, in core's terms. Whatever is no cell, such as the invocation, counts as left out. */
export function argumentIn(given: unknown): Argument {
  return Array.isArray(given) ? given.map((row: unknown) => (Array.isArray(row) ? row.map(cellIn) : [cellIn(row)])) : cellIn(given);
}

function cellIn(given: unknown): CellValue {
  if (typeof given === "string" || typeof given === "number" || typeof given === "boolean") return given;
  return isExcelError(given) ? { error: given.code } : null;
}

/** A cell that shows an error comes in as a `CustomFunctions.Error`. */
function isExcelError(given: unknown): given is { code: string } {
  return typeof given === "object" && given !== null && "code" in given && typeof given.code === "string";
}

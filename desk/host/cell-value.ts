import type { CellValue } from "../../core/index.ts";

/** A cell without text is empty: Excel and Sheets cannot tell `""` from nothing, so the desk does not either. */
export function plain(value: CellValue | undefined): CellValue {
  return value === undefined || value === "" ? null : value;
}

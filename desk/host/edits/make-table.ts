import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import { overlaps } from "../../xlsx/references.ts";
import type { EditOf } from "./edit-of.ts";

export function makeTable(sheet: Sheet, { name, area }: EditOf<"table">): void {
  const table = sheet.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (table && same(table.area, area)) return;
  if (table) table.area = area;
  else sheet.tables.push({ name, area, hasTotals: false });
  sheet.changed.add("tables");
  // A table brings its own filter, and a file may not hold both.
  if (sheet.filter && overlaps(sheet.filter.area, area)) delete sheet.filter;
}

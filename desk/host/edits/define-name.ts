import type { Workbook } from "../../workbook/workbook.ts";
import { absoluteRef } from "../../xlsx/references.ts";
import type { EditOf } from "./edit-of.ts";

export function defineName(workbook: Workbook, { name, at }: EditOf<"name">): void {
  const sheet = workbook.sheet(at.sheet)?.name ?? at.sheet;
  const refersTo = absoluteRef(sheet, { row: at.row, column: at.column, rows: 1, columns: 1 });
  const defined = workbook.names.find((each) => each.sheet === undefined && each.name.toLowerCase() === name.toLowerCase());
  if (defined) defined.refersTo = refersTo;
  else workbook.names.push({ name, refersTo });
}

export function removeName(workbook: Workbook, { name }: EditOf<"removeName">): void {
  workbook.names = workbook.names.filter((each) => each.sheet !== undefined || each.name.toLowerCase() !== name.toLowerCase());
}

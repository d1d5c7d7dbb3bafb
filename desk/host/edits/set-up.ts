import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import type { EditOf } from "./edit-of.ts";

export function freeze(sheet: Sheet, { rows, columns }: EditOf<"freeze">): void {
  if (same(sheet.freeze, { rows, columns })) return;
  sheet.freeze = { rows, columns };
  sheet.changed.add("freeze");
}

export function setPage(sheet: Sheet, { page }: EditOf<"page">): void {
  if (same(sheet.page, page)) return;
  sheet.page = page;
  sheet.changed.add("page");
}

export function protect(sheet: Sheet, edit: EditOf<"protect">): void {
  if (sheet.isProtected === edit.protect) return;
  sheet.isProtected = edit.protect;
  sheet.changed.add("protection");
}

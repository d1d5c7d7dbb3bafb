import { MARK } from "../../../core/index.ts";
import { same } from "../../workbook/same.ts";
import type { Sheet } from "../../workbook/sheet.ts";
import type { EditOf } from "./edit-of.ts";

/** Ours come first, so that a person's own rules cannot hide a warning. */
export function highlight(sheet: Sheet, edit: EditOf<"highlight">): void {
  const next = [...edit.highlights, ...sheet.highlights.filter(({ formula }) => !formula.includes(MARK))];
  if (same(next, sheet.highlights)) return;
  sheet.highlights = next;
  sheet.changed.add("highlights");
}

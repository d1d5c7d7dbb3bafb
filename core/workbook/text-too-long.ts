import { cellAddress } from "../base/place.ts";
import { valueIn } from "./cells.ts";
import type { Edit } from "./edits.ts";
import type { Receipt } from "./host.ts";

/** What a cell of a workbook holds at the most, in UTF-16 units: Excel's limit, so that no file is refused later. */
const MAX_TEXT = 32_767;

/** The refusal of a batch that writes a longer text than a cell holds. */
export function textTooLong(edits: readonly Edit[]): Receipt["refused"] {
  for (const edit of edits) {
    if (edit.kind !== "cells") continue;
    for (const [down, line] of edit.values.entries()) {
      for (const [across, input] of line.entries()) {
        const value = input === undefined ? undefined : valueIn(input);
        if (typeof value === "string" && value.length > MAX_TEXT) {
          return { code: "text-too-long", params: { sheet: edit.sheet, cell: cellAddress(edit.row + down, edit.column + across) } };
        }
      }
    }
  }
  return undefined;
}

import { cellAddress, type Edit, valueIn } from "../../core/index.ts";
import type { Refusal } from "./refusal.ts";

/** What a cell holds at the most, in UTF-16 units; Excel answers a longer text with a bare InvalidArgument. */
const MAX_TEXT = 32_767;

export function textTooLong(edits: readonly Edit[]): Refusal | undefined {
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

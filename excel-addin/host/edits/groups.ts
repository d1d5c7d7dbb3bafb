import { columnsAddress, rangeAt, rowsAddress } from "../references.ts";
import type { EditOf } from "./edit-of.ts";

/** Excel has no more levels than these. */
const DEEPEST = 7;

/**
 * Excel tells no levels, only adds or takes one, and refuses to take one where there is none. So the
 * line after goes along, one level deeper just for that: whatever stood there, it ends without levels.
 */
export function groupLines(sheet: Excel.Worksheet, { axis, first, count, groups }: EditOf<"group">): void {
  const isRows = axis === "rows";
  const by = isRows ? "ByRows" : "ByColumns";
  const lines = (from: number, number: number): Excel.Range => rangeAt(sheet, (isRows ? rowsAddress : columnsAddress)(from, number));
  for (let level = 0; level < DEEPEST; level++) {
    lines(first + count, 1).group(by);
    lines(first, count + 1).ungroup(by);
  }
  if (isRows) lines(first, count).rowHidden = false;
  else lines(first, count).columnHidden = false;
  for (const group of groups) lines(group.first, group.count).group(by);
  for (const group of groups) if (group.isCollapsed) lines(group.first, group.count).hideGroupDetails(by);
}

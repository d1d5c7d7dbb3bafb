import { same } from "../../workbook/same.ts";
import type { Column, Row, Sheet } from "../../workbook/sheet.ts";
import type { EditOf } from "./edit-of.ts";

/** Lines are rows or columns: an outline is the same on both. */
export function groupLines(sheet: Sheet, { axis, first, count, groups }: EditOf<"group">): void {
  const lines: Map<number, Row & Column> = axis === "rows" ? sheet.rows : sheet.columns;
  // The line after the last one carries the button of a group that ends there.
  for (let index = first; index <= first + count; index++) {
    const around = groups.filter((group) => group.first <= index && index < group.first + group.count);
    const isCollapsed = groups.some((group) => group.isCollapsed && group.first + group.count === index);
    const { level: _, isCollapsed: __, hidden: ___, ...rest } = lines.get(index) ?? {};
    const isInside = index < first + count;
    const hidden = isInside ? around.some((group) => group.isCollapsed) : lines.get(index)?.hidden;
    const level = isInside ? around.length : lines.get(index)?.level;
    const next = { ...rest, ...(hidden ? { hidden } : {}), ...(level ? { level } : {}), ...(isCollapsed ? { isCollapsed } : {}) };
    if (same(next, lines.get(index) ?? {})) continue;
    lines.set(index, next);
    sheet.changed.add(axis);
  }
}

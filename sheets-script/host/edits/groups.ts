/// <reference types="google-apps-script" />
import type { Area, Edit, Group } from "../../../core/index.ts";
import type { Remark } from "../refusal.ts";
import { askRanges, type KnownSheet, makeRoom, type Range, rangeOf } from "../sheets-at-hand.ts";

/** Sheets has eight levels, one more than an outline of ours; to take away more than there are does no harm. */
const DEEPEST = 8;
/** A call for each group: more would take longer than a command may, so that a balance of more products is not folded. */
const MOST_GROUPS = 100;

/** What the person is told where there are too many groups to make. */
export function leftOut({ sheet, groups }: Extract<Edit, { kind: "group" }>): Remark | undefined {
  if (groups.length <= MOST_GROUPS) return undefined;
  return { code: "sheets-groups-left-out", params: { sheet, n: groups.length, most: MOST_GROUPS } };
}

/** The outline of some lines becomes exactly these groups, each with its button on the line after it. */
export function groupLines(known: KnownSheet, { axis, first, count, groups }: Extract<Edit, { kind: "group" }>): void {
  const { sheet, isNew } = known;
  if (isNew && (groups.length === 0 || groups.length > MOST_GROUPS)) return;
  const isRows = axis === "rows";
  const end = first + count + 1;
  makeRoom(known, isRows ? end : 1, isRows ? 1 : end);
  const cells = (from: number, number: number): Area =>
    isRows ? { row: from, column: 0, rows: number, columns: 1 } : { row: 0, column: from, rows: 1, columns: number };
  const lines = (from: number, number: number): Range => rangeOf(known, cells(from, number));
  const shift = (range: Range, by: number) => (isRows ? range.shiftRowGroupDepth(by) : range.shiftColumnGroupDepth(by));
  if (!isNew) {
    shift(lines(first, count), -DEEPEST);
    // Lines of a folded group stay hidden without it.
    if (isRows) sheet.showRows(first + 1, count);
    else sheet.showColumns(first + 1, count);
  }
  if (groups.length === 0 || groups.length > MOST_GROUPS) return;
  const { AFTER } = SpreadsheetApp.GroupControlTogglePosition;
  if (isRows) sheet.setRowGroupControlPosition(AFTER);
  else sheet.setColumnGroupControlPosition(AFTER);
  askRanges(
    known,
    groups.map((group) => cells(group.first, group.count)),
  );
  for (const group of groups) shift(lines(group.first, group.count), 1);
  const made = (group: Group) => {
    const depth = depthOf(group, groups);
    return isRows ? sheet.getRowGroup(group.first + 1, depth) : sheet.getColumnGroup(group.first + 1, depth);
  };
  const open = groups.filter(({ isCollapsed }) => !isCollapsed);
  // A balance has a group for each product: all are folded at once, and the few that stand open opened again.
  if (isNew && open.length * 2 < groups.length) {
    if (isRows) sheet.collapseAllRowGroups();
    else sheet.collapseAllColumnGroups();
    for (const group of open) made(group)?.expand();
  } else for (const group of groups) if (group.isCollapsed) made(group)?.collapse();
}

/** A group within others is a level deeper for each. */
export function depthOf({ first, count }: Group, groups: readonly Group[]): number {
  return groups.filter((group) => group.first <= first && group.first + group.count >= first + count).length;
}

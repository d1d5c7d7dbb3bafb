import type { Edit } from "../../../core/index.ts";
import { depthOf } from "../edits/groups.ts";
import { runsOf } from "../strokes.ts";
import { dimensionRange, type Request } from "./api.ts";
import type { SheetAhead } from "./sheet-ahead.ts";
import { roomRequests, shownRequest } from "./sizes.ts";

/** The outline of some lines becomes exactly these groups, however many, each with its button on the line after it. */
export function groupRequests(sheet: SheetAhead, { axis, first, count, groups }: Extract<Edit, { kind: "group" }>): Request[] {
  const end = first + count + 1;
  const range = (from: number, number: number) => dimensionRange(sheet.id, axis, from, number);
  const levels = Array.from({ length: count }, (_, index) => sheet.levels[axis].get(first + index) ?? 0);
  const deepest = Math.max(0, ...levels);
  // What goes takes a level from each of its lines.
  const gone = Array.from({ length: deepest }, (_, index) => deepest - index).flatMap((depth) =>
    runsOf(levels.map((level) => level >= depth)).flatMap((run): Request[] =>
      run.value ? [{ deleteDimensionGroup: { range: range(first + run.first, run.count) } }] : [],
    ),
  );
  const after = new Map(sheet.levels[axis]);
  for (let line = first; line < first + count; line++) after.delete(line);
  for (const group of groups)
    for (let line = group.first; line < group.first + group.count; line++) after.set(line, (after.get(line) ?? 0) + 1);
  sheet.levels = { ...sheet.levels, [axis]: after };
  return [
    ...(axis === "rows" ? roomRequests(sheet, end, 1) : roomRequests(sheet, 1, end)),
    ...gone,
    // Lines of a folded group stay hidden without it.
    ...(sheet.isNew ? [] : [shownRequest(sheet, axis, first, count, false)]),
    ...(groups.length > 0 ? [buttonsAfter(sheet, axis)] : []),
    ...groups.map((group): Request => ({ addDimensionGroup: { range: range(group.first, group.count) } })),
    ...groups.flatMap((group): Request[] => {
      if (!group.isCollapsed) return [];
      const dimensionGroup = { range: range(group.first, group.count), depth: depthOf(group, groups), collapsed: true };
      return [{ updateDimensionGroup: { dimensionGroup, fields: "collapsed" } }];
    }),
  ];
}

function buttonsAfter({ id }: SheetAhead, axis: "rows" | "columns"): Request {
  const name = axis === "rows" ? "rowGroupControlAfter" : "columnGroupControlAfter";
  return { updateSheetProperties: { properties: { sheetId: id, gridProperties: { [name]: true } }, fields: `gridProperties.${name}` } };
}

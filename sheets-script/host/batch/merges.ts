import type { Area } from "../../../core/index.ts";
import { mergesOf } from "../edits/merge.ts";
import { gridRange, type Request } from "./api.ts";
import type { SheetAhead } from "./sheet-ahead.ts";
import { frozenRequests } from "./sizes.ts";

/** A merge that another overlaps goes as a whole, and what is frozen gives way to one across its edge. */
export function mergeRequests(sheet: SheetAhead, areas: readonly Area[]): Request[] {
  const { across, others } = mergesOf(areas);
  const rows = across.flatMap((block) =>
    Array.from({ length: block.rows }, (_, down): Area => ({ ...block, row: block.row + down, rows: 1 })),
  );
  const made = [...rows, ...others];
  const apart = made.flatMap((area) => unmergeRequests(sheet, area));
  const thaw = made.some((area) => crosses(area, sheet)) ? frozenRequests(sheet, { rows: 0, columns: 0 }) : [];
  sheet.merges = [...sheet.merges, ...made];
  return [
    ...apart,
    ...thaw,
    ...across.map((area): Request => ({ mergeCells: { range: gridRange(sheet.id, area), mergeType: "MERGE_ROWS" } })),
    ...others.map((area): Request => ({ mergeCells: { range: gridRange(sheet.id, area), mergeType: "MERGE_ALL" } })),
  ];
}

/** Every merge in an area goes, as a whole where the area cuts it. */
export function unmergeRequests(sheet: SheetAhead, area: Area): Request[] {
  const gone = sheet.merges.filter((standing) => overlaps(standing, area));
  sheet.merges = sheet.merges.filter((standing) => !gone.includes(standing));
  return gone.map((each) => ({ unmergeCells: { range: gridRange(sheet.id, each) } }));
}

function crosses({ row, column, rows, columns }: Area, { frozen }: SheetAhead): boolean {
  return (row < frozen.rows && row + rows > frozen.rows) || (column < frozen.columns && column + columns > frozen.columns);
}

function overlaps(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

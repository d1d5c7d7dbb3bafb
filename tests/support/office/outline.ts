import type { Area } from "../../../core/index.ts";
import type { Column, Row, Sheet } from "../../../desk/workbook/sheet.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { ExcelError, type ExcelObject, invalid, oneOf } from "./excel-object.ts";

const DEEPEST = 7;

/** The outline as a range reaches it: a level more or less at a time, and no way to ask how deep it is. */
export function outlineCalls(book: Book, sheet: Sheet, area: Area): NonNullable<ExcelObject["call"]> {
  const each = (by: unknown, change: (line: Row & Column) => Row & Column): undefined => {
    book.guardBuild(sheet);
    const { lines, first, count } = linesOf(sheet, area, by);
    for (let index = first; index < first + count; index++) lines.set(index, change(lines.get(index) ?? {}));
    return undefined;
  };
  const isGrouped = (by: unknown): boolean => {
    const { lines, first, count } = linesOf(sheet, area, by);
    return Array.from({ length: count }, (_, down) => lines.get(first + down)?.level ?? 0).some((level) => level > 0);
  };
  return {
    group: (by) =>
      each(by, ({ level = 0, ...line }) => {
        if (level === DEEPEST) throw new ExcelError("InvalidOperation", "There are no more levels.");
        return { ...line, level: level + 1 };
      }),
    ungroup: (by) => {
      if (!isGrouped(by)) throw new ExcelError("InvalidOperation", "Nothing here is grouped.");
      return each(by, ({ level = 0, ...line }) => (level > 1 ? { ...line, level: level - 1 } : line));
    },
    hideGroupDetails: (by) => {
      if (!isGrouped(by)) throw new ExcelError("InvalidOperation", "Nothing here is grouped.");
      each(by, (line) => (line.level ? { ...line, hidden: true } : line));
      const { lines, first, count } = linesOf(sheet, area, by);
      lines.set(first + count, { ...lines.get(first + count), isCollapsed: true });
      return undefined;
    },
  };
}

function linesOf(sheet: Sheet, area: Area, by: unknown): { lines: Map<number, Row & Column>; first: number; count: number } {
  const isRows = oneOf({ ByRows: true, ByColumns: false }, by);
  if (isRows ? area.columns !== MAX_COLUMNS : area.rows !== MAX_ROWS) invalid(`${by} of a part of them`);
  return isRows
    ? { lines: sheet.rows, first: area.row, count: area.rows }
    : { lines: sheet.columns, first: area.column, count: area.columns };
}

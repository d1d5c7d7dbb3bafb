import type { Area, CellValue, Edit } from "../../core/index.ts";
import { VALUES } from "./cell-values.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { addressOf } from "./references.ts";
import { type Insertion, originOf } from "./origin-of.ts";

/** A stretch of a `cells` edit's rows that stand together now. */
interface Stretch {
  /** Nothing where the batch itself inserts the rows: they will be empty. */
  readonly range: Excel.Range | undefined;
  /** Where its first row stands now. */
  readonly origin: number;
  readonly lines: readonly (readonly (CellValue | undefined)[])[];
}

/** Everything that judging a batch needs, loaded by one `sync`. Members of a sheet that is not there are null objects. */
export interface Asked {
  readonly worksheets: Excel.WorksheetCollection;
  readonly tables: Excel.TableCollection;
  readonly names: Excel.NamedItemCollection;
  readonly expected: ReadonlyMap<Edit, readonly Stretch[]>;
  /** The ranges that an edit writes or formats, with `format.protection.locked`. */
  readonly written: ReadonlyMap<Edit, readonly Excel.Range[]>;
  /** The tables that stand where an edit wants one. */
  readonly tablesAt: ReadonlyMap<Edit, Excel.TableScopedCollection>;
  readonly rules: ReadonlyMap<string, Excel.ConditionalFormatCollection>;
}

export function askBatch({ workbook }: Excel.RequestContext, edits: readonly Edit[]): Asked {
  const { worksheets, tables, names } = workbook;
  worksheets.load("items/name,items/protection/protected,items/autoFilter/isDataFiltered");
  tables.load("items/name,items/worksheet/name,items/autoFilter/isDataFiltered");
  names.load("items/name");
  const expected = new Map<Edit, Stretch[]>();
  const written = new Map<Edit, Excel.Range[]>();
  const tablesAt = new Map<Edit, Excel.TableScopedCollection>();
  const rules = new Map<string, Excel.ConditionalFormatCollection>();
  const insertions = new Map<string, Insertion[]>();
  for (const edit of edits) {
    if (edit.kind === "addSheet" || edit.kind === "name") continue;
    const sheet = worksheets.getItemOrNullObject(edit.sheet);
    const moves = insertions.get(edit.sheet) ?? [];
    const at = (area: Area): Excel.Range => sheet.getRange(addressOf({ ...area, row: originOf(moves, area.row) ?? area.row }));
    switch (edit.kind) {
      case "insertRows":
        insertions.set(edit.sheet, [edit, ...moves]);
        break;
      case "cells":
        if (edit.expect) expected.set(edit, stretches(sheet, edit, edit.expect, moves));
        written.set(
          edit,
          writtenAreas(edit).map((area) => at(area).load("format/protection/locked")),
        );
        break;
      case "format":
        written.set(
          edit,
          edit.areas.map((area) => at(area).load("format/protection/locked")),
        );
        break;
      case "table":
        tablesAt.set(edit, at(edit.area).getTables(false).load("items/name"));
        break;
      case "highlight":
        rules.set(edit.sheet, sheet.getRange().conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula"));
        break;
    }
  }
  return { worksheets, tables, names, expected, written, tablesAt, rules };
}

/** Expected rows that rows inserted by the same batch moved are looked for where they stand now. */
function stretches(
  sheet: Excel.Worksheet,
  edit: EditOf<"cells">,
  expect: NonNullable<EditOf<"cells">["expect"]>,
  moves: readonly Insertion[],
): Stretch[] {
  const found: Stretch[] = [];
  for (let first = 0; first < expect.length; ) {
    const origin = originOf(moves, edit.row + first);
    let next = first + 1;
    while (next < expect.length && originOf(moves, edit.row + next) === (origin === undefined ? undefined : origin + next - first)) next++;
    const lines = expect.slice(first, next);
    const area = { row: origin ?? 0, column: edit.column, rows: lines.length, columns: Math.max(1, ...lines.map((line) => line.length)) };
    const range = origin === undefined ? undefined : sheet.getRange(addressOf(area)).load(VALUES);
    found.push({ range, origin: origin ?? edit.row + first, lines });
    first = next;
  }
  return found;
}

/** The rectangle that really is written: from the first column that says something to the last. */
function writtenAreas(edit: EditOf<"cells">): Area[] {
  const said = edit.values.flatMap((line) => line.flatMap((input, across) => (input === undefined ? [] : [across])));
  if (said.length === 0) return [];
  const first = said.reduce((least, across) => Math.min(least, across));
  const last = said.reduce((most, across) => Math.max(most, across));
  return [{ row: edit.row, column: edit.column + first, rows: edit.values.length, columns: last - first + 1 }];
}

import { type Area, type Edit, joinAreas, originOf, type RowMove } from "../../core/index.ts";
import { RoundTrips } from "./bytes.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { askExpected, COMPARED, type Expectation, expectCost } from "./expectations.ts";
import type { Memory } from "./memory.ts";
import { askCost, piecesOf } from "./pieces.ts";
import { addressOf, rangeAt } from "./references.ts";

/** Everything that judging a batch needs, loaded by the `sync` after this. Members of a sheet that is not there are null objects. */
export interface Asked {
  readonly worksheets: Excel.WorksheetCollection;
  readonly tables: Excel.TableCollection;
  readonly names: Excel.NamedItemCollection;
  readonly expected: readonly Expectation[];
  /** The ranges that an edit writes or formats, with `format.protection.locked`. */
  readonly written: ReadonlyMap<Edit, readonly Excel.Range[]>;
  readonly tablesAt: ReadonlyMap<Edit, TablesAt>;
  readonly rules: ReadonlyMap<string, Excel.ConditionalFormatCollection>;
  readonly charts: ReadonlyMap<string, Excel.ChartCollection>;
  /** The tables on the sheets that are written to, with the row of their headings. */
  readonly heads: ReadonlyMap<string, Excel.Range>;
}

/** The tables that stand where an edit wants one, with their names. */
interface TablesAt {
  readonly touching: Excel.TableScopedCollection;
  readonly within: Excel.TableScopedCollection;
  readonly atFirstCell: Excel.TableScopedCollection;
}

/** Asks all of it, with a `sync` in between for each further 4 MB. */
export async function askBatch(context: Excel.RequestContext, memory: Memory, edits: readonly Edit[]): Promise<Asked> {
  const { worksheets, tables, names } = context.workbook;
  const trips = new RoundTrips(context);
  worksheets.load("items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered");
  tables.load("items/name,items/worksheet/name,items/autoFilter/isDataFiltered");
  names.load("items/name");
  const written = new Map<Edit, Excel.Range[]>();
  const tablesAt = new Map<Edit, TablesAt>();
  const rules = new Map<string, Excel.ConditionalFormatCollection>();
  const charts = new Map<string, Excel.ChartCollection>();
  const added = new Set<string>();
  const sheets = new Map<string, Excel.Worksheet>();
  const moved = new Map<string, RowMove[]>();
  const expected: Expectation[] = [];
  const noteWritten = (edit: Edit, ranges: readonly Excel.Range[]): void => {
    written.set(edit, [...(written.get(edit) ?? []), ...ranges]);
  };
  for (const { edit, piece } of edits.flatMap((edit) => piecesOf(edit).map((piece) => ({ edit, piece })))) {
    if (edit.kind === "addSheet") added.add(edit.sheet);
    // A sheet that the batch itself adds holds nothing to ask for; where it stood there already, Excel judges.
    if (edit.kind === "addSheet" || edit.kind === "name" || edit.kind === "removeName" || added.has(edit.sheet)) continue;
    const sheet = sheets.get(edit.sheet) ?? worksheets.getItemOrNullObject(edit.sheet);
    sheets.set(edit.sheet, sheet);
    const moves = moved.get(edit.sheet) ?? [];
    const at = (area: Area): Excel.Range => rangeAt(sheet, addressOf({ ...area, row: originOf(moves, area.row) ?? area.row }));
    await trips.make(askCost(piece), expectCost(piece, COMPARED, memory));
    switch (piece.kind) {
      case "insertRows":
      case "deleteRows":
        moved.set(piece.sheet, [piece, ...moves]);
        break;
      case "cells":
        noteWritten(
          edit,
          writtenAreas(piece).map((area) => at(area).load("format/protection/locked")),
        );
        expected.push(...askExpected(worksheets, piece, moves, COMPARED));
        break;
      case "format":
        noteWritten(
          edit,
          joinAreas(piece.areas).map((area) => at(area).load("format/protection/locked")),
        );
        break;
      case "table":
        tablesAt.set(edit, {
          touching: at(piece.area).getTables(false).load("items/name"),
          within: at(piece.area).getTables(true).load("items/name"),
          atFirstCell: at({ ...piece.area, rows: 1, columns: 1 })
            .getTables(false)
            .load("items/name"),
        });
        break;
      case "chart":
        charts.set(edit.sheet, sheet.charts.load("items/name"));
        break;
      case "highlight":
        rules.set(
          edit.sheet,
          sheet.getRange().untrack().conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula"),
        );
        break;
    }
  }
  const filled = new Set(edits.flatMap((edit) => (edit.kind === "cells" ? [edit.sheet.toLowerCase()] : [])));
  const heads = new Map(
    [...memory.sheetOf].flatMap(([table, sheet]) =>
      filled.has(sheet) ? [[table, tables.getItemOrNullObject(table).getRange().untrack().load("rowIndex")]] : [],
    ),
  );
  return { worksheets, tables, names, expected, written, tablesAt, rules, charts, heads };
}

/** The rectangle that really is written: from the first column that says something to the last. */
function writtenAreas(edit: EditOf<"cells">): Area[] {
  const said = edit.values.flatMap((line) => line.flatMap((input, across) => (input === undefined ? [] : [across])));
  if (said.length === 0) return [];
  const first = said.reduce((least, across) => Math.min(least, across));
  const last = said.reduce((most, across) => Math.max(most, across));
  return [{ row: edit.row, column: edit.column + first, rows: edit.values.length, columns: last - first + 1 }];
}

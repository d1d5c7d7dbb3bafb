import { type Edit, isUnnamedTable, type Receipt, rangesOf } from "../../core/index.ts";
import { type Asked, askBatch } from "./ask-batch.ts";
import type { EditOf } from "./edits/edit-of.ts";
import { changedCells } from "./expectations.ts";
import type { Memory } from "./memory.ts";
import type { Refusal } from "./refusal.ts";

/** What the workbook held when the batch was judged, for the writer to go by. */
export interface Found {
  /** The sheets in order, as they stand before the batch. */
  readonly sheets: readonly string[];
  readonly protectedSheets: ReadonlySet<string>;
  /** Sheets that only a program can show. */
  readonly veryHidden: ReadonlySet<string>;
  /** Defined names of the workbook, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Native tables, in lower case. */
  readonly tables: ReadonlySet<string>;
  /** The tables that stand unnamed where an edit wants one of a name of its own. */
  readonly unnamed: ReadonlyMap<Edit, string>;
  /** The conditional formats of a sheet, by the sheet's name as the edit says it. */
  readonly rules: ReadonlyMap<string, Excel.ConditionalFormatCollection>;
  /** The charts of a sheet, likewise. */
  readonly charts: ReadonlyMap<string, Excel.ChartCollection>;
  /** The row of the headings of each table on the sheets that are written to. */
  readonly heads: ReadonlyMap<string, number>;
}

/** One round trip, and one more for each further 4 MB, that judges a whole batch, so that a bad or stale one changes nothing. */
export async function checkBatch(
  context: Excel.RequestContext,
  memory: Memory,
  edits: readonly Edit[],
): Promise<{ receipt: Receipt } | { found: Found }> {
  const asked = await askBatch(context, memory, edits);
  await context.sync();
  const { worksheets, names, tables } = asked;
  const sheets = new Map(
    worksheets.items.map((sheet) => {
      const isFiltered = tables.items.some((table) => table.worksheet.name === sheet.name && table.autoFilter.isDataFiltered);
      return [
        sheet.name.toLowerCase(),
        {
          isProtected: sheet.protection.protected,
          isFiltered: isFiltered || sheet.autoFilter.isDataFiltered,
          isVisible: sheet.visibility === "Visible",
        },
      ];
    }),
  );
  const found: Found = {
    sheets: worksheets.items.map(({ name }) => name),
    protectedSheets: new Set([...sheets].flatMap(([name, { isProtected }]) => (isProtected ? [name] : []))),
    veryHidden: new Set(worksheets.items.flatMap(({ name, visibility }) => (visibility === "VeryHidden" ? [name.toLowerCase()] : []))),
    names: new Set(names.items.map(({ name }) => name.toLowerCase())),
    tables: new Set(tables.items.map(({ name }) => name.toLowerCase())),
    unnamed: new Map(
      edits.flatMap((edit) => {
        const name = edit.kind === "table" ? unnamedAt(edit, asked) : undefined;
        return name === undefined ? [] : [[edit, name]];
      }),
    ),
    rules: asked.rules,
    charts: asked.charts,
    heads: new Map([...asked.heads].flatMap(([table, range]) => (range.isNullObject ? [] : [[table, range.rowIndex]]))),
  };
  for (const edit of edits) {
    if (edit.kind === "addSheet") {
      const name = edit.sheet.toLowerCase();
      if (!sheets.has(name)) sheets.set(name, { isProtected: false, isFiltered: false, isVisible: edit.visibility === "visible" });
      continue;
    }
    if (edit.kind === "removeName") continue;
    const missing = sheetsOf(edit).find((name) => !sheets.has(name.toLowerCase()));
    if (missing !== undefined) return { receipt: refuse({ code: "sheet-missing", params: { sheet: missing } }) };
    if (edit.kind === "name") continue;
    const sheet = sheets.get(edit.sheet.toLowerCase());
    if (!sheet) continue;
    const refused = refusedFor(edit, sheet, asked);
    if (refused) return { receipt: refuse(refused) };
    if (edit.kind === "protect") sheet.isProtected = edit.protect;
    if (edit.kind === "removeSheet") {
      sheets.delete(edit.sheet.toLowerCase());
      // Excel keeps one sheet that shows.
      if (![...sheets.values()].some(({ isVisible }) => isVisible))
        return { receipt: refuse({ code: "last-sheet", params: { sheet: edit.sheet } }) };
    }
  }
  const stale = asked.expected.flatMap(changedCells);
  return stale.length > 0 ? { receipt: { applied: 0, stale } } : { found };
}

export function refuse(refused: Refusal): Receipt {
  return { applied: 0, stale: [], refused };
}

/** The sheets that an edit needs: its own, and those that its validations take their choices from, or its charts their values. */
function sheetsOf(edit: Exclude<Edit, { kind: "addSheet" | "removeName" }>): string[] {
  if (edit.kind === "name") return [edit.at.sheet];
  if (edit.kind === "chart") return [edit.sheet, ...edit.charts.flatMap(rangesOf).flatMap(({ sheet }) => sheet ?? [])];
  if (edit.kind !== "validate") return [edit.sheet];
  return [edit.sheet, ...edit.validations.flatMap(({ rule }) => (rule.type === "listFrom" ? [rule.sheet] : []))];
}

function refusedFor(
  edit: Exclude<Edit, { kind: "addSheet" | "name" | "removeName" }>,
  sheet: { readonly isProtected: boolean; readonly isFiltered: boolean },
  asked: Asked,
): Refusal | undefined {
  const params = { sheet: edit.sheet };
  if (edit.kind === "table" && clashes(edit, asked)) return { code: "table-clash", params: { ...params, table: edit.name } };
  if (sheet.isProtected && isBarred(edit, asked)) return { code: "sheet-protected", params };
  // Excel puts what is written to a filtered range into the wrong rows.
  if (sheet.isFiltered && ["cells", "insertRows", "deleteRows", "table"].includes(edit.kind))
    return { code: "excel-sheet-filtered", params };
  return undefined;
}

/** A name is taken once in a workbook, and no table lies over another. */
function clashes(edit: EditOf<"table">, asked: Asked): boolean {
  const namesake = namesakeOf(edit, asked);
  if (namesake && namesake.worksheet.name.toLowerCase() !== edit.sheet.toLowerCase()) return true;
  if (unnamedAt(edit, asked) !== undefined) return false;
  return namesIn(asked.tablesAt.get(edit)?.touching).some((name) => name.toLowerCase() !== edit.name.toLowerCase());
}

function namesakeOf({ name }: EditOf<"table">, { tables }: Asked): Excel.Table | undefined {
  return tables.items.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

/** A batch that was cut off between making a table and naming it leaves one under a name of Excel's own. */
function unnamedAt(edit: EditOf<"table">, asked: Asked): string | undefined {
  const there = asked.tablesAt.get(edit);
  const [name = "", ...others] = namesIn(there?.touching);
  if (others.length > 0 || !isUnnamedTable(name) || namesakeOf(edit, asked)) return undefined;
  return [there?.within, there?.atFirstCell].every((tables) => namesIn(tables).includes(name)) ? name : undefined;
}

function namesIn(tables: Excel.TableScopedCollection | undefined): string[] {
  return tables === undefined || tables.isNullObject ? [] : tables.items.map(({ name }) => name);
}

/** Unlocked cells of a protected sheet may be filled and formatted; its build may not change. The sheet as a whole may go. */
function isBarred(edit: Edit, asked: Asked): boolean {
  switch (edit.kind) {
    case "cells":
    case "format":
      // `null` where some are locked and some are not: then Excel itself decides.
      return (asked.written.get(edit) ?? []).some((range) => range.isNullObject || range.format.protection.locked === true);
    case "freeze":
    case "page":
    case "protect":
    case "removeSheet":
      return false;
    default:
      return true;
  }
}

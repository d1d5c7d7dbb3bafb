import { hashText } from "../base/hash.ts";
import { styles } from "../layout/styles.ts";
import type { Area, CellInput, CellValue } from "../workbook/cells.ts";
import { isCellError } from "../workbook/cells.ts";
import type { Edit, Style } from "../workbook/edits.ts";
import type { SheetCells } from "../workbook/host.ts";
import type { LayoutCell, SheetLayout } from "../workbook/sheet-layout.ts";
import type { Draft } from "./draft.ts";
import { fillRanges } from "./lower-live.ts";
import { SHEET_NAME } from "./rebuild-state.ts";
import { sameFormula } from "./same-formula.ts";

/**
 * Lays a sheet out. A document that was laid out before is a person's to type in and is left alone;
 * one whose laying out was cut off is finished, its filled cells kept; a sheet of ours is brought to
 * what it should say.
 */
export function lowerSheet(draft: Draft, id: string, layout: SheetLayout): void {
  const laidRows = Number(draft.getState("look", `${id}.rows`) ?? 0);
  const look = layout.isOurs ? hashText(JSON.stringify([...lookOf(id, layout, layout.name), ...outlineOf(layout, layout.name, 0)])) : "1";
  const laid = draft.getState("look", id);
  const name = draft.getState("made", id) ?? freeName(draft, layout.name);
  const exists = draft.hasSheet(name);
  if (exists && !layout.isOurs && laid === look) return;
  draft.setState("made", id, name);
  if (!exists) {
    draft.addSheet({
      kind: "addSheet",
      sheet: name,
      visibility: layout.visibility,
      gridlines: false,
      ...(layout.tab === undefined ? {} : { tab: layout.tab }),
      ...(layout.after === undefined ? {} : { after: layout.after }),
    });
    draft.preview.push({ at: { sheet: name, row: 0, column: 0 }, change: "sheet", key: id, field: "", before: null, after: name });
  }
  const stands = exists ? draft.snapshot.documents.get(id) : undefined;
  const filled = { ...layout, rows: layout.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => withRanges(draft, cell)) })) };
  if (layout.isOurs) writeDifferences(draft, id, name, filled, stands);
  else writeWhereBlank(draft, name, filled, stands);
  if (exists && laid === look) return;
  draft.edits.push(...lookOf(id, layout, name), ...outlineOf(layout, name, laidRows));
  draft.setState("look", id, look);
}

function withRanges(draft: Draft, cell: LayoutCell): LayoutCell {
  const { value } = cell;
  return typeof value === "object" && value !== null && "formula" in value
    ? { ...cell, value: { ...value, formula: fillRanges(draft, value.formula) } }
    : cell;
}

function freeName(draft: Draft, wanted: string): string {
  let name = wanted;
  for (let count = 2; draft.hasSheet(name); count++) name = `${wanted.slice(0, 27)} (${count})`;
  return name;
}

function cellsOf(layout: SheetLayout): CellInput[][] {
  return layout.rows.map((row) => {
    const line: CellInput[] = layout.widths.map(() => undefined);
    if (layout.hasMarkers) line[0] = row.marker === "" ? undefined : row.marker;
    for (const cell of row.cells) line[cell.column] = cell.value ?? undefined;
    return line;
  });
}

function writeWhereBlank(draft: Draft, sheet: string, layout: SheetLayout, stands: SheetCells | undefined): void {
  const values = cellsOf(layout).map((line, row) =>
    line.map((value, column) => {
      const there = draft.cellOf(stands, row, column);
      return there.value === null && there.formula === undefined ? value : undefined;
    }),
  );
  if (values.every((line) => line.every((value) => value === undefined))) return;
  const blank = values.map((line) => line.map((value) => (value === undefined ? undefined : null)));
  draft.write(sheet, 0, 0, values, stands && blank);
}

/**
 * Ours are the layout's columns, as many rows down as were laid out before; what a person wrote beside
 * them stays, and what is below moves down where the layout grows.
 */
function writeDifferences(draft: Draft, id: string, sheet: string, layout: SheetLayout, stands: SheetCells | undefined): void {
  const wanted = cellsOf(layout);
  const laid = Number(draft.getState("look", `${id}.rows`) ?? wanted.length);
  const growth = wanted.length - laid;
  if (growth > 0 && stands?.values.slice(laid, wanted.length).some((line) => line.some((value) => value !== null)))
    draft.insertRows(sheet, laid, growth);
  if (growth >= 0) draft.setState("look", `${id}.rows`, String(wanted.length));
  for (let row = 0; row < Math.max(wanted.length, laid); row++) {
    const line: CellInput[] = layout.widths.map((_, column) => {
      const value = wanted[row]?.[column];
      const there = draft.cellOf(stands, row, column);
      return same(value, there) ? undefined : (value ?? null);
    });
    const first = line.findIndex((value) => value !== undefined);
    if (first < 0) continue;
    const expect = line.map((value, column) => (value === undefined ? undefined : typedAt(draft, stands, row, column)));
    draft.write(sheet, row, first, [line.slice(first)], stands && [expect.slice(first)]);
  }
  draft.setState("look", `${id}.rows`, String(wanted.length));
}

/** What a person may have typed in a cell; a formula's result says nothing of that. */
function typedAt(draft: Draft, stands: SheetCells | undefined, row: number, column: number): CellValue | undefined {
  const { value, formula } = draft.cellOf(stands, row, column);
  return formula === undefined ? value : undefined;
}

function same(wanted: CellInput, stands: { readonly value: CellValue; readonly formula?: string }): boolean {
  if (wanted === null || wanted === undefined) return stands.value === null && stands.formula === undefined;
  if (typeof wanted === "object") {
    if (isCellError(wanted)) return false;
    return stands.formula !== undefined && sameFormula(stands.formula, wanted.formula) && (stands.value ?? "") === (wanted.value ?? "");
  }
  return stands.formula === undefined && !isCellError(stands.value) && stands.value === wanted;
}

/** Rows that an earlier layout had are no part of an outline any more. */
function outlineOf({ groups, rows, widths, hasMarkers }: SheetLayout, sheet: string, laidRows: number): Edit[] {
  if (!groups) return [];
  const shown = hasMarkers ? 1 : 0;
  return [
    { kind: "group", sheet, axis: "rows", first: 0, count: Math.max(rows.length, laidRows), groups: groups.rows },
    { kind: "group", sheet, axis: "columns", first: shown, count: widths.length - shown, groups: groups.columns },
  ];
}

/** Everything about the sheet but its values and its outline. */
function lookOf(id: string, layout: SheetLayout, sheet: string): Edit[] {
  const edits: Edit[] = [{ kind: "widths", sheet, column: 0, widths: layout.widths }];
  if (layout.rows.some((row) => row.height > 0))
    edits.push({ kind: "heights", sheet, row: 0, heights: layout.rows.map((row) => row.height) });
  const byStyle = new Map<Style, Area[]>();
  const merges: Area[] = [];
  layout.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const area = { row: index, column: cell.column, rows: 1, columns: cell.columns };
      byStyle.set(cell.style, [...(byStyle.get(cell.style) ?? []), area]);
      if (cell.columns > 1) merges.push(area);
    }
  });
  if (layout.hasMarkers) byStyle.set(styles.marker, [{ row: 0, column: 0, rows: layout.rows.length, columns: 1 }]);
  for (const [style, areas] of byStyle) if (Object.keys(style).length > 0) edits.push({ kind: "format", sheet, areas, style });
  if (merges.length > 0) edits.push({ kind: "merge", sheet, areas: merges });
  if (layout.hasMarkers) edits.push({ kind: "hideColumns", sheet, column: 0, count: 1, hidden: true });
  if (layout.validations.length > 0) edits.push({ kind: "validate", sheet, validations: layout.validations });
  if (layout.highlights.length > 0) edits.push({ kind: "highlight", sheet, highlights: layout.highlights });
  if (layout.charts) edits.push({ kind: "chart", sheet, charts: layout.charts });
  if (layout.freeze) edits.push({ kind: "freeze", sheet, ...layout.freeze });
  if (layout.page) edits.push({ kind: "page", sheet, page: layout.page });
  if (layout.isOurs) edits.push({ kind: "name", name: `${SHEET_NAME}${id}`, at: { sheet, row: 0, column: 0 } });
  for (const named of layout.named ?? [])
    edits.push({ kind: "name", name: named.name, at: { sheet, row: named.row, column: named.column } });
  return edits;
}

import { hashText } from "../base/hash.ts";
import type { CellPlace } from "../base/place.ts";
import { styles } from "../layout/styles.ts";
import { type Area, type CellInput, type CellValue, formulaIn, isCellError } from "../workbook/cells.ts";
import type { Edit, Style } from "../workbook/edits.ts";
import type { SheetCells } from "../workbook/host.ts";
import type { LayoutCell, SheetLayout } from "../workbook/sheet-layout.ts";
import { stateKey } from "../workbook/state.ts";
import { type Beside, besideOf, type Laid, type Standing } from "./beside.ts";
import type { Draft } from "./draft.ts";
import { layered } from "./layers.ts";
import { fillRanges } from "./lower-live.ts";
import { SHEET_NAME } from "./rebuild-state.ts";
import { sameFormula } from "./same-formula.ts";

/**
 * Lays a sheet out. A document that was laid out before is a person's to type in and is left alone;
 * one whose laying out was cut off is finished, its filled cells kept; a sheet of ours is brought to
 * what it should say.
 */
export function lowerSheet(draft: Draft, id: string, layout: SheetLayout): void {
  const before = laidBefore(draft, id, layout);
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
  // What is merged still would hide what is written. A look that was taken back is noted as none.
  const hadLook = draft.snapshot.state.cells.has(stateKey("look", id));
  if (exists && layout.isOurs && laid !== look && hadLook) draft.edits.push(...withoutLook(name, before, layout));
  if (layout.isOurs) writeDifferences(draft, id, name, filled, stands);
  else writeWhereBlank(draft, name, filled, stands);
  if (exists && laid === look) return;
  draft.edits.push(...lookOf(id, layout, name), ...outlineOf(layout, name, before.rows));
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
    for (const cell of row.cells) line[cell.column] = cell.value === "" ? undefined : (cell.value ?? undefined);
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
 * them goes with its row, and what is below moves down where the layout grows.
 */
function writeDifferences(draft: Draft, id: string, sheet: string, layout: SheetLayout, stands: SheetCells | undefined): void {
  const wanted = cellsOf(layout);
  const columns = layout.widths.length;
  const was = laidBefore(draft, id, layout);
  const growth = wanted.length - was.rows;
  const pushes = growth > 0 && stands?.values.slice(was.rows, wanted.length).some((line) => line.some((value) => value !== null));
  if (pushes) draft.insertRows(sheet, was.rows, growth);
  if (growth >= 0) noteLaid(draft, id, { rows: wanted.length, columns: was.columns });
  const beside: Beside = stands
    ? besideOf(standing(draft, stands, pushes ? growth : 0), was, layout.hasMarkers ? wanted : stands.values, columns)
    : new Map();
  const changed: CellPlace[] = [];
  for (let row = 0; row < endOf(beside.keys(), Math.max(wanted.length, was.rows)); row++) {
    const side = beside.get(row);
    const width = endOf(side?.keys() ?? [], Math.max(columns, was.columns));
    const line: CellInput[] = Array.from({ length: width }, (_, column) => {
      const isOurs = (row < wanted.length && column < columns) || (row < was.rows && column < was.columns);
      if (!isOurs && !side?.has(column)) return undefined;
      const value = side?.get(column) ?? (column < columns ? wanted[row]?.[column] : undefined);
      const there = draft.cellOf(stands, row, column);
      if (same(value, there)) return undefined;
      if (!isSameContent(value, there)) changed.push({ sheet, row, column });
      return value ?? null;
    });
    const first = line.findIndex((value) => value !== undefined);
    if (first < 0) continue;
    // Lines as long as each other are one rectangle.
    let last = line.length;
    while (last > columns && line[last - 1] === undefined) last -= 1;
    const expect = line.map((value, column) => (value === undefined ? undefined : typedAt(draft, stands, row, column)));
    draft.write(sheet, row, first, [line.slice(first, last)], stands && [expect.slice(first, last)]);
  }
  noteLaid(draft, id, { rows: wanted.length, columns });
  const [at] = changed;
  if (stands && at && layout.visibility === "visible")
    draft.preview.push({ at, change: "refresh", key: id, field: "", before: null, after: changed.length });
}

/** One more than the largest place, at least `least`. */
function endOf(places: Iterable<number>, least: number): number {
  let end = least;
  for (const place of places) end = Math.max(end, place + 1);
  return end;
}

/** How much of the sheet was laid out; as much as the layout where nothing is noted. */
function laidBefore(draft: Draft, id: string, { rows, widths }: SheetLayout): Laid {
  const [laidRows = rows.length, laidColumns = widths.length] = (draft.getState("look", `${id}.rows`)?.split("x") ?? []).map(Number);
  return { rows: laidRows, columns: laidColumns };
}

function noteLaid(draft: Draft, id: string, { rows, columns }: Laid): void {
  draft.setState("look", `${id}.rows`, `${rows}x${columns}`);
}

function standing(draft: Draft, cells: SheetCells, pushed: number): Standing {
  return {
    rows: cells.values.length + pushed,
    columnsIn: (row) => cells.values[row]?.length ?? 0,
    at: (row, column) => draft.cellOf(cells, row, column),
  };
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

/** Whether a cell says what it should, where a formula's result that alone is another is no change: programs work it out themselves. */
function isSameContent(wanted: CellInput, stands: { readonly value: CellValue; readonly formula?: string }): boolean {
  const formula = formulaIn(wanted);
  return formula === undefined ? same(wanted, stands) : stands.formula !== undefined && sameFormula(stands.formula, formula);
}

/** Rows that an earlier layout had are no part of an outline any more. */
function outlineOf({ groups, rows, widths, hasMarkers }: SheetLayout, sheet: string, laidRows: number): Edit[] {
  const shown = hasMarkers ? 1 : 0;
  const edits: Edit[] = [];
  if (groups?.rows)
    edits.push({ kind: "group", sheet, axis: "rows", first: 0, count: Math.max(rows.length, laidRows), groups: groups.rows });
  if (groups?.columns)
    edits.push({ kind: "group", sheet, axis: "columns", first: shown, count: widths.length - shown, groups: groups.columns });
  return edits;
}

/** Takes off what an earlier layout looked like, before its cells say something else. */
function withoutLook(sheet: string, before: Laid, { rows, widths }: SheetLayout): Edit[] {
  const area = { row: 0, column: 0, rows: Math.max(before.rows, rows.length), columns: Math.max(before.columns, widths.length) };
  return [
    { kind: "unmerge", sheet, area },
    { kind: "format", sheet, areas: [area], style: styles.plain },
  ];
}

/** Everything about the sheet but its values and its outline. */
function lookOf(id: string, layout: SheetLayout, sheet: string): Edit[] {
  const edits: Edit[] = [{ kind: "widths", sheet, column: 0, widths: layout.widths }];
  if (layout.rows.some((row) => row.height > 0))
    edits.push({ kind: "heights", sheet, row: 0, heights: layout.rows.map((row) => row.height) });
  const byStyle = [...areasBy(layout.rows, bordersOf), ...layered(areasBy(layout.rows, restOf), layout.rows, restOf)];
  const merges = layout.rows.flatMap((row, index) =>
    row.cells.flatMap(({ column, columns }): Area[] => (columns > 1 ? [{ row: index, column, rows: 1, columns }] : [])),
  );
  if (layout.hasMarkers) byStyle.push([styles.marker, [{ row: 0, column: 0, rows: layout.rows.length, columns: 1 }]]);
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

/** Lines are dear to draw and mostly the same all over a sheet: they are a look of their own. */
const borders = new Map<Style["border"], Style>();
const rests = new Map<Style, Style>();

function bordersOf({ border }: Style): Style | undefined {
  if (!border) return undefined;
  const known = borders.get(border) ?? { border };
  borders.set(border, known);
  return known;
}

function restOf(style: Style): Style {
  const { border, ...rest } = style;
  if (!border) return style;
  const known = rests.get(style) ?? rest;
  rests.set(style, known);
  return known;
}

/** The cells of each look, in as few rectangles as rows that follow each other allow: side by side, then one above the other. */
function areasBy(rows: SheetLayout["rows"], partOf: (style: Style) => Style | undefined): Map<Style, Area[]> {
  const found = new Map<Style, Area[]>();
  /** Where in its style's list the rectangle ends that could grow downwards. */
  const open = new Map<Style, Map<number, number>>();
  const close = (style: Style, area: Area): void => {
    const areas = found.get(style) ?? [];
    const ends = open.get(style) ?? new Map<number, number>();
    const above = areas[ends.get(area.column) ?? -1];
    if (above && above.columns === area.columns && above.row + above.rows === area.row) {
      areas[ends.get(area.column) ?? 0] = { ...above, rows: above.rows + 1 };
    } else {
      ends.set(area.column, areas.length);
      areas.push(area);
    }
    found.set(style, areas);
    open.set(style, ends);
  };
  rows.forEach(({ cells }, row) => {
    let run: { readonly style: Style; readonly area: Area } | undefined;
    for (const { column, columns, style: whole } of cells) {
      const style = partOf(whole);
      const joins = run && run.style === style && run.area.column + run.area.columns === column;
      if (run && !joins) close(run.style, run.area);
      if (style === undefined) run = undefined;
      else
        run =
          joins && run
            ? { style, area: { ...run.area, columns: run.area.columns + columns } }
            : { style, area: { row, column, rows: 1, columns } };
    }
    if (run) close(run.style, run.area);
  });
  return found;
}

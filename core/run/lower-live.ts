import { hashText } from "../base/hash.ts";
import { cellAddress, columnLetters, quoteSheet } from "../base/place.ts";
import { fieldStyle } from "../layout/table-look.ts";
import { tableOf } from "../tables/tables.ts";
import type { CellInput, CellValue } from "../workbook/cells.ts";
import { type Highlight, MARK } from "../workbook/edits.ts";
import type { Change } from "../workbook/patch.ts";
import type { Draft, DraftTable } from "./draft.ts";
import { sameFormula } from "./same-formula.ts";

/** Rows are covered in steps, so that the area does not change with every new row. */
const STEP = 100;

/** The last row (exclusive) that live formulas and highlights cover. */
function coveredEnd(table: DraftTable, spare: number): number {
  const first = table.headRow + 1;
  const covered = first + Math.ceil((table.end - first + spare) / STEP) * STEP;
  return table.below === undefined ? covered : Math.min(covered, Math.max(table.below, table.end));
}

/** `{field}` becomes the row's own cell, its column fixed; nothing where the table lacks the field. */
function fillIn(table: DraftTable, formula: string, row: number): string {
  return formula.replace(/\{(\w+)\}/g, (_, field: string) => {
    const column = table.columns.get(field);
    return column === undefined ? '""' : `$${columnLetters(column)}${row + 1}`;
  });
}

/** Fills a live column over the rows and the spare rows below, as few blocks as what differs. */
export function lowerFormulas(draft: Draft, change: Extract<Change, { kind: "formulas" }>): void {
  const table = draft.tables.get(change.table);
  const column = table?.columns.get(change.field);
  if (!table || column === undefined) return;
  const end = coveredEnd(table, change.spare);
  table.covered = end;
  const { border, ...style } = fieldStyle(tableOf(change.table).fields[change.field]?.type ?? "text");
  let start = table.headRow + 1;
  let run: CellInput[][] = [];
  // Of a formula, its result: it changes with the row that it tells of. An empty one is a text to one host and nothing to another.
  let expect: CellValue[][] = [];
  const template = fillRanges(draft, change.formula);
  const flush = (): void => {
    if (run.length === 0) return;
    draft.edits.push({ kind: "format", sheet: table.sheet, areas: [{ row: start, column, rows: run.length, columns: 1 }], style });
    const filled = Math.min(run.length, table.end - start);
    if (filled > 0 && border)
      draft.edits.push({
        kind: "format",
        sheet: table.sheet,
        areas: [{ row: start, column, rows: filled, columns: 1 }],
        style: { border },
      });
    draft.write(table.sheet, start, column, run, expect);
    [run, expect] = [[], []];
  };
  for (let row = table.headRow + 1; row < end; row++) {
    const formula = fillIn(table, template, row);
    const value = change.results.get(table.keys.get(row) ?? "") ?? "";
    const stands = draft.cellOf(table.data?.cells, row, column);
    const isTheirs = stands.formula === undefined && stands.value !== null && stands.value !== "";
    const isSame = stands.formula !== undefined && sameFormula(stands.formula, formula) && (stands.value ?? "") === value;
    if (isSame || (isTheirs && !change.restore)) {
      flush();
      continue;
    }
    if (run.length === 0) start = row;
    run.push([{ formula, value }]);
    expect.push([stands.value === "" ? null : stands.value]);
    const key = table.keys.get(row);
    if (key === undefined) continue;
    // Spare rows show nothing yet: to a person they are no change.
    const before = (typeof stands.value === "string" || typeof stands.value === "number") && stands.value !== "" ? stands.value : null;
    draft.preview.push({
      at: { sheet: table.sheet, row, column },
      change: "cell",
      table: table.id,
      key,
      field: change.field,
      before,
      after: value,
    });
  }
  flush();
}

/** Lays the conditional formats of a table once, and again when they or their rows change. */
export function lowerHighlights(draft: Draft, change: Extract<Change, { kind: "highlights" }>): void {
  const table = draft.tables.get(change.table);
  if (!table) return;
  const first = table.headRow + 1;
  const end = coveredEnd(table, change.spare);
  const highlights = change.rules.flatMap((rule): Highlight[] => {
    const column = table.columns.get(rule.field);
    if (column === undefined) return [];
    const { fill, color, bold } = rule;
    const style = {
      ...(fill === undefined ? {} : { fill }),
      ...(color === undefined ? {} : { color }),
      ...(bold === undefined ? {} : { bold }),
    };
    return [
      {
        areas: [{ row: first, column, rows: end - first, columns: 1 }],
        formula: `AND(${MARK},${fillIn(table, rule.formula, first)})`,
        style,
      },
    ];
  });
  const look = hashText(JSON.stringify([cellAddress(first, table.column), highlights]));
  if (draft.getState("look", `${change.table}.highlights`) === look) return;
  draft.edits.push({ kind: "highlight", sheet: table.sheet, highlights });
  draft.setState("look", `${change.table}.highlights`, look);
}

/**
 * `{table.field}` in a sheet's formula becomes that column of the table, its rows and spare rows; `{sheet.id}` the
 * name of a sheet that was laid out before it, ready for a cell's address.
 * @example fillRanges(draft, 'COUNTIF({actions.light},"x")') // COUNTIF('Actions'!$N$2:$N$201,"x")
 */
export function fillRanges(draft: Draft, formula: string): string {
  return formula.replace(/\{(\w+)\.([\w-]+)\}/g, (whole, id: string, field: string) => {
    if (id === "sheet") return `${quoteSheet(draft.getState("made", field) ?? field)}!`;
    const table = draft.tables.get(id as DraftTable["id"]);
    const column = table?.columns.get(field);
    if (!table || column === undefined) return whole;
    const letters = `$${columnLetters(column)}$`;
    return `${quoteSheet(table.sheet)}!${letters}${table.headRow + 2}:${letters}${table.covered ?? table.end + STEP}`;
  });
}

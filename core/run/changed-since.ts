import type { CellPlace } from "../base/place.ts";
import { type Problem, problem } from "../words/message.ts";
import { type CellValue, formulaIn, isCellError, valueIn } from "../workbook/cells.ts";
import { formulaKey, type SheetCells } from "../workbook/host.ts";
import { type Snapshot, sheetFacts } from "../workbook/snapshot.ts";
import { sameButRows, sameFormula } from "./same-formula.ts";
import type { Content, Overwritten, Undo } from "./undo-data.ts";

/** How many cells a person is shown one by one. */
const LISTED = 20;

interface Standing {
  /** Why the command cannot be taken back; then nothing is. */
  readonly problems: readonly Problem[];
  /** The cells that still hold what the command wrote and held something else before, by sheet. */
  readonly cells: Undo["sheets"];
}

/**
 * How a workbook stands to what a command wrote. A cell that holds something else, and anything typed
 * since in a sheet or a row that the command made, is a person's and must not be lost. A live formula
 * whose result moved is still the formula that was written, and a cell that is again as it was before
 * (in what the command made: empty) loses nothing.
 */
export function standingOf({ sheets, survey }: Snapshot, undo: Undo): Standing {
  const changed: CellPlace[] = [];
  const problems: Problem[] = [];
  const same = undo.inserted.length > 0 ? sameButRows : sameFormula;
  const isMade = new Set(undo.made);
  const left: { sheet: string; cells: Overwritten[] }[] = [];
  for (const sheet of sheetsOf(undo)) {
    const found = sheets.get(sheet.toLowerCase());
    if (!found) {
      problems.push(problem("error", "undo-sheet-gone", { sheet }));
      continue;
    }
    const cells = undo.sheets.find((each) => each.sheet === sheet)?.cells ?? [];
    const kept: Overwritten[] = [];
    for (const cell of cells) {
      if (holds(found, cell, cell.wrote, same)) {
        if (cell.before !== undefined) kept.push(cell);
      } else if (!holds(found, cell, cell.before ?? null, same)) changed.push({ sheet, row: cell.row, column: cell.column });
    }
    left.push({ sheet, cells: kept });
    const rows = undo.inserted.filter((each) => each.sheet === sheet);
    changed.push(
      ...typedSince(found, cells, (row) => isMade.has(sheet) || rows.some((each) => row >= each.row && row < each.row + each.count)),
    );
  }
  problems.push(...changed.slice(0, LISTED).map((at) => problem("error", "undo-changed-since", {}, at)));
  if (changed.length > LISTED) problems.push(problem("error", "undo-more-changed", { n: changed.length - LISTED }));
  const isProtected = undo.protection.some(({ sheet, isOn }) => sheetFacts(survey, sheet)?.isProtected === isOn);
  const isNothing = undo.made.length + undo.inserted.length === 0 && !isProtected && left.every(({ cells }) => cells.length === 0);
  if (problems.length === 0 && isNothing) problems.push(problem("error", "undo-nothing-left"));
  return { problems, cells: left };
}

/** Every sheet that the taking back looks at. */
export function sheetsOf({ made, inserted, sheets }: Undo): string[] {
  return [...new Set([...made, ...inserted.map(({ sheet }) => sheet), ...sheets.map(({ sheet }) => sheet)])];
}

function holds(
  { values, formulas }: SheetCells,
  { row, column }: Overwritten,
  content: Content,
  same: (a: string, b: string) => boolean,
): boolean {
  const stands = formulas.get(formulaKey(row, column));
  const wanted = formulaIn(content);
  if (wanted !== undefined || stands !== undefined) return wanted !== undefined && stands !== undefined && same(wanted, stands);
  return sameValue(values[row]?.[column] ?? null, valueIn(content));
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (isCellError(a) || isCellError(b)) return isCellError(a) && isCellError(b) && a.error === b.error;
  return (a === "" ? null : a) === (b === "" ? null : b);
}

/** What stands in rows of the command's own without having been written by it. */
function typedSince({ sheet, values, formulas }: SheetCells, cells: readonly Overwritten[], isOwn: (row: number) => boolean): CellPlace[] {
  const written = new Set(cells.map(({ row, column }) => formulaKey(row, column)));
  return values.flatMap((line, row) => {
    if (!isOwn(row)) return [];
    return line.flatMap((value, column) => {
      const key = formulaKey(row, column);
      const isBlank = (value === null || value === "") && !formulas.has(key);
      return isBlank || written.has(key) ? [] : [{ sheet, row, column }];
    });
  });
}

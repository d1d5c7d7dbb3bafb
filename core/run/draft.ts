import type { CellPlace } from "../base/place.ts";
import type { Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import type { CellInput, CellValue } from "../workbook/cells.ts";
import type { Edit } from "../workbook/edits.ts";
import { formulaKey, type SheetCells } from "../workbook/host.ts";
import { type Snapshot, sheetFacts, type TableData } from "../workbook/snapshot.ts";
import { SCHEMA_VERSION, STATE_HEADINGS, STATE_SHEET, type StateKind, stateKey } from "../workbook/state.ts";

/** A table as it will stand once the edits so far are made. */
export interface DraftTable {
  readonly id: TableId;
  readonly sheet: string;
  readonly headRow: number;
  readonly column: number;
  readonly headings: string[];
  readonly columns: Map<string, number>;
  /** The row where the next new row goes. */
  end: number;
  below?: number;
  /** The last row of the native table's data, where there is a native table. */
  native?: { readonly name: string; last: number; columns: number; readonly hasTotals: boolean };
  readonly data?: TableData;
  /** The row below the last one that live formulas cover. */
  covered?: number;
  /** The key of each row. */
  readonly keys: Map<number, string>;
}

/** One change as a person sees it before it is made. */
export interface PreviewLine {
  readonly at: CellPlace;
  /** A sheet that is made, a row that is added, a cell that is changed; or a sheet that only Concord writes brought up to date, with how many cells in `after`. */
  readonly change: "sheet" | "row" | "cell" | "refresh";
  /** The table that it belongs to; none for a document. */
  readonly table?: TableId;
  readonly key: string;
  /** The id of a field of the table, or `""` for a whole row or sheet, or a cell of a document. */
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

export interface DraftOptions {
  readonly language: Language;
  /** The id that a workbook without one is given. */
  readonly bookId: string;
}

/** The workbook as the edits so far would leave it, while a patch is being lowered. */
export class Draft {
  readonly edits: Edit[] = [];
  readonly preview: PreviewLine[] = [];
  readonly tables: DraftTables;
  readonly language: Language;
  readonly dateSystem: 1900 | 1904;
  /** Tables laid out without the lists that they suggest from. */
  readonly withoutLists = new Set<TableId>();
  private readonly made = new Set<string>();
  private readonly inserted: { readonly sheet: string; readonly row: number; readonly count: number }[] = [];
  private readonly state = new Map<string, { readonly value: string; readonly row: number }>();
  /** Notes that are written later, by their state keys. */
  private readonly later = new Map<string, readonly [kind: StateKind, key: string]>();
  private stateEnd: number;
  private isStateOpen = false;

  constructor(
    readonly snapshot: Snapshot,
    private readonly options: DraftOptions,
  ) {
    this.language = options.language;
    this.dateSystem = snapshot.survey.dateSystem;
    this.stateEnd = snapshot.state.end;
    this.tables = new DraftTables(snapshot);
  }

  hasSheet(name: string): boolean {
    return this.made.has(name.toLowerCase()) || sheetFacts(this.snapshot.survey, name) !== undefined;
  }

  addSheet(edit: Extract<Edit, { kind: "addSheet" }>): void {
    this.made.add(edit.sheet.toLowerCase());
    this.edits.push(edit);
  }

  /** Writes a rectangle; a row right below the last rectangle of the same width joins it. */
  write(
    sheet: string,
    row: number,
    column: number,
    values: readonly (readonly CellInput[])[],
    expect?: readonly (readonly (CellValue | undefined)[])[],
  ): void {
    const last = this.edits.at(-1);
    const width = values[0]?.length ?? 0;
    const joins =
      last?.kind === "cells" &&
      last.sheet === sheet &&
      last.column === column &&
      last.row + last.values.length === row &&
      last.values[0]?.length === width &&
      (last.expect === undefined) === (expect === undefined);
    if (joins) {
      this.edits[this.edits.length - 1] = {
        ...last,
        values: [...last.values, ...values],
        ...(expect && last.expect ? { expect: [...last.expect, ...expect] } : {}),
      };
      return;
    }
    this.edits.push({ kind: "cells", sheet, row, column, values, ...(expect ? { expect } : {}) });
  }

  /** Everything below moves down; cells are looked up where they stood. */
  insertRows(sheet: string, row: number, count: number): void {
    this.edits.push({ kind: "insertRows", sheet, row, count });
    this.inserted.unshift({ sheet, row, count });
  }

  getState(kind: StateKind, key: string): string | undefined {
    return this.state.get(stateKey(kind, key))?.value ?? this.snapshot.state.get(kind, key);
  }

  setState(kind: StateKind, key: string, value: string | null): void {
    const before = this.getState(kind, key);
    if ((value ?? "") === (before ?? "")) return;
    this.openState();
    this.writeState(kind, key, value ?? "");
  }

  /**
   * As `setState`, for a note that tells of what is there already, so that a run that ends before it only
   * does that once more: notes of several tables are one write.
   */
  noteLater(kind: StateKind, key: string, value: string): void {
    if (value === (this.getState(kind, key) ?? "")) return;
    const id = stateKey(kind, key);
    this.openState();
    this.state.set(id, { value, row: this.stateRow(id) });
    this.later.set(id, [kind, key]);
  }

  /** Whether a table was made or found that is not noted yet. */
  get owesTables(): boolean {
    return [...this.later.values()].some(([kind]) => kind === "table");
  }

  writeNotes(): void {
    const rowOf = (id: string): number => this.state.get(id)?.row ?? 0;
    const notes = [...this.later].sort(([a], [b]) => rowOf(a) - rowOf(b));
    this.later.clear();
    for (const [id, [kind, key]] of notes) this.writeState(kind, key, this.state.get(id)?.value ?? "");
  }

  private stateRow(id: string): number {
    return this.state.get(id)?.row ?? this.snapshot.state.cells.get(id)?.row ?? this.stateEnd++;
  }

  /** Another's note on the same row in the meantime is stale, not lost. */
  private writeState(kind: StateKind, key: string, value: string): void {
    const id = stateKey(kind, key);
    const stands = this.snapshot.state.cells.get(id);
    const row = this.stateRow(id);
    this.state.set(id, { value, row });
    this.later.delete(id);
    const expect = stands ? [undefined, undefined, stands.value] : [null, null, null];
    this.write(STATE_SHEET, row, 0, [[kind, key, value === "" ? null : value]], [expect]);
  }

  /** Finishes a hidden sheet that was cut off while it was made, too. */
  private openState(): void {
    if (this.isStateOpen) return;
    this.isStateOpen = true;
    if (!this.hasSheet(STATE_SHEET)) this.addSheet({ kind: "addSheet", sheet: STATE_SHEET, visibility: "veryHidden", gridlines: true });
    const book = { schema: String(SCHEMA_VERSION), id: this.options.bookId, language: this.language };
    const missing = Object.entries(book).filter(([key]) => this.getState("book", key) === undefined);
    if (missing.length > 0) this.write(STATE_SHEET, 0, 0, [[...STATE_HEADINGS]]);
    for (const [key, value] of missing) this.writeState("book", key, value);
  }

  /** What stands in a cell just now, where its sheet was read; nothing in a row that was just inserted. */
  cellOf(cells: SheetCells | undefined, at: number, column: number): { readonly value: CellValue; readonly formula?: string } {
    const row = cells && this.origin(cells.sheet, at);
    if (!cells || row === undefined) return { value: null };
    const formula = cells.formulas.get(formulaKey(row, column));
    const value = cells.values[row]?.[column] ?? null;
    return formula === undefined ? { value } : { value, formula };
  }

  /** Where a row stood before rows were inserted. */
  private origin(sheet: string, at: number): number | undefined {
    let row = at;
    for (const inserted of this.inserted) {
      if (inserted.sheet !== sheet || row < inserted.row) continue;
      if (row < inserted.row + inserted.count) return undefined;
      row -= inserted.count;
    }
    return row;
  }
}

/** The tables as a patch leaves them: what there was of one before is looked up when it is first asked for. */
class DraftTables {
  private readonly known = new Map<TableId, DraftTable | undefined>();

  constructor(private readonly snapshot: Snapshot) {}

  get(id: TableId): DraftTable | undefined {
    if (!this.known.has(id)) this.known.set(id, foundTable(this.snapshot, id));
    return this.known.get(id);
  }

  has(id: TableId): boolean {
    return this.get(id) !== undefined;
  }

  set(id: TableId, table: DraftTable): void {
    this.known.set(id, table);
  }
}

function foundTable(snapshot: Snapshot, id: TableId): DraftTable | undefined {
  const place = snapshot.places.get(id);
  if (!place) return undefined;
  const data = snapshot.tables.get(id);
  const { native } = place;
  return {
    id,
    sheet: place.sheet,
    headRow: place.headRow,
    column: place.column,
    headings: [...place.headings],
    columns: new Map(place.columns),
    end: data?.end ?? place.headRow + 1,
    ...(data?.below === undefined ? {} : { below: data.below }),
    ...(native
      ? {
          native: {
            name: native.name,
            last: native.area.row + native.area.rows - (native.hasTotals ? 2 : 1),
            columns: native.area.columns,
            hasTotals: native.hasTotals,
          },
        }
      : {}),
    ...(data ? { data } : {}),
    keys: new Map((data?.rows ?? []).map((row) => [row.row, row.key])),
  };
}

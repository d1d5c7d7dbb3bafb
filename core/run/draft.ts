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
  native?: { readonly name: string; last: number; readonly hasTotals: boolean };
  readonly data?: TableData;
  /** The row below the last one that live formulas cover. */
  covered?: number;
  /** The key of each row. */
  readonly keys: Map<number, string>;
}

/** One change as a person sees it before it is made. */
export interface PreviewLine {
  readonly at: CellPlace;
  readonly change: "sheet" | "row" | "cell";
  readonly key: string;
  /** The field's id, or `""` for a whole row or sheet. */
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
  readonly tables = new Map<TableId, DraftTable>();
  readonly language: Language;
  readonly dateSystem: 1900 | 1904;
  private readonly made = new Set<string>();
  private readonly state = new Map<string, { readonly value: string; readonly row: number }>();
  private stateEnd: number;

  constructor(
    readonly snapshot: Snapshot,
    private readonly options: DraftOptions,
  ) {
    this.language = options.language;
    this.dateSystem = snapshot.survey.dateSystem;
    this.stateEnd = snapshot.state.end;
    for (const [id, place] of snapshot.places) {
      const data = snapshot.tables.get(id);
      const native = place.native;
      this.tables.set(id, {
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
                hasTotals: native.hasTotals,
              },
            }
          : {}),
        ...(data ? { data } : {}),
        keys: new Map((data?.rows ?? []).map((row) => [row.row, row.key])),
      });
    }
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

  getState(kind: StateKind, key: string): string | undefined {
    return this.state.get(stateKey(kind, key))?.value ?? this.snapshot.state.get(kind, key);
  }

  setState(kind: StateKind, key: string, value: string | null): void {
    const before = this.getState(kind, key);
    if ((value ?? "") === (before ?? "")) return;
    this.openState();
    this.writeState(kind, key, value ?? "");
  }

  private writeState(kind: StateKind, key: string, value: string): void {
    const id = stateKey(kind, key);
    const row = this.state.get(id)?.row ?? this.snapshot.state.rows.get(id) ?? this.stateEnd++;
    this.state.set(id, { value, row });
    this.write(STATE_SHEET, row, 0, [[kind, key, value === "" ? null : value]]);
  }

  private openState(): void {
    if (this.hasSheet(STATE_SHEET)) return;
    this.addSheet({ kind: "addSheet", sheet: STATE_SHEET, visibility: "veryHidden", gridlines: true });
    this.write(STATE_SHEET, 0, 0, [[...STATE_HEADINGS]]);
    this.writeState("book", "schema", String(SCHEMA_VERSION));
    this.writeState("book", "id", this.options.bookId);
    this.writeState("book", "language", this.language);
  }

  /** What stands in a cell just now, where its sheet was read. */
  cellOf(cells: SheetCells | undefined, row: number, column: number): { readonly value: CellValue; readonly formula?: string } {
    const formula = cells?.formulas.get(formulaKey(row, column));
    const value = cells?.values[row]?.[column] ?? null;
    return formula === undefined ? { value } : { value, formula };
  }
}

import { type Edit, formulaKey, originOf, type RowMove } from "../../core/index.ts";
import type { Before } from "./before.ts";
import { isRead, written } from "./cell-values.ts";
import { type Rectangle, rectanglesOf, type Stands } from "./rectangles.ts";
import { askRanges, type KnownSheet, rangeOf } from "./sheets-at-hand.ts";
import type { Pending, Unfinished } from "./unfinished.ts";

/** Writes cells, a call for each rectangle, and knows what stands in between. */
export class CellWriter {
  /** The cells that this batch wrote, by the sheet's name; nothing where rows moved since. */
  private readonly wrote = new Map<string, Set<string> | undefined>();
  /** The latest first. */
  private readonly moves = new Map<string, RowMove[]>();

  constructor(
    private readonly before: Before,
    private readonly unfinished: Unfinished,
  ) {}

  noteMove({ name }: KnownSheet, move: RowMove): void {
    this.moves.set(name, [move, ...(this.moves.get(name) ?? [])]);
    if (this.wrote.has(name)) this.wrote.set(name, undefined);
  }

  write(known: KnownSheet, edits: readonly Extract<Edit, { kind: "cells" }>[]): void {
    const rectangles = rectanglesOf(edits, (row, column) => this.standing(known, row, column));
    const pending = this.pendingOf(known, rectangles);
    if (pending.length > 0) this.unfinished.note(pending);
    askRanges(known, rectangles);
    for (const rectangle of rectangles) {
      writeRectangle(known, rectangle);
      this.note(known, rectangle);
    }
    if (pending.length > 0) this.unfinished.clear();
  }

  /** The cells of rows that more than one rectangle writes. */
  private pendingOf(known: KnownSheet, rectangles: readonly Rectangle[]): Pending[] {
    if (known.isNew || rectangles.length < 2) return [];
    const times = new Map<number, number>();
    for (const { row, rows } of rectangles)
      for (let index = row; index < row + rows; index++) times.set(index, (times.get(index) ?? 0) + 1);
    return rectangles.flatMap(({ row, column, values }) =>
      values.flatMap((line, down) => {
        if ((times.get(row + down) ?? 0) < 2) return [];
        const origin = originOf(this.moves.get(known.name) ?? [], row + down);
        return line.map((input, across): Pending => {
          const before = origin === undefined ? null : (this.before.valuesOf(known)[origin]?.[column + across] ?? null);
          return { sheet: known.name, row: row + down, column: column + across, before, input };
        });
      }),
    );
  }

  private standing(known: KnownSheet, row: number, column: number): ReturnType<Stands> {
    const { name } = known;
    const wrote = this.wrote.get(name);
    if (this.wrote.has(name) && (!wrote || wrote.has(formulaKey(row, column)))) return undefined;
    if (known.isNew) return null;
    const origin = originOf(this.moves.get(name) ?? [], row);
    const standing = origin === undefined ? null : this.before.standing(known, origin, column);
    // Formulas follow rows that move, on whichever sheet: as they were read they are wrong by now.
    return typeof standing === "object" && standing !== null && this.moves.size > 0 ? undefined : standing;
  }

  private note({ name }: KnownSheet, { row, column, values }: Rectangle): void {
    if (this.wrote.has(name) && this.wrote.get(name) === undefined) return;
    const wrote = this.wrote.get(name) ?? new Set<string>();
    this.wrote.set(name, wrote);
    values.forEach((line, down) => {
      line.forEach((input, across) => {
        if (input !== null) wrote.add(formulaKey(row + down, column + across));
      });
    });
  }
}

/** A text that Sheets might read as something else is marked as text; in a cell of plain text it needs no mark. */
function writeRectangle(known: KnownSheet, rectangle: Rectangle): void {
  const { values } = rectangle;
  const range = rangeOf(known, rectangle);
  const isDoubtful = values.some((line) => line.some((input) => typeof input === "string" && isRead(input)));
  const formats = isDoubtful && !known.isNew ? range.getNumberFormats() : undefined;
  range.setValues(values.map((line, down) => line.map((input, across) => written(input, formats?.[down]?.[across] === "@"))));
}

import type { Edit, RowMove } from "../../core/index.ts";
import type { Before } from "./before.ts";
import { isRead, written } from "./cell-values.ts";
import { type Rectangle, rectanglesOf } from "./rectangles.ts";
import { askRanges, type KnownSheet, rangeOf } from "./sheets-at-hand.ts";
import { StandingCells } from "./standing-cells.ts";
import type { Pending, Unfinished } from "./unfinished.ts";

/** Writes cells, a call for each rectangle, and knows what stands in between. */
export class CellWriter {
  private readonly standing: StandingCells;

  constructor(
    private readonly before: Before,
    private readonly unfinished: Unfinished,
  ) {
    this.standing = new StandingCells(before);
  }

  noteMove({ name }: KnownSheet, move: RowMove): void {
    this.standing.noteMove(name, move);
  }

  write(known: KnownSheet, edits: readonly Extract<Edit, { kind: "cells" }>[]): void {
    const { name, isNew } = known;
    const rectangles = rectanglesOf(edits, (row, column) => this.standing.at(name, isNew ? undefined : known, row, column));
    const pending = this.pendingOf(known, rectangles);
    if (pending.length > 0) this.unfinished.note(pending);
    askRanges(known, rectangles);
    for (const rectangle of rectangles) {
      writeRectangle(known, rectangle);
      this.standing.noteWritten(name, rectangle);
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
        const origin = this.standing.originOf(known.name, row + down);
        return line.map((input, across): Pending => {
          const before = origin === undefined ? null : (this.before.valuesOf(known)[origin]?.[column + across] ?? null);
          return { sheet: known.name, row: row + down, column: column + across, before, input };
        });
      }),
    );
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

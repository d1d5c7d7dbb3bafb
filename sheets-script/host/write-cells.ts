import { type Edit, formulaKey, originOf, type RowMove } from "../../core/index.ts";
import type { Before } from "./before.ts";
import { isRead, written } from "./cell-values.ts";
import { type Rectangle, rectanglesOf } from "./rectangles.ts";
import { type KnownSheet, rangeOf } from "./sheets-at-hand.ts";

/** Writes cells, a call for each rectangle, and knows which cells of a sheet are empty still. */
export class CellWriter {
  /** The cells that this batch wrote, by the sheet's name; nothing where rows moved since. */
  private readonly wrote = new Map<string, Set<string> | undefined>();
  /** The latest first. */
  private readonly moves = new Map<string, RowMove[]>();

  constructor(private readonly before: Before) {}

  noteMove({ name }: KnownSheet, move: RowMove): void {
    this.moves.set(name, [move, ...(this.moves.get(name) ?? [])]);
    if (this.wrote.has(name)) this.wrote.set(name, undefined);
  }

  write(known: KnownSheet, edits: readonly Extract<Edit, { kind: "cells" }>[]): void {
    const rectangles = rectanglesOf(edits, (row, column) => this.isEmpty(known, row, column));
    for (const rectangle of rectangles) {
      writeRectangle(known, rectangle);
      this.note(known, rectangle);
    }
  }

  private isEmpty(known: KnownSheet, row: number, column: number): boolean {
    const { name } = known;
    if (this.wrote.has(name)) {
      const wrote = this.wrote.get(name);
      if (!wrote || wrote.has(formulaKey(row, column))) return false;
    }
    if (known.isNew) return true;
    const origin = originOf(this.moves.get(name) ?? [], row);
    return origin === undefined || this.before.isEmpty(known, origin, column);
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

import { formulaKey, originOf, type RowMove } from "../../core/index.ts";
import type { Before } from "./before.ts";
import type { Rectangle, Stands } from "./rectangles.ts";
import type { KnownSheet } from "./sheets-at-hand.ts";

/** What stands in cells in the midst of a batch: as it was read, where the batch did not write or move rows since. */
export class StandingCells {
  /** The cells that this batch wrote, by the sheet's name; nothing where rows moved since. */
  private readonly wrote = new Map<string, Set<string> | undefined>();
  /** The latest first. */
  private readonly moves = new Map<string, RowMove[]>();

  constructor(private readonly before: Before) {}

  noteMove(name: string, move: RowMove): void {
    this.moves.set(name, [move, ...(this.moves.get(name) ?? [])]);
    if (this.wrote.has(name)) this.wrote.set(name, undefined);
  }

  /** Where a row was before the batch; nothing for one that it inserted. */
  originOf(name: string, row: number): number | undefined {
    return originOf(this.moves.get(name) ?? [], row);
  }

  /** What may be written again as it stands. @param known the sheet as it was before the batch; nothing for one that the batch makes */
  at(name: string, known: KnownSheet | undefined, row: number, column: number): ReturnType<Stands> {
    const wrote = this.wrote.get(name);
    if (this.wrote.has(name) && (!wrote || wrote.has(formulaKey(row, column)))) return undefined;
    if (!known) return null;
    const origin = this.originOf(name, row);
    const standing = origin === undefined ? null : this.before.standing(known, origin, column);
    // Formulas follow rows that move, on whichever sheet: as they were read they are wrong by now.
    return typeof standing === "object" && standing !== null && this.moves.size > 0 ? undefined : standing;
  }

  noteWritten(name: string, { row, column, values }: Rectangle): void {
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

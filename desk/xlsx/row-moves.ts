import type { Area } from "../../core/index.ts";
import { moveArea, moveRow, type RowMove } from "../workbook/row-move.ts";
import { shiftFormula } from "../workbook/shift-formula.ts";
import { areaRef, areasRef, parseArea, parseAreas } from "./references.ts";

/** Where the rows of the opened file stand now. */
export class RowMoves {
  constructor(private readonly moves: readonly RowMove[]) {}

  get isNone(): boolean {
    return this.moves.length === 0;
  }

  /** Nothing for a row that was deleted since. */
  row(row: number): number | undefined {
    return this.moves.reduce<number | undefined>((at, move) => (at === undefined ? at : moveRow(at, move)), row);
  }

  /** Where the row stood in the file; nothing for one inserted since. */
  origin(row: number): number | undefined {
    return this.moves.reduceRight<number | undefined>((at, { kind, row: first, count }) => {
      if (at === undefined || at < first) return at;
      if (kind === "delete") return at + count;
      return at < first + count ? undefined : at - count;
    }, row);
  }

  area(area: Area): Area | undefined {
    return this.moves.reduce<Area | undefined>((at, move) => at && moveArea(at, move), area);
  }

  /** @example new RowMoves([{ kind: "insert", sheet: "A", row: 1, count: 2 }]).reference("A2:B3") // "A4:B5" */
  reference(text: string): string {
    const area = this.isNone ? undefined : parseArea(text);
    const moved = area && this.area(area);
    return moved ? areaRef(moved) : text;
  }

  /** A formula of this sheet, or of another that names it. */
  formula(text: string): string {
    return this.moves.reduce((moved, move) => shiftFormula(moved, move.sheet, move), text);
  }

  /** `""` where all are gone. */
  references(text: string): string {
    return this.isNone ? text : areasRef(parseAreas(text).flatMap((area) => this.area(area) ?? []));
  }
}

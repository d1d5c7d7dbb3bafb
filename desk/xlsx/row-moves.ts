import type { Area } from "../../core/index.ts";
import { type Insertion, shiftArea, shiftRow } from "../workbook/insertion.ts";
import { shiftFormula } from "../workbook/shift-formula.ts";
import { areaRef, areasRef, parseArea, parseAreas } from "./references.ts";

/** Where the rows of the opened file stand now. */
export class RowMoves {
  constructor(private readonly insertions: readonly Insertion[]) {}

  get isNone(): boolean {
    return this.insertions.length === 0;
  }

  row(row: number): number {
    return this.insertions.reduce(shiftRow, row);
  }

  /** Where the row stood in the file; nothing for one inserted since. */
  origin(row: number): number | undefined {
    return this.insertions.reduceRight<number | undefined>((at, insertion) => {
      if (at === undefined || at < insertion.row) return at;
      return at < insertion.row + insertion.count ? undefined : at - insertion.count;
    }, row);
  }

  area(area: Area): Area {
    return this.insertions.reduce(shiftArea, area);
  }

  /** @example new RowMoves([{ sheet: "A", row: 1, count: 2 }]).reference("A2:B3") // "A4:B5" */
  reference(text: string): string {
    const area = parseArea(text);
    return this.isNone || !area ? text : areaRef(this.area(area));
  }

  /** A formula of this sheet, or of another that names it. */
  formula(text: string): string {
    return this.insertions.reduce((moved, insertion) => shiftFormula(moved, insertion.sheet, insertion), text);
  }

  references(text: string): string {
    return this.isNone ? text : areasRef(parseAreas(text).map((area) => this.area(area)));
  }
}

import type { CellValue } from "../../core/index.ts";
import { moveFormula, plainFormula } from "./formulas.ts";
import type { RawCell, RawRow } from "./sheet-xml.ts";
import type { SharedStrings } from "./strings.ts";
import { decodeText } from "./text.ts";

const DAY_MS = 86_400_000;

/** What the cells of a sheet's file hold; knows the groups of shared formulas. */
export class CellReader {
  /** Where the text of each group of shared formulas stands. */
  private readonly masters = new Map<string, RawCell>();

  constructor(
    rows: readonly RawRow[],
    private readonly strings: SharedStrings,
    private readonly dateSystem: 1900 | 1904,
  ) {
    for (const row of rows) {
      for (const cell of row.cells) {
        const formula = cell.formula;
        if (formula?.type === "shared" && formula.group !== undefined && formula.text !== "") this.masters.set(formula.group, cell);
      }
    }
  }

  value(cell: RawCell): CellValue {
    const text = cell.value;
    if (text === undefined) return null;
    switch (cell.type) {
      case "s":
        return this.strings.at(Number(text)) ?? null;
      case "str":
      case "inlineStr":
        return decodeText(text);
      case "b":
        return text === "1" || text === "true";
      case "e":
        return { error: text };
      case "d":
        return this.serialOf(text);
      default: {
        const number = Number(text);
        return text.trim() === "" || Number.isNaN(number) ? null : number;
      }
    }
  }

  /** The formula without `=`. A data table has none that a person could have typed. */
  formula(cell: RawCell): string | undefined {
    const formula = cell.formula;
    if (!formula || formula.type === "dataTable") return undefined;
    const master = this.master(cell);
    if (!master || master === cell) return formula.text === "" ? undefined : plainFormula(formula.text);
    const text = master.formula?.text ?? "";
    return plainFormula(moveFormula(text, cell.row - master.row, cell.column - master.column));
  }

  /** The cell that holds the text of the shared formula this cell takes part in. */
  master(cell: RawCell): RawCell | undefined {
    return cell.formula?.type === "shared" ? this.masters.get(cell.formula.group ?? "") : undefined;
  }

  private serialOf(text: string): CellValue {
    const time = Date.parse(/[Zz]|[+-]\d\d:\d\d$/.test(text) ? text : `${text.includes("T") ? text : `${text}T00:00:00`}Z`);
    if (Number.isNaN(time)) return null;
    const serial = time / DAY_MS + (this.dateSystem === 1904 ? 24_107 : 25_569);
    return this.dateSystem === 1900 && serial < 61 ? serial - 1 : serial;
  }
}

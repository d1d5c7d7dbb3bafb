import { colours } from "../layout/styles.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import { type Highlight, MARK } from "../workbook/edits.ts";
import { HEAD_COLUMNS, HEAD_ROWS, periodColumn } from "./grid.ts";
import { FOLDED, type RowKind, STRONG } from "./row-kinds.ts";
import { STOCK_STATES, stateWords } from "./stock-state.ts";

export interface HighlightOptions {
  readonly language: Language;
  readonly periods: number;
  /** The rows of families and products, from `first` up to, not including, `end`, and the last column. */
  readonly first: number;
  readonly end: number;
  readonly last: number;
  /** The rows of a product. */
  readonly rowKinds: readonly RowKind[];
}

/** The colours follow the figures; the row of states says the same in words. */
export function balanceHighlights({ language, periods, first, end, last, rowKinds }: HighlightOptions): Highlight[] {
  const row = first + 1;
  const column = periodColumn(0);
  const area = { row: first, column: HEAD_COLUMNS, rows: end - first, columns: periods };
  const offset = (from: RowKind, to: RowKind): string => `${column}${row + rowKinds.indexOf(to) - rowKinds.indexOf(from)}`;
  const rule = (kind: RowKind, formula: string, style: Highlight["style"]): Highlight => ({
    areas: [area],
    formula: `AND(${MARK},$A${row}="${kind}",${formula})`,
    style,
  });
  const state = (of: (typeof STOCK_STATES)[number]): string => `${offset("closing", "status")}="${say(language, stateWords[of])}"`;
  const colour = { short: colours.red, below: colours.amber, excess: colours.blue } as const;
  const body = { row: first, column: 1, rows: end - first, columns: last };
  const isOneOf = (kinds: readonly RowKind[]): string => `OR(${kinds.map((kind) => `$A${row}="${kind}"`).join(",")})`;
  // What a kind of row looks like is said once, and not row by row: there may be thousands.
  const kinds: [areas: Highlight["areas"], formula: string, style: Highlight["style"]][] = [
    [[{ ...body, columns: 2 }], `$A${row}="opening"`, { bold: true, color: "000000" }],
    [[{ ...body, column: 4, columns: last - 3 }], `$A${row}="closing"`, { bold: true, fill: "F2F2F2" }],
    [[{ ...body, column: 4, columns: last - 3 }], isOneOf(STRONG), { bold: true }],
    [[{ ...body, column: 4, columns: last - 3 }], isOneOf(FOLDED), { color: "7F7F7F" }],
  ];
  return [
    ...STOCK_STATES.map((of) => rule("closing", state(of), colour[of])),
    ...STOCK_STATES.map((of) => rule("status", `${column}${row}="${say(language, stateWords[of])}"`, { ...colour[of], bold: true })),
    ...(rowKinds.includes("gap") ? [rule("gap", `N(${column}${row})<0`, { color: colours.red.color })] : []),
    {
      areas: [{ row: 2, column: 2, rows: 1, columns: 1 }],
      formula: `AND(${MARK},$C$3<>"${say(language, "balance-state-current")}")`,
      style: { ...colours.amber, bold: true },
    },
    {
      areas: [{ row: HEAD_ROWS, column: HEAD_COLUMNS, rows: 1, columns: periods }],
      formula: `AND(${MARK},N(${column}${HEAD_ROWS + 1})>0)`,
      style: { ...colours.red, bold: true },
    },
    ...kinds.map(([areas, formula, style]): Highlight => ({ areas, formula: `AND(${MARK},${formula})`, style })),
  ];
}

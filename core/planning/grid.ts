import { columnLetters } from "../base/place.ts";
import { toIso } from "../base/plain-date.ts";
import type { Period } from "../calendar/period.ts";
import { headerText } from "../layout/header-text.ts";
import { quantityFormat } from "../layout/number-format.ts";
import { styles } from "../layout/styles.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { CellInput } from "../workbook/cells.ts";
import type { PageSetup, Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow } from "../workbook/sheet-layout.ts";

/**
 * A sheet with periods across: the hidden column with the kind of each row, four columns that say what the row
 * is about, one for each period, and one for their sum.
 */
export const HEAD_COLUMNS = 5;
/** Title, what it is of, its state, headings, and the days of each period. */
export const HEAD_ROWS = 5;
/** The row of the periods' names. */
export const PERIOD_ROW = 3;

/** The letters of the column of a period. */
export function periodColumn(period: number): string {
  return columnLetters(HEAD_COLUMNS + period);
}

export const looks = {
  code: { ...styles.field, wrap: false, bold: true },
  repeated: { ...styles.field, wrap: false, color: "A6A6A6" },
  item: { ...styles.field, wrap: false },
  strongItem: { ...styles.field, wrap: false, bold: true },
  faintItem: { ...styles.text, wrap: false, color: "7F7F7F", indent: 2 },
  centred: { ...styles.centred, wrap: false, color: "7F7F7F" },
  // Text, but laid over figures: it says all that they say.
  status: { ...styles.centred, wrap: false, size: 8, numberFormat: "General" },
  heading: { ...styles.heading, wrap: false },
  days: { ...styles.heading, wrap: false, size: 7, bold: false, color: "7F7F7F" },
  family: { ...styles.field, wrap: false, bold: true, fill: "DDEBF7" },
  familyItem: { ...styles.field, wrap: false, fill: "DDEBF7" },
  state: { ...styles.field, wrap: false, bold: true },
  info: { ...styles.note, size: 9, wrap: false },
} as const satisfies Record<string, Style>;

/** A look whose text takes as many lines as it needs. */
export function wrapped(look: Style, wrap: boolean): Style {
  if (!wrap) return look;
  const made = wrappedLooks.get(look) ?? { ...look, wrap };
  wrappedLooks.set(look, made);
  return made;
}

const wrappedLooks = new Map<Style, Style>();
const numberLooks = new Map<string, Style>();

/** The look of figures: so many decimals, in a fill, bold or faint. */
export function figures(decimals: number, more: Pick<Style, "bold" | "fill" | "color"> = {}): Style {
  const key = `${decimals} ${more.bold ?? ""} ${more.fill ?? ""} ${more.color ?? ""}`;
  const known = numberLooks.get(key);
  if (known) return known;
  const made: Style = { ...styles.number, wrap: false, ...more, numberFormat: quantityFormat(decimals) };
  numberLooks.set(key, made);
  return made;
}

export function cell(column: number, value: CellInput, style: Style, columns = 1): LayoutCell {
  return { column, columns, value, style };
}

export interface HeadOptions {
  readonly title: WordKey;
  readonly language: Language;
  readonly periods: readonly Period[];
  /** Headings of the four columns at the left. */
  readonly headings: readonly [WordKey, WordKey, WordKey, WordKey];
  readonly info: string;
  readonly state: CellInput;
}

/** The rows at the top, which stay in sight. */
export function headRows({ title, language, periods, headings, info, state }: HeadOptions): LayoutRow[] {
  const last = HEAD_COLUMNS + periods.length;
  return [
    { marker: "", height: 30, cells: [cell(1, say(language, title), { ...styles.title, horizontal: "left" }, last)] },
    { marker: "", height: 18, cells: [cell(1, info, looks.info, last)] },
    { marker: "", height: 20, cells: [cell(1, say(language, "balance-state"), styles.label), cell(2, state, looks.state, last - 1)] },
    {
      marker: "",
      height: 20,
      cells: [
        ...headings.map((heading, index) => cell(1 + index, say(language, heading), styles.heading)),
        ...periods.map(({ key }, index) => cell(HEAD_COLUMNS + index, key, looks.heading)),
        cell(last, say(language, "balance-total"), styles.heading),
      ],
    },
    {
      marker: "",
      height: 14,
      cells: [
        ...headings.map((_, index) => cell(1 + index, null, styles.heading)),
        ...periods.map((period, index) => cell(HEAD_COLUMNS + index, daysOf(period), looks.days)),
        cell(last, null, styles.heading),
      ],
    },
  ];
}

/** @example daysOf(week) // "11/23-11/29" */
function daysOf({ start, end }: Period): string {
  const short = (iso: string): string => `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}`;
  return `${short(toIso(start))}-${short(toIso(end))}`;
}

export function pageFor(
  title: WordKey,
  language: Language,
  settings: BookSettings,
  size: { readonly rows: number; readonly periods: number },
): PageSetup {
  return {
    orientation: "landscape",
    paper: settings.balance.paper,
    margins: { top: 14, bottom: 14, left: 10, right: 10 },
    fitWidth: 1,
    repeatRows: [PERIOD_ROW, HEAD_ROWS - 1],
    printArea: { row: 0, column: 1, rows: size.rows, columns: HEAD_COLUMNS + size.periods },
    header: `&R&8 ${headerText(settings.formNumber)}`,
    footer: `&L&8 ${headerText([settings.company, say(language, title)].filter((text) => text !== "").join(" "))}&C&8${say(language, "page-footer")}`,
    centred: true,
  };
}

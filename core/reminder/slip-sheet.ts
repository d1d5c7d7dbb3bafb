import { toIso } from "../base/plain-date.ts";
import { FormSheet, type Span } from "../layout/form-sheet.ts";
import { styles } from "../layout/styles.ts";
import { showResponsible } from "../meeting/question-cells.ts";
import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutCell, SheetLayout } from "../workbook/sheet-layout.ts";
import type { Slip, SlipLine } from "./reminder-plan.ts";
import { askOf, dueText, type Issuer, levelText, slipTitle, stateOf, whoText } from "./slip-content.ts";

/** Characters of the columns of an A4 page lying down. */
const GRID = [4, 18, 31, 13, 11, 10, 18, 22, 11, 18] as const;

interface Column {
  readonly word: WordKey;
  readonly style: Style;
  readonly text: (line: SlipLine, index: number, language: Language) => string;
}

/** The columns of the form; the last two are for the pen. */
const COLUMNS: readonly Column[] = [
  { word: "slip-order", style: styles.centred, text: (_, index) => String(index + 1) },
  { word: "slip-no", style: styles.text, text: ({ item }) => item },
  { word: "slip-task", style: styles.text, text: ({ task }) => task },
  { word: "slip-who", style: styles.centred, text: (line, _, language) => whoText(line, language) },
  { word: "slip-due", style: styles.centred, text: dueOf },
  { word: "slip-state", style: styles.centred, text: (line, _, language) => stateOf(line, language) },
  { word: "slip-level", style: styles.text, text: (line, _, language) => levelText(line, language) },
  { word: "slip-ask", style: styles.text, text: (line, _, language) => askOf(line, language) },
  { word: "slip-new-due", style: styles.centred, text: () => "" },
  { word: "slip-reply", style: styles.text, text: () => "" },
];

function dueOf(line: SlipLine, _: number, language: Language): string {
  return dueText(line, language);
}

export interface SlipSheetOptions {
  readonly id: string;
  readonly version: number;
  readonly company: string;
  readonly formNumber: string;
  readonly issuer: Issuer;
  readonly language: Language;
  readonly after?: string;
}

const TO: readonly [Span, Span] = [
  [1, 2],
  [3, 2],
];
const NUMBER: readonly [Span, Span] = [
  [5, 2],
  [7, 1],
];
const DATE: readonly [Span, Span] = [
  [8, 1],
  [9, 2],
];

/** A slip to print, sign and hand over: A4 lying down, headings on every page. */
export function slipSheet(slip: Slip, options: SlipSheetOptions): SheetLayout {
  const { language, issuer } = options;
  const word = (code: WordKey, params?: Parameters<typeof say>[2]): string => say(language, code, params);
  const form = new FormSheet(GRID);
  form.wide(`#${options.id.replace(":", " ")}`, options.company, styles.company, 20);
  form.wide("title", slipTitle(slip, language), styles.title, 36);
  const field = (code: WordKey, value: string, [labelAt, valueAt]: readonly [Span, Span]) => ({
    label: word(code),
    value,
    labelAt,
    valueAt,
  });
  form.labelled("head", [
    field("slip-to", showResponsible({ department: slip.to.department, owner: slip.to.name }), TO),
    field("slip-number", slip.no, NUMBER),
    field("slip-date", toIso(slip.date), DATE),
  ]);
  const heading = form.next;
  form.row(
    "items##",
    COLUMNS.map((column, index): LayoutCell => ({ column: index + 1, columns: 1, value: word(column.word), style: styles.heading })),
    22,
  );
  slip.lines.forEach((line, at) => {
    const cells = COLUMNS.map((column, index): LayoutCell => {
      const text = column.text(line, at, language);
      return { column: index + 1, columns: 1, value: text === "" ? null : text, style: column.style };
    });
    form.row(`line:${line.item}|${line.reason}`, cells, 40);
  });
  form.labelled(
    "sign",
    [
      field("slip-issued-by", [issuer.name, toIso(slip.date)].filter((part) => part !== "").join(" "), TO),
      field("slip-received-by", "", NUMBER),
      field("slip-opinion", "", DATE),
    ],
    44,
  );
  form.wide("note", word("slip-sheet-note", { organiser: issuer.organiser }), styles.note, 16);
  return form.layout({
    name: sheetName(slip, options, language),
    language,
    orientation: "landscape",
    formNumber: options.formNumber,
    footer: slip.no,
    repeatRows: [heading, heading],
    ...(options.after === undefined ? {} : { after: options.after }),
  });
}

/** Excel's sheet names have 31 characters at most. */
function sheetName({ no }: Slip, { version }: SlipSheetOptions, language: Language): string {
  const suffix = version === 1 ? "" : ` V${version}`;
  return `${`${say(language, "slip-sheet")} ${no}`.slice(0, 31 - suffix.length)}${suffix}`;
}

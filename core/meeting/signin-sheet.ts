import { toIso } from "../base/plain-date.ts";
import { FormSheet } from "../layout/form-sheet.ts";
import { styles } from "../layout/styles.ts";
import { writeCell } from "../tables/cell-values.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";
import { type Language, type Named, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutCell, SheetLayout } from "../workbook/sheet-layout.ts";
import { showDate, showTime } from "./head-fields.ts";
import type { MeetingValues } from "./meeting-values.ts";
import { COUNTS_ROW, countCells, type SignInColumn, SPARE, signInColumns } from "./signin-form.ts";
import type { suggestions } from "./suggestions.ts";

/** A person's row: the number of their row of the register, and its values. */
export interface SignInLine {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

export interface SignInOptions {
  readonly language: Language;
  readonly dateSystem: 1900 | 1904;
  readonly lists: ReturnType<typeof suggestions>;
  readonly company: string;
  readonly formNumber: string;
  readonly expected: number;
  readonly after?: string;
}

/** High enough to sign in, in points. */
const ROW_HEIGHT = 27;

const label = {
  name: { zh: "会议名称", en: "Meeting name" },
  no: { zh: "会议编号", en: "Meeting no." },
  time: { zh: "会议时间", en: "Time" },
  place: { zh: "会议地点", en: "Place" },
  chair: { zh: "主持人", en: "Chair" },
  recorder: { zh: "记录人", en: "Recorder" },
  expected: { zh: "应到人数", en: "Expected" },
  present: { zh: "实到人数", en: "Present" },
} as const satisfies Record<string, Named>;

/** The sign-in sheet of a meeting: A4 across, a row for everybody expected and some for those who come besides. */
export function signInSheet(meeting: MeetingValues, lines: readonly SignInLine[], options: SignInOptions): SheetLayout {
  const { language, company, formNumber, after } = options;
  const form = new FormSheet(signInColumns.map(({ width }) => width));
  form.wide(`#signin ${meeting.no} ${toIso(meeting.date)}`, company, styles.company, 18);
  form.wide("title", say(language, "signin-title"), styles.title, 32);
  head(form, meeting, options);
  const heading = form.next;
  form.row(
    "signin##",
    signInColumns.map((column, index) => ({ column: index + 1, columns: 1, value: nameIn(language, column), style: styles.heading })),
    22,
  );
  const first = form.next;
  const spare = Array.from({ length: SPARE }, (): SignInLine => ({ key: "", values: {} }));
  [...lines, ...spare].forEach(({ key, values }, index) => {
    form.row(`signin:${key}`, lineCells({ ...values, order: index + 1 }, options), ROW_HEIGHT);
  });
  form.wide("note", say(language, "signin-note"), styles.note, 16);
  rules(form, first, lines.length + spare.length, options);
  return form.layout({
    name: `${say(language, "signin-sheet")} ${meeting.no}`.slice(0, 31),
    language,
    orientation: "landscape",
    formNumber,
    footer: meeting.no,
    repeatRows: [heading, heading],
    ...(after === undefined ? {} : { after }),
  });
}

function head(form: FormSheet, meeting: MeetingValues, { language, expected }: SignInOptions): void {
  const text = (field: string): string => String(meeting[field] ?? "");
  const time = `${showDate(meeting.date, language)} ${showTime(meeting.start ?? null, meeting.end ?? null)}`.trim();
  const said = (field: keyof typeof label): string => nameIn(language, label[field]);
  const left = { labelAt: [1, 2], valueAt: [3, 4] } as const;
  const right = { labelAt: [7, 2], valueAt: [9, 5] } as const;
  form.labelled("head:name", [
    { label: said("name"), value: text("name"), ...left },
    { label: said("no"), value: meeting.no, ...right },
  ]);
  form.labelled("head:time", [
    { label: said("time"), value: time, ...left },
    { label: said("place"), value: text("place"), ...right },
  ]);
  form.labelled(COUNTS_ROW, [
    { label: said("chair"), value: text("chair"), labelAt: [1, 2], valueAt: [3, 2] },
    { label: said("recorder"), value: text("recorder"), labelAt: [5, 1], valueAt: [6, 1] },
    { label: said("expected"), value: expected, labelAt: [7, 2], valueAt: [countCells.expected, 2] },
    { label: said("present"), value: "", labelAt: [11, 1], valueAt: [countCells.present, 2] },
  ]);
}

function lineCells(values: SignInLine["values"], { language, dateSystem }: SignInOptions): LayoutCell[] {
  return signInColumns.map((column, index) => ({
    column: index + 1,
    columns: 1,
    value: signInCell(column, values[column.id] ?? null, language, dateSystem),
    style: styleOf(column),
  }));
}

/** Nothing has been said yet of who is only expected: that cell is to be filled in. */
export function signInCell(
  { id, type }: SignInColumn,
  value: Value,
  language: Language,
  dateSystem: 1900 | 1904,
): string | number | boolean | null {
  return id === "status" && value === "expected" ? null : writeCell(type, value, language, dateSystem);
}

function styleOf({ type }: SignInColumn): Style {
  if (type === "long") return styles.field;
  return type === "time" ? styles.time : styles.centred;
}

/** Lists to choose from; names and departments may be others, too. */
function rules(form: FormSheet, row: number, rows: number, { language, lists }: SignInOptions): void {
  signInColumns.forEach((column, index) => {
    const areas = [{ row, column: index + 1, rows, columns: 1 }];
    const title = nameIn(language, column);
    const from = column.suggest && lists[column.suggest];
    if (from) form.validate({ areas, rule: { type: "listFrom", ...from, suggest: true }, title, message: "" });
    const values = choicesOf(column, language);
    if (values.length > 0) form.validate({ areas, rule: { type: "list", values }, title, message: say(language, "pick-from-list") });
  });
}

function choicesOf({ type }: SignInColumn, language: Language): string[] {
  if (type === "flag") return language === "en" ? ["Yes", "No"] : ["是", "否"];
  if (typeof type !== "object") return [];
  const choices = Object.entries(choiceSet(type.choice)).filter(([code]) => code !== "expected");
  return choices.map(([, choice]) => nameIn(language, choice));
}

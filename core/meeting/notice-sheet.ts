import { toIso } from "../base/plain-date.ts";
import { FormSheet, type Labelled, type Span } from "../layout/form-sheet.ts";
import { styles } from "../layout/styles.ts";
import { type Language, type Named, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Style } from "../workbook/edits.ts";
import type { SheetLayout } from "../workbook/sheet-layout.ts";
import { GRID } from "./minutes-form.ts";
import type { Notice } from "./notice-data.ts";
import { agendaColumns, type NoticeField, noticeFields, noticeRows, OPTIONAL, paperColumns, replyColumns } from "./notice-form.ts";

const LEFT = { labelAt: [1, 2], valueAt: [3, 4] } as const;
const RIGHT = { labelAt: [7, 2], valueAt: [9, 4] } as const;
const WHOLE = { labelAt: [1, 2], valueAt: [3, 10] } as const;

/** A notice as a sheet: A4 upright on the grid of the minutes, on one page where that is possible. */
export function noticeSheet(notice: Notice, language: Language, after?: string): SheetLayout {
  const form = new FormSheet(GRID);
  const { version, kind } = notice;
  form.wide(`#${version.id.replace(":", " ")} ${toIso(notice.date)}`, notice.company, styles.company, 20);
  form.wide("title", notice.title, styles.title, 36);
  head(form, notice, language);
  if (kind === "cancelled") form.wide("cancelled", say(language, "notice-cancelled"), styles.summary, 32);
  else body(form, notice, language);
  form.labelled("issued", [
    { label: say(language, "notice-issued-by"), value: notice.issuedBy, ...LEFT },
    { label: say(language, "notice-issued-on"), value: toIso(notice.issuedOn), ...RIGHT },
  ]);
  if (kind !== "cancelled") reply(form, notice, language);
  return form.layout({
    name: sheetName(notice, language),
    language,
    orientation: "portrait",
    formNumber: notice.formNumber,
    footer: notice.fields.number,
    ...(after === undefined ? {} : { after }),
  });
}

/** Excel's sheet names have 31 characters at most. */
function sheetName({ version: { version }, no }: Notice, language: Language): string {
  const suffix = version === 1 ? "" : ` V${version}`;
  return `${`${say(language, "notice-sheet")} ${no}`.slice(0, 31 - suffix.length)}${suffix}`;
}

function head(form: FormSheet, { fields }: Notice, language: Language): void {
  const shown = noticeRows
    .map((row) => row.filter((field) => !OPTIONAL.has(field) || fields[field] !== ""))
    .filter((row) => row.length > 0);
  for (const row of shown) {
    const placed = row.map((field, index): Labelled => {
      const at = row.length === 1 ? WHOLE : index === 0 ? LEFT : RIGHT;
      return { label: labelOf(field, language), value: fields[field], ...at };
    });
    form.labelled(`head:${row[0]}`, placed, 22);
  }
}

function labelOf(field: NoticeField, language: Language): string {
  return nameIn(language, noticeFields[field]);
}

function body(form: FormSheet, { agenda, papers, leaveRule, conduct }: Notice, language: Language): void {
  form.section("agenda#", say(language, "notice-agenda"));
  heading(form, "agenda##", agendaColumns, language);
  const looks: Readonly<Record<string, Style>> = { title: styles.field, papers: styles.field };
  const line = (marker: string, columns: readonly Placed[], values: Readonly<Record<string, string | number>>, least: number): void =>
    form.row(
      marker,
      columns.map(({ id, at: [column, width] }) => ({
        column,
        columns: width,
        value: values[id] || null,
        style: looks[id] ?? styles.centred,
      })),
      least,
    );
  for (const item of agenda) line(`agenda:${item.order}`, agendaColumns, { ...item }, 22);
  if (papers.length > 0) {
    form.section("papers#", say(language, "notice-papers"));
    heading(form, "papers##", paperColumns, language);
    papers.forEach((paper, index) => {
      line(`papers:${index + 1}`, paperColumns, { ...paper, order: index + 1 }, 22);
    });
  }
  form.section("rules#", say(language, "notice-rules"));
  form.labelled("rules:leave", [{ label: say(language, "notice-leave"), value: leaveRule, ...WHOLE }], 24);
  if (conduct !== "") form.labelled("rules:conduct", [{ label: say(language, "notice-conduct"), value: conduct, ...WHOLE }], 24);
}

interface Placed extends Named {
  readonly id: string;
  readonly at: Span;
}

function heading(form: FormSheet, marker: string, columns: readonly Placed[], language: Language): void {
  const cells = columns.map((column) => ({
    column: column.at[0],
    columns: column.at[1],
    value: nameIn(language, column),
    style: styles.heading,
  }));
  form.row(marker, cells, 20);
}

/** Below a line to cut along. */
function reply(form: FormSheet, { replyBy, issuedBy, name, no }: Notice, language: Language): void {
  form.wide("cut", `✂${" -".repeat(80)}`, styles.note, 20);
  form.section("reply#", say(language, "notice-reply", { name, no }));
  heading(form, "reply##", replyColumns, language);
  const comes = say(language, "notice-reply-choice");
  const cells = replyColumns.map(({ id, at: [column, columns] }) => ({
    column,
    columns,
    value: id === "comes" ? comes : null,
    style: styles.centred,
  }));
  form.row("reply:", cells, 36);
  form.wide("note", say(language, "notice-reply-by", { by: replyBy, organiser: issuedBy }), styles.note, 16);
}

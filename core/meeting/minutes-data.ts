import { toIso } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Item } from "../tracking/items.ts";
import { isClosed } from "../tracking/light.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { plannedHead } from "./attendance-shown.ts";
import { headCells, showDate } from "./head-fields.ts";
import type { MeetingValues } from "./meeting-values.ts";
import type { LaidRow } from "./minutes-rows.ts";
import type { MinutesData, MinutesRow } from "./minutes-sheet.ts";
import { raisedItems } from "./raised-items.ts";

/** What the sections of the minutes are filled with. */
interface Contents {
  readonly review: readonly ReviewedItem[];
  /** Open items that wait for a later meeting, the nearest first. */
  readonly far: readonly Item[];
  readonly rows: readonly LaidRow[];
  readonly balanceSummary: string;
  readonly next: Readonly<Record<string, string>>;
}

/** What the minutes sheet of a meeting is filled with before anybody writes in it. */
export function minutesData(
  snapshot: Snapshot,
  meeting: MeetingValues,
  calendar: WorkingCalendar,
  settings: BookSettings,
  contents: Contents,
): MinutesData {
  const { language } = snapshot;
  const text = (field: string): string => String(meeting[field] ?? "");
  const shown = Object.fromEntries(headCells.map((cell) => [cell.id, cell.show(meeting, language)]));
  const rowsIn = (block: LaidRow["block"]): readonly MinutesRow[] => contents.rows.filter((row) => row.block === block);
  return {
    no: meeting.no,
    date: meeting.date,
    company: settings.company,
    formNumber: settings.formNumber,
    minutesDue: calendar.addWorkdays(meeting.date, settings.minutesDays),
    head: {
      ...shown,
      no: meeting.no,
      date: showDate(meeting.date, language),
      organiser: text("organiser") || settings.organiser,
      ...plannedHead(snapshot, meeting),
    },
    review: contents.review.map((item) => reviewRow(item, language)),
    reviewSummary: reviewSummary(snapshot, contents, meeting),
    balance: rowsIn("balance"),
    balanceSummary: contents.balanceSummary,
    topics: rowsIn("topics"),
    actions: rowsIn("actions"),
    open: rowsIn("open"),
    next: contents.next,
  };
}

/** An item with how often it has been carried, this meeting included. */
export interface ReviewedItem extends Item {
  readonly carried: number;
  readonly reassigned: number;
}

/** How often an item was carried and postponed, and where it was, reassigned and escalated. */
function historyOf({ row, carried, reassigned }: ReviewedItem, language: Language): string {
  const { postponed, escalation } = row.values;
  const more = [
    ...(reassigned > 0 ? [say(language, "review-reassigned", { n: reassigned })] : []),
    ...((escalation ?? 0) > 0 ? [say(language, "review-escalated", { n: escalation ?? 0 })] : []),
  ];
  return [`${carried}/${postponed ?? 0}`, ...more].join(" ");
}

export function reviewRow(item: ReviewedItem, language: Language): MinutesRow {
  const { row } = item;
  const { values } = row;
  return {
    key: row.key,
    values: {
      no: row.key,
      task: values.task,
      department: values.department,
      owner: values.owner,
      due: values.due,
      history: historyOf(item, language),
      status: values.status,
      result: values.result,
      reason: values.reason,
      newDue: null,
    },
  };
}

/** The line below the review: what came of it, what waits for a later meeting, what was escalated. */
export function reviewSummary(
  snapshot: Snapshot,
  { review, far }: Pick<Contents, "review" | "far">,
  { date, kind }: MeetingValues,
): string {
  const { language } = snapshot;
  const counted = review.filter(({ row }) => row.values.status !== "cancelled");
  const done = counted.filter(({ row }) => row.values.status === "done" || row.values.status === "verified").length;
  const overdue = counted.filter(({ row }) => !isClosed(row.values.status) && row.values.due !== null && row.values.due < date).length;
  const rate = counted.length === 0 ? 0 : Math.round((done / counted.length) * 100);
  const none = kind === "adHoc" ? "review-none-own" : "review-none";
  const said = review.length === 0 ? say(language, none) : say(language, "review-summary", { n: counted.length, done, overdue, rate });
  const next = far[0]?.row.values.due;
  const later = next === undefined || next === null ? "" : say(language, "review-far", { n: far.length, date: toIso(next) });
  const raised = kind === "adHoc" ? [] : raisedItems(snapshot);
  const escalated = raised.length === 0 ? "" : `\n${say(language, "raised-items")}${raised.join(language === "en" ? "; " : "；")}`;
  return `${said}${later}${escalated}`;
}

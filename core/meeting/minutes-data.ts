import type { Day } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Value } from "../tables/field.ts";
import type { Item } from "../tracking/items.ts";
import { isClosed } from "../tracking/light.ts";
import { say } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { plannedHead } from "./attendance-shown.ts";
import { headCells, showDate } from "./head-fields.ts";
import type { LaidRow } from "./minutes-rows.ts";
import type { MinutesData, MinutesRow } from "./minutes-sheet.ts";

/** A meeting's row of the register, or what it will be. */
export type MeetingValues = Readonly<Record<string, Value>> & { readonly no: string; readonly date: Day };

/** What the sections of the minutes are filled with. */
interface Contents {
  readonly review: readonly ReviewedItem[];
  readonly rows: readonly LaidRow[];
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
    review: contents.review.map(reviewRow),
    reviewSummary: summary(contents.review, meeting.date, snapshot),
    topics: rowsIn("topics"),
    actions: rowsIn("actions"),
    open: rowsIn("open"),
    next: contents.next,
  };
}

/** An item with how often it has been carried, this meeting included. */
export interface ReviewedItem extends Item {
  readonly carried: number;
}

export function reviewRow({ row, carried }: ReviewedItem): MinutesRow {
  const { values } = row;
  return {
    key: row.key,
    values: {
      no: row.key,
      task: values.task,
      department: values.department,
      owner: values.owner,
      due: values.due,
      history: `${carried}/${values.postponed ?? 0}`,
      status: values.status,
      result: values.result,
      reason: values.reason,
      newDue: null,
    },
  };
}

function summary(items: readonly Item[], date: Day, snapshot: Snapshot): string {
  const counted = items.filter(({ row }) => row.values.status !== "cancelled");
  const done = counted.filter(({ row }) => row.values.status === "done" || row.values.status === "verified").length;
  const overdue = counted.filter(({ row }) => !isClosed(row.values.status) && row.values.due !== null && row.values.due < date).length;
  const rate = counted.length === 0 ? 0 : Math.round((done / counted.length) * 100);
  return say(snapshot.language, "review-summary", { n: counted.length, done, overdue, rate });
}

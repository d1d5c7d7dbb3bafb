import type { Day } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { isFinished } from "../resolution/status.ts";
import type { WordKey } from "../words/message.ts";

/** What a resolution and an action have that decides on their light. */
export interface Tracked {
  readonly status: string;
  readonly department: string;
  readonly owner: string;
  readonly assignedOn: Day | null;
  readonly confirmedOn: Day | null;
  readonly due: Day | null;
  readonly firstDue: Day | null;
  readonly doneOn: Day | null;
  /** Of a resolution: what is undecided is followed as an open question, not here. */
  readonly kind?: string;
  /** Of a resolution: it has actions, and these are tracked in its stead. */
  readonly hasActions?: boolean;
}

/** The light of an item, most severe first among those of open items. */
export type Light =
  | "done"
  | "doneLate"
  | "doneUndated"
  | "cancelled"
  | "split"
  | "undecided"
  | "overdue"
  | "noOwner"
  | "noDate"
  | "unconfirmed"
  | "dueSoon"
  | "onTrack";

export const lightWords: Readonly<Record<Light, WordKey>> = {
  done: "light-done",
  doneLate: "light-done-late",
  doneUndated: "light-done-undated",
  cancelled: "light-cancelled",
  split: "light-split",
  undecided: "light-undecided",
  overdue: "light-overdue",
  noOwner: "light-no-owner",
  noDate: "light-no-date",
  unconfirmed: "light-unconfirmed",
  dueSoon: "light-due-soon",
  onTrack: "light-on-track",
};

export function isClosed(status: string): boolean {
  return isFinished(status) || status === "cancelled";
}

/**
 * An item's light on a day. What is due on a day is on time until that day ends; a finished item is
 * measured against its first due date, so that postponing never makes it look on time; one without its
 * day was perhaps late, and does not look on time either.
 */
export function lightOf(item: Tracked, today: Day, calendar: WorkingCalendar, settings: BookSettings): Light {
  if (item.kind === "undecided") return "undecided";
  if (item.hasActions) return "split";
  if (isFinished(item.status)) {
    const promised = item.firstDue ?? item.due;
    if (promised === null) return "done";
    if (item.doneOn === null) return "doneUndated";
    return item.doneOn > promised ? "doneLate" : "done";
  }
  if (item.status === "cancelled") return "cancelled";
  if (item.status === "split") return "split";
  if (item.due !== null && today > item.due) return "overdue";
  if (item.owner === "" && item.department === "") return "noOwner";
  if (item.due === null) return "noDate";
  const isUnconfirmed = (item.status === "assigned" || item.status === "") && item.confirmedOn === null && item.assignedOn !== null;
  if (isUnconfirmed && item.assignedOn !== null && calendar.workdaysBetween(item.assignedOn, today) > settings.confirmDays)
    return "unconfirmed";
  return calendar.workdaysBetween(today, item.due) <= settings.dueSoonDays ? "dueSoon" : "onTrack";
}

/** Working days since the due date of an overdue item; `null` for every other. */
export function daysLate(item: Tracked, today: Day, calendar: WorkingCalendar, settings: BookSettings): number | null {
  if (item.due === null || lightOf(item, today, calendar, settings) !== "overdue") return null;
  return calendar.workdaysBetween(item.due, today);
}

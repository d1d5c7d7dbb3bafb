import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { isComing, isHeld, meetingsInOrder } from "../meeting/choose-meeting.ts";
import { awaitedPapers } from "../meeting/papers-checklist.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { Escalations } from "../tracking/escalations.ts";
import { type Item, leaves } from "../tracking/items.ts";
import { type Light, lightOf } from "../tracking/light.ts";
import { say } from "../words/message.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import type { Concern, ReminderReason } from "./concern.ts";

export interface Moment {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly settings: BookSettings;
}

/** What a concern is unless it says otherwise. */
const PLAIN = {
  level: 0,
  why: "",
  daysLate: null,
  postponed: 0,
  reminded: 0,
  meeting: "",
  isOrganisers: false,
  support: "",
  also: "",
} as const;

/** Everything that somebody should be told of on a day, in the order of the register's rows. */
export function concernsOf(snapshot: Snapshot, moment: Moment): Concern[] {
  const escalations = new Escalations(snapshot, moment.today, moment.calendar, moment.settings);
  return [
    ...leaves(snapshot).flatMap((item) => itemConcern(snapshot, item, escalations, moment)),
    ...rowsOf(snapshot, "openQuestions").flatMap((row) => questionConcern(snapshot, row, escalations, moment)),
    ...meetingsInOrder(snapshot).flatMap((row) => [
      ...paperConcerns(snapshot, row, escalations, moment),
      ...minutesConcern(snapshot, row, escalations, moment),
    ]),
  ];
}

/** The lights that ask for somebody. */
const REASONS: Readonly<Partial<Record<Light, ReminderReason>>> = {
  overdue: "overdue",
  noOwner: "noOwner",
  noDate: "noDate",
  unconfirmed: "unconfirmed",
  dueSoon: "dueSoon",
};

/** An item without a number cannot be told from others, and waits until it has one. */
function itemConcern(snapshot: Snapshot, item: Item, escalations: Escalations, { today, calendar, settings }: Moment): Concern[] {
  const { key, values } = item.row;
  if (key === "") return [];
  const isUnverified =
    values.status === "done" &&
    values.verifiedOn === null &&
    values.doneOn !== null &&
    calendar.workdaysBetween(values.doneOn, today) >= settings.reminders.verifyDays;
  const reason = isUnverified ? "toVerify" : REASONS[lightOf(values, today, calendar, settings)];
  if (reason === undefined) return [];
  const { level, why, daysLate } = escalations.of(item);
  const resolution = "resolution" in values ? rowByKey(snapshot, "resolutions", values.resolution) : undefined;
  return [
    {
      item: key,
      task: values.task,
      department: values.department,
      owner: values.owner,
      due: values.due,
      reason,
      level: reason === "overdue" ? (level ?? 0) : 0,
      why: reason === "overdue" ? why : "",
      daysLate,
      postponed: values.postponed ?? 0,
      reminded: escalations.remindersOf(key),
      meeting: values.meeting || (resolution?.values.meeting ?? ""),
      isOrganisers: reason === "toVerify" || reason === "noOwner",
      support: reason === "overdue" || reason === "dueSoon" ? values.support : "",
      also: reason === "toVerify" ? values.verifiedBy : "",
      at: placeOf(snapshot, item.table, item.row),
    },
  ];
}

/** A question is asked for when its answer is due soon; late, it goes to whom it was to be escalated to as well. */
function questionConcern(
  snapshot: Snapshot,
  row: TableRow<"openQuestions">,
  escalations: Escalations,
  { today, calendar, settings }: Moment,
): Concern[] {
  const { question, department, owner, answerBy, status, meeting, escalateTo } = row.values;
  if (row.key === "" || question === "" || status === "closed" || answerBy === null) return [];
  const isLate = answerBy < today;
  if (!isLate && calendar.workdaysBetween(today, answerBy) > settings.dueSoonDays) return [];
  return [
    {
      ...PLAIN,
      item: row.key,
      task: question,
      department,
      owner,
      due: answerBy,
      reason: "answerDue",
      daysLate: isLate ? calendar.workdaysBetween(answerBy, today) : null,
      reminded: escalations.remindersOf(row.key),
      meeting,
      also: isLate ? escalateTo : "",
      at: placeOf(snapshot, "openQuestions", row),
    },
  ];
}

/** Papers of meetings ahead, once their time is near. */
function paperConcerns(
  snapshot: Snapshot,
  meeting: TableRow<"meetings">,
  escalations: Escalations,
  { today, calendar, settings }: Moment,
): Concern[] {
  const { date } = meeting.values;
  if (date === null || date < today || !isComing(meeting)) return [];
  return awaitedPapers(snapshot, meeting.key).flatMap((row): Concern[] => {
    const due = row.values.due ?? calendar.addWorkdays(date, -settings.papersDays);
    if (row.key === "" || calendar.workdaysBetween(today, due) > settings.dueSoonDays) return [];
    return [
      {
        ...PLAIN,
        item: row.key,
        task: say(snapshot.language, "slip-paper", { paper: row.values.paper, meeting: meeting.key }),
        department: row.values.department,
        owner: row.values.preparer,
        due,
        reason: "paperMissing",
        daysLate: due < today ? calendar.workdaysBetween(due, today) : null,
        reminded: escalations.remindersOf(row.key),
        meeting: meeting.key,
        at: placeOf(snapshot, "papers", row),
      },
    ];
  });
}

/** Minutes past their time: the recorder writes and sends them, the chair reviews them (clause 四(二)). */
function minutesConcern(
  snapshot: Snapshot,
  row: TableRow<"meetings">,
  escalations: Escalations,
  { today, calendar, settings }: Moment,
): Concern[] {
  const { date, state, chair, recorder, organiser, minutesDue, name } = row.values;
  if (date === null || date > today || state === "distributed" || state === "archived" || !(isComing(row) || isHeld(row))) return [];
  const due = minutesDue ?? calendar.addWorkdays(date, settings.minutesDays);
  if (today <= due) return [];
  const step = state === "approved" ? "distribute" : state === "recorded" ? "approve" : "record";
  return [
    {
      ...PLAIN,
      item: row.key,
      task: say(snapshot.language, `slip-minutes-${step}`, { no: row.key, name }),
      department: organiser || settings.organiser,
      owner: step === "approve" ? chair || recorder : recorder || chair,
      due,
      reason: "minutesLate",
      daysLate: calendar.workdaysBetween(due, today),
      reminded: escalations.remindersOf(row.key),
      meeting: row.key,
      at: placeOf(snapshot, "meetings", row),
    },
  ];
}

function placeOf(snapshot: Snapshot, table: "resolutions" | "actions" | "openQuestions" | "papers" | "meetings", row: TableRow): CellPlace {
  const data = tableIn(snapshot, table);
  return data ? cellOf(data, row, "no") : { sheet: "", row: row.row, column: 0 };
}

import { toIso, toTime } from "../base/plain-date.ts";
import { type MeetingRow, nextMeeting } from "../meeting/choose-meeting.ts";
import { planSeries } from "../meeting/plan.ts";
import { Numbers } from "../register/numbers.ts";
import { message } from "../words/message.ts";
import { rowsOf, tableIn } from "../workbook/snapshot.ts";
import { minutesPlace } from "./cells.ts";
import { asDuty, type Duty, offer, offerForm, type Situation } from "./duty.ts";
import { AHEAD, isRecorded, type MeetingCard, meetingCard, meetingsHeld } from "./meeting-at-hand.ts";

/** Minutes sheets of meetings that were held and are not recorded, the longest overdue first. */
export function minutesToRecord(situation: Situation): Duty[] {
  const { snapshot, context } = situation;
  return meetingsHeld(snapshot, context.today)
    .filter((row) => !isRecorded(row))
    .flatMap((row): Duty[] => {
      const at = minutesPlace(snapshot, row.key);
      return at ? [{ ...minutesDue(row, situation), command: offer("record-minutes", { meeting: row.key }), at }] : [];
    });
}

/** What is due on a day is due by the end of its working time. */
function minutesDue({ key: no, values }: MeetingRow, { context, calendar, settings }: Situation): Pick<Duty, "message" | "severity"> {
  const { today, now } = context;
  const due = values.minutesDue ?? calendar.addWorkdays(values.date ?? today, settings.minutesDays);
  const params = { no, due: toIso(due), time: toTime(settings.workEnd) };
  const n = calendar.workdaysBetween(due, today);
  if (n > 0) return { message: message("duty-minutes-late", { no, n }), severity: "error" };
  if (today > due || (today === due && now > settings.workEnd))
    return { message: message("duty-minutes-passed", params), severity: "error" };
  if (today === due) return { message: message("duty-minutes-today", { no, time: params.time }), severity: "warning" };
  return { message: message("duty-minutes-due", params), severity: "note" };
}

/** The meeting at hand has no minutes sheet yet. */
export function minutesToMake({ meeting }: Situation): Duty[] {
  if (!meeting || (meeting.stage !== "prepare" && meeting.stage !== "hold")) return [];
  return makeMinutes(meeting, meeting.stage === "hold" ? "warning" : "note");
}

/** While the last meeting is at hand still, the next one's minutes can be made: making them again adds what is new. */
export function nextMinutesToMake({ snapshot, context, calendar, meeting }: Situation): Duty[] {
  const next = nextMeeting(snapshot, context.today, "");
  if (!next || next.key === meeting?.no) return [];
  return makeMinutes(meetingCard(snapshot, next, context.today, calendar), "note");
}

function makeMinutes({ no, date, minutes, workdaysLeft, at }: MeetingCard, severity: Duty["severity"]): Duty[] {
  if (minutes || workdaysLeft > AHEAD) return [];
  const said = message("duty-generate-minutes", { no, date: toIso(date) });
  return [{ message: said, severity, command: offer("generate-minutes", { meeting: no }), at }];
}

/**
 * No meeting is ahead although one could be planned. Where nobody keeps a list of series, minutes can
 * still be made: that plans one meeting.
 */
export function meetingsToPlan({ snapshot, context, calendar, settings }: Situation): Duty[] {
  const { today } = context;
  const table = tableIn(snapshot, "series");
  const series = rowsOf(snapshot, "series").filter(({ values }) => values.name !== "" && values.active !== false);
  if (!table || series.length === 0) {
    if (nextMeeting(snapshot, today, "")) return [];
    if (!table) return [{ message: message("duty-first-minutes"), severity: "note", command: offer("generate-minutes", {}) }];
    const at = { sheet: table.place.sheet, row: table.end, column: table.place.columns.get("name") ?? table.place.column };
    return [{ message: message("no-series"), severity: "warning", command: offerForm("save-series", {}), at }];
  }
  const options = { from: today, to: today + settings.planWeeks * 7, calendar, settings };
  const plans = series
    .filter(({ values }) => !nextMeeting(snapshot, today, values.name))
    .map((row) => planSeries(snapshot, row, { ...options, numbers: new Numbers(snapshot) }));
  const n = plans.reduce((sum, { rows }) => sum + rows.length, 0);
  const planned: Duty[] =
    n === 0 ? [] : [{ message: message("duty-plan-meetings", { n }), severity: "warning", command: offer("plan-meetings", {}) }];
  return [...planned, ...plans.flatMap(({ problems }) => problems).map(asDuty)];
}

import { type Day, type Minutes, parseTime } from "../base/plain-date.ts";
import { message, problem } from "../words/message.ts";
import { isComing, type MeetingRow, meetingAfter } from "./choose-meeting.ts";
import { readDay, showDate, showTime } from "./head-fields.ts";
import { isBlank, mergeField } from "./merge.ts";
import { NEXT_MARKER, showNext } from "./next-meeting.ts";
import { recordPlanned } from "./planned-topics.ts";
import type { Recording } from "./recording.ts";

/** Section 8: what is planned for the next meeting. Its date and place are moved by a command of their own. */
export function recordNext(recording: Recording): void {
  const { nextTopics } = recording.read.head;
  if (nextTopics?.wrong)
    recording.problems.push(problem("error", "cell-error", { field: "", value: nextTopics.wrong.text }, nextTopics.at));
  else if (nextTopics) recordPlanned(recording, nextTopics);
  recordWhen(recording);
}

function recordWhen(recording: Recording): void {
  const { snapshot, options, read } = recording;
  const next = meetingAfter(snapshot, options.date, recording.rowOf("meetings", options.meeting)?.values.series ?? "");
  const register = showNext(snapshot, next);
  const before = recording.base(NEXT_MARKER);
  const said = { ...before };
  const unplanned: string[] = [];
  for (const field of ["nextDate", "nextPlace"] as const) {
    const cell = read.head[field];
    if (!cell || cell.wrong) continue;
    const sheet = String(cell.value ?? "");
    const told = field === "nextDate" ? canonical(recording, sheet, next) : sheet;
    if (told === undefined) {
      recording.problems.push(problem("warning", "next-date-unreadable", { value: sheet }, cell.at));
      continue;
    }
    const verdict = mergeField(before?.[field], told, register[field]);
    if (verdict === "same" || verdict === "register") said[field] = register[field];
    if (verdict === "register") recording.write(cell.at.row, cell.at.column, register[field] === "" ? null : register[field]);
    if (verdict !== "sheet" && verdict !== "conflict") continue;
    if (!next) unplanned.push(told);
    else if (isComing(next) && !isBlank(told))
      recording.problems.push(
        problem("warning", "next-meeting-differs", { no: next.key, sheet: told, register: register[field] }, cell.at),
      );
  }
  if (unplanned.length > 0) recording.said.push(message("next-meeting-unplanned", { said: unplanned.join(" ") }));
  recording.remember(NEXT_MARKER, said);
}

/** A date with or without its time, as the register would show it; what is left out is as the register says. */
function canonical({ snapshot, options }: Recording, text: string, next: MeetingRow | undefined): string | undefined {
  if (text === "") return "";
  const [, date = "", from, to] = /^(.*?)(?:[\s,，]+(\d{1,2}[:：]\d{2})(?:\s*[-–—~～至到]+\s*(\d{1,2}[:：]\d{2}))?)?$/.exec(text) ?? [];
  const day = readDay(date.trim(), { date: options.date })?.date;
  if (typeof day !== "number") return undefined;
  const time = (typed: string | undefined, known: Minutes | null | undefined): Minutes | null =>
    typed === undefined ? (known ?? null) : parseTime(typed);
  const when = showTime(time(from, next?.values.start), time(to, next?.values.end));
  return `${showDate(day as Day, snapshot.language)} ${when}`.trim();
}

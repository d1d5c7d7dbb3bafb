import type { Day } from "../base/plain-date.ts";
import { splitNames } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import type { Language } from "../words/language.ts";
import type { Snapshot, TableRow } from "../workbook/snapshot.ts";
import { findMeeting, isHeld, type MeetingRow } from "./choose-meeting.ts";

type TopicRow = TableRow<"topics">;

/** A list with one more entry, unless it ends with that already. */
export function appended(list: string, entry: string, language: Language): string {
  const names = splitNames(list);
  return names.at(-1) === entry || entry === "" ? list : [...names, entry].join(language === "en" ? ", " : "、");
}

/** The meeting that a topic was last for, where it was for one. */
function lastMeetingNo({ values }: TopicRow): string {
  return values.meeting || (splitNames(values.carriedFrom).at(-1) ?? "");
}

/**
 * Whether a topic comes to a meeting by itself: it was deferred, accepted without a meeting, or not
 * got to by an earlier meeting of the same series. A meeting called for one urgent matter takes
 * nothing else on, and what waits in the pool waits for a decision.
 */
export function comesTo(snapshot: Snapshot, topic: TopicRow, meeting: MeetingRow, today: Day): boolean {
  const { status } = topic.values;
  if (topic.values.meeting === meeting.key || meeting.values.kind === "adHoc") return false;
  if (status !== "accepted" && status !== "deferred" && status !== "proposed") return false;
  const no = lastMeetingNo(topic);
  if (no === "") return status !== "proposed";
  const last = findMeeting(snapshot, no);
  if (!last) return true;
  const isOfAnotherSeries = last.values.series !== "" && meeting.values.series !== "" && last.values.series !== meeting.values.series;
  if (last.key === meeting.key || last.values.state === "proposed" || isOfAnotherSeries) return false;
  if (topic.values.meeting === "" || last.values.state === "cancelled" || last.values.state === "declined") return true;
  const [was, will] = [last.values.date ?? -Infinity, meeting.values.date ?? Infinity];
  if (status === "deferred") return was < will;
  return was <= will && (isHeld(last) || was < today);
}

/** What changes in a topic's row when it goes to a meeting: where it comes from is kept, and counted once. */
export function carriedTo(topic: TopicRow, meeting: string, language: Language): Record<string, Value> {
  const { values } = topic;
  if (values.meeting === meeting) return {};
  if (lastMeetingNo(topic) === "") return { meeting };
  return { meeting, carriedFrom: appended(values.carriedFrom, values.meeting, language), carried: (values.carried ?? 0) + 1 };
}

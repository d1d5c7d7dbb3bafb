import type { Day } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { rowNamed } from "../register/named-rows.ts";
import type { Numbers } from "../register/numbers.ts";
import type { Value } from "../tables/field.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

/** The part of the meeting to which a department's matters belong. */
export function sideOf(snapshot: Snapshot, department: string): string {
  return rowNamed(snapshot, "departments", department)?.values.side || "other";
}

/** A topic of the same title by the same department that is still to be discussed, for the same meeting or without one. */
export function sameTopic(snapshot: Snapshot, title: string, department: string, meeting: string): TableRow<"topics"> | undefined {
  return rowsOf(snapshot, "topics").find(
    ({ key, values }) =>
      key !== "" &&
      foldText(values.topic) === foldText(title) &&
      foldText(values.department) === foldText(department) &&
      (meeting === "" || values.meeting === meeting) &&
      ["", "proposed", "accepted", "deferred"].includes(values.status),
  );
}

/**
 * A new row of the topics. One for a meeting is numbered below it, `CX-2026-W47-1-T3`; one without is
 * numbered by the day, and keeps that number as its key for ever.
 */
export function newTopic(
  numbers: Numbers,
  meeting: { readonly no: string; readonly isNumbered: boolean },
  today: Day,
  values: Readonly<Record<string, Value>>,
): RowChange {
  const no = meeting.isNumbered ? numbers.below(meeting.no, "T") : numbers.apartFromMeetings("number-topic", today);
  return { key: no, values: { ...values, no, meeting: meeting.no, status: "proposed", submittedOn: today, carried: 0 } };
}

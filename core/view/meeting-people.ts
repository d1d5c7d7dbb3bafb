import type { CellPlace } from "../base/place.ts";
import type { Minutes } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { isThere, isUnsaid } from "../meeting/attendance-status.ts";
import { isComing, type MeetingRow } from "../meeting/choose-meeting.ts";
import { attendanceOf, expectedAt } from "../meeting/expected.ts";
import { cellOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

/** Somebody who is expected at a meeting, or was there. */
export interface PersonLine {
  readonly name: string;
  readonly department: string;
  readonly title: string;
  /** Choices of `attendeeKind` and `attendance`. */
  readonly kind: string;
  readonly status: string;
  readonly reason: string;
  readonly delegate: string;
  readonly arrived: Minutes | null;
  readonly lateMinutes: number | null;
  /** `null` for somebody who is not on the list yet. */
  readonly at: CellPlace | null;
}

export interface PeopleCounts {
  /** Observers sit in and are not counted, and a delegate counts for whom they stand in. */
  readonly expected: number;
  readonly there: number;
  readonly late: number;
  readonly leave: number;
  readonly absent: number;
  /** Of whom nobody has said anything. */
  readonly unsaid: number;
}

/** Who is on the attendance of a meeting, and before the meeting who else would be. */
export function peopleOf(snapshot: Snapshot, meeting: MeetingRow): PersonLine[] {
  const table = tableIn(snapshot, "attendance");
  const rows = attendanceOf(snapshot, meeting.key);
  const listed = rows.map((row): PersonLine => {
    const { name, department, title, kind, status, reason, delegate, arrived, lateMinutes } = row.values;
    const at = table ? cellOf(table, row, "name") : null;
    return { name, department, title, kind, status: status || "expected", reason, delegate, arrived, lateMinutes, at };
  });
  const known = new Set([...rows.map(({ values }) => values.name), ...rows.map(({ values }) => values.delegate)].map(foldText));
  const others = isComing(meeting) ? expectedAt(snapshot, meeting).filter(({ name }) => !known.has(foldText(name))) : [];
  const blank = { status: "expected", reason: "", delegate: "", arrived: null, lateMinutes: null, at: null };
  return [...listed, ...others.map((person): PersonLine => ({ ...person, ...blank }))];
}

export function peopleCounts(people: readonly PersonLine[]): PeopleCounts {
  const delegates = new Set(people.filter(({ status }) => status === "leave").map(({ delegate }) => foldText(delegate)));
  const counted = people.filter(({ kind, name }) => kind !== "observer" && !delegates.has(foldText(name)));
  const how = (is: (person: PersonLine) => boolean): number => people.filter(is).length;
  return {
    expected: counted.length,
    there: how(({ status }) => isThere(status)),
    late: how(({ lateMinutes, status }) => status === "late" || (isThere(status) && lateMinutes !== null)),
    leave: how(({ status }) => status === "leave"),
    absent: how(({ status }) => status === "absent"),
    unsaid: how(({ status }) => isUnsaid(status)),
  };
}

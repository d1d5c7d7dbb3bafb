import type { Day } from "../base/plain-date.ts";
import { compareText, foldText } from "../base/text.ts";
import { isHeld } from "../meeting/choose-meeting.ts";
import type { AttendancePoints } from "../register/book-settings.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

/** How often somebody of a department attended. */
export interface AttendanceCount {
  readonly department: string;
  readonly name: string;
  /** Meetings of which it is known whether the person came. */
  expected: number;
  present: number;
  /** Of those on leave or absent, a delegate came. */
  byDelegate: number;
  late: number;
  leftEarly: number;
  leave: number;
  absent: number;
  points: number;
  /** Meetings for which nothing was recorded. */
  unrecorded: number;
}

export interface Counted {
  readonly meetings: number;
  readonly people: readonly AttendanceCount[];
}

type Row = TableRow<"attendance">;

const THERE = new Set(["present", "late", "leftEarly"]);
const AWAY = new Set(["leave", "absent"]);

/**
 * Counts attendance at the meetings held in a period, by person and department: somebody who changed
 * departments stands in both. Executives who sit in are expected at none.
 */
export function countAttendance(snapshot: Snapshot, from: Day, until: Day, points: AttendancePoints): Counted {
  const held = rowsOf(snapshot, "meetings").filter((row) => {
    const { date } = row.values;
    return row.key !== "" && isHeld(row) && date !== null && date >= from && date <= until;
  });
  const numbers = new Set(held.map(({ key }) => key));
  const people = new Map<string, AttendanceCount>();
  const byMeeting = new Map<string, Row[]>();
  for (const row of rowsOf(snapshot, "attendance"))
    if (numbers.has(row.values.meeting) && row.values.name !== "")
      byMeeting.set(row.values.meeting, [...(byMeeting.get(row.values.meeting) ?? []), row]);
  for (const rows of byMeeting.values()) {
    const seen = new Set<string>();
    for (const row of rows) {
      const { name, department, kind } = row.values;
      const id = `${foldText(name)}\t${foldText(department)}`;
      // A person's second row of one meeting says nothing more.
      if (kind === "observer" || seen.has(foldText(name))) continue;
      seen.add(foldText(name));
      const count = people.get(id) ?? blank(name, department);
      people.set(id, count);
      add(count, row, cameFor(row, rows), points);
    }
  }
  return { meetings: held.length, people: inOrder(snapshot, [...people.values()]) };
}

function blank(name: string, department: string): AttendanceCount {
  return {
    department,
    name,
    expected: 0,
    present: 0,
    byDelegate: 0,
    late: 0,
    leftEarly: 0,
    leave: 0,
    absent: 0,
    points: 0,
    unrecorded: 0,
  };
}

function add(count: AttendanceCount, { values }: Row, isRepresented: boolean, points: AttendancePoints): void {
  const { status } = values;
  if (!THERE.has(status) && !AWAY.has(status)) {
    count.unrecorded++;
    return;
  }
  count.expected++;
  if (THERE.has(status)) {
    // Who left early may have come late, too.
    const isLate = status === "late" || (values.lateMinutes ?? 0) > 0;
    const isEarly = status === "leftEarly";
    count.present++;
    if (isLate) count.late++;
    if (isEarly) count.leftEarly++;
    if (isLate) count.points -= (values.lateMinutes ?? 0) > points.lateLong ? points.veryLate : points.late;
    if (isEarly) count.points -= points.leftEarly;
    if (!isLate && !isEarly) count.points += points.onTime;
    return;
  }
  if (isRepresented) count.byDelegate++;
  if (status === "leave") {
    count.leave++;
    if (values.noticeGiven === false || !isRepresented) count.points -= points.leave;
  } else {
    count.absent++;
    count.points -= points.absent;
  }
}

/** A delegate came, unless the sign-in says otherwise. */
function cameFor({ values }: Row, rows: readonly Row[]): boolean {
  if (values.delegate === "") return false;
  const own = rows.find((row) => foldText(row.values.name) === foldText(values.delegate));
  return own === undefined || !AWAY.has(own.values.status);
}

/** By department and person as the register lists them; whoever it does not list comes last. */
function inOrder(snapshot: Snapshot, people: readonly AttendanceCount[]): AttendanceCount[] {
  const place = (table: "departments" | "people"): ((name: string) => number) => {
    const at = new Map<string, number>();
    for (const { values } of rowsOf(snapshot, table)) if (!at.has(foldText(values.name))) at.set(foldText(values.name), at.size);
    return (name) => at.get(foldText(name)) ?? at.size;
  };
  const [department, person] = [place("departments"), place("people")];
  return [...people].sort(
    (a, b) =>
      department(a.department) - department(b.department) ||
      compareText(a.department, b.department) ||
      person(a.name) - person(b.name) ||
      compareText(a.name, b.name),
  );
}

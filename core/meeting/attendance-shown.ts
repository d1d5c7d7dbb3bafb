import { foldText } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import { say } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { attendanceOf, expectedAt } from "./expected.ts";
import type { MeetingValues } from "./meeting-values.ts";
import { expectedAttendees, showAttendees } from "./people.ts";

/** A row of the sign-in, by field. */
export type Person = Readonly<Record<string, Value>>;

export interface AttendanceCounts {
  readonly expected: number;
  readonly present: number;
}

/** What the head of the minutes says of who came. */
export type AttendanceHead = Readonly<Record<"counts" | "observers" | "attendees" | "absentees", string>>;

type Meeting = Pick<MeetingRow, "key" | "values">;

/** Observers sit in. A delegate who was not expected anyway is present for somebody who was. */
export function countAttendance(
  snapshot: Snapshot,
  meeting: Meeting,
  people: readonly Person[],
  isThere: (status: Value) => boolean,
): AttendanceCounts {
  const expected = new Set(expectedAt(snapshot, meeting as MeetingRow).map(({ name }) => foldText(name)));
  const delegates = representedBy(people);
  const counted = people.filter(({ kind }) => kind !== "observer");
  const isStandIn = (folded: string): boolean => delegates.has(folded) && !expected.has(folded);
  return {
    expected: counted.filter(({ name }) => !isStandIn(foldText(String(name)))).length,
    present: counted.filter(({ status }) => isThere(status ?? null)).length,
  };
}

/** Who stands in for whom. */
function representedBy(people: readonly Person[]): ReadonlyMap<string, string> {
  const onLeave = people.filter(({ status, delegate }) => status === "leave" && (delegate ?? "") !== "");
  return new Map(onLeave.map(({ name, delegate }) => [foldText(String(delegate)), String(name)]));
}

/** Everybody there by department, delegates with whom they stand in for, and who is not there with the reason. */
export function attendanceHead(
  snapshot: Snapshot,
  people: readonly Person[],
  counts: AttendanceCounts,
  isThere: (status: Value) => boolean,
): AttendanceHead {
  const { language } = snapshot;
  const delegates = representedBy(people);
  const there = people.filter(({ status }) => isThere(status ?? null));
  const shown = (isShown: (kind: Value) => boolean): string => {
    const named = there.filter(({ kind }) => isShown(kind ?? null));
    return list(
      snapshot,
      named.map((person) => {
        const other = delegates.get(foldText(String(person.name)));
        return other === undefined ? person : { ...person, name: `${person.name}${say(language, "head-stands-for", { name: other })}` };
      }),
    );
  };
  const { expected, present } = counts;
  return {
    counts: expected === 0 ? "" : say(language, "minutes-counts", { expected, present }),
    observers: shown((kind) => kind === "observer"),
    attendees: shown((kind) => kind !== "observer"),
    absentees: absent(
      snapshot,
      people.filter(({ status }) => status === "leave" || status === "absent"),
    ),
  };
}

/** Who has not said otherwise is taken to come. */
function isComing(status: Value): boolean {
  return status !== "leave" && status !== "absent";
}

/** The head as minutes are laid out with it: from the sign-in where there is one, else everybody who is expected. */
export function plannedHead(snapshot: Snapshot, meeting: MeetingValues): AttendanceHead {
  const signed = attendanceOf(snapshot, meeting.no).map(({ values }): Person => values);
  const people =
    signed.length > 0
      ? signed
      : expectedAttendees(snapshot, String(meeting.series ?? "")).map((person): Person => ({ ...person, status: "expected" }));
  // A meeting that is only being planned has a row of a few fields.
  const row = { key: meeting.no, values: { series: "", chair: "", recorder: "", ...meeting } as unknown as MeetingRow["values"] };
  return attendanceHead(snapshot, people, countAttendance(snapshot, row, people, isComing), isComing);
}

function list({ language }: Snapshot, people: readonly Person[]): string {
  const [colon, comma, semicolon] = language === "en" ? ([": ", ", ", "; "] as const) : (["：", "、", "；"] as const);
  const plain = people.map(({ name, department, title }) => ({
    name: String(name),
    department: String(department ?? ""),
    title: String(title ?? ""),
  }));
  return showAttendees(plain, colon, comma, semicolon);
}

function absent({ language }: Snapshot, people: readonly Person[]): string {
  const en = language === "en";
  const shown = people.map(({ name, department, reason, delegate }) => {
    const parts = [department, reason, delegate].filter((part) => part !== "" && part !== null && part !== undefined);
    return en ? `${name} (${parts.join(", ")})` : `${name}（${parts.join("，")}）`;
  });
  return shown.join(en ? "; " : "；");
}

import { foldText } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import { type Problem, problem, say } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { isThere } from "./attendance-status.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { attendanceOf } from "./expected.ts";
import { expectedAttendees, showAttendees } from "./people.ts";
import { readMinutes } from "./read-minutes.ts";
import type { RecordedSignIn } from "./record-signin.ts";
import { recordedEntry, recordedOf, remembered } from "./recorded.ts";

type Person = Readonly<Record<string, Value>>;

/** What the head of the minutes says of who came. */
type Head = Readonly<Record<"counts" | "observers" | "attendees" | "absentees", string>>;

export interface HeadUpdate {
  readonly cells: Extract<Change, { kind: "cells" }>["cells"];
  readonly memory: readonly StateEntry[];
  readonly problems: readonly Problem[];
}

/** Under this the minutes remember what their head said of who came, as long as nobody typed there. */
const MARKER = "attendance";

/** States in which the minutes are nobody's to change any more. */
const SEALED = new Set(["approved", "distributed", "archived"]);

/**
 * Minutes made before the meeting list everybody expected; recording them so would have everybody there.
 * Their head is brought up to date where nobody typed in it, else the difference is said.
 */
export function updateHead(snapshot: Snapshot, meeting: MeetingRow, signed: RecordedSignIn): HeadUpdate {
  const document = `minutes:${meeting.key}`;
  const cells = snapshot.documents.get(document);
  if (!cells) return { cells: [], memory: [], problems: [] };
  const { head } = readMinutes(cells, snapshot.survey.dateSystem, meeting.values.date ?? 0);
  const wanted = headOf(snapshot, signed.attendance, signed);
  const fields = (Object.keys(wanted) as (keyof Head)[]).filter((field) => head[field] !== undefined);
  const said = (field: keyof Head): string => String(head[field]?.value ?? "").trim();
  const differing = fields.filter((field) => remembered(said(field)) !== remembered(wanted[field]));
  if (differing.length === 0) return { cells: [], memory: [recordedEntry(document, MARKER, wanted)], problems: [] };
  const isOurs = SEALED.has(meeting.values.state) ? () => false : laidOut(snapshot, document, meeting);
  const typed = differing.filter((field) => field !== "counts" && !isOurs(field, said(field)));
  if (typed.length > 0) {
    const [first = "attendees"] = typed;
    const params = { no: meeting.key, sheet: said(first), wanted: wanted[first] };
    return { cells: [], memory: [], problems: [problem("warning", "minutes-attendance-differs", params, head[first]?.at)] };
  }
  return {
    cells: differing.flatMap((field) => {
      const at = head[field]?.at;
      return at ? [{ at, value: wanted[field] === "" ? null : wanted[field] }] : [];
    }),
    memory: [recordedEntry(document, MARKER, wanted)],
    problems: [],
  };
}

/** Whether a cell of the head says what Concord wrote: when it last recorded who came, or when the sheet was made. */
function laidOut(snapshot: Snapshot, document: string, meeting: MeetingRow): (field: keyof Head, text: string) => boolean {
  const base = recordedOf(snapshot.state, document, MARKER);
  const rows = attendanceOf(snapshot, meeting.key).map(({ values }) => values as Person);
  const expected = expectedAttendees(snapshot, meeting.values.series).map((person): Person => ({ ...person, status: "expected" }));
  const texts = [rows, expected].map((people) => plannedHead(snapshot, people));
  return (field, text) => (base ? base[field] === remembered(text) : text === "" || texts.some((head) => head[field] === text));
}

/** As the minutes are laid out: who has not said otherwise is taken to come. */
function plannedHead(snapshot: Snapshot, people: readonly Person[]): Head {
  const coming = people.filter(({ status }) => status !== "leave" && status !== "absent");
  return {
    counts: "",
    observers: "",
    attendees: list(snapshot, coming),
    absentees: absent(
      snapshot,
      people.filter((person) => !coming.includes(person)),
    ),
  };
}

function headOf(snapshot: Snapshot, people: readonly Person[], counts: { readonly expected: number; readonly present: number }): Head {
  const { language } = snapshot;
  const there = people.filter(({ status }) => isThere(status ?? null));
  const standsFor = new Map(
    people.filter(({ status }) => status === "leave").map(({ name, delegate }) => [foldText(String(delegate ?? "")), String(name)]),
  );
  const named = there.map((person): Person => {
    const other = standsFor.get(foldText(String(person.name)));
    return other === undefined ? person : { ...person, name: `${person.name}${say(language, "head-stands-for", { name: other })}` };
  });
  const isObserver = ({ kind }: Person): boolean => kind === "observer";
  return {
    counts: say(language, "minutes-counts", { expected: counts.expected, present: counts.present }),
    observers: list(snapshot, named.filter(isObserver)),
    attendees: list(
      snapshot,
      named.filter((person) => !isObserver(person)),
    ),
    absentees: absent(
      snapshot,
      people.filter(({ status }) => status === "leave" || status === "absent"),
    ),
  };
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

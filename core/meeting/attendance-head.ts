import { type Problem, problem } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { type AttendanceHead, attendanceHead, plannedHead } from "./attendance-shown.ts";
import { isThere } from "./attendance-status.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import type { MeetingValues } from "./meeting-values.ts";
import { newestMinutes } from "./minutes-versions.ts";
import { readMinutes } from "./read-minutes.ts";
import type { RecordedSignIn } from "./record-signin.ts";
import { recordedEntry, recordedOf, remembered } from "./recorded.ts";

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
  const document = newestMinutes(snapshot.state, meeting.key)?.id ?? "";
  const cells = snapshot.documents.get(document);
  if (!cells) return { cells: [], memory: [], problems: [] };
  const { head } = readMinutes(cells, snapshot.survey.dateSystem, meeting.values.date ?? 0);
  const wanted = attendanceHead(snapshot, signed.attendance, signed, isThere);
  const fields = (Object.keys(wanted) as (keyof AttendanceHead)[]).filter((field) => head[field] !== undefined);
  const said = (field: keyof AttendanceHead): string => String(head[field]?.value ?? "").trim();
  const differing = fields.filter((field) => remembered(said(field)) !== remembered(wanted[field]));
  if (differing.length === 0) return { cells: [], memory: [recordedEntry(document, MARKER, wanted)], problems: [] };
  const isFixed = SEALED.has(meeting.values.state) || snapshot.state.get("sealed", document) !== undefined;
  const isOurs = isFixed ? () => false : laidOut(snapshot, document, meeting);
  const typed = differing.filter((field) => (isFixed || field !== "counts") && !isOurs(field, said(field)));
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
function laidOut(snapshot: Snapshot, document: string, meeting: MeetingRow): (field: keyof AttendanceHead, text: string) => boolean {
  const base = recordedOf(snapshot.state, document, MARKER);
  const values = meeting.values as unknown as MeetingValues;
  // Made before anybody was put on the sign-in, or after.
  const heads = [plannedHead(snapshot, values), plannedHead({ ...snapshot, tables: withoutSignIn(snapshot) }, values)];
  return (field, text) => (base ? base[field] === remembered(text) : text === "" || heads.some((head) => head[field] === text));
}

function withoutSignIn({ tables }: Snapshot): Snapshot["tables"] {
  return new Map([...tables].filter(([id]) => id !== "attendance"));
}

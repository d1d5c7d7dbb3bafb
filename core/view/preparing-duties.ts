import { toIso } from "../base/plain-date.ts";
import { meetingWithBaseline } from "../effects/baseline-store.ts";
import { changesId } from "../effects/changes-sheet.ts";
import { agendaProblems } from "../meeting/agenda.ts";
import { bringBack } from "../meeting/bring-back.ts";
import { isComing, type MeetingRow, meetingsInOrder } from "../meeting/choose-meeting.ts";
import { attendanceOf } from "../meeting/expected.ts";
import { meetingCell } from "../meeting/meeting-checks.ts";
import { awaitedPapers } from "../meeting/papers-checklist.ts";
import { Numbers } from "../register/numbers.ts";
import { documentDate } from "../run/documents.ts";
import { message } from "../words/message.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { asDuty, type Duty, offer, type Situation } from "./duty.ts";
import { workdaysTo } from "./meeting-work.ts";

/** Ad hoc meetings that departments proposed and nobody decided on. */
export function proposalsToDecide({ snapshot }: Situation): Duty[] {
  return meetingsInOrder(snapshot)
    .filter(({ values }) => values.state === "proposed")
    .map((row) => proposal(snapshot, row));
}

export function proposalToDecide(row: MeetingRow, { snapshot }: Situation): Duty[] {
  return row.values.state === "proposed" ? [proposal(snapshot, row)] : [];
}

function proposal(snapshot: Snapshot, { key: no, row, values }: MeetingRow): Duty {
  const { name, date, proposedBy, proposingDepartment } = values;
  const at = meetingCell(snapshot, row, "no");
  return {
    message: message("duty-confirm-meeting", { name, date: date === null ? "" : toIso(date), by: proposingDepartment || proposedBy }),
    severity: "warning",
    command: offer("confirm-meeting", { meeting: no }),
    ...(at ? { at } : {}),
    meeting: { no, part: "agenda" },
  };
}

/** Whether the agenda, the papers and the people of a meeting were brought together. */
function isPrepared(snapshot: Snapshot, { key, values }: MeetingRow): boolean {
  return (
    values.expected !== null || snapshot.state.get("recorded", `papers:${key}`) !== undefined || attendanceOf(snapshot, key).length > 0
  );
}

/** It was not prepared yet, or something has come up since that comes back at this meeting. */
export function meetingToPrepare(row: MeetingRow, situation: Situation): Duty[] {
  const { snapshot, context } = situation;
  const { key: no, values } = row;
  if (!isComing(row) || values.date === null) return [];
  const rest = { command: offer("prepare-meeting", { meeting: no }), meeting: { no, part: "agenda" } } as const;
  if (!isPrepared(snapshot, row)) {
    const severity = workdaysTo(row, situation) > 1 ? "note" : "warning";
    return [{ message: message("duty-prepare-meeting", { no, date: toIso(values.date) }), severity, ...rest }];
  }
  const { topics, questions } = bringBack(snapshot, row, context.today, new Numbers(snapshot)).counts;
  const n = topics + questions;
  return n === 0 ? [] : [{ message: message("duty-bring-back", { no, n }), severity: "warning", ...rest }];
}

/** What a notice cannot go out without. Before a meeting is prepared, its series may still say it. */
export function headToFill(row: MeetingRow, { snapshot }: Situation): Duty[] {
  if (!isComing(row) || !isPrepared(snapshot, row)) return [];
  const { values } = row;
  return (["chair", "recorder", "start", "place"] as const)
    .filter((field) => values[field] === "" || values[field] === null)
    .map((field) => {
      const at = meetingCell(snapshot, row.row, field);
      return { message: message(`${field}-missing`, { no: row.key }), severity: "warning", ...(at ? { at } : {}) };
    });
}

/** Topics in the pool, or put forward for a meeting, of which nobody has said whether they come to it. */
export function topicsWaiting(snapshot: Snapshot, meeting: string): TableRow<"topics">[] {
  return rowsOf(snapshot, "topics").filter(
    ({ key, values }) =>
      key !== "" &&
      values.topic !== "" &&
      (values.status === "proposed" || values.status === "") &&
      (values.meeting === "" || values.meeting === meeting),
  );
}

export function topicsToDecide(row: MeetingRow, { snapshot }: Situation): Duty[] {
  const waiting = isComing(row) ? topicsWaiting(snapshot, row.key) : [];
  const [first] = waiting;
  const table = tableIn(snapshot, "topics");
  if (!first || !table) return [];
  const said = message("duty-topics-waiting", { n: waiting.length });
  return [{ message: said, severity: "warning", at: cellOf(table, first, "status"), meeting: { no: row.key, part: "agenda" } }];
}

export function agendaToShorten(row: MeetingRow, { snapshot }: Situation): Duty[] {
  if (!isComing(row)) return [];
  return agendaProblems(snapshot, row).map((found) => ({ ...asDuty(found), meeting: { no: row.key, part: "agenda" } }));
}

/** Papers that are not there, by whom they are awaited; more urgent once their time is over. */
export function papersToCome(row: MeetingRow, { snapshot, context }: Situation): Duty[] {
  const table = tableIn(snapshot, "papers");
  const awaited = isComing(row) ? awaitedPapers(snapshot, row.key) : [];
  const isLate = ({ values }: TableRow<"papers">): boolean => values.due !== null && values.due < context.today;
  const late = awaited.filter(isLate);
  const those = late.length > 0 ? late : awaited;
  const [first] = those;
  if (!table || !first) return [];
  const departments = [...new Set(those.map(({ values }) => values.department))].filter((name) => name !== "");
  const params = { n: those.length, departments: departments.join(snapshot.language === "en" ? ", " : "、") };
  return [
    {
      message: message(departments.length === 0 ? "duty-papers-of-nobody" : late.length > 0 ? "duty-papers-late" : "duty-papers", params),
      severity: late.length > 0 ? "warning" : "note",
      at: cellOf(table, first, "status"),
      meeting: { no: row.key, part: "papers" },
    },
  ];
}

/** Everybody is told some working days ahead, and again after the meeting was moved. */
export function noticeToSend(row: MeetingRow, situation: Situation): Duty[] {
  const { snapshot, settings } = situation;
  const { key: no, values } = row;
  if (!isComing(row) || values.state === "noticed" || values.date === null || !isPrepared(snapshot, row)) return [];
  const left = workdaysTo(row, situation);
  const days = settings.noticeDays;
  const code = left < days ? "duty-notice-late" : "duty-notice";
  return [
    {
      message: message(code, { no, date: toIso(values.date), days }),
      severity: left < days ? "error" : left === days ? "warning" : "note",
      command: offer("send-notice", { meeting: no }),
      meeting: { no, part: "documents" },
    },
  ];
}

/** So many working days before a meeting it is time to look. */
const LOOKED_BEFORE = 2;

/** Nobody has looked at what changed in the balance since the last meeting that kept one. */
export function balanceToCompare(row: MeetingRow, situation: Situation): Duty[] {
  const { snapshot } = situation;
  if (!isComing(row) || row.values.date === null || workdaysTo(row, situation) > LOOKED_BEFORE) return [];
  const no = meetingWithBaseline(snapshot, row.values.date);
  const held = no === undefined ? undefined : rowByKey(snapshot, "meetings", no)?.values.date;
  if (no === undefined || !snapshot.places.has("products") || documentDate(snapshot.state, changesId) > (held ?? 0)) return [];
  return [{ message: message("duty-compare-balance", { no }), severity: "note", command: offer("compare-balance", { meeting: no }) }];
}

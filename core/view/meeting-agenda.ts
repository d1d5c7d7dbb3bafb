import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { type AgendaItem, agendaOf } from "../meeting/agenda.ts";
import { comesTo } from "../meeting/carry-over.ts";
import { isComing, type MeetingRow } from "../meeting/choose-meeting.ts";
import { papersOf } from "../meeting/papers-checklist.ts";
import type { Context } from "../run/command.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { topicsWaiting } from "./preparing-duties.ts";

export interface AgendaLine extends AgendaItem {
  /** A choice of `topicStatus`; `""` for a part that every regular meeting has. */
  readonly status: string;
  /** `null` for such a part, which is no row. */
  readonly at: CellPlace | null;
}

/** A topic of which it is not settled whether it comes to the meeting. */
export interface TopicLine {
  readonly no: string;
  readonly topic: string;
  readonly department: string;
  readonly proposer: string;
  readonly proposal: string;
  /** A choice of `urgency`. */
  readonly urgency: string;
  readonly minutes: number | null;
  /** What was said on it before. */
  readonly handling: string;
  readonly carried: number;
  readonly isDeferred: boolean;
  readonly at: CellPlace;
}

export interface PaperLine {
  readonly no: string;
  readonly paper: string;
  readonly department: string;
  readonly due: Day | null;
  readonly state: "submitted" | "waived" | "awaited" | "late";
  readonly submittedOn: Day | null;
  readonly place: string;
  readonly at: CellPlace;
}

export function agendaLines(
  snapshot: Snapshot,
  meeting: MeetingRow,
): { readonly lines: AgendaLine[]; readonly sum: number; readonly length: number | null } {
  const { items, sum, length } = agendaOf(snapshot, meeting);
  const table = tableIn(snapshot, "topics");
  const lines = items.map((item): AgendaLine => {
    const row = item.topic === "" ? undefined : rowByKey(snapshot, "topics", item.topic);
    return { ...item, status: row?.values.status ?? "", at: table && row ? cellOf(table, row, "no") : null };
  });
  return { lines, sum, length };
}

/** Topics that wait for a decision, then those that were deferred: from this meeting, or to come back at it. */
export function topicLines(snapshot: Snapshot, meeting: MeetingRow, { today }: Context): TopicLine[] {
  const table = tableIn(snapshot, "topics");
  if (!table || !isComing(meeting)) return [];
  const deferred = rowsOf(snapshot, "topics").filter(
    (row) =>
      row.key !== "" && row.values.status === "deferred" && (row.values.meeting === meeting.key || comesTo(snapshot, row, meeting, today)),
  );
  const line = (row: TableRow<"topics">, isDeferred: boolean): TopicLine => {
    const { topic, department, proposer, proposal, urgency, minutes, handling, carried } = row.values;
    const said = { topic, department, proposer, proposal, urgency, minutes, handling };
    return { no: row.key, ...said, carried: carried ?? 0, isDeferred, at: cellOf(table, row, "topic") };
  };
  return [...topicsWaiting(snapshot, meeting.key).map((row) => line(row, false)), ...deferred.map((row) => line(row, true))];
}

/** The papers of a meeting; those that are missing come first, the latest of them on top. */
export function paperLines(snapshot: Snapshot, no: string, today: Day): PaperLine[] {
  const table = tableIn(snapshot, "papers");
  if (!table) return [];
  const lines = papersOf(snapshot, no).map((row): PaperLine => {
    const { paper, department, due, status, submittedOn, place } = row.values;
    const isThere = status === "submitted" || status === "waived";
    const state = isThere ? status : due !== null && due < today ? "late" : "awaited";
    return { no: row.key, paper, department, due, state, submittedOn, place, at: cellOf(table, row, "paper") };
  });
  const rank = { late: 0, awaited: 1, submitted: 2, waived: 3 };
  return lines.sort((a, b) => rank[a.state] - rank[b.state]);
}

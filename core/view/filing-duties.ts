import { isSealed } from "../archive/seal.ts";
import type { MeetingRow } from "../meeting/choose-meeting.ts";
import { newestMinutes } from "../meeting/minutes-versions.ts";
import { message } from "../words/message.ts";
import { minutesPlace } from "./cells.ts";
import { type Duty, type Offer, offer, type Situation } from "./duty.ts";
import { minutesLate } from "./meeting-work.ts";

/** Minutes that Concord made and that were recorded wait for the chair. */
export function minutesToApprove(row: MeetingRow, situation: Situation): Duty[] {
  const { key: no, values } = row;
  const newest = newestMinutes(situation.snapshot.state, no);
  if (values.state !== "recorded" || !newest || isSealed(situation.snapshot, newest.id)) return [];
  return filing(row, situation, "duty-approve", offer("approve-minutes", { meeting: no }));
}

/** Clause 四(二): attendees and decision makers get them within the same time. */
export function minutesToDistribute(row: MeetingRow, situation: Situation): Duty[] {
  if (row.values.state !== "approved") return [];
  return filing(row, situation, "duty-distribute", offer("distribute-minutes", { meeting: row.key }));
}

export function meetingToArchive(row: MeetingRow, { snapshot }: Situation): Duty[] {
  const { key: no, values } = row;
  const at = minutesPlace(snapshot, no);
  if (values.state !== "distributed" || !at) return [];
  const said = message("duty-archive", { no });
  return [{ message: said, severity: "note", command: offer("archive-meeting", { meeting: no }), at, meeting: { no, part: "documents" } }];
}

function filing(row: MeetingRow, situation: Situation, code: "duty-approve" | "duty-distribute", command: Offer): Duty[] {
  const at = minutesPlace(situation.snapshot, row.key);
  if (!at) return [];
  const n = minutesLate(row, situation);
  const params = { no: row.key, chair: row.values.chair, n };
  const said = n > 0 ? message(`${code}-late`, params) : message(code, params);
  return [{ message: said, severity: n > 0 ? "error" : "warning", command, at, meeting: { no: row.key, part: "documents" } }];
}

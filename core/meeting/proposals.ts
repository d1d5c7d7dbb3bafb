import type { Day, Minutes } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { MeetingRow } from "./choose-meeting.ts";

interface Proposed {
  readonly name: string;
  readonly date: Day;
  readonly start: Minutes | null;
  readonly proposedBy: string;
}

/** The ad hoc meeting that somebody proposed already, in whatever state unless it was called off. */
export function sameProposal(snapshot: Snapshot, wanted: Proposed): MeetingRow | undefined {
  return rowsOf(snapshot, "meetings").find(
    ({ key, values }) =>
      key !== "" &&
      values.kind === "adHoc" &&
      values.state !== "declined" &&
      values.state !== "cancelled" &&
      values.date === wanted.date &&
      values.start === wanted.start &&
      foldText(values.name) === foldText(wanted.name) &&
      foldText(values.proposedBy) === foldText(wanted.proposedBy),
  );
}

/** When a meeting ends that begins at `start`; a day has no minute after its last. */
export function endOf(start: Minutes | null, minutes: number | null): Minutes | null {
  return start === null || minutes === null ? null : Math.min(start + minutes, 24 * 60 - 1);
}

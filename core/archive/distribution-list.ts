import { foldText } from "../base/text.ts";
import type { MeetingRow } from "../meeting/choose-meeting.ts";
import type { Receiver } from "../meeting/distribution-rows.ts";
import { attendanceOf } from "../meeting/expected.ts";
import { emailOf, inviteesOf } from "../meeting/invitees.ts";
import { Roster } from "../register/roster.ts";
import { say, type WordKey } from "../words/message.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

export interface MinutesReceiver extends Receiver {
  /** Gets them to know of them, not because of having been there. */
  readonly isCopied: boolean;
  readonly hasLeft: boolean;
}

const STANDS: Readonly<Record<string, WordKey>> = {
  present: "role-attendee",
  late: "role-attendee",
  leftEarly: "role-attendee",
  leave: "role-absentee",
  absent: "role-absentee",
};

/**
 * Who gets the minutes: all who attended, whoever was expected or away, their delegates, and the
 * decision makers (clause 四(二)); each once, as what they are named first.
 */
export function distributionList(snapshot: Snapshot, meeting: MeetingRow): MinutesReceiver[] {
  const roster = new Roster(snapshot);
  const found = new Map<string, MinutesReceiver>();
  const add = (name: string, role: WordKey, given = ""): void => {
    const folded = foldText(name);
    if (folded === "" || found.has(folded)) return;
    const person = roster.person(name);
    const hasLeft = roster.hasLeft(name);
    found.set(folded, {
      name: person?.name ?? name,
      department: given || (person?.department ?? ""),
      email: hasLeft ? "" : emailOf(snapshot, name),
      role: say(snapshot.language, role),
      isCopied: role === "role-decision-maker",
      hasLeft,
    });
  };
  const signed = attendanceOf(snapshot, meeting.key);
  const delegates = new Set(
    signed.filter(({ values }) => STANDS[values.status] === "role-absentee").map(({ values }) => foldText(values.delegate)),
  );
  const rank = (role: WordKey): void => {
    for (const { values } of signed) {
      if ((STANDS[values.status] ?? "role-expected") !== role) continue;
      add(values.name, role === "role-attendee" && delegates.has(foldText(values.name)) ? "role-delegate" : role, values.department);
    }
  };
  rank("role-attendee");
  for (const { values } of signed) if (STANDS[values.status] === "role-absentee") add(values.delegate, "role-delegate");
  rank("role-absentee");
  rank("role-expected");
  for (const name of [meeting.values.chair, meeting.values.recorder]) add(name, "role-attendee");
  if (signed.length === 0) for (const { name, department } of inviteesOf(snapshot, meeting)) add(name, "role-expected", department);
  for (const { values } of rowsOf(snapshot, "people"))
    if (values.decisionMaker === true && values.active !== false) add(values.name, "role-decision-maker");
  return [...found.values()];
}

import { foldText } from "../base/text.ts";
import { byAddress } from "../files/person-address.ts";
import { rowNamed } from "../register/named-rows.ts";
import { Roster } from "../register/roster.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { attendanceOf, type Expected, expectedAt } from "./expected.ts";

/** Somebody who is told of a meeting, and signs in at it. */
export interface Invitee extends Expected {
  /** `""` where there is none that works. */
  readonly email: string;
  readonly isOnLeave: boolean;
  /** Who comes in their place; `""` for nobody. */
  readonly delegate: string;
  /** Whom this person stands in for; `""` for nobody. */
  readonly standsFor: string;
}

const RANK = { standing: 0, temporary: 1, observer: 2 } as const;

/**
 * Everybody expected at a meeting, those whom a person put on its sign-in by hand, and who comes in
 * the place of somebody on leave, right behind that person; standing attendees first.
 */
export function inviteesOf(snapshot: Snapshot, meeting: MeetingRow): Invitee[] {
  const roster = new Roster(snapshot);
  const signed = new Map(attendanceOf(snapshot, meeting.key).map(({ values }) => [foldText(values.name), values]));
  const people = new Map<string, Expected>();
  for (const person of expectedAt(snapshot, meeting)) people.set(foldText(person.name), person);
  const delegates = new Set([...signed.values()].filter(({ status }) => status === "leave").map(({ delegate }) => foldText(delegate)));
  for (const [folded, { name, department, title, kind }] of signed)
    if (!people.has(folded) && !delegates.has(folded))
      people.set(folded, { name, department, title, kind: kind === "standing" || kind === "observer" ? kind : "temporary" });
  const found = new Map<string, Invitee>();
  const add = (person: Expected, standsFor: string): void => {
    const folded = foldText(person.name);
    if (found.has(folded)) return;
    const said = signed.get(folded);
    const isOnLeave = said?.status === "leave";
    const delegate = isOnLeave ? said.delegate : "";
    found.set(folded, { ...person, email: emailOf(snapshot, person.name), isOnLeave, delegate, standsFor });
    if (delegate === "" || people.has(foldText(delegate))) return;
    const { name = delegate, department = person.department, title = "" } = roster.person(delegate) ?? {};
    add({ name, department, title, kind: person.kind }, person.name);
  };
  for (const person of [...people.values()].sort((a, b) => RANK[a.kind] - RANK[b.kind])) add(person, "");
  return [...found.values()];
}

/** Observers sit in, and a delegate counts for the one who is on leave. */
export function isCounted({ kind, standsFor }: Invitee): boolean {
  return kind !== "observer" && standsFor === "";
}

/** A person's address as far as it works. */
export function emailOf(snapshot: Snapshot, name: string): string {
  const email = rowNamed(snapshot, "people", name)?.values.email ?? "";
  return byAddress([{ name, email }]).reachable[0]?.email ?? "";
}

import { foldText, splitNames, withoutBrackets } from "../base/text.ts";
import { rowNamed } from "../register/named-rows.ts";
import { Roster } from "../register/roster.ts";
import { isCollective, isEveryone, isOfSeveral } from "../resolution/wording.ts";
import { responsibleOf } from "../tracking/events.ts";
import { histories } from "../tracking/history.ts";
import { meetingOf } from "../tracking/items.ts";
import type { LivingItem } from "../tracking/life.ts";
import type { Language } from "../words/language.ts";
import { type Problem, problem, say } from "../words/message.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";
import { attendanceOf } from "./expected.ts";
import { expectedAttendees } from "./people.ts";

/** Who answers for an action: a person with their department, or a department where it has nobody named. */
export interface Owner {
  readonly owner: string;
  readonly department: string;
}

export function isSame(one: Owner, other: Owner): boolean {
  return foldText(responsibleOf(one)) === foldText(responsibleOf(other));
}

/**
 * Everybody that an item is to be split among, each once: those given, else those whom its cells name, else those
 * whom it was split among before. Everybody stands for all who are expected at the item's meeting.
 * @example `张三、李四` is both with their departments; `全体参会人员` is the sign-in of the meeting
 */
export function ownersOf(snapshot: Snapshot, item: LivingItem, given: string): readonly Owner[] | Problem {
  const stands = responsibleOf(item.row.values);
  const said = given || (isOfSeveral(stands) ? stands : splitBefore(snapshot, item.row.key));
  if (!isOfSeveral(said)) {
    const who = given || stands;
    return isCollective(who)
      ? problem("error", "owners-unnamed", { item: item.row.key, owner: who }, item.at("owner"))
      : problem("error", "one-owner", { item: item.row.key }, item.at("owner"));
  }
  const roster = new Roster(snapshot);
  const found: Owner[] = [];
  for (const name of splitNames(withoutBrackets(said))) {
    if (isCollective(name) && !isEveryone(name))
      return problem("error", "owners-unnamed", { item: item.row.key, owner: name }, item.at("owner"));
    const owners = isEveryone(name) ? everyoneAt(snapshot, meetingOf(snapshot, item)) : [ownerNamed(snapshot, item, name, roster)];
    if (owners.length === 0) return problem("error", "nobody-expected", { item: item.row.key, owner: name }, item.at("owner"));
    for (const owner of owners) if (!found.some((other) => isSame(owner, other))) found.push(owner);
  }
  return found;
}

/** Whom an item was split among, as its last change of owner tells; `""` where it was none. */
function splitBefore(snapshot: Snapshot, item: string): string {
  const last = (histories(snapshot).get(item) ?? []).filter(({ values }) => values.event === "reassigned").at(-1);
  return last && LANGUAGES.some((language) => say(language, "split-reason") === last.values.reason) ? last.values.from : "";
}

/** A workbook may have changed its language since. */
const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/** The sign-in of a meeting without those who only sit in; where it has none, who leads the standing departments. */
function everyoneAt(snapshot: Snapshot, meeting: string): Owner[] {
  const signedIn = attendanceOf(snapshot, meeting).filter(({ values }) => values.kind !== "observer");
  if (meeting !== "" && signedIn.length > 0) return signedIn.map(({ values }) => ({ owner: values.name, department: values.department }));
  const series = rowByKey(snapshot, "meetings", meeting)?.values.series ?? "";
  return expectedAttendees(snapshot, series).map(({ name, department }) => ({ owner: name, department }));
}

/** A department is answered for by its head. A person without a known department belongs to the item's, if that is one. */
function ownerNamed(snapshot: Snapshot, item: LivingItem, name: string, roster: Roster): Owner {
  const person = roster.person(name);
  const own = isOfSeveral(item.row.values.department) || isCollective(item.row.values.department) ? "" : item.row.values.department;
  if (person) return { owner: person.name, department: person.department || own };
  const department = roster.department(name);
  if (department === undefined) return { owner: name, department: own };
  const { head = "", delegate = "" } = rowNamed(snapshot, "departments", department)?.values ?? {};
  return { owner: head || delegate, department };
}

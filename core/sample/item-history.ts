import type { Day } from "../base/plain-date.ts";
import type { Code } from "../tables/choices.ts";
import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import { eventsBetween, type Seen } from "../tracking/events.ts";
import { assignment } from "../tracking/upkeep.ts";
import type { HeldMeeting } from "./meeting-dates.ts";
import { person } from "./people.ts";
import { at, type Scene } from "./scene.ts";

type ActionRow = Partial<RowOf<typeof tables.actions>>;
type HistoryRow = Partial<RowOf<typeof tables.history>>;

/** A look at an item: on which day, what had changed since the one before, and how. */
interface Look {
  readonly on: Day;
  readonly changed: Partial<Seen>;
  readonly how: Code<"historySource">;
  readonly by: string;
  readonly meeting?: HeldMeeting;
}

/** What became of each resolution and action up to today, told as the register tells it. */
export function historyRows(scene: Scene, held: readonly HeldMeeting[], items: readonly ActionRow[]): HistoryRow[] {
  return items.flatMap((item) => {
    const { no = "", owner = "", department = "", assignedOn = null, meeting = "" } = item;
    let seen: Seen = { ...UNTOUCHED, owner, department, assignedOn, due: item.firstDue ?? item.due ?? null };
    const assigned = assignment(no, seen, { on: scene.today, by: scene.say(person.gu), how: "minutes", meeting });
    const later = looksAt(scene, held, item).flatMap(({ on, changed, how, by, meeting: at }) => {
      const before = seen;
      seen = { ...seen, ...changed };
      return eventsBetween(no, before, seen, { on, by, how, meeting: at?.no ?? "" }, scene.language);
    });
    return [assigned, ...later].map((event, index) => ({ no: `${no}-H${index + 1}`, ...event }));
  });
}

const UNTOUCHED = {
  status: "assigned",
  progress: 0,
  doneOn: null,
  carried: 0,
  postponed: 0,
  result: "",
  evidence: "",
  reason: "",
} as const;

function looksAt(scene: Scene, held: readonly HeldMeeting[], item: ActionRow): Look[] {
  const { status = "", owner = "", reason = "", result = "", evidence = "", progress, confirmedOn, doneOn, verifiedOn } = item;
  const assignedOn = item.assignedOn ?? scene.today;
  const [organiser, chair] = [scene.say(person.gu), scene.say(person.zhou)];
  const after = held.filter(({ date }) => date > assignedOn);
  const carried = after.slice(0, item.carried ?? 0);
  const closing = carried.at(-1) ?? at(held, held.length - 1);
  const due = item.due ?? null;
  const looks: Look[] = carried.map((meeting, index) => ({
    on: meeting.date,
    changed: { carried: index + 1 },
    how: "minutes",
    by: organiser,
    meeting,
  }));
  const own = (on: Day, changed: Partial<Seen>, by = owner): void => {
    looks.push({ on, changed, how: "sheet", by: by === "" ? organiser : by });
  };
  if (status === "split") own(assignedOn, { status }, organiser);
  else if (confirmedOn) own(confirmedOn, { status: "confirmed" });
  if (item.postponed && item.firstDue && item.firstDue !== due) {
    const asked = Math.min(Math.max(assignedOn, scene.calendar.addWorkdays(item.firstDue, -1)), scene.today);
    own(asked, { due, postponed: item.postponed, reason, ...(status === "postponed" ? { status } : {}) }, chair);
  }
  if (status === "inProgress") own(Math.max(confirmedOn ?? assignedOn, scene.today - 1), { status, progress: progress ?? 0, result });
  if (doneOn) own(doneOn, { status: "done", progress: 1, doneOn, evidence, result });
  if (verifiedOn) own(verifiedOn, { status: "verified" }, chair);
  if (status === "cancelled")
    looks.push({ on: closing.date, changed: { status, reason }, how: "minutes", by: organiser, meeting: closing });
  return looks.sort((a, b) => a.on - b.on);
}

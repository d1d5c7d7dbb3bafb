import type { Day } from "../base/plain-date.ts";
import { compareNumbers, compareText, foldText } from "../base/text.ts";
import { PatternNumbers } from "../register/pattern-numbers.ts";
import type { Level } from "../tracking/escalation.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { type Addressee, Addressees, type Unreached } from "./addressees.ts";
import type { Concern, ReminderRole } from "./concern.ts";
import { concernsOf, type Moment } from "./concerns.ts";
import { Told } from "./told.ts";

/** An item on somebody's slip, and as what they get it. */
export interface SlipLine extends Concern {
  readonly role: ReminderRole;
  /** Not on the record yet. */
  readonly isNew: boolean;
}

/** All that one person has to be told of on a day. */
export interface Slip {
  readonly no: string;
  readonly date: Day;
  readonly to: Addressee;
  /** Gravest first. */
  readonly lines: readonly SlipLine[];
}

/** Concerns of which their owner cannot be told. */
export interface Undeliverable {
  readonly why: Unreached;
  /** Who cannot be found, or the department that has no head; `""` where nobody is named. */
  readonly name: string;
  readonly concerns: readonly Concern[];
}

/** A role to which an item was escalated and that nobody holds. */
export interface Vacancy {
  readonly role: ReminderRole;
  readonly why: Unreached;
  /** Of a department or a person; `""` otherwise. */
  readonly name: string;
  readonly items: readonly string[];
}

export interface ReminderPlan {
  readonly slips: readonly Slip[];
  readonly undeliverable: readonly Undeliverable[];
  readonly vacancies: readonly Vacancy[];
  /** The numbers given out, to be remembered. */
  readonly entries: readonly StateEntry[];
}

/** Who is meant by a reminder run: all where nothing is given. */
export interface Whom {
  readonly name: string;
  readonly department: string;
}

/** Roles that see to an item themselves; the others are told how it stands. */
const OWN: ReadonlySet<ReminderRole> = new Set(["owner", "support", "organiser"]);

/**
 * Who gets what today: one slip for each person, with all items that they own, verify or have to know
 * of. Nobody is told of the same item twice on one day for the same reason; later again after the days
 * of the settings, or at once where its level rose. An item goes to the first of its owners as the
 * responsible one, to the others and to who supports it as those who help; where none can be told, it stands among the undeliverable.
 * @param again with what was told today already
 */
export function planReminders(snapshot: Snapshot, moment: Moment, whom: Whom, again = false): ReminderPlan {
  return new Planner(snapshot, moment, whom, again).plan();
}

class Planner {
  private readonly addressees: Addressees;
  private readonly told: Told;
  private readonly byPerson = new Map<string, { readonly to: Addressee; readonly lines: Map<string, SlipLine> }>();
  private readonly undeliverable = new Map<string, { readonly why: Unreached; readonly name: string; readonly concerns: Concern[] }>();
  private readonly vacancies = new Map<
    string,
    { readonly role: ReminderRole; readonly why: Unreached; readonly name: string; readonly items: string[] }
  >();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly moment: Moment,
    private readonly whom: Whom,
    private readonly again: boolean,
  ) {
    this.addressees = new Addressees(snapshot, moment.settings);
    this.told = new Told(snapshot, moment.today);
  }

  plan(): ReminderPlan {
    for (const concern of concernsOf(this.snapshot, this.moment)) {
      if (concern.isOrganisers) this.toOrganiser(concern);
      else this.toOwner(concern);
      this.toSuperiors(concern);
    }
    const { slips, entries } = this.slips();
    return { slips, undeliverable: [...this.undeliverable.values()], vacancies: [...this.vacancies.values()], entries };
  }

  /** Whoever is named to verify it, else the head of the organising department. */
  private toOrganiser(concern: Concern): void {
    const named = concern.also === "" ? undefined : this.addressees.responsible({ owner: concern.also, department: "" });
    const found = named && named.people.length > 0 ? named : this.addressees.organiser();
    const [person] = found.people;
    if (person) this.tell(person, "organiser", concern);
    else this.missing("organiser", found.unreached ?? "nobody", this.moment.settings.organiser, concern);
  }

  private toOwner(concern: Concern): void {
    const found = this.addressees.responsible(concern);
    found.people.forEach((person, index) => {
      this.tell(person, index === 0 ? "owner" : "support", concern);
    });
    for (const helper of this.addressees.supporting(concern)) {
      for (const person of helper.people) this.tell(person, "support", concern);
      if (helper.unreached !== undefined) this.missing("support", helper.unreached, helper.name, concern);
    }
    if (found.unreached === undefined) return;
    const key = `${found.unreached}\t${foldText(found.name)}`;
    const known = this.undeliverable.get(key) ?? { why: found.unreached, name: found.name, concerns: [] };
    known.concerns.push(concern);
    this.undeliverable.set(key, known);
  }

  /** The roles of an item's level and of those below it, and whoever is named for it. */
  private toSuperiors(concern: Concern): void {
    if (concern.isOrganisers) return;
    const words = concern.reason === "overdue" ? this.moment.settings.escalation.to.slice(0, concern.level + 1).flat() : [];
    for (const word of [...words, ...(concern.also === "" ? [] : [concern.also])]) {
      const { role, people, ...rest } = this.addressees.inRole(word, concern);
      if (role === "owner") continue;
      for (const person of people) this.tell(person, role, concern);
      if (people.length === 0 && "unreached" in rest && rest.unreached) this.missing(role, rest.unreached, rest.name, concern);
    }
  }

  private missing(role: ReminderRole, why: Unreached, name: string, { item }: Concern): void {
    const key = `${role}\t${why}\t${foldText(name)}`;
    const known = this.vacancies.get(key) ?? { role, why, name, items: [] };
    known.items.push(item);
    this.vacancies.set(key, known);
  }

  private tell(person: Addressee, role: ReminderRole, concern: Concern): void {
    if (!this.isMeant(person)) return;
    const last = this.told.lastTime(person.name, concern);
    const isToday = last !== undefined && last.date >= this.moment.today;
    if (last !== undefined && (isToday ? !this.again : !this.isDueAgain(last, role, concern.level))) return;
    const folded = foldText(person.name);
    const known = this.byPerson.get(folded) ?? { to: person, lines: new Map<string, SlipLine>() };
    const key = `${concern.item}\t${concern.reason}`;
    // Whoever is the owner and the head as well is told once.
    if (!known.lines.has(key)) known.lines.set(key, { ...concern, role, isNew: !isToday });
    this.byPerson.set(folded, known);
  }

  private isDueAgain(last: { readonly date: Day; readonly level: number }, role: ReminderRole, level: Level): boolean {
    const { every, everySuperior } = this.moment.settings.reminders;
    const days = this.moment.calendar.workdaysBetween(last.date, this.moment.today);
    return level > last.level || days >= (OWN.has(role) ? every : everySuperior);
  }

  private isMeant({ name, department }: Addressee): boolean {
    const fits = (wanted: string, is: string): boolean => wanted === "" || foldText(wanted) === foldText(is);
    return fits(this.whom.name, name) && fits(this.whom.department, department);
  }

  /** In the order of the People table, so that a run that was cut off goes on with the numbers it would have given. */
  private slips(): { readonly slips: readonly Slip[]; readonly entries: readonly StateEntry[] } {
    const { today: date, settings } = this.moment;
    const places = new Map(rowsOf(this.snapshot, "people").map(({ values }, index) => [foldText(values.name), index] as const));
    const given = new Set(rowsOf(this.snapshot, "reminders").map(({ values }) => values.slip));
    const numbers = new PatternNumbers(this.snapshot.state, "slip", settings.reminders.slipPattern, given);
    const people = [...this.byPerson].sort(
      ([a], [b]) => (places.get(a) ?? places.size) - (places.get(b) ?? places.size) || compareText(a, b),
    );
    const slips = people.map(([, { to, lines }]) => ({
      no: this.told.slipOf(to.name) ?? numbers.next(date),
      date,
      to,
      lines: [...lines.values()].sort(byGravity),
    }));
    return { slips, entries: numbers.entries(date) };
  }
}

/** What one sees to oneself first, then by level, then by how late it is. */
function byGravity(a: SlipLine, b: SlipLine): number {
  return (
    Number(OWN.has(b.role)) - Number(OWN.has(a.role)) ||
    b.level - a.level ||
    (b.daysLate ?? -1) - (a.daysLate ?? -1) ||
    (a.due ?? 1e9) - (b.due ?? 1e9) ||
    compareNumbers(a.item, b.item) ||
    compareText(a.reason, b.reason)
  );
}

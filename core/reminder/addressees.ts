import { foldText, splitNames, withoutBrackets } from "../base/text.ts";
import { emailOf } from "../meeting/invitees.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { rowNamed } from "../register/named-rows.ts";
import { Roster } from "../register/roster.ts";
import { type Code, choiceSet } from "../tables/choices.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { Concern, ReminderRole } from "./concern.ts";

/** Somebody who can be told. */
export interface Addressee {
  readonly name: string;
  readonly department: string;
  readonly title: string;
  /** `""` where there is none that works: they are told by a message or on paper. */
  readonly email: string;
}

/** Why somebody cannot be told. */
export type Unreached = "nobody" | "unknown" | "left";

export type Found =
  | { readonly people: readonly Addressee[]; readonly unreached?: undefined }
  | { readonly people: readonly []; readonly unreached: Unreached; readonly name: string };

const MANAGER =
  /^(?!.*(副|助理|秘书|办公室|deputy|vice|assistant|secretary|office)).*(总经理|总裁|首席执行官|general manager|\bgm\b|\bceo\b|\bpresident\b)/i;

/** Finds the people behind the names and roles of a register. */
export class Addressees {
  private readonly roster: Roster;
  /** Found once: names are looked up for thousands of items. */
  private readonly byName = new Map<string, Found>();
  private readonly heads = new Map<string, Found>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly settings: BookSettings,
  ) {
    this.roster = new Roster(snapshot);
  }

  /**
   * Who answers for a concern: those named that are known and still there, the responsible one first; a
   * department by its head. Where the register knows nobody at all, the names stand for themselves.
   */
  responsible({ owner, department }: Pick<Concern, "owner" | "department">): Found {
    const names = splitNames(withoutBrackets(owner));
    const found = names.map((name) => this.named(name));
    const people = found.flatMap((each) => each.people);
    if (people.length > 0) return { people };
    const [first] = found;
    return first ?? this.headOf(department);
  }

  /** Who helps with it, each name by itself: people, and departments by their heads. */
  supporting({ support }: Pick<Concern, "support">): readonly Found[] {
    return splitNames(withoutBrackets(support)).map((name) => this.named(name));
  }

  /** The people of a role of an item's level; somebody's name stands for that person. */
  inRole(word: string, concern: Concern): { readonly role: ReminderRole } & Found {
    const role = roleOf(word);
    switch (role) {
      case undefined:
        return { role: "named", ...this.named(word) };
      case "owner":
      case "support":
        return { role: "owner", ...this.responsible(concern) };
      case "head":
        return { role, ...this.headOf(concern.department || this.departmentOf(concern.owner)) };
      case "chair":
        return { role, ...this.chairOf(concern.meeting) };
      case "executive":
        return { role, ...this.executives(concern.department || this.departmentOf(concern.owner)) };
      case "generalManager":
        return { role, ...this.generalManager() };
      default:
        return { role, ...this.organiser() };
    }
  }

  /** Who looks after meetings: the head of the organising department. */
  organiser(): Found {
    return this.headOf(this.settings.organiser);
  }

  private named(name: string): Found {
    return once(this.byName, name, () => this.find(name));
  }

  private find(name: string): Found {
    if (this.roster.hasLeft(name)) return { people: [], unreached: "left", name };
    const person = this.roster.person(name);
    if (person || this.roster.isEmpty) return { people: [this.addressee(person?.name ?? name)] };
    if (rowNamed(this.snapshot, "departments", name)) return this.headOf(name);
    return { people: [], unreached: "unknown", name };
  }

  private addressee(name: string): Addressee {
    const { department = "", title = "" } = this.roster.person(name) ?? {};
    return { name, department, title, email: emailOf(this.snapshot, name) };
  }

  /** A department is answered for by its head, or the delegate where there is none any more. */
  private headOf(department: string): Found {
    return once(this.heads, department, () => this.findHead(department));
  }

  private findHead(department: string): Found {
    const values = rowNamed(this.snapshot, "departments", department)?.values;
    const name = [values?.head ?? "", values?.delegate ?? ""].find((each) => each !== "" && !this.roster.hasLeft(each));
    return name === undefined ? { people: [], unreached: "nobody", name: department } : { people: [this.addressee(name)] };
  }

  private departmentOf(owner: string): string {
    const [first = ""] = splitNames(withoutBrackets(owner));
    return this.roster.person(first)?.department ?? first;
  }

  private chairOf(meeting: string): Found {
    const values = rowByKey(this.snapshot, "meetings", meeting)?.values;
    const series = rowsOf(this.snapshot, "series").filter((row) => row.values.active !== false);
    const own = series.find((row) => values !== undefined && row.values.name === values.series);
    const names = [values?.chair ?? "", own?.values.chair ?? "", ...series.map((row) => row.values.chair)];
    return this.firstOf(names);
  }

  private generalManager(): Found {
    const given = this.settings.reminders.generalManager;
    if (given.length > 0) return this.allOf(given);
    return this.allOf(this.decisionMakers(({ title }) => MANAGER.test(title)));
  }

  /** Whoever the settings name, else the decision makers of the item's department and of the organiser, else all. */
  private executives(department: string): Found {
    const given = this.settings.reminders.executives;
    if (given.length > 0) return this.allOf(given);
    const managers = new Set((this.generalManager().people as readonly Addressee[]).map(({ name }) => name));
    const near = new Set([department, this.settings.organiser].map(foldText));
    const all = this.decisionMakers(({ name, decisionMaker }) => decisionMaker === true && !managers.has(name));
    const own = all.filter((name) => near.has(foldText(this.roster.person(name)?.department ?? "")));
    return this.allOf(own.length > 0 ? own : all);
  }

  private decisionMakers(fits: (values: { name: string; title: string; decisionMaker: boolean | null }) => boolean): string[] {
    return rowsOf(this.snapshot, "people").flatMap(({ values }) =>
      values.name !== "" && values.active !== false && fits(values) ? [values.name] : [],
    );
  }

  private firstOf(names: readonly string[]): Found {
    const name = names.find((each) => each !== "" && this.named(each).people.length > 0);
    return name === undefined ? { people: [], unreached: "nobody", name: "" } : this.named(name);
  }

  private allOf(names: readonly string[]): Found {
    const found = names.map((name) => this.named(name));
    const people = found.flatMap((each) => each.people);
    return people.length > 0 ? { people } : (found[0] ?? { people: [], unreached: "nobody", name: "" });
  }
}

function once(known: Map<string, Found>, key: string, find: () => Found): Found {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** The role that a word in the settings stands for, in either language. */
function roleOf(word: string): Code<"reminderRole"> | undefined {
  const wanted = foldText(word);
  const found = Object.entries(choiceSet("reminderRole")).find(([code, { zh, en, also = [] }]) =>
    [code, zh, en, ...also].some((name) => foldText(name) === wanted),
  );
  return found?.[0] as Code<"reminderRole"> | undefined;
}

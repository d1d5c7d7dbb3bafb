import { foldText, splitNames } from "../base/text.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/** A person at a meeting, as far as the register knows them. */
export interface Attendee {
  readonly name: string;
  readonly department: string;
  readonly title: string;
}

/** Whom the workbook knows, by any spelling of the name. */
export class Roster {
  private readonly people = new Map<string, Attendee>();
  private readonly departments = new Map<string, string>();
  private readonly retired = new Set<string>();

  constructor(snapshot: Snapshot) {
    for (const { values } of rowsOf(snapshot, "people")) {
      const folded = foldText(values.name);
      // Of two rows with one name the first counts.
      if (folded === "" || this.people.has(folded)) continue;
      this.people.set(folded, { name: values.name, department: values.department, title: values.title });
      if (values.active === false) this.retired.add(folded);
    }
    for (const { values } of rowsOf(snapshot, "departments"))
      if (values.name !== "") this.departments.set(foldText(values.name), values.name);
    for (const { department } of this.people.values()) if (department !== "") this.departments.set(foldText(department), department);
  }

  get isEmpty(): boolean {
    return this.people.size === 0;
  }

  person(name: string): Attendee | undefined {
    return this.people.get(foldText(name));
  }

  /** Whether a person is known to have left. */
  hasLeft(name: string): boolean {
    return this.retired.has(foldText(name));
  }

  department(name: string): string | undefined {
    return this.departments.get(foldText(name));
  }

  /** The names in an owner cell that are neither people nor departments. */
  unknown(owner: string): string[] {
    if (this.isEmpty) return [];
    return splitNames(owner).filter((name) => !this.person(name) && !this.department(name));
  }
}

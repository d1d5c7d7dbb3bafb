import type { CellPlace } from "../base/place.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Command, Context, InputOf } from "../run/command.ts";
import type { Fields } from "../tables/field.ts";
import type { Message, Problem } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { MeetingCard } from "./meeting-at-hand.ts";
import type { TrackedItem } from "./tracked-items.ts";

/** Something that can be done now. */
export interface Duty {
  readonly message: Message;
  readonly severity: Problem["severity"];
  /** The command that does it, with its input; `asks` where that lacks what the command requires. */
  readonly command?: { readonly id: string; readonly input: Readonly<Record<string, unknown>>; readonly asks?: true };
  readonly at?: CellPlace;
}

/** What duties are found in. */
export interface Situation {
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly settings: BookSettings;
  readonly calendar: WorkingCalendar;
  readonly meeting: MeetingCard | null;
  /** Most urgent first. */
  readonly items: readonly TrackedItem[];
}

/** Looks for one kind of duty; finds none where there is nothing to do. */
export type DutyFinder = (situation: Situation) => readonly Duty[];

/** A command as a duty offers it; only one that exists, with inputs that it takes. */
export function offer<F extends Fields>(command: Command<F>, input: Partial<InputOf<F>>): NonNullable<Duty["command"]> {
  const given: Readonly<Record<string, unknown>> = input;
  const lacks = Object.entries(command.input).some(([name, { required }]) => required === true && given[name] === undefined);
  return { id: command.id, input, ...(lacks ? { asks: true } : {}) };
}

import type { CellPlace } from "../base/place.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { CommandId, CommandInput } from "../commands/registry.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Context } from "../run/command.ts";
import type { Message, Problem } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { MeetingCard } from "./meeting-at-hand.ts";
import type { TrackedItem } from "./tracked-items.ts";

/** The parts of a meeting's own screen. */
export type MeetingPart = "agenda" | "papers" | "people" | "documents";

/** The command that does something, with its input. */
export interface Offer {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The person has to say more before it can be done. */
  readonly asks?: true;
}

/** Something that can be done now. */
export interface Duty {
  readonly message: Message;
  readonly severity: Problem["severity"];
  readonly command?: Offer;
  readonly at?: CellPlace;
  /** The meeting on whose screen there is more to see of it, and the part of that screen. */
  readonly meeting?: { readonly no: string; readonly part: MeetingPart };
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

/** A command as a duty offers it: only one that there is, with inputs that it takes. The commands themselves are not loaded for it. */
export function offer<Id extends CommandId>(id: Id, input: CommandInput<Id>): Offer {
  return { id, input };
}

/** The same, with its form first. */
export function offerForm<Id extends CommandId>(id: Id, input: CommandInput<Id>): Offer {
  return { id, input, asks: true };
}

/** A problem that a person has to see to. */
export function asDuty({ code, params, severity, at }: Problem): Duty {
  return { message: { code, params }, severity, ...(at ? { at } : {}) };
}

const RANK = { error: 0, warning: 1, note: 2 } as const;

/** What is late or wrong comes first; what is as grave stays in the order in which it is looked for. */
export function inOrder(duties: readonly Duty[]): readonly Duty[] {
  return [...duties].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

import type { CellPlace, Language, Problem, ViewId, ViewInput } from "../core/index.ts";
import type { Profile } from "../pane/device.ts";
import type { Input } from "../pane/runner.ts";
import type { MailQuestion, ReadyMail } from "./post.ts";

/**
 * What the sidebar asks of the script, as JSON, since no date and no function crosses. Every request
 * carries who asks: answers do not come in the order of the questions, and a name that was just
 * changed has to hold for the question behind it.
 */
export type Request = { readonly id: number; readonly person: Person } & Question;

export type Question =
  | { readonly kind: "view"; readonly view: ViewId; readonly input?: ViewInput }
  | { readonly kind: "preview"; readonly command: string; readonly input: Input }
  | { readonly kind: "run"; readonly command: string; readonly input: Input; readonly expecting?: string; readonly course?: string }
  | { readonly kind: "undo" }
  | { readonly kind: "reveal"; readonly at: CellPlace }
  /** How far the run of that course is. */
  | { readonly kind: "progress"; readonly course: string }
  | { readonly kind: "cancel"; readonly course: string }
  | { readonly kind: "keep-profile"; readonly profile: Profile }
  | { readonly kind: "mail-plan"; readonly mail: MailQuestion }
  | { readonly kind: "mail-send"; readonly mail: ReadyMail; readonly again: boolean }
  | { readonly kind: "daily"; readonly turn?: boolean }
  | { readonly kind: "send-waiting" };

/** The answer to the question of the same id: a value, or why there is none. */
export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly problem: Problem });

export interface Person {
  readonly name: string;
  readonly department: string;
  readonly language: Language;
}

/** With what a page opens: written into it, so that it need not ask. */
export interface Opening {
  readonly profile: Profile;
  /** The one command that a dialog is for. */
  readonly task?: { readonly command: string; readonly asks: boolean };
}

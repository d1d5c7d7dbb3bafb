import type { Delivery, Message, Problem, Recipient } from "../core/index.ts";

/** A mail with the bytes of its attachments, ready for a host that sends mail itself. */
export interface ReadyMail {
  /** Its file's name, which has a number of its own: by it is known who got the mail, whatever its text says by then. */
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly from?: Recipient;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  /** The same for mail programs that show pages. */
  readonly html?: string;
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly base64: string }[];
}

/** Who would get a mail: asked before its attachments are made. */
export type MailQuestion = Pick<ReadyMail, "name" | "to" | "cc">;

/** What came of a sending. */
export interface Sent {
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
}

/** A host that sends mail itself. Nothing is sent before a person has seen every recipient. */
export interface Post {
  plan(mail: MailQuestion): Promise<Delivery | Problem>;
  /** @param again also to those who have it already, or may have it */
  send(mail: ReadyMail, again: boolean): Promise<Sent>;
}

/** A host that does some work every day by itself, where a person wants it. */
export interface DailyWork {
  state(): Promise<DailyState | Problem>;
  turn(isOn: boolean): Promise<DailyState | Problem>;
  /** Sends the mail that waits for another day now. */
  sendWaiting(): Promise<Sent>;
}

export interface DailyState {
  readonly isOn: boolean;
  /** How many addresses mail waits for. */
  readonly waiting: number;
}

export function isProblem<T extends object>(answer: T | Problem): answer is Problem {
  return "severity" in answer && "code" in answer;
}

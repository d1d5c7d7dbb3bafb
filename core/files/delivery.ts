import type { Mail } from "./mail-file.ts";
import { byAddress, type Recipient } from "./person-address.ts";

/**
 * What became of a mail to one address:
 * `begun` is noted before it is sent, so that a sending that was cut off is never silently repeated;
 * `waiting` goes out on another day; `failed` was refused, and is tried again.
 */
export type DeliveryState = "begun" | "sent" | "waiting" | "failed";

/** Somebody a mail goes to, or gets a copy of it. */
export interface Addressee extends Recipient {
  readonly isCopied: boolean;
}

/** Who gets a mail now, and who does not and why. Everybody that it names stands in exactly one list. */
export interface Delivery {
  readonly now: readonly Addressee[];
  /** More than may be sent today. */
  readonly later: readonly Addressee[];
  readonly alreadySent: readonly Addressee[];
  /** Sending to them was cut off: they may have it. */
  readonly unsure: readonly Addressee[];
  /** Without an address that works. */
  readonly unreachable: readonly Addressee[];
}

/**
 * Decides who gets a mail now. Sending it again sends nothing to those who have it, unless `again` asks for that.
 * @param notes what is known, by address in lower case
 * @param quota how many addresses may still be written to today
 * @example planDelivery({ to: [a, b], cc: [] }, new Map([["a@x.cn", "sent"]]), 5, false).now // b
 */
export function planDelivery(
  { to, cc }: Pick<Mail, "to" | "cc">,
  notes: ReadonlyMap<string, DeliveryState>,
  quota: number,
  again: boolean,
): Delivery {
  const everybody = [...to.map((each) => ({ ...each, isCopied: false })), ...cc.map((each) => ({ ...each, isCopied: true }))];
  const { reachable, unreachable } = byAddress(everybody);
  const once = reachable.filter((each, index) => index === reachable.findIndex((other) => addressKey(other) === addressKey(each)));
  const stateOf = (each: Addressee): DeliveryState | undefined => notes.get(addressKey(each));
  const alreadySent = again ? [] : once.filter((each) => stateOf(each) === "sent");
  const unsure = again ? [] : once.filter((each) => stateOf(each) === "begun");
  const due = once.filter((each) => !alreadySent.includes(each) && !unsure.includes(each));
  const now = due.slice(0, Math.max(0, quota));
  return { now, later: due.slice(now.length), alreadySent, unsure, unreachable };
}

/** Addresses differ in case only by habit. */
export function addressKey({ email }: Pick<Recipient, "email">): string {
  return email.toLowerCase();
}

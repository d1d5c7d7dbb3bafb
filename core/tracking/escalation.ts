import type { EscalationRules } from "../register/book-settings.ts";
import { type Message, message } from "../words/message.ts";

/** From just late (0; what is due soon is reminded of as 0, too) up to the general manager (4). */
export type Level = 0 | 1 | 2 | 3 | 4;

/** What of an item decides on its level. */
export interface Lateness {
  /** Working days since its due date; `null` for an item that is not overdue. */
  readonly daysLate: number | null;
  /** Days before today on which its owner was reminded of its being overdue. */
  readonly chases: number;
  readonly postponed: number;
  /** Meetings held since its due date. */
  readonly meetings: number;
}

/** A level, and the rule by which it holds. */
export interface Escalation {
  readonly level: Level;
  readonly why: Message;
}

/**
 * The level of an item by the rules: the highest of which one condition is met. Each condition, once
 * met, stays met while the item gets later, so that the level never falls while it is late.
 * @returns `null` for an item that is not late
 * @example with the standard rules, three working days late: level 2
 */
export function levelByRule({ daysLate, chases, postponed, meetings }: Lateness, rules: EscalationRules): Escalation | null {
  if (daysLate === null) return null;
  const [chase, yellow, red, manager] = rules.days;
  const isAbove = (count: number, limit: number): boolean => limit > 0 && daysLate > 0 && count >= limit;
  if (daysLate >= manager) return { level: 4, why: message("level-days", { n: manager }) };
  if (isAbove(meetings, rules.meetings)) return { level: 4, why: message("level-meetings", { n: rules.meetings }) };
  if (daysLate >= red) return { level: 3, why: message("level-days", { n: red }) };
  if (isAbove(postponed, rules.postponed)) return { level: 3, why: message("level-postponed", { n: rules.postponed }) };
  if (daysLate >= yellow) return { level: 2, why: message("level-days", { n: yellow }) };
  if (isAbove(chases, rules.chases)) return { level: 2, why: message("level-chases", { n: rules.chases }) };
  if (daysLate >= chase) return { level: 1, why: message("level-days", { n: chase }) };
  return { level: 0, why: message("level-late") };
}

/** A level as a cell may hold it. */
export function asLevel(value: number | null): Level | null {
  return value === null ? null : (Math.max(0, Math.min(4, Math.round(value))) as Level);
}

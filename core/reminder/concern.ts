import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import type { Code } from "../tables/choices.ts";
import type { Level } from "../tracking/escalation.ts";

export type ReminderReason = Code<"reminderReason">;
export type ReminderRole = Code<"reminderRole">;

/** Something that somebody has to be told of, and who answers for it. */
export interface Concern {
  /** Its number in the register. */
  readonly item: string;
  readonly task: string;
  readonly department: string;
  /** As the cell says it: one or several names. */
  readonly owner: string;
  /** Who helps with it, likewise: people or departments. They are told in time and of delay, and answer for nothing. */
  readonly support: string;
  readonly due: Day | null;
  readonly reason: ReminderReason;
  readonly level: Level;
  /** The rule by which it is at its level; `""` where it was not raised. */
  readonly why: string;
  /** Working days since the due date; `null` for what is not late. */
  readonly daysLate: number | null;
  readonly postponed: number;
  /** Days on which its owner was reminded of it before. */
  readonly reminded: number;
  /** Its meeting; `""` where it has none. */
  readonly meeting: string;
  /** It is the organiser's to see to, whoever owns it. */
  readonly isOrganisers: boolean;
  /** Somebody named for it beside the roles of its level; `""` for nobody. */
  readonly also: string;
  /** Its row. */
  readonly at: CellPlace;
}

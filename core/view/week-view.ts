import type { CellPlace } from "../base/place.ts";
import type { Day, Minutes, Weekday } from "../base/plain-date.ts";
import type { Stage } from "../run/command.ts";
import type { TableId } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import type { Message, Problem } from "../words/message.ts";

/** The next meeting, or the last one while there is work left on it. */
export interface MeetingCard {
  readonly no: string;
  readonly name: string;
  readonly date: Day;
  readonly weekday: Weekday;
  readonly start: Minutes | null;
  readonly place: string;
  readonly chair: string;
  /** Working days from today to the meeting; negative once it is over. */
  readonly workdaysLeft: number;
  readonly stage: Exclude<Stage, "workbook">;
  readonly at: CellPlace;
  /** The minutes sheet, where there is one. */
  readonly minutes: CellPlace | null;
}

/** Something that can be done now. */
export interface Duty {
  readonly message: Message;
  readonly severity: Problem["severity"];
  /** The command that does it, with its input. */
  readonly command?: { readonly id: string; readonly input: Readonly<Record<string, unknown>> };
  readonly at?: CellPlace;
}

export interface WeekView {
  /** `none`: no table of a register was found; `own`: tables that a person made; `concord`: a register that Concord set up. */
  readonly book: "none" | "own" | "concord";
  /** The workbook's. */
  readonly language: Language;
  readonly today: Day;
  /** The tables that were found, for a person who is asked whether to use them. */
  readonly found: readonly { readonly table: TableId; readonly rows: number; readonly at: CellPlace }[];
  readonly meeting: MeetingCard | null;
  /** Most important first. The first with a command is the one that the screen offers as its main button. */
  readonly duties: readonly Duty[];
}

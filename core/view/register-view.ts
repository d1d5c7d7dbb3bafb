import type { CellPlace } from "../base/place.ts";
import type { Day, Minutes, Weekday } from "../base/plain-date.ts";
import type { WordKey } from "../words/message.ts";

export interface DocumentLine {
  /** What it is: minutes, a notice, a sign-in sheet. */
  readonly kind: WordKey;
  readonly at: CellPlace;
}

export interface MeetingLine {
  readonly no: string;
  readonly name: string;
  /** A choice of `meetingKind` and of `meetingState`; `""` where none is given. */
  readonly kind: string;
  readonly state: string;
  readonly date: Day | null;
  readonly weekday: Weekday | null;
  readonly start: Minutes | null;
  readonly chair: string;
  readonly resolutions: number;
  /** Items of the meeting that are still open. */
  readonly open: number;
  readonly overdue: number;
  readonly at: CellPlace;
  readonly documents: readonly DocumentLine[];
}

export interface RegisterView {
  readonly isThere: boolean;
  /** Latest first. */
  readonly meetings: readonly MeetingLine[];
}

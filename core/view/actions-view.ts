import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import type { Light } from "../tracking/light.ts";

/** A resolution that is tracked itself, or an action. */
export interface ActionLine {
  readonly table: "resolutions" | "actions";
  readonly no: string;
  readonly task: string;
  readonly department: string;
  readonly owner: string;
  readonly due: Day | null;
  /** A choice of `actionStatus`; `""` where none is given. */
  readonly status: string;
  readonly light: Light;
  /** Working days since the due date of an overdue item. */
  readonly daysLate: number | null;
  readonly meeting: string;
  /** Meetings at which it was carried over, and times that it was postponed. */
  readonly carried: number;
  readonly postponed: number;
  readonly isOpen: boolean;
  /** The person at the keyboard owns it, or their department does. */
  readonly isMine: boolean;
  readonly isMyDepartment: boolean;
  readonly at: CellPlace;
}

export interface ActionsView {
  /** Whether the workbook has a table of resolutions or actions. */
  readonly isThere: boolean;
  /** Most urgent first. */
  readonly lines: readonly ActionLine[];
}

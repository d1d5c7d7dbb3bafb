import { type Day, dayOf, toSerial } from "../base/plain-date.ts";
import type { Parameter } from "./parameter.ts";
import type { AnswerCell } from "./sheet-function.ts";

const FIRST = dayOf(1900, 1, 1) ?? 0;
const LAST = dayOf(9999, 12, 31) ?? 0;

/** A day as the sheet counts days; a fault of the date it was worked out from where the sheet has no such day. */
export function dateAnswer(day: Day, from: Parameter): AnswerCell {
  return day >= FIRST && day <= LAST ? toSerial(day, 1900) : { code: "function-beyond-dates", params: {}, argument: from };
}

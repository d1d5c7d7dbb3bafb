import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { toIso } from "../base/plain-date.ts";
import type { Roster } from "../register/roster.ts";
import type { Value } from "../tables/field.ts";
import { type Problem, problem, type WordKey } from "../words/message.ts";
import { isCollective, isUnmeasurable, vagueWord } from "./wording.ts";

/** A field to be judged: its value, what could not be read of it, and where it stands. */
export interface Judged {
  readonly value: Value;
  readonly wrong?: { readonly code: WordKey; readonly text: string };
  readonly at?: CellPlace;
}

export interface Commitment {
  /** What the messages call it, such as its number or the beginning of its text. */
  readonly label: string;
  readonly text: Judged;
  readonly department?: Judged;
  readonly owner?: Judged;
  readonly due: Judged;
  /** A consensus commits nobody to anything. */
  readonly binds: boolean;
}

/** The most characters that a cell can hold in Excel. */
export const LONGEST_CELL = 32767;

/**
 * Whether a resolution or action can be carried out (clause 三(三)4): somebody has it, it has a date
 * not before the meeting, it says something that can be seen. Missing owner or date are errors,
 * vagueness warns.
 */
export function judge(item: Commitment, meetingDate: Day, roster: Roster): Problem[] {
  const problems: Problem[] = [...tooLong(item)];
  const add = (
    severity: Problem["severity"],
    code: WordKey,
    judged: Judged | undefined,
    params: Record<string, string | number> = {},
  ): void => {
    problems.push(problem(severity, code, { item: item.label, ...params }, judged?.at));
  };
  const department = String(item.department?.value ?? "");
  const owner = String(item.owner?.value ?? "");
  if (item.binds && department === "" && owner === "") add("error", "owner-missing", item.owner ?? item.department);
  if (isCollective(owner) || (owner === "" && isCollective(department)))
    add("warning", "owner-collective", owner === "" ? item.department : item.owner, { owner: owner || department });
  else for (const name of roster.unknown(owner)) add("warning", "owner-unknown", item.owner, { owner: name });
  judgeDue(item, meetingDate, add);
  const text = String(item.text.value ?? "");
  const vague = vagueWord(text);
  if (vague !== undefined) add("warning", "wording-vague", item.text, { word: vague });
  else if (item.binds && text !== "" && isUnmeasurable(text)) add("warning", "wording-unmeasurable", item.text);
  return problems;
}

/** Whether the new owner of an item is one person who is there. */
export function ownerProblems(item: string, owner: string, roster: Roster): Problem[] {
  if (isCollective(owner)) return [problem("warning", "owner-collective", { item, owner })];
  if (roster.hasLeft(owner)) return [problem("warning", "owner-left", { item, name: owner })];
  return roster.unknown(owner).map((name) => problem("warning", "owner-unknown", { item, owner: name }));
}

function judgeDue(
  item: Commitment,
  meetingDate: Day,
  add: (severity: Problem["severity"], code: WordKey, judged: Judged | undefined, params?: Record<string, string | number>) => void,
): void {
  const { due } = item;
  if (due.wrong) add("error", due.wrong.code === "date-vague" ? "due-vague" : "due-unreadable", due, { value: due.wrong.text });
  else if (typeof due.value === "number") {
    if (due.value < meetingDate) add("error", "due-before-meeting", due, { due: toIso(due.value), date: toIso(meetingDate) });
  } else if (item.binds) add("error", "due-missing", due);
}

function tooLong(item: Commitment): Problem[] {
  return [item.text, item.department, item.owner].flatMap((judged) => {
    const length = typeof judged?.value === "string" ? judged.value.length : 0;
    return length > LONGEST_CELL
      ? [problem("error", "cell-too-long", { item: item.label, length, longest: LONGEST_CELL }, judged?.at)]
      : [];
  });
}

/** The beginning of a text, to call a row that has no number yet. */
export function labelOf(text: Value): string {
  const plain = String(text ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > 20 ? `${plain.slice(0, 19)}…` : plain;
}

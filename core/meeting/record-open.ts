import { judge, labelOf } from "../resolution/soundness.ts";
import type { Value } from "../tables/field.ts";
import { problem } from "../words/message.ts";
import { shortNo } from "./minutes-data.ts";
import type { ReadRow } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";

const FIELDS = { question: "question", cause: "cause", nextStep: "nextStep", answerBy: "answerBy", escalateTo: "escalateTo" } as const;

/** Section 7: open questions, each with a next step, somebody who takes it and a date. */
export function recordOpen(recording: Recording): void {
  for (const row of recording.rowsIn("open")) {
    if (Object.entries(row.fields).some(([field, read]) => field !== "no" && (read.wrong || (read.value !== "" && read.value !== null))))
      recordQuestion(recording, row);
  }
}

function text(row: ReadRow, field: string): string {
  return String(row.fields[field]?.value ?? "");
}

function recordQuestion(recording: Recording, row: ReadRow): void {
  const { meeting, date } = recording.options;
  const responsible = splitResponsible(recording, text(row, "responsible"));
  const at = row.fields.responsible?.at;
  const judged = judge(
    {
      label: labelOf(text(row, "question")),
      text: { value: text(row, "question") },
      department: { value: responsible.department, ...(at ? { at } : {}) },
      owner: { value: responsible.owner, ...(at ? { at } : {}) },
      due: row.fields.answerBy ?? { value: null },
      binds: true,
    },
    date,
    recording.roster,
  ).filter(({ code }) => code !== "wording-unmeasurable" && code !== "wording-vague");
  if (text(row, "question") === "") judged.push(problem("error", "question-missing", {}, row.fields.question?.at));
  if (text(row, "nextStep") === "")
    judged.push(problem("error", "next-step-missing", { item: labelOf(text(row, "question")) }, row.fields.nextStep?.at));
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  const key = row.key === "" ? recording.numbers.below(meeting, "Q", recording.keysOf("openQuestions")) : row.key;
  const marker = `open:${key}`;
  const base = recording.base(marker);
  const existing = recording.rowOf("openQuestions", key);
  if (!existing && base !== undefined && !recording.options.putBack.has(key)) {
    recording.problems.push(problem("error", "row-gone-from-register", { key }, row.fields.question?.at));
    return;
  }
  recording.mark(row, key, shortNo(key));
  const said = Object.fromEntries(Object.keys(FIELDS).map((field): [string, Value] => [field, row.fields[field]?.value ?? null]));
  if (!existing) {
    recording.register("openQuestions", key, { no: key, meeting, ...said, ...responsible, status: "open", carried: 0 });
    recording.registered.openQuestions++;
    recording.remember(marker, { ...said, responsible: text(row, "responsible") });
    return;
  }
  const merged = recording.merge(row, key, base, existing, FIELDS);
  const isMoved = base !== undefined && text(row, "responsible") !== base.responsible;
  recording.register("openQuestions", key, { ...merged.values, ...(isMoved ? responsible : {}) });
  recording.remember(marker, { ...merged.base, responsible: text(row, "responsible") });
}

/** `采购部/钱敏`, `钱敏` or `采购部`: what is known as a department is one, the rest is the owner. */
function splitResponsible(recording: Recording, cell: string): { readonly department: string; readonly owner: string } {
  const parts = cell
    .split(/[/／\-—\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const known = parts.find((part) => recording.roster.department(part) !== undefined);
  const department = known ?? (parts.length > 1 ? parts[0] : undefined) ?? "";
  const owner = known === undefined && parts.length === 1 ? cell.trim() : parts.filter((part) => part !== department).join(" ");
  return { department: department || (recording.roster.person(owner)?.department ?? ""), owner: owner === "" ? department : owner };
}

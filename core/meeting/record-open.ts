import { judge, labelOf } from "../resolution/soundness.ts";
import type { Value } from "../tables/field.ts";
import { type Problem, problem } from "../words/message.ts";
import { rowsOf, type TableRow } from "../workbook/snapshot.ts";
import { shortNo } from "./minutes-data.ts";
import { isEmptyRow, type ReadRow, textOf } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";
import { isAbout } from "./topic.ts";

const FIELDS = { question: "question", cause: "cause", nextStep: "nextStep", answerBy: "answerBy", escalateTo: "escalateTo" } as const;
const RESPONSIBLE = { responsible: "responsible" } as const;

/** Section 7: open questions, each with a next step, somebody who takes it and a date. */
export function recordOpen(recording: Recording): void {
  for (const row of recording.rowsIn("open")) {
    if (!isEmptyRow(row)) recordQuestion(recording, row);
  }
}

function recordQuestion(recording: Recording, row: ReadRow): void {
  if (recording.isUnreadable(row)) return;
  const { meeting } = recording.options;
  const found = row.key === "" ? undefined : recording.rowOf("openQuestions", row.key);
  const existing = found && withResponsible(found);
  const judged = judgeQuestion(recording, recording.standing(row, row.key, existing, { ...FIELDS, ...RESPONSIBLE }));
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  if (row.key !== "" && recording.isGone("openQuestions", row.key, `open:${row.key}`, row.fields.question)) return;
  const key = row.key === "" ? recording.numbers.below(meeting, "Q") : row.key;
  const marker = `open:${key}`;
  recording.mark(row, key, shortNo(key));
  const responsible = splitResponsible(recording, textOf(row, "responsible"));
  if (!existing) {
    const said = Object.fromEntries(Object.keys(FIELDS).map((field): [string, Value] => [field, row.fields[field]?.value ?? null]));
    const topic = topicOf(recording, textOf(row, "question"));
    recording.register("openQuestions", key, { no: key, meeting, topic, ...said, ...responsible, status: "open", carried: 0 });
    recording.registered.openQuestions++;
    recording.remember(marker, { ...said, responsible: showResponsible(responsible) });
    recording.writeField(row, "responsible", showResponsible(responsible));
    return;
  }
  const merged = recording.merge(row, key, recording.base(marker), existing, { ...FIELDS, ...RESPONSIBLE });
  const { responsible: isMoved, ...values } = merged.values;
  recording.register("openQuestions", key, { ...values, ...(isMoved === undefined ? {} : responsible) });
  recording.remember(marker, merged.base);
}

function judgeQuestion(recording: Recording, row: ReadRow): Problem[] {
  const responsible = splitResponsible(recording, textOf(row, "responsible"));
  const at = row.fields.responsible?.at;
  const judged = judge(
    {
      label: labelOf(textOf(row, "question")),
      text: { value: textOf(row, "question") },
      department: { value: responsible.department, ...(at ? { at } : {}) },
      owner: { value: responsible.owner, ...(at ? { at } : {}) },
      due: row.fields.answerBy ?? { value: null },
      binds: true,
    },
    recording.options.date,
    recording.roster,
  ).filter(({ code }) => code !== "wording-unmeasurable" && code !== "wording-vague");
  if (textOf(row, "question") === "") judged.push(problem("error", "question-missing", {}, row.fields.question?.at));
  if (textOf(row, "nextStep") === "")
    judged.push(problem("error", "next-step-missing", { item: labelOf(textOf(row, "question")) }, row.fields.nextStep?.at));
  return judged;
}

/** The topic of this meeting that a question takes up. */
function topicOf(recording: Recording, question: string): string {
  const { meeting } = recording.options;
  const known = rowsOf(recording.snapshot, "topics").map(({ key, values }) => ({ key, title: values.topic, meeting: values.meeting }));
  const fresh = recording.changesTo("topics").map(({ key, values }) => ({ key, title: String(values.topic ?? ""), meeting }));
  const onAgenda = new Set(recording.rowsIn("topics").map((row) => row.key.split("|")[0]));
  const own = [...fresh, ...known].filter((topic) => topic.meeting === meeting || onAgenda.has(topic.key));
  return own.find((topic) => isAbout(question, topic))?.key ?? "";
}

interface Responsible {
  readonly department: string;
  readonly owner: string;
}

/** `采购部/钱敏`, `钱敏` or `采购部`: what is known as a department is one, the rest is the owner. */
function splitResponsible(recording: Recording, cell: string): Responsible {
  const parts = cell
    .split(/[/／\-—\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const isKnown = (name: string): boolean => recording.roster.department(name) !== undefined;
  if (isKnown(cell) || parts.length < 2) {
    const department = isKnown(cell) ? cell : (recording.roster.person(cell)?.department ?? "");
    return { department, owner: cell };
  }
  if (recording.roster.person(cell)) return { department: recording.roster.person(cell)?.department ?? "", owner: cell };
  const slash = /^([^/／]+)[/／](.+)$/.exec(cell);
  if (slash) return { department: (slash[1] ?? "").trim(), owner: (slash[2] ?? "").trim() };
  const department = parts.find(isKnown);
  if (department !== undefined) return { department, owner: parts.filter((part) => part !== department).join(" ") };
  return { department: "", owner: cell };
}

/** As section 7 shows it in one cell. */
export function showResponsible({ department, owner }: Responsible): string {
  if (department === "" || department === owner) return owner;
  return owner === "" ? department : `${department}/${owner}`;
}

function withResponsible(row: TableRow<"openQuestions">): TableRow<"openQuestions"> {
  return { ...row, values: { ...row.values, responsible: showResponsible(row.values) } as TableRow<"openQuestions">["values"] };
}

import { toIso } from "../base/plain-date.ts";
import { judge, labelOf } from "../resolution/soundness.ts";
import type { Value } from "../tables/field.ts";
import { type Problem, problem, say } from "../words/message.ts";
import { rowsOf, type TableRow } from "../workbook/snapshot.ts";
import { numberIn } from "./minutes-numbers.ts";
import { questionCells, type Responsible, showResponsible } from "./question-cells.ts";
import { isEmptyRow, type ReadRow, textOf } from "./read-minutes.ts";
import { remembered } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { isAbout } from "./topic.ts";

const FIELDS = {
  question: "question",
  cause: "cause",
  nextStep: "nextStep",
  responsible: "responsible",
  escalateTo: "escalateTo",
  answerBy: "answerBy",
  status: "status",
  answer: "answer",
} as const;

/**
 * Section 7: open questions, each with a next step, somebody who takes it and a date. Those of earlier
 * meetings that came back stand there, too, to be closed with their answer or given a new date.
 */
export function recordOpen(recording: Recording): void {
  for (const row of recording.rowsIn("open")) {
    if (!isEmptyRow(row)) recordQuestion(recording, row);
  }
}

function recordQuestion(recording: Recording, typed: ReadRow): void {
  if (recording.isUnreadable(typed)) return;
  const { meeting } = recording.options;
  const found = typed.key === "" ? undefined : recording.rowOf("openQuestions", typed.key);
  const existing = found && { ...found, values: { ...found.values, ...questionCells(found.values) } as typeof found.values };
  const [row, answeredBy] = answered(recording, asOpen(typed), existing);
  const judged = judgeQuestion(recording, recording.standing(row, row.key, existing, FIELDS), existing);
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  if (row.key !== "" && recording.isGone("openQuestions", row.key, `open:${row.key}`, row.fields.question)) return;
  const key = row.key === "" ? recording.numbers.below(meeting, "Q") : row.key;
  recording.mark(row, key, numberIn(key, meeting));
  if (existing && found) changeQuestion(recording, row, key, existing, found.values.returnedTo, answeredBy);
  else addQuestion(recording, row, key);
}

/** That a question is back on the agenda says nothing more in the minutes than that it is open. */
function asOpen(row: ReadRow): ReadRow {
  const { status } = row.fields;
  return status?.value === "returned" ? { ...row, fields: { ...row.fields, status: { ...status, value: "open" } } } : row;
}

function addQuestion(recording: Recording, row: ReadRow, key: string): void {
  const { meeting, date } = recording.options;
  const responsible = splitResponsible(recording, textOf(row, "responsible"));
  const status = textOf(row, "status") || "open";
  // Forms laid out earlier have neither status nor answer.
  const typed = Object.fromEntries(Object.entries(row.fields).flatMap(([field, { value }]) => (field in FIELDS ? [[field, value]] : [])));
  const said = { ...typed, responsible: showResponsible(responsible), ...("status" in typed ? { status } : {}) };
  const { responsible: _, ...values } = typed;
  const closedOn = status === "closed" ? date : null;
  const topic = topicOf(recording, textOf(row, "question"));
  recording.register("openQuestions", key, { no: key, meeting, topic, ...values, status, ...responsible, carried: 0, closedOn });
  recording.registered.openQuestions++;
  recording.remember(`open:${key}`, said);
  recording.writeField(row, "responsible", said.responsible);
  recording.writeField(row, "status", status);
}

function changeQuestion(
  recording: Recording,
  row: ReadRow,
  key: string,
  existing: TableRow<"openQuestions">,
  returnedTo: string,
  answeredBy: string,
): void {
  const { meeting, date } = recording.options;
  const marker = `open:${key}`;
  const before = recording.base(marker);
  const merged = recording.merge(row, key, before, existing, FIELDS);
  const { responsible: isMoved, ...values } = merged.values;
  const responsible = isMoved === undefined ? {} : splitResponsible(recording, textOf(row, "responsible"));
  const settled = values.status === undefined ? {} : { closedOn: values.status === "closed" ? date : null };
  // Back at this meeting, unless another one had it back meanwhile.
  const isReturned = existing.values.meeting !== meeting && returnedTo !== meeting && before !== undefined;
  const isOurs = isReturned && "returnedTo" in before && (before.returnedTo ?? "") === returnedTo;
  const back = isOurs || returnedTo === meeting ? meeting : before?.returnedTo;
  const stays = (values.status ?? existing.values.status) !== "closed";
  const returned = isOurs
    ? { returnedTo: meeting, carried: (existing.values.carried ?? 0) + 1, ...(stays ? { status: "returned" } : {}) }
    : {};
  recording.register("openQuestions", key, { ...values, ...responsible, ...settled, ...returned });
  recording.remember(marker, {
    ...merged.base,
    ...(back === undefined ? {} : { returnedTo: back }),
    ...(answeredBy === "" ? {} : { answeredBy }),
  });
  if (answeredBy !== "" && answeredBy !== before?.answeredBy) {
    recording.writeField(row, "status", row.fields.status?.value ?? null);
    recording.writeField(row, "answer", row.fields.answer?.value ?? null);
  }
}

/**
 * A question that came back and was resolved as a topic of this meeting is answered by that resolution,
 * once, unless a person wrote something else. @returns the row as it will stand, and the resolution
 */
function answered(recording: Recording, row: ReadRow, existing: TableRow<"openQuestions"> | undefined): readonly [ReadRow, string] {
  const before = recording.base(`open:${row.key}`);
  const known = String(before?.answeredBy ?? "");
  const { status, answer } = row.fields;
  const found = existing && status && answer ? resolutionOf(recording, row.key) : undefined;
  if (!found || !status || !answer || known === found.no) return [row, known];
  const text = say(recording.snapshot.language, "answered-by-resolution", found);
  if (answer.value === text) return [row, found.no];
  const isUntouched = status.value === before?.status && remembered(answer.value) === (before.answer ?? null);
  if (!isUntouched || existing?.values.status === "closed") return [row, known];
  return [{ ...row, fields: { ...row.fields, status: { ...status, value: "closed" }, answer: { ...answer, value: text } } }, found.no];
}

/** The resolution of the topic that asked a question again at this meeting. */
function resolutionOf(recording: Recording, question: string): { readonly no: string; readonly task: string } | undefined {
  const { meeting } = recording.options;
  const topics = rowsOf(recording.snapshot, "topics").filter(({ values }) => values.source === question && values.meeting === meeting);
  const isAsked = (topic: Value | undefined): boolean => topics.some(({ key }) => key !== "" && key === topic);
  const fresh = recording.changesTo("resolutions").find(({ values }) => isAsked(values.topic));
  if (fresh) return { no: fresh.key, task: String(fresh.values.task ?? "") };
  const stood = rowsOf(recording.snapshot, "resolutions").find(
    ({ values }) => values.meeting === meeting && values.status !== "cancelled" && isAsked(values.topic),
  );
  return stood && { no: stood.key, task: stood.values.task };
}

function judgeQuestion(recording: Recording, row: ReadRow, existing: TableRow<"openQuestions"> | undefined): Problem[] {
  const { date, meeting } = recording.options;
  const item = labelOf(textOf(row, "question"));
  const missing = textOf(row, "question") === "" ? [problem("error", "question-missing", {}, row.fields.question?.at)] : [];
  if (textOf(row, "status") === "closed") {
    const isNews = recording.base(`open:${row.key}`)?.status !== "closed";
    const isUnanswered = isNews && textOf(row, "answer") === "" && existing?.values.status !== "closed";
    return isUnanswered ? [...missing, problem("error", "answer-missing", { item }, row.fields.answer?.at)] : missing;
  }
  const responsible = splitResponsible(recording, textOf(row, "responsible"));
  const at = row.fields.responsible?.at;
  const due = row.fields.answerBy ?? { value: null };
  // A date that an earlier meeting set may have passed: what is missing then is the answer.
  const isOld = existing !== undefined && existing.values.meeting !== meeting && due.value === existing.values.answerBy;
  const judged = judge(
    {
      label: item,
      text: { value: textOf(row, "question") },
      department: { value: responsible.department, ...(at ? { at } : {}) },
      owner: { value: responsible.owner, ...(at ? { at } : {}) },
      due,
      binds: true,
    },
    isOld && typeof due.value === "number" ? Math.min(date, due.value) : date,
    recording.roster,
  ).filter(({ code }) => code !== "wording-unmeasurable" && code !== "wording-vague");
  if (isOld && typeof due.value === "number" && due.value <= date)
    judged.push(
      problem("warning", "question-unanswered", { item, due: toIso(due.value) }, row.fields.answer?.at ?? row.fields.answerBy?.at),
    );
  judged.push(...missing);
  if (textOf(row, "nextStep") === "") judged.push(problem("error", "next-step-missing", { item }, row.fields.nextStep?.at));
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

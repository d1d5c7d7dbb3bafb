import { labelOf } from "../resolution/soundness.ts";
import type { Value } from "../tables/field.ts";
import { problem } from "../words/message.ts";
import { rowsOf } from "../workbook/snapshot.ts";
import { numberIn } from "./minutes-numbers.ts";
import { type ReadRow, textOf } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";
import { isAbout, keyOfTopic, type Topic } from "./topic.ts";

const FIELDS = { resolution: "nextStep", department: "department", owner: "owner", due: "answerBy" } as const;

/**
 * A topic without a resolution needs a way on. Where its row names one with owner and date, that is an
 * open question; where section 7 takes it up, that is enough; else it is left unsound.
 */
export function recordUndecided(recording: Recording, row: ReadRow, topic: Topic, kind: string): void {
  const takenUp = recording.rowsIn("open").filter((open) => asks(recording, open, topic));
  const isTakenUp = takenUp.length > 0;
  const question = questionOf(recording, topic);
  const standing = recording.standing(row, question?.key ?? "", question, FIELDS);
  if (!isTakenUp && textOf(standing, "resolution") === "") {
    // Another row of the topic may have settled it, and this one only adds to the discussion.
    if (topic.rows.some((other) => other !== row && textOf(other, "resolution") !== "")) return;
    const isUntouched = kind === "" && row.key !== "" && ["discussion", "owner"].every((field) => textOf(row, field) === "");
    const severity = isUntouched ? "warning" : "error";
    recording.problems.push(problem(severity, "topic-without-outcome", { item: labelOf(topic.title) }, row.fields.resolution?.at));
    return;
  }
  if (!isTakenUp && !isSound(recording, standing, topic)) return;
  const key = keyOfTopic(recording, topic);
  topic.outcome ??= takenUp.length > 0 && takenUp.every(isAnswered) ? "resolved" : "open";
  const marker = `topics:${key}|`;
  recording.mark(row, `${key}|`, numberIn(key, recording.options.meeting));
  const base = isTakenUp ? {} : recordQuestion(recording, row, topic, marker, question);
  recording.remember(marker, { ...base, kind: "undecided" }, row.key === "" ? undefined : `topics:${row.key}`);
}

/** Whether a row of section 7 is about a topic: by its words, or because the topic asks it again. */
function asks(recording: Recording, open: ReadRow, topic: Topic): boolean {
  const source = recording.rowOf("topics", topic.key)?.values.source ?? "";
  return (open.key !== "" && source === open.key) || isAbout(textOf(open, "question"), topic);
}

function isAnswered(open: ReadRow): boolean {
  return textOf(open, "status") === "closed" && textOf(open, "answer") !== "";
}

function isSound(recording: Recording, row: ReadRow, topic: Topic): boolean {
  const judged = recording
    .judgeRow(row, "resolution", textOf(row, "resolution") || topic.title, true)
    .filter(({ code }) => code !== "wording-unmeasurable" && code !== "wording-vague");
  recording.problems.push(...judged);
  return !judged.some(({ severity }) => severity === "error");
}

function questionOf(recording: Recording, topic: Topic): ReturnType<typeof recording.rowOf<"openQuestions">> {
  if (topic.key === "") return undefined;
  return rowsOf(recording.snapshot, "openQuestions").find(
    ({ values }) => values.topic === topic.key && values.meeting === recording.options.meeting,
  );
}

function recordQuestion(
  recording: Recording,
  row: ReadRow,
  topic: Topic,
  marker: string,
  question: ReturnType<typeof questionOf>,
): Record<string, Value> {
  if (question) {
    const merged = recording.merge(row, question.key, recording.base(marker), question, FIELDS);
    recording.register("openQuestions", question.key, merged.values);
    return merged.base;
  }
  const { meeting } = recording.options;
  const key = recording.numbers.below(meeting, "Q");
  const owner = textOf(row, "owner") || textOf(row, "department");
  const said = { resolution: textOf(row, "resolution"), department: textOf(row, "department"), owner, due: row.fields.due?.value ?? null };
  const { resolution: nextStep, due: answerBy, ...who } = said;
  recording.register("openQuestions", key, {
    no: key,
    meeting,
    topic: topic.key,
    question: topic.title,
    nextStep,
    ...who,
    answerBy,
    status: "open",
    carried: 0,
  });
  recording.registered.openQuestions++;
  if (textOf(row, "owner") === "") recording.writeField(row, "owner", owner);
  return said;
}

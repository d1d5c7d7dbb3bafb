import { foldText } from "../base/text.ts";
import { labelOf } from "../resolution/soundness.ts";
import type { Value } from "../tables/field.ts";
import { problem } from "../words/message.ts";
import { rowsOf } from "../workbook/snapshot.ts";
import { topicsOf } from "./agenda.ts";
import { numberIn, shortNo } from "./minutes-numbers.ts";
import { isEmptyRow, type ReadRow, textOf } from "./read-minutes.ts";
import { recordUndecided } from "./record-undecided.ts";
import { recordedRows } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { endTopic, keyOfTopic, type Topic } from "./topic.ts";

const RESOLUTION_FIELDS = { resolution: "task", kind: "kind", department: "department", owner: "owner", due: "due" } as const;

/** Section 5: topics, and for each one or more resolutions, a row each. */
export function recordTopics(recording: Recording): void {
  const topics: Topic[] = [];
  let current: Topic | undefined;
  const rows = recording
    .rowsIn("topics")
    .filter((row) => !isEmptyRow(row))
    .map((row) => {
      const topic = topicOf(recording, row, topics, current);
      if (!topics.includes(topic)) topics.push(topic);
      topic.rows.push(row);
      current = topic;
      return { row, topic };
    });
  for (const { row, topic } of rows) recordRow(recording, row, topic);
  for (const topic of topics) endTopic(recording, topic);
  warnMissing(recording, topics);
}

/** Topics that came to the agenda after the sheet was laid out: nobody could say in it how they ended. */
function warnMissing(recording: Recording, topics: readonly Topic[]): void {
  const { snapshot, options, read } = recording;
  const end = read.ends.get("topics");
  if (end === undefined) return;
  const told = new Set([...topics.map(({ key }) => key), ...recordedRows(snapshot.state, options.document).map(topicIn)]);
  for (const { key, values } of topicsOf(snapshot, options.meeting)) {
    if (values.status !== "accepted" || told.has(key)) continue;
    const at = { sheet: read.sheet, row: end, column: 1 };
    recording.problems.push(problem("warning", "topic-without-end", { no: key, item: labelOf(values.topic) }, at));
  }
}

function topicIn(marker: string): string {
  return /^topics:(.*)\|/.exec(marker)?.[1] ?? "";
}

/** By the hidden key, else by the title, else the topic of the row above. */
function topicOf(recording: Recording, row: ReadRow, topics: readonly Topic[], current: Topic | undefined): Topic {
  const [known = ""] = row.key.split("|");
  const title = textOf(row, "topic");
  const fresh = (key: string): Topic => ({ key, title, rows: [], outcome: undefined });
  if (known !== "") return topics.find(({ key }) => key === known) ?? { ...fresh(known), title: title || titleIn(recording, known) };
  if (title === "" && current) return current;
  const isNamed = ({ key, title: other }: Topic): boolean =>
    foldText(other) === foldText(title) || (key !== "" && foldText(shortNo(key)) === foldText(title));
  const same = topics.find((topic) => title !== "" && isNamed(topic));
  if (same) return same;
  const planned = rowsOf(recording.snapshot, "topics").find(
    ({ key, values }) =>
      key !== "" && values.meeting === recording.options.meeting && title !== "" && foldText(values.topic) === foldText(title),
  );
  return fresh(planned?.key ?? "");
}

function titleIn(recording: Recording, key: string): string {
  return recording.rowOf("topics", key)?.values.topic ?? "";
}

function recordRow(recording: Recording, row: ReadRow, topic: Topic): void {
  if (recording.isUnreadable(row)) return;
  const kind = textOf(row, "kind");
  const [, known = ""] = row.key.split("|");
  if (known !== "" || (textOf(row, "resolution") !== "" && kind !== "undecided")) recordResolution(recording, row, topic, known, kind);
  else recordUndecided(recording, row, topic, kind);
}

function recordResolution(recording: Recording, row: ReadRow, topic: Topic, known: string, kind: string): void {
  const existing = known === "" ? undefined : recording.rowOf("resolutions", known);
  const standing = recording.standing(row, known, existing, RESOLUTION_FIELDS);
  const judged = recording.judgeRow(standing, "resolution", textOf(standing, "resolution") || topic.title, kind !== "consensus");
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  if (known !== "" && recording.isGone("resolutions", known, `topics:${row.key}`, row.fields.resolution)) return;
  const topicKey = keyOfTopic(recording, topic);
  topic.outcome = "resolved";
  const key = known === "" ? recording.numbers.below(recording.options.meeting, "R") : known;
  const marker = `topics:${topicKey}|${key}`;
  // The row may bear its new key already, where a recording was cut off.
  const isLeft = recording.rowsIn("topics").some((other) => other !== row && other.key === `${topicKey}|`);
  const former = isLeft ? undefined : `topics:${topicKey}|`;
  recording.mark(row, `${topicKey}|${key}`, `${numberIn(topicKey, recording.options.meeting)} ${shortNo(key)}`);
  if (existing) {
    const merged = recording.merge(row, key, recording.base(marker), existing, RESOLUTION_FIELDS);
    recording.register("resolutions", key, merged.values);
    recording.remember(marker, merged.base, former);
    return;
  }
  recording.register("resolutions", key, newResolution(recording, row, key, topicKey, kind));
  recording.registered.resolutions++;
  const said = Object.fromEntries(Object.keys(RESOLUTION_FIELDS).map((field) => [field, row.fields[field]?.value ?? null]));
  const department = textOf(row, "department") || departmentOf(recording, textOf(row, "owner"));
  recording.remember(marker, { ...said, department, kind: kind || "resolution" }, former);
  if (kind === "") recording.writeField(row, "kind", "resolution");
  if (department !== textOf(row, "department")) recording.writeField(row, "department", department);
}

function newResolution(recording: Recording, row: ReadRow, key: string, topic: string, kind: string): Record<string, Value> {
  const { meeting, date } = recording.options;
  const due = row.fields.due?.value ?? null;
  const isBinding = kind !== "consensus";
  const status = isBinding ? "assigned" : "done";
  return {
    no: key,
    meeting,
    topic,
    kind: kind || "resolution",
    task: textOf(row, "resolution"),
    department: textOf(row, "department") || departmentOf(recording, textOf(row, "owner")),
    owner: textOf(row, "owner"),
    due,
    status,
    assignedOn: date,
    doneOn: isBinding ? null : date,
    carried: 0,
    postponed: 0,
    firstDue: due,
  };
}

function departmentOf(recording: Recording, owner: string): string {
  return recording.roster.person(owner)?.department ?? "";
}

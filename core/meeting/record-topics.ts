import { foldText } from "../base/text.ts";
import { judge, labelOf } from "../resolution/soundness.ts";
import type { Value } from "../tables/field.ts";
import { problem } from "../words/message.ts";
import { rowsOf } from "../workbook/snapshot.ts";
import { shortNo } from "./minutes-data.ts";
import type { ReadRow } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";

const TOPIC_FIELDS = { topic: "topic", discussion: "discussion" } as const;
const RESOLUTION_FIELDS = { resolution: "task", kind: "kind", department: "department", owner: "owner", due: "due" } as const;

interface Topic {
  readonly key: string;
  readonly title: string;
  /** The first row of the topic carries its title and discussion. */
  readonly isFirst: boolean;
}

/** Section 5: topics, and for each one or more resolutions, a row each. */
export function recordTopics(recording: Recording): void {
  const topics = new Map<string, string>();
  let current: Topic | undefined;
  for (const row of recording.rowsIn("topics")) {
    if (isEmpty(row)) continue;
    const topic = topicOf(recording, row, topics, current);
    current = topic;
    if (topic.key !== "") topics.set(topic.key, topic.title);
    recordRow(recording, row, topic);
  }
}

function isEmpty(row: ReadRow): boolean {
  return Object.entries(row.fields).every(([field, read]) => field === "no" || (!read.wrong && (read.value === "" || read.value === null)));
}

function text(row: ReadRow, field: string): string {
  return String(row.fields[field]?.value ?? "");
}

/** By the hidden key, else by the title, else the topic of the row above. */
function topicOf(recording: Recording, row: ReadRow, topics: ReadonlyMap<string, string>, current: Topic | undefined): Topic {
  const [known = ""] = row.key.split("|");
  const title = text(row, "topic");
  if (known !== "") return { key: known, title: title || (topics.get(known) ?? ""), isFirst: !topics.has(known) };
  const same = [...topics].find(
    ([key, other]) => title !== "" && (foldText(other) === foldText(title) || foldText(shortNo(key)) === foldText(title)),
  );
  if (same) return { key: same[0], title: same[1], isFirst: false };
  if (title === "" && current) return { ...current, isFirst: false };
  const planned = rowsOf(recording.snapshot, "topics").find(
    ({ key, values }) =>
      key !== "" && values.meeting === recording.options.meeting && title !== "" && foldText(values.topic) === foldText(title),
  );
  if (planned) return { key: planned.key, title, isFirst: true };
  return { key: recording.numbers.below(recording.options.meeting, "T", recording.keysOf("topics")), title, isFirst: true };
}

function recordRow(recording: Recording, row: ReadRow, topic: Topic): void {
  const label = labelOf(text(row, "resolution") || topic.title);
  const kind = text(row, "kind");
  if (row.fields.kind?.wrong) {
    recording.unreadable(row.fields.kind, "kind");
    return;
  }
  const [, known = ""] = row.key.split("|");
  const isResolution = known !== "" || (text(row, "resolution") !== "" && kind !== "undecided");
  if (!isResolution) {
    recordUndecided(recording, row, topic, kind, label);
    return;
  }
  const judged = judge(
    {
      label,
      text: row.fields.resolution ?? { value: "" },
      ...(row.fields.department ? { department: row.fields.department } : {}),
      ...(row.fields.owner ? { owner: row.fields.owner } : {}),
      due: row.fields.due ?? { value: null },
      binds: kind !== "consensus",
    },
    recording.options.date,
    recording.roster,
  );
  recording.problems.push(...judged);
  if (judged.some(({ severity }) => severity === "error")) return;
  const topicBase = recordTopic(recording, row, topic, "resolved");
  const key = known === "" ? recording.numbers.below(recording.options.meeting, "R", recording.keysOf("resolutions")) : known;
  const former = row.key === "" ? undefined : `topics:${row.key}`;
  const marker = `topics:${topic.key}|${key}`;
  const existing = recording.rowOf("resolutions", key);
  if (!existing && known !== "" && recording.base(marker) !== undefined && !recording.options.putBack.has(key)) {
    recording.problems.push(problem("error", "row-gone-from-register", { key }, row.fields.resolution?.at));
    return;
  }
  recording.mark(row, `${topic.key}|${key}`, `${shortNo(topic.key)} ${shortNo(key)}`);
  if (existing) {
    const merged = recording.merge(row, key, recording.base(marker), existing, RESOLUTION_FIELDS);
    recording.register("resolutions", key, followDue(merged.values, existing.values.lastDue));
    recording.remember(marker, { ...topicBase, ...merged.base }, former);
    return;
  }
  recording.register("resolutions", key, newResolution(recording, row, key, topic, kind));
  recording.registered.resolutions++;
  const said = Object.fromEntries(Object.keys(RESOLUTION_FIELDS).map((field) => [field, row.fields[field]?.value ?? null]));
  recording.remember(marker, { ...topicBase, ...said, kind: kind || "resolution" }, former);
  if (kind === "") recording.writeField(row, "kind", "resolution");
}

function followDue(values: Readonly<Record<string, Value>>, lastDue: Value): Record<string, Value> {
  return values.due === undefined || values.due === lastDue ? { ...values } : { ...values, lastDue: values.due };
}

function newResolution(recording: Recording, row: ReadRow, key: string, topic: Topic, kind: string): Record<string, Value> {
  const { meeting, date } = recording.options;
  const due = row.fields.due?.value ?? null;
  const isBinding = kind !== "consensus";
  const status = isBinding ? "assigned" : "done";
  return {
    no: key,
    meeting,
    topic: topic.key,
    kind: kind || "resolution",
    task: text(row, "resolution"),
    department: text(row, "department") || departmentOf(recording, text(row, "owner")),
    owner: text(row, "owner"),
    due,
    status,
    assignedOn: date,
    doneOn: isBinding ? null : date,
    carried: 0,
    postponed: 0,
    firstDue: due,
    lastDue: due,
    lastStatus: status,
  };
}

function departmentOf(recording: Recording, owner: string): string {
  return recording.roster.person(owner)?.department ?? "";
}

/** The topic's own row of the register: its discussion, and how it ended. */
function recordTopic(recording: Recording, row: ReadRow, topic: Topic, status: "resolved" | "open"): Record<string, Value> {
  const existing = recording.rowOf("topics", topic.key);
  if (!existing) {
    if (!topic.isFirst) return {};
    const values = {
      no: topic.key,
      meeting: recording.options.meeting,
      section: "other",
      topic: topic.title,
      proposer: text(row, "raisedBy"),
      discussion: text(row, "discussion"),
      status,
      submittedOn: recording.options.date,
    };
    recording.register("topics", topic.key, values);
    return { topic: topic.title, discussion: text(row, "discussion") };
  }
  if (!topic.isFirst) return {};
  const merged = recording.merge(row, topic.key, recording.base(`topics:${row.key}`), existing, TOPIC_FIELDS);
  const ended = existing.values.status === status || existing.values.status === "resolved" ? {} : { status };
  recording.register("topics", topic.key, { ...merged.values, ...ended });
  return merged.base;
}

/**
 * A topic without a resolution: it needs a way on. Where its row names one with owner and date, that is
 * an open question; where section 7 takes it up, that is enough; else it is left unsound.
 */
function recordUndecided(recording: Recording, row: ReadRow, topic: Topic, kind: string, label: string): void {
  const isTakenUp = recording.rowsIn("open").some((open) => {
    const question = foldText(String(open.fields.question?.value ?? ""));
    return question !== "" && (question.includes(foldText(topic.title)) || question.includes(foldText(shortNo(topic.key))));
  });
  const nextStep = text(row, "resolution");
  const isUntouched = kind === "" && nextStep === "" && text(row, "discussion") === "" && text(row, "owner") === "" && row.key !== "";
  if (!isTakenUp && nextStep === "") {
    const severity = isUntouched ? "warning" : "error";
    recording.problems.push(problem(severity, "topic-without-outcome", { item: labelOf(topic.title) }, row.fields.resolution?.at));
    return;
  }
  if (!isTakenUp) {
    const judged = judge(
      {
        label,
        text: row.fields.resolution ?? { value: "" },
        ...(row.fields.department ? { department: row.fields.department } : {}),
        ...(row.fields.owner ? { owner: row.fields.owner } : {}),
        due: row.fields.due ?? { value: null },
        binds: true,
      },
      recording.options.date,
      recording.roster,
    );
    recording.problems.push(...judged);
    if (judged.some(({ severity }) => severity === "error")) return;
  }
  const base = recordTopic(recording, row, topic, "open");
  const marker = `topics:${topic.key}|`;
  recording.mark(row, `${topic.key}|`, shortNo(topic.key));
  recording.remember(marker, { ...base, kind: "undecided" }, row.key === "" ? undefined : `topics:${row.key}`);
  if (isTakenUp) return;
  const same = rowsOf(recording.snapshot, "openQuestions").find(
    ({ values }) => values.topic === topic.key && values.meeting === recording.options.meeting,
  );
  const key = same?.key ?? recording.numbers.below(recording.options.meeting, "Q", recording.keysOf("openQuestions"));
  if (!same) recording.registered.openQuestions++;
  recording.register("openQuestions", key, {
    no: key,
    meeting: recording.options.meeting,
    topic: topic.key,
    question: topic.title,
    nextStep,
    department: text(row, "department"),
    owner: text(row, "owner") || text(row, "department"),
    answerBy: row.fields.due?.value ?? null,
    status: same?.values.status ?? "open",
  });
}

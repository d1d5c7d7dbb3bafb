import { foldText } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import { carriedTo } from "./carry-over.ts";
import { shortNo } from "./minutes-numbers.ts";
import { type ReadRow, textOf } from "./read-minutes.ts";
import type { Recorded } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { topicMarker } from "./topic-marker.ts";

/** A topic as section 5 tells it, in one row or in several. */
export interface Topic {
  /** `""` until one of its rows is sound: a row that is not uses no number up. */
  key: string;
  readonly title: string;
  readonly rows: ReadRow[];
  /** How it ended, once a row of it was recorded. */
  outcome: "resolved" | "open" | undefined;
}

const FIELDS = { topic: "topic", discussion: "discussion" } as const;

export function keyOfTopic(recording: Recording, topic: Topic): string {
  if (topic.key === "") topic.key = recording.numbers.below(recording.options.meeting, "T");
  return topic.key;
}

/** The topic's own row of the register: its title, its discussion, and how it ended. */
export function endTopic(recording: Recording, topic: Topic): void {
  if (topic.outcome === undefined) {
    if (topic.key !== "") stayHere(recording, topic.key);
    return;
  }
  const marker = topicMarker(topic.key);
  const opening = topic.rows.find((row) => textOf(row, "topic") !== "" && !isShortNo(topic, row)) ?? topic.rows[0];
  if (!opening) return;
  const existing = recording.rowOf("topics", topic.key);
  if (!existing) {
    const discussion = textOf(opening, "discussion");
    recording.register("topics", topic.key, {
      no: topic.key,
      meeting: recording.options.meeting,
      section: "other",
      topic: topic.title,
      proposer: textOf(opening, "raisedBy"),
      discussion,
      status: topic.outcome,
      submittedOn: recording.options.date,
    });
    recording.remember(marker, { topic: topic.title, discussion });
    return;
  }
  const before = recording.base(marker);
  const here = bringHere(recording, topic.key, before);
  const merged = recording.merge(opening, topic.key, before, existing, FIELDS);
  const isEnded = existing.values.status === topic.outcome || existing.values.status === "resolved";
  recording.register("topics", topic.key, { ...here.values, ...merged.values, ...(isEnded ? {} : { status: topic.outcome }) });
  recording.remember(marker, { ...merged.base, ...here.memory });
}

/** A topic that was not got to is this meeting's all the same, and comes back from it. */
function stayHere(recording: Recording, key: string): void {
  const before = recording.base(topicMarker(key));
  const { values, memory } = bringHere(recording, key, before);
  if (Object.keys(memory).length === 0) return;
  recording.register("topics", key, values);
  recording.remember(topicMarker(key), { ...before, ...memory });
}

interface Brought {
  readonly values: Readonly<Record<string, Value>>;
  readonly memory: Recorded;
}

/**
 * A topic of an earlier meeting that stands in these minutes is this meeting's from now on, and was
 * carried once more, unless it went elsewhere since the sheet was laid out.
 */
function bringHere(recording: Recording, key: string, before: Recorded | undefined): Brought {
  const { meeting } = recording.options;
  const row = recording.rowOf("topics", key);
  if (before?.meeting === undefined || !row) return { values: {}, memory: {} };
  if (row.values.meeting === meeting) return { values: {}, memory: { meeting } };
  if (row.values.meeting !== (before.meeting ?? "")) return { values: {}, memory: { meeting: before.meeting } };
  const carried = carriedTo(row, meeting, recording.snapshot.language);
  return { values: { ...carried, ...(row.values.status === "deferred" ? { status: "accepted" } : {}) }, memory: { meeting } };
}

/** A further row may name its topic by number. */
function isShortNo(topic: Topic, row: ReadRow): boolean {
  return topic.key !== "" && foldText(textOf(row, "topic")) === foldText(shortNo(topic.key));
}

/** Whether a question of section 7 takes a topic up: by its title, or by its number. */
export function isAbout(question: string, topic: Pick<Topic, "key" | "title">): boolean {
  const [said, title] = [foldText(question), foldText(topic.title)];
  if (title !== "" && said.includes(title)) return true;
  return (
    topic.key !== "" && said.split(/[^a-z0-9-]+/).some((word) => word === foldText(topic.key) || word === foldText(shortNo(topic.key)))
  );
}

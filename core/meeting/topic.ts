import { foldText } from "../base/text.ts";
import { shortNo } from "./minutes-data.ts";
import { type ReadRow, textOf } from "./read-minutes.ts";
import type { Recording } from "./recording.ts";

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

/** Under this a document remembers what a topic's own row said. */
export function topicMarker(key: string): string {
  return `topic:${key}`;
}

export function keyOfTopic(recording: Recording, topic: Topic): string {
  if (topic.key === "") topic.key = recording.numbers.below(recording.options.meeting, "T");
  return topic.key;
}

/** The topic's own row of the register: its title, its discussion, and how it ended. */
export function endTopic(recording: Recording, topic: Topic): void {
  if (topic.outcome === undefined) return;
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
  const merged = recording.merge(opening, topic.key, recording.base(marker), existing, FIELDS);
  const isEnded = existing.values.status === topic.outcome || existing.values.status === "resolved";
  recording.register("topics", topic.key, { ...merged.values, ...(isEnded ? {} : { status: topic.outcome }) });
  recording.remember(marker, merged.base);
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

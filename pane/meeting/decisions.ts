import type { TopicLine } from "../../core/index.ts";

export const DECISIONS = ["accept", "defer", "decline"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a person has chosen and typed about one topic, and not sent yet. */
export interface DecisionDraft {
  readonly decision: Decision | "";
  /** Left out while it is as it was read. */
  readonly handling?: string;
}

export type DecisionDrafts = Readonly<Record<string, DecisionDraft>>;

/** One topic as `decide-topics` takes it. */
export interface DecidedTopic {
  readonly topic: string;
  readonly decision: Decision;
  readonly handling?: string;
}

export function draftFor(drafts: DecisionDrafts, { no }: Pick<TopicLine, "no">): DecisionDraft {
  return drafts[no] ?? { decision: "" };
}

/** To decline needs a reason, which may have been given before. */
export function lacksReason(topic: TopicLine, { decision, handling = topic.handling }: DecisionDraft): boolean {
  return decision === "decline" && handling.trim() === "";
}

/** The decisions that would change something. */
export function decided(topics: readonly TopicLine[], drafts: DecisionDrafts): DecidedTopic[] {
  return topics.flatMap((topic): DecidedTopic[] => {
    const { decision, handling } = draftFor(drafts, topic);
    const said = handling === undefined || handling.trim() === topic.handling ? undefined : handling.trim();
    if (decision === "" || (decision === "defer" && topic.isDeferred && said === undefined)) return [];
    return [{ topic: topic.no, decision, ...(said === undefined ? {} : { handling: said }) }];
  });
}

/** What is left to send once the workbook was read again: topics that are no longer waiting were decided. */
export function stillOpen(topics: readonly TopicLine[], drafts: DecisionDrafts): DecisionDrafts {
  const left = Object.entries(drafts).filter(([no, { decision, handling }]) => {
    const topic = topics.find((each) => each.no === no);
    if (!topic) return false;
    return !(topic.isDeferred && decision === "defer" && (handling ?? topic.handling).trim() === topic.handling);
  });
  return left.length === Object.keys(drafts).length ? drafts : Object.fromEntries(left);
}

import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import type { MeetingDetail, TopicLine } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { useKept } from "../parts/use-kept.ts";
import { useWords } from "../words/words.tsx";
import { type DecisionDrafts, decided, draftFor, lacksReason, stillOpen } from "./decisions.ts";
import { TopicDecision } from "./topic-decision.tsx";

/** The topics that wait, each decided where it stands; all decisions are sent together. */
export function TopicDecisions({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useWords();
  const { topics, head } = meeting;
  const [drafts, setDrafts] = useKept<DecisionDrafts>(`decisions ${head.no}`, {});
  // What the workbook says by now needs no sending any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reading is what there is to compare with.
  useEffect(() => {
    const left = stillOpen(topics, drafts);
    if (left !== drafts) setDrafts(left);
  }, [topics]);
  const items = decided(topics, drafts);
  const isWrong = topics.some((topic) => lacksReason(topic, draftFor(drafts, topic)));
  const list = (word: "topics-waiting" | "topics-deferred", those: readonly TopicLine[]): ReactNode =>
    those.length === 0 ? null : (
      <section aria-labelledby={word}>
        <h3 className="subsection" id={word}>
          {t(word, { n: those.length })}
        </h3>
        <ul className="list">
          {those.map((topic) => (
            <TopicDecision
              key={topic.no}
              topic={topic}
              draft={draftFor(drafts, topic)}
              onChange={(draft) => setDrafts({ ...drafts, [topic.no]: draft })}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {list(
        "topics-waiting",
        topics.filter(({ isDeferred }) => !isDeferred),
      )}
      {list(
        "topics-deferred",
        topics.filter(({ isDeferred }) => isDeferred),
      )}
      {items.length === 0 ? null : (
        <div className="buttons save-bar">
          {isWrong ? (
            <Button appearance="primary" disabledFocusable title={t("decide-give-reason")}>
              {t("decide-give-reason")}
            </Button>
          ) : (
            <CommandButton command="decide-topics" input={{ meeting: head.no, topics: items }} appearance="primary">
              {t("decide-n", { n: items.length })}
            </CommandButton>
          )}
          <Button onClick={() => setDrafts({})}>{t("discard")}</Button>
        </div>
      )}
    </>
  );
}

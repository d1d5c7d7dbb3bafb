import { Button, Field, Textarea } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { showValue, type TopicLine } from "../../core/index.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { useWords } from "../words/words.tsx";
import { DECISIONS, type DecisionDraft, lacksReason } from "./decisions.ts";

interface Props {
  readonly topic: TopicLine;
  readonly draft: DecisionDraft;
  readonly onChange: (draft: DecisionDraft) => void;
}

/** A topic of which it is to be said whether it comes to the meeting, and why not. */
export function TopicDecision({ topic, draft, onChange }: Props): ReactNode {
  const { t, language } = useWords();
  const who = [topic.department, topic.proposer].filter((part) => part !== "").join(" · ");
  const wrong = lacksReason(topic, draft) ? t("decline-why") : undefined;
  return (
    <li className="card">
      <div className="action-top">
        <CellLink at={topic.at}>{topic.no}</CellLink>
        {topic.urgency === "high" ? <span className="late state">{showValue({ choice: "urgency" }, topic.urgency, language)}</span> : null}
      </div>
      <p className="action-task">{topic.topic}</p>
      {topic.proposal === "" ? null : <p className="quiet action-task">{topic.proposal}</p>}
      <p className="facts">
        {who === "" ? null : <span>{who}</span>}
        {topic.minutes === null ? null : <span>{t("item-minutes", { n: topic.minutes })}</span>}
        {topic.carried > 0 ? <span>{t("carried", { n: topic.carried })}</span> : null}
      </p>
      <fieldset className="buttons">
        <legend className="unseen">{t("decision-for", { no: topic.no })}</legend>
        {DECISIONS.map((decision) => (
          <Button
            key={decision}
            size="small"
            appearance={draft.decision === decision ? "primary" : "secondary"}
            aria-pressed={draft.decision === decision}
            onClick={() => onChange({ ...draft, decision: draft.decision === decision ? "" : decision })}
          >
            {t(`decide-${decision}`)}
          </Button>
        ))}
      </fieldset>
      {draft.decision === "" ? null : (
        <Field
          label={t("decision-reason")}
          required={draft.decision === "decline"}
          {...(wrong === undefined ? {} : { validationMessage: wrong, validationState: "error" as const })}
        >
          <Textarea
            value={draft.handling ?? topic.handling}
            resize="vertical"
            rows={2}
            onChange={(_, data) => onChange({ ...draft, handling: data.value })}
          />
        </Field>
      )}
    </li>
  );
}

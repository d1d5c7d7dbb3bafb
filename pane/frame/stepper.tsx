import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import type { ReactNode } from "react";
import type { MeetingCard } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";

const STAGES = ["prepare", "hold", "follow", "file"] as const satisfies readonly MeetingCard["stage"][];

/** The four stages of a meeting's life, and the one it is in. */
export function Stepper({ stage }: { readonly stage: MeetingCard["stage"] }): ReactNode {
  const { t } = useWords();
  const now = STAGES.indexOf(stage);
  return (
    <ol className="stepper" aria-label={t("stages")}>
      {STAGES.map((id, index) => (
        <li
          key={id}
          className={index < now ? "step past" : index === now ? "step now" : "step"}
          aria-current={index === now ? "step" : undefined}
        >
          <span className="step-mark" aria-hidden="true">
            {index < now ? <CheckmarkRegular /> : index + 1}
          </span>
          <span className="step-name">{t(`stage-${id}`)}</span>
          {index < now ? <span className="unseen">{t("stage-past")}</span> : null}
        </li>
      ))}
    </ol>
  );
}

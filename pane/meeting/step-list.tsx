import { Button } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import type { MeetingPart, MeetingStep } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { titleOf } from "../command/title-of.ts";
import { useWords } from "../words/words.tsx";

const STAGES = ["prepare", "hold", "file"] as const satisfies readonly MeetingStep["stage"][];

/** Steps that stand elsewhere than with the documents. */
const ELSEWHERE: Readonly<Record<string, MeetingPart>> = {
  "prepare-meeting": "agenda",
  "propose-topic": "agenda",
  "confirm-meeting": "agenda",
  "decline-meeting": "agenda",
  "move-meeting": "agenda",
  "cancel-meeting": "agenda",
  "request-leave": "people",
};

export function stepsIn(steps: readonly MeetingStep[], part: MeetingPart): readonly MeetingStep[] {
  return steps.filter(({ command }) => (ELSEWHERE[command.id] ?? "documents") === part);
}

/** Whether there is still something to settle about the meeting itself: it is still to be held. */
export function isOpen(steps: readonly MeetingStep[]): boolean {
  return steps.some(({ command }) => command.id === "prepare-meeting");
}

/** The buttons of a meeting's steps, by stage; one that cannot be done yet says why. */
export function StepList({ steps }: { readonly steps: readonly MeetingStep[] }): ReactNode {
  const { t } = useWords();
  const groups = STAGES.map((stage) => ({ stage, those: steps.filter((step) => step.stage === stage) })).filter(
    ({ those }) => those.length > 0,
  );
  return groups.map(({ stage, those }) => (
    <section key={stage} aria-labelledby={`steps-${stage}`}>
      <h3 className="subsection" id={`steps-${stage}`}>
        {t(`steps-${stage}`)}
      </h3>
      <StepButtons steps={those} />
    </section>
  ));
}

export function StepButtons({ steps }: { readonly steps: readonly MeetingStep[] }): ReactNode {
  const { say } = useWords();
  const able = steps.filter(({ hindrance }) => hindrance === null);
  const reasons = new Map<string, MeetingStep[]>();
  for (const step of steps) {
    if (step.hindrance === null) continue;
    const why = say(step.hindrance.code, step.hindrance.params);
    reasons.set(why, [...(reasons.get(why) ?? []), step]);
  }
  return (
    <>
      {able.length === 0 ? null : (
        <div className="buttons">
          {able.map(({ command }) => (
            <CommandButton key={command.id} command={command.id} input={command.input} asks={command.asks === true} size="small" />
          ))}
        </div>
      )}
      {[...reasons].map(([why, those]) => (
        <Hindered key={why} why={why} steps={those} />
      ))}
    </>
  );
}

/** What cannot be done yet for one and the same reason. */
function Hindered({ why, steps }: { readonly why: string; readonly steps: readonly MeetingStep[] }): ReactNode {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="hindered">
      <div className="buttons">
        {steps.map(({ command }) => (
          <Button key={command.id} size="small" disabledFocusable aria-describedby={id}>
            {say(titleOf(command.id))}
          </Button>
        ))}
      </div>
      <p className="quiet" id={id}>
        {why}
      </p>
    </div>
  );
}

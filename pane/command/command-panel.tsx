import { Button } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { commandById } from "../../core/index.ts";
import { CommandForm } from "../form/command-form.tsx";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { Progress } from "./progress.tsx";
import { ResultStep } from "./result-step.tsx";
import { titleOf } from "./title-of.ts";

/** The command that the person is busy with, from its form to what it did. */
export function CommandPanel(): ReactNode {
  const { command: control } = usePane();
  const { state } = control;
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const subject = state.step === "idle" ? "" : state.command;
  // What was pressed is gone from the screen: reading goes on at the heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new step is read from its top.
  useEffect(() => heading.current?.focus({ preventScroll: false }), [subject, state.step]);
  if (state.step === "idle") return null;
  const leave = (event: KeyboardEvent): void => {
    // In a field Escape ends a list or the choice of a character, and never takes what was typed.
    const isInField = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (event.key === "Escape" && !isInField && !event.nativeEvent.isComposing) control.close();
  };
  return (
    <section className="command" aria-labelledby="command-title" onKeyDown={leave}>
      <h2 id="command-title" className="section" tabIndex={-1} ref={heading}>
        {say(titleOf(state.command))}
      </h2>
      <Step />
    </section>
  );
}

function Step(): ReactNode {
  const { command: control } = usePane();
  const { state } = control;
  const { t } = useWords();
  switch (state.step) {
    case "idle":
      return null;
    case "form": {
      const command = commandById(state.command);
      if (!command) return null;
      return (
        <CommandForm
          key={`${state.command} ${JSON.stringify(state.input)}`}
          command={command}
          input={state.input}
          problems={state.problems}
          onSubmit={(input) => control.start(state.command, input)}
          onCancel={control.close}
        />
      );
    }
    case "preview":
      return <PreviewStep key={state.answer.hash} answer={state.answer} input={state.input} isOutdated={state.isOutdated} />;
    case "done":
      return (
        <ResultStep key={state.answer.hash} answer={state.answer} command={state.command} input={state.input} isUndone={state.isUndone} />
      );
    case "broken":
      return (
        <div role="alert">
          <p>{t(state.phase === "run" ? "command-broke-midway" : "command-broke")}</p>
          <p className="quiet broken-detail">{state.detail}</p>
          <div className="buttons">
            <Button appearance="primary" onClick={control.retry}>
              {t("try-again")}
            </Button>
            <Button onClick={control.close}>{t("close")}</Button>
          </div>
        </div>
      );
    default:
      return <Progress state={state} />;
  }
}

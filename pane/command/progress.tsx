import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { usePane } from "../pane-context.ts";
import { useWords, type Words } from "../words/words.tsx";
import { type CommandState, isEditing } from "./command-state.ts";

type Working = Extract<CommandState, { readonly step: "previewing" | "running" | "undoing" | "waiting" }>;

/** Below this nothing is shown: a flicker says less than nothing. */
const WORTH_SHOWING = 500;

/** How far the work is, once it takes long enough to wonder. */
export function Progress({ state }: { readonly state: Working }): ReactNode {
  const { command } = usePane();
  const words = useWords();
  const { t } = words;
  const isShown = useDelay(WORTH_SHOWING) || state.step === "waiting" || (state.step === "running" && state.obstacle !== null);
  const text = textOf(words, state);
  if (!isShown) return <p className="progress" />;
  const fraction = state.step === "running" ? state.fraction : null;
  return (
    <div className="progress">
      <p role="status">{text}</p>
      <ProgressBar aria-label={text} {...(fraction === null ? {} : { value: fraction })} />
      <div className="buttons">
        {state.step === "running" && state.canCancel ? (
          <Button onClick={command.cancel} disabledFocusable={state.isCancelling}>
            {t(state.isCancelling ? "cancelling" : "cancel")}
          </Button>
        ) : null}
        {state.step === "waiting" || state.step === "previewing" ? <Button onClick={command.close}>{t("cancel")}</Button> : null}
      </div>
    </div>
  );
}

function textOf({ t, sayProblem }: Words, state: Working): string {
  switch (state.step) {
    case "waiting":
      return t("finish-editing");
    case "previewing":
      return t("looking-ahead");
    case "undoing":
      return t("undoing");
    case "running":
      if (state.isCancelling) return t("cancelling-text");
      if (state.obstacle) return isEditing(state.obstacle) ? t("finish-editing") : sayProblem(state.obstacle);
      return state.fraction === null ? t("running") : t("running-percent", { n: Math.round(state.fraction * 100) });
  }
}

function useDelay(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isOver;
}

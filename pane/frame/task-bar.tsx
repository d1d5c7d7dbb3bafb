import { Button, Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { titleOf } from "../command/title-of.ts";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";

/** The command that was left for another screen, and the way back to it. */
export function TaskBar({ onReturn }: { readonly onReturn: () => void }): ReactNode {
  const { t, say } = useWords();
  const { command } = usePane();
  const { state, isBusy } = command;
  if (state.step === "idle") return null;
  return (
    <div className="task-bar" role="status">
      {isBusy ? <Spinner size="extra-tiny" aria-hidden="true" /> : null}
      <span className="task-name">{t(isBusy ? "running-now" : "left-open", { name: say(titleOf(state.command)) })}</span>
      <Button size="small" appearance="transparent" onClick={onReturn}>
        {t("back-to-it")}
      </Button>
    </div>
  );
}

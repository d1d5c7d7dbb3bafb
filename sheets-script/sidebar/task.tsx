import { type ReactNode, useEffect, useRef } from "react";
import { CommandPanel } from "../../pane/command/command-panel.tsx";
import { Hindrance } from "../../pane/frame/hindrance.tsx";
import type { FrontProps } from "../../pane/host-parts.ts";
import { usePane } from "../../pane/pane-context.ts";

export interface TaskToDo {
  readonly command: string;
  readonly asks: boolean;
  /** It is done with, or the person left it. */
  readonly onLeft: () => void;
}

/** One command and nothing else: what a dialog shows. */
export function Task({ task, hindrance, onHindranceRead }: FrontProps & { readonly task: TaskToDo }): ReactNode {
  const { command } = usePane();
  const isBegun = useRef(false);
  const { step } = command.state;
  useEffect(() => {
    if (isBegun.current) {
      if (step === "idle") task.onLeft();
      return;
    }
    isBegun.current = true;
    if (task.asks) command.ask(task.command);
    else command.start(task.command);
  }, [step, task, command]);
  return (
    <>
      <main className="body">
        <div className="screen">
          <CommandPanel />
        </div>
      </main>
      <Hindrance hindrance={hindrance} onRead={onHindranceRead} />
    </>
  );
}

import { type ReactNode, useEffect, useRef } from "react";
import type { Problem } from "../core/index.ts";
import { CommandPanel } from "./command/command-panel.tsx";
import { Hindrance } from "./frame/hindrance.tsx";
import { usePane } from "./pane-context.ts";

/** One command and nothing else: what a dialog shows. */
export interface TaskToDo {
  readonly command: string;
  readonly asks: boolean;
  /** It is done with, or the person left it. */
  readonly onLeft: () => void;
}

interface Props {
  readonly task: TaskToDo;
  readonly hindrance: Problem | string | null;
  readonly onHindranceRead: () => void;
}

export function Task({ task, hindrance, onHindranceRead }: Props): ReactNode {
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

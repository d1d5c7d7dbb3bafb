import type { ReactNode } from "react";
import { type ActionLine, choiceSet, nameIn, type PastEvent } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";

/** As many as fit beside each other in a narrow pane. */
const SHOWN = 2;

/** What can be done with an item now; the rest, and what happened to it, on demand. */
export function ActionSteps({ line, today }: { readonly line: ActionLine; readonly today: number | undefined }): ReactNode {
  const { t } = useWords();
  const { steps, history } = line;
  if (steps.length === 0) return null;
  return (
    <div className="action-steps above">
      <div className="buttons">
        <Steps line={line} steps={steps.slice(0, SHOWN)} />
      </div>
      <details>
        <summary aria-label={`${t("more-steps")} ${line.no}`}>{t("more-steps")}</summary>
        <div className="buttons">
          <Steps line={line} steps={steps.slice(SHOWN)} />
          {line.table === "resolutions" && line.isOpen ? (
            <CommandButton command="decompose-resolution" input={{ resolution: line.no }} asks size="small" about={line.no}>
              {t("split")}
            </CommandButton>
          ) : null}
        </div>
        {history.length === 0 ? (
          <p className="quiet">{t("history-none")}</p>
        ) : (
          <ol className="history">
            {history.map((event) => (
              <Past key={event.no} event={event} today={today} />
            ))}
          </ol>
        )}
      </details>
    </div>
  );
}

function Steps({ line, steps }: { readonly line: ActionLine; readonly steps: ActionLine["steps"] }): ReactNode {
  return steps.map(({ id, input, asks }) => (
    <CommandButton key={id} command={id} input={input} asks={asks === true} size="small" about={line.no} />
  ));
}

function Past({ event, today }: { readonly event: PastEvent; readonly today: number | undefined }): ReactNode {
  const { language } = useWords();
  const named = choiceSet("historyEvent")[event.event];
  const what = [event.from, event.to].filter((part) => part !== "").join(" → ");
  return (
    <li>
      <span>{event.on === null ? "" : showDay(language, event.on, today)}</span>{" "}
      <strong>{named ? nameIn(language, named) : event.event}</strong> {what}
      {event.reason === "" ? null : <span className="quiet"> {event.reason}</span>}
      {event.by === "" ? null : <span className="quiet"> · {event.by}</span>}
    </li>
  );
}

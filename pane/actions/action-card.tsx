import type { ReactNode } from "react";
import { type ActionLine, showValue } from "../../core/index.ts";
import { usePane } from "../pane-context.ts";
import { useView } from "../views/use-view.ts";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";
import { ActionSteps } from "./action-steps.tsx";
import { LightBadge } from "./light-badge.tsx";

/** One item; a click anywhere on it shows its row. */
export function ActionCard({ line }: { readonly line: ActionLine }): ReactNode {
  const { reveal } = usePane();
  const { t, say, language } = useWords();
  const today = useView("week").value?.today;
  const who = [line.department, line.owner].filter((part) => part !== "").join(" · ");
  const history = [
    ...(line.carried > 0 ? [t("carried", { n: line.carried })] : []),
    ...(line.postponed > 0 ? [t("postponed", { n: line.postponed })] : []),
  ];
  return (
    <li className="card clickable">
      <div className="action-top">
        <LightBadge light={line.light} />
        {line.daysLate === null || line.daysLate === 0 ? null : <span className="late">{t("days-late", { n: line.daysLate })}</span>}
        <button type="button" className="cover" title={t("show-cell")} onClick={() => reveal(line.at)}>
          {line.no === "" ? t("no-number") : line.no}
        </button>
      </div>
      <p className="action-task">{line.task}</p>
      {line.level === null || line.level === 0 ? null : (
        <p className="facts">
          <span className={line.level >= 2 ? "late" : undefined}>{say(`level-${line.level}`)}</span>
          <span>{line.why}</span>
        </p>
      )}
      <p className="facts">
        <span>{who === "" ? t("nobody") : who}</span>
        <span>{line.due === null ? t("no-due") : t("due", { date: showDay(language, line.due, today) })}</span>
        {line.status === "" ? null : <span>{showValue({ choice: "actionStatus" }, line.status, language)}</span>}
        {history.length > 0 ? <span>{history.join(t("list-comma"))}</span> : null}
      </p>
      <ActionSteps line={line} today={today} />
    </li>
  );
}

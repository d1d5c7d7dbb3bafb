import type { ReactNode } from "react";
import type { MeetingDetail, PaperLine } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";
import { isOpen } from "./step-list.tsx";

interface Props {
  readonly meeting: MeetingDetail;
  readonly today: number;
}

/** The papers that departments bring, the missing ones first. */
export function PapersPart({ meeting, today }: Props): ReactNode {
  const { t } = useWords();
  const { papers, head, steps } = meeting;
  const n = papers.filter(isMissing).length;
  return (
    <section aria-labelledby="papers-title">
      <h3 className="subsection" id="papers-title">
        {t("part-papers")}
      </h3>
      <p className="quiet">{papers.length === 0 ? t("papers-empty") : t("papers-count", { there: papers.length - n, n })}</p>
      <ul className="list">
        {papers.map((paper) => (
          <Paper key={paper.no || paper.at.row} paper={paper} meeting={head.no} today={today} />
        ))}
      </ul>
      <div className="buttons">
        {papers.length === 0 && isOpen(steps) ? (
          <CommandButton command="prepare-meeting" input={{ meeting: head.no }} appearance="primary" size="small" />
        ) : null}
        <CommandButton command="submit-paper" input={{ meeting: head.no }} asks size="small">
          {t("add-paper")}
        </CommandButton>
      </div>
    </section>
  );
}

function isMissing({ state }: PaperLine): boolean {
  return state === "awaited" || state === "late";
}

function Paper({ paper, meeting, today }: { readonly paper: PaperLine; readonly meeting: string; readonly today: number }): ReactNode {
  const { t, language } = useWords();
  const tone = { late: "late", awaited: "warn", submitted: "good", waived: "quiet" }[paper.state];
  return (
    <li className="card">
      <div className="action-top">
        <span className={`mark ${tone}`}>{t(`paper-${paper.state}`)}</span>
        <span className="state">
          <CellLink at={paper.at}>{paper.no || t("no-number")}</CellLink>
        </span>
      </div>
      <p className="action-task">{paper.paper}</p>
      <p className="facts">
        {paper.department === "" ? null : <span>{paper.department}</span>}
        {paper.due === null ? null : <span>{t("paper-due", { date: showDay(language, paper.due, today) })}</span>}
        {paper.submittedOn === null ? null : <span>{t("paper-came", { date: showDay(language, paper.submittedOn, today) })}</span>}
        {paper.place === "" ? null : <span>{paper.place}</span>}
      </p>
      {isMissing(paper) ? (
        <div className="card-actions">
          <CommandButton
            command="submit-paper"
            input={{ paper: paper.no || paper.paper, meeting, waived: true }}
            asks
            size="small"
            appearance="subtle"
            about={paper.paper}
          >
            {t("waive-it")}
          </CommandButton>
          <CommandButton command="submit-paper" input={{ paper: paper.no || paper.paper, meeting }} asks size="small" about={paper.paper}>
            {t("submit-it")}
          </CommandButton>
        </div>
      ) : null}
    </li>
  );
}

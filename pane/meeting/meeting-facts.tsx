import type { ReactNode } from "react";
import { type MeetingDetail, showValue } from "../../core/index.ts";
import { Stepper } from "../frame/stepper.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { useView } from "../views/use-view.ts";
import { showDay, showStart } from "../words/days.ts";
import { useWords } from "../words/words.tsx";

/** When, where, who: what a notice says, with what is missing. */
export function MeetingFacts({ meeting, today }: { readonly meeting: MeetingDetail; readonly today: number }): ReactNode {
  const { t, language } = useWords();
  const { head, stage } = meeting;
  // The header above shows the stage of its own meeting already.
  const isAbove = useView("week").value?.meeting?.no === head.no;
  const day = head.date === null ? t("no-date") : showDay(language, head.date, today);
  const time =
    head.start === null
      ? t("no-time")
      : [head.start, head.end]
          .filter((part) => part !== null)
          .map(showStart)
          .join("–");
  const optional = [
    ["meeting-why", head.reason],
    ["meeting-proposed-by", head.proposedBy],
    ["meeting-decision", head.decisionReason],
  ] as const;
  return (
    <section className="card" aria-label={head.no}>
      <div className="action-top">
        <CellLink at={head.at}>{head.no}</CellLink>
        {head.kind === "" ? null : <span className="quiet">{showValue({ choice: "meetingKind" }, head.kind, language)}</span>}
        {head.state === "" ? null : <span className="state">{showValue({ choice: "meetingState" }, head.state, language)}</span>}
      </div>
      <dl className="head-facts">
        <Fact name={t("meeting-when")} value={`${day} ${time}`} />
        <Fact name={t("meeting-where")} value={head.place} />
        <Fact name={t("meeting-chair")} value={head.chair} />
        <Fact name={t("meeting-recorder")} value={head.recorder} />
        {optional.map(([word, value]) => (value === "" ? null : <Fact key={word} name={t(word)} value={value} />))}
      </dl>
      {stage === null || isAbove ? null : <Stepper stage={stage} />}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  const { t } = useWords();
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{value === "" ? <span className="late">{t("not-given")}</span> : value}</dd>
    </div>
  );
}

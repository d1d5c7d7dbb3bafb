import type { ReactNode } from "react";
import { type AgendaLine, type MeetingDetail, showValue } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { useWords } from "../words/words.tsx";
import { isOpen, StepButtons, stepsIn } from "./step-list.tsx";
import { TopicDecisions } from "./topic-decisions.tsx";

/** The agenda in its order, its minutes against the meeting's, and the topics that wait. */
export function AgendaPart({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useWords();
  const { agenda, steps, head } = meeting;
  return (
    <>
      <section aria-labelledby="agenda-title">
        <h3 className="subsection" id="agenda-title">
          {t("part-agenda")}
        </h3>
        {agenda.lines.length === 0 ? (
          <p className="quiet">{t("agenda-empty")}</p>
        ) : (
          <>
            <ol className="agenda">
              {agenda.lines.map((line, index) => (
                <Line
                  key={line.topic || line.section}
                  line={line}
                  order={index + 1}
                  meeting={isOpen(steps) && line.status === "accepted" ? head.no : ""}
                />
              ))}
            </ol>
            <AgendaSum agenda={agenda} isAhead={isOpen(steps)} />
          </>
        )}
      </section>
      <TopicDecisions meeting={meeting} />
      <StepButtons steps={stepsIn(steps, "agenda")} />
    </>
  );
}

interface LineProps {
  readonly line: AgendaLine;
  readonly order: number;
  /** The meeting for which the topic's place may still be changed; `""` for none. */
  readonly meeting: string;
}

function Line({ line, order, meeting }: LineProps): ReactNode {
  const { t, language } = useWords();
  return (
    <li>
      <span className="agenda-order">{order}.</span>
      <span className="card-text">
        {line.title}
        {line.notes.map((note) => (
          <span key={note} className="facts late">
            {note}
          </span>
        ))}
        <span className="facts">
          {line.at ? <CellLink at={line.at}>{line.topic}</CellLink> : null}
          {line.speaker === "" ? null : <span>{line.speaker}</span>}
          {line.status === "resolved" || line.status === "open" ? (
            <span>{showValue({ choice: "topicStatus" }, line.status, language)}</span>
          ) : null}
          {meeting === "" ? null : (
            <CommandButton
              command="decide-topics"
              input={{ meeting, topics: [{ topic: line.topic, decision: "accept", minutes: line.minutes }] }}
              asks
              size="small"
              appearance="transparent"
              about={line.topic}
            >
              {t("change")}
            </CommandButton>
          )}
        </span>
      </span>
      <span className="agenda-minutes">{t("item-minutes", { n: line.minutes })}</span>
    </li>
  );
}

function AgendaSum({ agenda: { sum, length }, isAhead }: Pick<MeetingDetail, "agenda"> & { readonly isAhead: boolean }): ReactNode {
  const { t } = useWords();
  if (length === null) return <p className="agenda-sum">{t("agenda-sum", { n: sum })}</p>;
  if (sum <= length) return <p className="agenda-sum">{t("agenda-of-length", { n: sum, length })}</p>;
  return <p className={isAhead ? "agenda-sum late" : "agenda-sum"}>{t("agenda-over", { n: sum, length, over: sum - length })}</p>;
}

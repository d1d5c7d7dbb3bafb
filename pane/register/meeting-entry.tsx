import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { type MeetingLine, showValue } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { usePane } from "../pane-context.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { useView } from "../views/use-view.ts";
import { showDay, showStart } from "../words/days.ts";
import { useWords } from "../words/words.tsx";

/** One meeting: when, who, what came of it, its papers, and what can be done with it. */
export function MeetingEntry({ meeting }: { readonly meeting: MeetingLine }): ReactNode {
  const { t, say, language } = useWords();
  const { openMeeting } = usePane();
  const today = useView("week").value?.today;
  const when = [meeting.date === null ? t("no-date") : showDay(language, meeting.date, today), showStart(meeting.start)];
  const counts = [
    ...(meeting.resolutions > 0 ? [t("resolutions", { n: meeting.resolutions })] : []),
    ...(meeting.open > 0 ? [t("still-open", { n: meeting.open })] : []),
    ...(meeting.overdue > 0 ? [t("overdue", { n: meeting.overdue })] : []),
  ];
  return (
    <li className="card">
      <div className="action-top">
        <CellLink at={meeting.at}>{meeting.no === "" ? t("no-number") : meeting.no}</CellLink>
        {meeting.state === "" ? null : <span className="state">{showValue({ choice: "meetingState" }, meeting.state, language)}</span>}
      </div>
      <p className="action-task">{meeting.name}</p>
      <p className="facts">
        <span>{when.filter((part) => part !== "").join(" ")}</span>
        {meeting.chair === "" ? null : <span>{t("chair", { name: meeting.chair })}</span>}
        {counts.map((count) => (
          <span key={count}>{count}</span>
        ))}
      </p>
      {meeting.documents.length > 0 ? (
        <p className="places">
          {meeting.documents.map(({ kind, at }) => (
            <CellLink key={`${kind} ${at.sheet}`} at={at}>
              {say(kind)}
            </CellLink>
          ))}
        </p>
      ) : null}
      {meeting.no === "" ? null : (
        <div className="card-actions">
          <Button
            size="small"
            appearance="subtle"
            data-opens={meeting.no}
            aria-label={`${t("open-meeting")} ${meeting.no}`}
            onClick={() => openMeeting(meeting.no)}
          >
            {t("open-meeting")}
          </Button>
          {meeting.minutes === null ? null : (
            <CommandButton command={meeting.minutes.id} input={meeting.minutes.input} size="small" about={meeting.no}>
              {t(meeting.minutes.id === "record-minutes" ? "record-its-minutes" : "make-its-minutes")}
            </CommandButton>
          )}
        </div>
      )}
    </li>
  );
}

import type { ReactNode } from "react";
import type { MeetingCard } from "../../core/index.ts";
import { useView } from "../views/use-view.ts";
import { showDay, showStart } from "../words/days.ts";
import { useWords, type Words } from "../words/words.tsx";
import { Stepper } from "./stepper.tsx";

/** The meeting that the week is about. */
export function Header({ onOpen }: { readonly onOpen: (no: string) => void }): ReactNode {
  const { value: week } = useView("week");
  const words = useWords();
  const { t, language } = words;
  const meeting = week?.meeting;
  if (!week || !meeting) return null;
  return (
    <section className="meeting" aria-label={t(meeting.workdaysLeft < 0 ? "last-meeting" : "next-meeting")}>
      <div className="meeting-top">
        <span className="quiet">{t(meeting.workdaysLeft < 0 ? "last-meeting" : "next-meeting")}</span>
        <button type="button" className="cell-link" data-opens={meeting.no} onClick={() => onOpen(meeting.no)} title={t("open-meeting")}>
          {meeting.no}
        </button>
      </div>
      <p className="meeting-name">{meeting.name || meeting.no}</p>
      <p className="meeting-date">
        <span>{[showDay(language, meeting.date, week.today), showStart(meeting.start)].filter((part) => part !== "").join(" ")}</span>
        <span className="countdown">{countdown(words, meeting)}</span>
      </p>
      <Stepper stage={meeting.stage} />
    </section>
  );
}

function countdown({ t }: Words, { workdaysLeft }: MeetingCard): string {
  if (workdaysLeft === 0) return t("meeting-today");
  return workdaysLeft > 0 ? t("workdays-left", { n: workdaysLeft }) : t("workdays-ago", { n: -workdaysLeft });
}

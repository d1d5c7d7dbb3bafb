import { type ReactNode, useDeferredValue, useMemo } from "react";
import { choiceSet, type MeetingLine, nameIn, type RegisterView, toIso } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { Paged } from "../parts/paged.tsx";
import { saysAll } from "../parts/says-all.ts";
import { Screen } from "../parts/screen.tsx";
import { useKept } from "../parts/use-kept.ts";
import { useWords } from "../words/words.tsx";
import { MeetingEntry } from "./meeting-entry.tsx";

/** Every meeting, and what belongs to it. */
export function Register(): ReactNode {
  const { t } = useWords();
  return (
    <Screen view="register">
      {(view) =>
        view.isThere && view.meetings.length > 0 ? (
          <Meetings view={view} />
        ) : view.isThere ? (
          <EmptyState title={t("no-meetings-title")} text={t("no-meetings-text")}>
            <CommandButton command="plan-meetings" appearance="primary" />
          </EmptyState>
        ) : (
          <EmptyState title={t("no-meetings-title")} text={t("no-register-text")}>
            <CommandButton command="set-up-workbook" asks appearance="primary" />
          </EmptyState>
        )
      }
    </Screen>
  );
}

function Meetings({ view }: { readonly view: RegisterView }): ReactNode {
  const { t, language } = useWords();
  const [search, setSearch] = useKept("register search", "");
  const [year, setYear] = useKept("register year", "");
  const [state, setState] = useKept("register state", "");
  const sought = useDeferredValue(search);
  const years = useMemo(() => [...new Set(view.meetings.map(yearOf))].filter((found) => found !== ""), [view]);
  const states = useMemo(() => new Set(view.meetings.map((meeting) => meeting.state)), [view]);
  const lines = view.meetings.filter(
    (meeting) => (year === "" || yearOf(meeting) === year) && (state === "" || meeting.state === state) && holds(meeting, sought),
  );
  const stateOptions = Object.entries(choiceSet("meetingState"))
    .filter(([code]) => states.has(code))
    .map(([code, choice]) => ({ value: code, label: nameIn(language, choice) }));
  const isFiltered = sought.trim() !== "" || year !== "" || state !== "";
  return (
    <>
      <div className="buttons">
        <CommandButton command="plan-meetings" asks size="small" />
      </div>
      <TextField type="search" label={t("search-meetings")} value={search} onChange={setSearch} />
      <div className="side-by-side">
        <SelectField
          label={t("year")}
          value={year}
          onChange={setYear}
          options={[{ value: "", label: t("all") }, ...years.map((found) => ({ value: found, label: found }))]}
        />
        <SelectField label={t("state")} value={state} onChange={setState} options={[{ value: "", label: t("all") }, ...stateOptions]} />
      </div>
      <p className="quiet count" role="status">
        {t("meetings-shown", { n: lines.length })}
      </p>
      {lines.length === 0 && isFiltered ? <p className="quiet">{t("nothing-found")}</p> : null}
      <Paged key={`${sought} ${year} ${state}`} of={lines} label={t("tab-register")}>
        {(meeting) => <MeetingEntry key={`${meeting.no} ${meeting.at.row}`} meeting={meeting} />}
      </Paged>
    </>
  );
}

function yearOf({ date }: MeetingLine): string {
  return date === null ? "" : toIso(date).slice(0, 4);
}

function holds({ no, name, chair, date }: MeetingLine, search: string): boolean {
  return saysAll([no, name, chair, date === null ? "" : toIso(date)], search);
}

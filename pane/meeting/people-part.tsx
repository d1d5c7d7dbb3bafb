import type { ReactNode } from "react";
import { type MeetingDetail, type PersonLine, showValue, toTime } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { useWords } from "../words/words.tsx";
import { isOpen, StepButtons, stepsIn } from "./step-list.tsx";

/** Who is expected, who cannot come and who comes instead; after the meeting, who was there. */
export function PeoplePart({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useWords();
  const { people, counts, steps, head } = meeting;
  const said = (["there", "late", "leave", "absent"] as const).filter((id) => counts[id] > 0);
  return (
    <section aria-labelledby="people-title">
      <h3 className="subsection" id="people-title">
        {t("part-people")}
      </h3>
      {people.length === 0 ? (
        <p className="quiet">{t("people-empty")}</p>
      ) : (
        <p className="facts">
          <span>{t("people-expected", { n: counts.expected })}</span>
          {said.map((id) => (
            <span key={id}>{t(`people-${id}`, { n: counts[id] })}</span>
          ))}
        </p>
      )}
      <ul className="lines">
        {people.map((person) => (
          <Person key={`${person.name} ${person.at?.row ?? ""}`} person={person} meeting={isOpen(steps) ? head.no : ""} />
        ))}
      </ul>
      <StepButtons steps={stepsIn(steps, "people")} />
    </section>
  );
}

/** @param meeting the one from which leave may still be asked; `""` for none */
function Person({ person, meeting }: { readonly person: PersonLine; readonly meeting: string }): ReactNode {
  const { t, language } = useWords();
  const { name, department, kind, status, reason, delegate, arrived, lateMinutes, at } = person;
  const tone = { present: "good", late: "warn", leftEarly: "warn", leave: "warn", absent: "late" }[status] ?? "quiet";
  return (
    <li>
      <span className="card-text">
        {at ? <CellLink at={at}>{name}</CellLink> : name}
        <span className="facts">
          {department === "" ? null : <span>{department}</span>}
          {kind === "" || kind === "standing" ? null : <span>{showValue({ choice: "attendeeKind" }, kind, language)}</span>}
          {at ? null : <span>{t("not-on-list")}</span>}
          {reason === "" ? null : <span>{reason}</span>}
          {status !== "leave" ? null : <span>{delegate === "" ? t("no-delegate") : t("delegate-is", { name: delegate })}</span>}
          {arrived === null ? null : <span>{t("arrived-at", { time: toTime(arrived) })}</span>}
          {lateMinutes === null ? null : <span>{t("late-minutes", { n: lateMinutes })}</span>}
        </span>
      </span>
      <span className={`mark ${tone}`}>{showValue({ choice: "attendance" }, status, language)}</span>
      {meeting !== "" && status === "expected" ? (
        <CommandButton command="request-leave" input={{ meeting, name }} asks size="small" appearance="subtle" about={name}>
          {t("ask-leave")}
        </CommandButton>
      ) : null}
    </li>
  );
}

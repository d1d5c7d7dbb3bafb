import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import type { ReactNode } from "react";
import { type MeetingDetail, type MeetingDocument, showValue } from "../../core/index.ts";
import { usePane } from "../pane-context.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";
import { SavePdf } from "./save-pdf.tsx";
import { StepList, stepsIn } from "./step-list.tsx";

interface Props {
  readonly meeting: MeetingDetail;
  readonly today: number;
}

/** The sheets of a meeting, where they went and where they are filed, and what can be done with them. */
export function DocumentsPart({ meeting, today }: Props): ReactNode {
  const { t } = useWords();
  const { pdf } = usePane();
  const { documents, sendings, filed, steps } = meeting;
  return (
    <>
      <section aria-labelledby="documents-title">
        <h3 className="subsection" id="documents-title">
          {t("documents")}
        </h3>
        {documents.length === 0 ? <p className="quiet">{t("documents-empty")}</p> : null}
        <ul className="lines">
          {documents.map((document) => (
            <Document
              key={`${document.kind} ${document.version}`}
              document={document}
              today={today}
              hasVersions={documents.filter(({ kind }) => kind === document.kind).length > 1}
            />
          ))}
        </ul>
      </section>
      {documents.length > 0 && pdf ? <SavePdf make={pdf} /> : null}
      <StepList steps={stepsIn(steps, "documents")} />
      {sendings.length === 0 ? null : <Sendings meeting={meeting} today={today} />}
      {filed.length === 0 ? null : <FiledRows meeting={meeting} today={today} />}
    </>
  );
}

interface DocumentProps {
  readonly document: MeetingDocument;
  readonly today: number;
  readonly hasVersions: boolean;
}

function Document({ document: { kind, version, at, sealed }, today, hasVersions }: DocumentProps): ReactNode {
  const { t, say, language } = useWords();
  const settled = (): string => {
    if (!sealed) return t("still-open-document");
    if (sealed.on === null) return t("sealed");
    const date = showDay(language, sealed.on, today);
    return sealed.by === "" ? t("sealed-on", { date }) : t("sealed-by", { name: sealed.by, date });
  };
  return (
    <li>
      <span className="card-text">
        <CellLink at={at}>{say(kind)}</CellLink>
        <span className="facts">
          {hasVersions || version > 1 ? <span>{t("version-n", { n: version })}</span> : null}
          <span>{settled()}</span>
        </span>
      </span>
      {sealed ? <LockClosedRegular aria-hidden="true" /> : null}
    </li>
  );
}

function Sendings({ meeting, today }: Props): ReactNode {
  const { t, language } = useWords();
  return (
    <section aria-labelledby="sent-title">
      <h3 className="subsection" id="sent-title">
        {t("sent-out")}
      </h3>
      <ul className="lines">
        {meeting.sendings.map(({ document, version, sentOn, names, at }) => (
          <li key={`${document} ${version} ${sentOn ?? ""}`}>
            <span className="card-text">
              <CellLink at={at}>{showValue({ choice: "documentKind" }, document, language)}</CellLink>
              <span className="facts">
                {version > 1 ? <span>{t("version-n", { n: version })}</span> : null}
                <span>{t("sent-to", { date: sentOn === null ? t("no-date") : showDay(language, sentOn, today), n: names.length })}</span>
                <span>{names.join(t("name-comma"))}</span>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FiledRows({ meeting, today }: Props): ReactNode {
  const { t, language } = useWords();
  return (
    <section aria-labelledby="filed-title">
      <h3 className="subsection" id="filed-title">
        {t("filed-papers")}
      </h3>
      <ul className="lines">
        {meeting.filed.map(({ no, kind, title, place, filedOn, at }) => (
          <li key={`${no} ${at.row}`}>
            <span className="card-text">
              <CellLink at={at}>{no || t("no-number")}</CellLink>
              <span className="facts">
                <span>{showValue({ choice: "documentKind" }, kind, language)}</span>
                {title === "" ? null : <span>{title}</span>}
                {place === "" ? null : <span>{place}</span>}
                {filedOn === null ? null : <span>{showDay(language, filedOn, today)}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ReactNode } from "react";
import type { MeetingDetail, MeetingPart } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";

const PARTS = ["agenda", "papers", "people", "documents"] as const satisfies readonly MeetingPart[];

interface Props {
  readonly meeting: MeetingDetail;
  readonly part: MeetingPart;
  readonly onChoose: (part: MeetingPart) => void;
}

/** Radio buttons that look like labels: the browser moves between them with the arrow keys. */
export function PartChooser({ meeting, part, onChoose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className="filters">
      <legend className="unseen">{t("meeting-parts")}</legend>
      {PARTS.map((id) => (
        <label key={id} className={id === part ? "filter chosen" : "filter"}>
          <input type="radio" name="part" className="unseen" checked={id === part} onChange={() => onChoose(id)} />
          {t(`part-${id}`)} <span className="filter-count">{countOf(meeting, id)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How much there is; of papers, how many of them have come. */
export function countOf({ agenda, papers, people, documents }: MeetingDetail, part: MeetingPart): string {
  switch (part) {
    case "agenda":
      return String(agenda.lines.length);
    case "papers":
      return papers.length === 0
        ? "0"
        : `${papers.filter(({ state }) => state === "submitted" || state === "waived").length}/${papers.length}`;
    case "people":
      return String(people.length);
    case "documents":
      return String(documents.length);
  }
}

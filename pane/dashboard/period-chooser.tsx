import type { ReactNode } from "react";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { useWords } from "../words/words.tsx";

/** What the person looks at: a period of a name, or two days of their own as `YYYY-MM-DD`, `""` where not chosen yet. */
export interface ChosenPeriod {
  readonly name: "recent" | "quarter" | "lastQuarter" | "year" | "lastYear" | "own";
  readonly from: string;
  readonly until: string;
}

export const RECENT: ChosenPeriod = { name: "recent", from: "", until: "" };

const NAMES = ["recent", "quarter", "lastQuarter", "year", "lastYear", "own"] as const;

/** As the view takes it: days of one's own hold once both are there, in order. */
export function askedPeriod({ name, from, until }: ChosenPeriod): string {
  if (name !== "own") return name === "recent" ? "" : name;
  return from === "" || until === "" || from > until ? "" : `${from}/${until}`;
}

interface Props {
  readonly chosen: ChosenPeriod;
  readonly onChoose: (chosen: ChosenPeriod) => void;
}

export function PeriodChooser({ chosen, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const { name, from, until } = chosen;
  const isBackwards = from !== "" && until !== "" && from > until;
  return (
    <>
      <SelectField
        label={t("period-label")}
        value={name}
        onChange={(value) => onChoose({ ...chosen, name: NAMES.find((each) => each === value) ?? "recent" })}
        options={NAMES.map((value) => ({ value, label: t(`period-${value}`) }))}
      />
      {name === "own" ? (
        <div className="period-days">
          <TextField type="date" label={t("period-from")} value={from} onChange={(value) => onChoose({ ...chosen, from: value })} />
          <TextField
            type="date"
            label={t("period-until")}
            value={until}
            onChange={(value) => onChoose({ ...chosen, until: value })}
            wrong={isBackwards ? t("period-backwards") : undefined}
          />
        </div>
      ) : null}
    </>
  );
}

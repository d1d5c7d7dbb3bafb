import { Button } from "@fluentui/react-components";
import { type ReactNode, useMemo } from "react";
import type { Problem } from "../../core/index.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { Paged } from "../parts/paged.tsx";
import { SeverityIcon } from "../parts/severity-icon.tsx";
import { useWords } from "../words/words.tsx";
import { type Choice, isChosen, offersFor } from "./answers.ts";

interface Props {
  readonly problems: readonly Problem[];
  readonly choices?: readonly Choice[];
  readonly onChoose?: (choice: Choice) => void;
}

const ORDER = { error: 0, warning: 1, note: 2 } as const;

/** Problems, the gravest first, each with its cell and, where a person may decide, with what they can decide. */
export function ProblemList({ problems, choices = [], onChoose }: Props): ReactNode {
  const { t, sayProblem } = useWords();
  const sorted = useMemo(() => [...problems].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]), [problems]);
  if (problems.length === 0) return null;
  return (
    <Paged of={sorted} className="list problems" label={t("problems")}>
      {(found, index) => (
        <li key={`${found.code} ${index}`} className={`card problem ${found.severity}`}>
          <div className="card-line">
            <SeverityIcon severity={found.severity} />
            <span className="card-text">
              {sayProblem(found)} {found.at ? <CellLink at={found.at} /> : null}
            </span>
          </div>
          {onChoose === undefined || offersFor(found).length === 0 ? null : (
            <div className="buttons">
              {offersFor(found).map((offer) => (
                <Button
                  key={offer.field}
                  size="small"
                  appearance={isChosen(choices, offer) ? "primary" : "secondary"}
                  aria-pressed={isChosen(choices, offer)}
                  onClick={() => onChoose(offer)}
                >
                  {t(offer.label)}
                </Button>
              ))}
            </div>
          )}
        </li>
      )}
    </Paged>
  );
}

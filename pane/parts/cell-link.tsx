import type { ReactNode } from "react";
import { type CellPlace, cellAddress } from "../../core/index.ts";
import { usePane } from "../pane-context.ts";
import { useWords } from "../words/words.tsx";

interface Props {
  readonly at: CellPlace;
  /** The cell's own address where left out. */
  readonly children?: ReactNode;
}

/** Takes the person to a cell. */
export function CellLink({ at, children }: Props): ReactNode {
  const { reveal } = usePane();
  const { t } = useWords();
  return (
    <button type="button" className="cell-link" title={t("show-cell")} onClick={() => reveal(at)}>
      {children ?? `${at.sheet} ${cellAddress(at.row, at.column)}`}
    </button>
  );
}

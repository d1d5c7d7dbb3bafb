import type { ReactNode } from "react";
import { cellAddress, type PreviewLine } from "../../core/index.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { Paged } from "../parts/paged.tsx";
import { useWords, type Words } from "../words/words.tsx";
import { groupsOf, type PreviewGroup, subjectOf, valueText } from "./preview-groups.ts";

/** A group of this many lines is shown at once; a longer one opens when asked. */
const SHOWN_AT_ONCE = 12;

/** What a command would do, sheet by sheet. */
export function PreviewLines({ lines }: { readonly lines: readonly PreviewLine[] }): ReactNode {
  const groups = groupsOf(lines);
  const empty = groups.filter(({ isNew, lines: said }) => isNew && said.length === 0);
  const refreshed = groups.filter(({ isNew, lines: said, refreshed: cells }) => !isNew && said.length === 0 && cells > 0);
  const filled = groups.filter((group) => group.lines.length > 0);
  return (
    <>
      {filled.map((group) => (
        <Group key={group.sheet} group={group} isOpen={filled.length <= 3 && group.lines.length <= SHOWN_AT_ONCE} />
      ))}
      {refreshed.length > 0 ? <RefreshedSheets groups={refreshed} /> : null}
      {empty.length > 0 ? <NewSheets sheets={empty.map(({ sheet }) => sheet)} /> : null}
    </>
  );
}

/** Sheets that are made empty are told apart by their names only. */
function NewSheets({ sheets }: { readonly sheets: readonly string[] }): ReactNode {
  const { t } = useWords();
  return (
    <div className="preview-sheet">
      <p className="preview-name">{t("new-sheets", { n: sheets.length })}</p>
      <p>{sheets.join(t("name-comma"))}</p>
    </div>
  );
}

/** Sheets that nobody types in: how many of their cells say something else tells enough. */
function RefreshedSheets({ groups }: { readonly groups: readonly PreviewGroup[] }): ReactNode {
  const { t } = useWords();
  return (
    <div className="preview-sheet">
      <p className="preview-name">{t("refreshed-sheets", { n: groups.length })}</p>
      <ul className="preview-lines">
        {groups.map(({ sheet, refreshed }) => (
          <li key={sheet}>
            <span>{sheet}</span> <span className="quiet">{t("changed-cells", { n: refreshed })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Group({ group, isOpen }: { readonly group: PreviewGroup; readonly isOpen: boolean }): ReactNode {
  const words = useWords();
  return (
    <details className="preview-group" open={isOpen}>
      <summary>
        <span className="preview-name">{group.sheet}</span> <span className="quiet">{summary(words, group)}</span>
      </summary>
      <Paged of={group.lines} className="preview-lines" label={group.sheet}>
        {(line, index) => (
          <li key={`${index}`}>
            {group.isNew ? (
              <span className="quiet">{cellAddress(line.at.row, line.at.column)}</span>
            ) : (
              <CellLink at={line.at}>{cellAddress(line.at.row, line.at.column)}</CellLink>
            )}
            <span className="preview-change">{changeText(words, line)}</span>
          </li>
        )}
      </Paged>
    </details>
  );
}

function summary({ t }: Words, { isNew, rows, cells, refreshed }: PreviewGroup): string {
  const parts = [
    ...(isNew ? [t("new-sheet")] : []),
    ...(rows > 0 ? [t("new-rows", { n: rows })] : []),
    ...(cells + refreshed > 0 ? [t("changed-cells", { n: cells + refreshed })] : []),
  ];
  return parts.join(t("list-comma"));
}

function changeText({ t, language }: Words, line: PreviewLine): string {
  const subject = subjectOf(line, language);
  if (line.change === "row") return t("adds-row", { key: subject });
  const [before, after] = [valueText(line, "before", language), valueText(line, "after", language)];
  const isBlank = line.before === null || line.before === "";
  const change = isBlank ? after : t("from-to", { before, after });
  return subject === "" ? change : t("field-change", { subject, change });
}

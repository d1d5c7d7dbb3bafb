import { Button } from "@fluentui/react-components";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { ActionLine, ActionsView } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { TextField } from "../form/text-field.tsx";
import { usePane } from "../pane-context.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { Paged } from "../parts/paged.tsx";
import { Screen } from "../parts/screen.tsx";
import { useWords } from "../words/words.tsx";
import { ActionCard } from "./action-card.tsx";
import { type ActionFilter, FILTERS, firstFilter, fits, holding } from "./action-filters.ts";

/** Everything that was promised, and where it stands. */
export function Actions(): ReactNode {
  const { t } = useWords();
  return (
    <Screen view="actions">
      {(view) =>
        view.isThere && view.lines.length > 0 ? (
          <ActionList view={view} />
        ) : view.isThere ? (
          <EmptyState title={t("no-actions-title")} text={t("no-actions-text")}>
            <CommandButton command="record-minutes" appearance="primary" />
          </EmptyState>
        ) : (
          <EmptyState title={t("no-actions-title")} text={t("no-register-text")}>
            <CommandButton command="set-up-workbook" asks appearance="primary" />
          </EmptyState>
        )
      }
    </Screen>
  );
}

function ActionList({ view }: { readonly view: ActionsView }): ReactNode {
  const { t } = useWords();
  const { show } = usePane();
  const [chosen, setFilter] = useState<ActionFilter | null>(null);
  const [search, setSearch] = useState("");
  const sought = useDeferredValue(search);
  const filter = chosen ?? firstFilter(view.lines);
  const found = holding(view.lines, sought);
  const lines = found.filter((line) => fits(line, filter));
  return (
    <>
      <div className="buttons">
        <CommandButton command="refresh-tracking" size="small" />
        <CommandButton command="send-reminders" size="small" />
        <CommandButton command="decompose-resolution" asks size="small" />
        <Button size="small" onClick={() => show("dashboard")}>
          {t("tab-dashboard")}
        </Button>
      </div>
      <Filters lines={found} filter={filter} onChoose={setFilter} />
      <TextField type="search" label={t("search-actions")} value={search} onChange={setSearch} />
      <p className="quiet count" role="status">
        {t("items-shown", { n: lines.length })}
      </p>
      {lines.length === 0 ? (
        <p className="quiet">{t(search.trim() === "" ? emptyWords[filter] : "nothing-found")}</p>
      ) : (
        <Paged key={`${filter} ${sought}`} of={lines} label={t(`filter-${filter}`)}>
          {(line) => <ActionCard key={`${line.table} ${line.no} ${line.at.row}`} line={line} />}
        </Paged>
      )}
    </>
  );
}

const emptyWords = {
  mine: "none-mine",
  department: "none-department",
  overdue: "none-overdue",
  unconfirmed: "none-unconfirmed",
  toVerify: "none-toVerify",
  open: "none-open",
  closed: "none-closed",
} as const;

interface FilterProps {
  readonly lines: readonly ActionLine[];
  readonly filter: ActionFilter;
  readonly onChoose: (filter: ActionFilter) => void;
}

/** Radio buttons that look like labels: the browser moves between them with the arrow keys. */
function Filters({ lines, filter, onChoose }: FilterProps): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className="filters">
      <legend className="unseen">{t("filters")}</legend>
      {FILTERS.map((id) => (
        <label key={id} className={id === filter ? "filter chosen" : "filter"}>
          <input type="radio" name="filter" className="unseen" checked={id === filter} onChange={() => onChoose(id)} />
          {t(`filter-${id}`)} <span className="filter-count">{lines.filter((line) => fits(line, id)).length}</span>
        </label>
      ))}
    </fieldset>
  );
}

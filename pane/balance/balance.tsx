import { type ReactNode, Suspense, useState } from "react";
import { type BalanceView, type ImbalanceLine, showValue } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { usePane } from "../pane-context.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { Paged } from "../parts/paged.tsx";
import { Screen } from "../parts/screen.tsx";
import { useWords } from "../words/words.tsx";
import { ImbalanceCard } from "./imbalance-card.tsx";
import { SinceMeeting } from "./since-meeting.tsx";

/** Where sales and production do not meet, and what could be done. */
export function Balance(): ReactNode {
  const { t } = useWords();
  return (
    <Screen view="balance">
      {(view) =>
        view.isThere ? (
          <Imbalances view={view} />
        ) : (
          <EmptyState title={t("no-balance-title")} text={t("no-balance-text")}>
            <CommandButton command="set-up-workbook" asks appearance="primary" />
          </EmptyState>
        )
      }
    </Screen>
  );
}

type Kind = ImbalanceLine["kind"];

function Imbalances({ view }: { readonly view: BalanceView }): ReactNode {
  const { t, language } = useWords();
  const { BalancePart } = usePane().parts;
  const [kind, setKind] = useState<Kind | null>(null);
  const { imbalances, products: n, from, to } = view;
  // A kind of which the last was solved leaves the whole list, not an empty one.
  const chosen = kind !== null && imbalances.some((each) => each.kind === kind) ? kind : null;
  const lines = imbalances.filter((each) => chosen === null || each.kind === chosen);
  return (
    <>
      <div className="buttons">
        <CommandButton command="refresh-balance" size="small" appearance={view.isLaidOut ? "secondary" : "primary"} />
      </div>
      {BalancePart && imbalances.length > 0 ? (
        <Suspense fallback={null}>
          <BalancePart />
        </Suspense>
      ) : null}
      <SinceMeeting since={view.since} />
      <p className="quiet">{t("balance-span", { n, from, to })}</p>
      {imbalances.length === 0 ? (
        <p className="card-line">{t("balance-even")}</p>
      ) : (
        <>
          <fieldset className="filters">
            <legend className="unseen">{t("imbalance-filters")}</legend>
            {[null, ...view.kinds].map((each) => (
              <label key={each ?? ""} className={each === chosen ? "filter chosen" : "filter"}>
                <input type="radio" name="kind" className="unseen" checked={each === chosen} onChange={() => setKind(each)} />
                {each === null ? t("all-kinds") : showValue({ choice: "imbalanceKind" }, each, language)}{" "}
                <span className="filter-count">{imbalances.filter((line) => each === null || line.kind === each).length}</span>
              </label>
            ))}
          </fieldset>
          <p className="quiet count" role="status">
            {t("imbalances-shown", { n: lines.length })}
          </p>
          <Paged key={chosen ?? ""} of={lines} label={t("imbalance-filters")}>
            {(line) => <ImbalanceCard key={line.no} line={line} />}
          </Paged>
        </>
      )}
    </>
  );
}

import type { ReactNode } from "react";
import { type ImbalanceLine, showValue } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { usePane } from "../pane-context.ts";
import { useView } from "../views/use-view.ts";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";
import { KindBadge } from "./kind-badge.tsx";

/** One imbalance: what, where, how much, why, and what could be done; a click on its name shows its row. */
export function ImbalanceCard({ line }: { readonly line: ImbalanceLine }): ReactNode {
  const { reveal } = usePane();
  const { t, language } = useWords();
  const today = useView("week").value?.today;
  const { register } = line;
  const periods = line.from === line.to ? line.from : `${line.from} – ${line.to}`;
  const subject = [line.subject, line.name].filter((part) => part !== "").join(" ");
  /** Customers wait for what is not enough for all of them. */
  const isShared = line.kind === "shortage" && line.hasOrdersShort;
  const isDismissed = register?.status === "dismissed";
  return (
    <li className={register ? "card clickable" : "card"}>
      <div className="action-top">
        <KindBadge kind={line.kind} />
        <span className="late">{`${line.amount.toLocaleString(language)} ${line.unit || (line.kind === "overload" ? t("hours") : "")}`}</span>
        {register ? (
          <button type="button" className="cover" title={t("show-cell")} onClick={() => reveal(register.at)}>
            {subject}
          </button>
        ) : (
          <span>{subject}</span>
        )}
      </div>
      <p className="facts">
        <span>{periods}</span>
        {register ? (
          <>
            <span>{showValue({ choice: "imbalanceStatus" }, register.status, language)}</span>
            {register.owner === "" ? null : <span>{register.owner}</span>}
            {register.topic === "" ? null : <span>{t("imbalance-topic", { topic: register.topic })}</span>}
            {register.firstSeen === null ? null : (
              <span>{t("imbalance-since", { date: showDay(language, register.firstSeen, today), n: register.timesSeen })}</span>
            )}
          </>
        ) : (
          <span>{t("imbalance-new")}</span>
        )}
      </p>
      <p>{line.why}</p>
      {isDismissed ? <p className="quiet">{t("imbalance-why-not", { reason: register.reason })}</p> : null}
      {line.suggestions.length > 0 && !isDismissed ? (
        <details className="above">
          <summary>{t("imbalance-ways")}</summary>
          <ul>
            {line.suggestions.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {register || isShared ? (
        <div className="card-actions">
          <span />
          {isShared ? (
            <CommandButton
              command="allocate-orders"
              input={{ product: line.subject }}
              asks
              size="small"
              appearance="subtle"
              about={line.subject}
              className="above"
            >
              {t("allocate-short")}
            </CommandButton>
          ) : null}
          {register ? <Deciding line={line} register={register} /> : null}
        </div>
      ) : null}
    </li>
  );
}

/** What becomes of an imbalance that the register knows. */
function Deciding({
  line,
  register,
}: {
  readonly line: ImbalanceLine;
  readonly register: NonNullable<ImbalanceLine["register"]>;
}): ReactNode {
  const { t } = useWords();
  return (
    <>
      {register.status === "raised" ? null : (
        <CommandButton command="raise-imbalance" input={{ imbalance: line.no }} size="small" about={line.no} className="above">
          {t("raise-short")}
        </CommandButton>
      )}
      <CommandButton
        command="assign-imbalance"
        input={{ imbalance: line.no }}
        asks
        size="small"
        appearance="subtle"
        about={line.no}
        className="above"
      >
        {t("assign-short")}
      </CommandButton>
      {register.status === "dismissed" ? null : (
        <CommandButton
          command="dismiss-imbalance"
          input={{ imbalance: line.no }}
          asks
          size="small"
          appearance="subtle"
          about={line.no}
          className="above"
        >
          {t("dismiss-short")}
        </CommandButton>
      )}
    </>
  );
}

import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { nameIn, tableOf, type WeekView } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { useWords } from "../words/words.tsx";

/** The three ways to begin. Nothing is made before one is chosen and its preview agreed to. */
export function FirstRun({ week, onSkip }: { readonly week: WeekView; readonly onSkip: () => void }): ReactNode {
  const { t } = useWords();
  const isOwn = week.book === "own";
  return (
    <div className="first-run">
      <h2 className="section">{t("first-run-title")}</h2>
      <p className="quiet">{t("first-run-text")}</p>
      {isOwn ? <FoundTables week={week} /> : null}
      {isOwn ? null : (
        <section className="card" aria-labelledby="begin-new">
          <h3 id="begin-new">{t("begin-new")}</h3>
          <p>{t("begin-new-text")}</p>
          <CommandButton command="set-up-workbook" asks appearance="primary">
            {t("begin-new")}
          </CommandButton>
        </section>
      )}
      {isOwn ? null : (
        <section className="card" aria-labelledby="begin-sample">
          <h3 id="begin-sample">{t("begin-sample")}</h3>
          <p>{t("begin-sample-text")}</p>
          <CommandButton command="load-sample">{t("begin-sample")}</CommandButton>
        </section>
      )}
      <p className="quiet">{t(isOwn ? "begin-others-need-empty" : "begin-found-none")}</p>
      <Button appearance="subtle" onClick={onSkip}>
        {t("not-now")}
      </Button>
    </div>
  );
}

function FoundTables({ week }: { readonly week: WeekView }): ReactNode {
  const { t, language } = useWords();
  return (
    <section className="card main" aria-labelledby="begin-found">
      <h3 id="begin-found">{t("begin-found")}</h3>
      <p>{t("begin-found-text")}</p>
      <ul className="found">
        {week.found.map(({ table, rows, at }) => (
          <li key={table}>
            <span>{nameIn(language, tableOf(table))}</span>
            <span className="quiet">{t("rows", { n: rows })}</span>
            <CellLink at={at} />
          </li>
        ))}
      </ul>
      <CommandButton command="set-up-workbook" appearance="primary">
        {t("begin-found")}
      </CommandButton>
    </section>
  );
}

import { type ReactNode, useState } from "react";
import type { ChangeLine, SinceMeeting as Since } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { useView } from "../views/use-view.ts";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";

interface Props {
  /** Nothing where no meeting's balance is kept yet. */
  readonly since: Since | undefined;
}

/** So many products are seen at once; the others with a press. */
const SEEN = 3;

/** What changed since the last meeting, by cause and product; a press shows what was typed. */
export function SinceMeeting({ since }: Props): ReactNode {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="since-title">
      <h2 id="since-title">{t("since-meeting")}</h2>
      {since === undefined ? <p className="quiet">{t("since-nothing-kept")}</p> : <Changes since={since} />}
    </section>
  );
}

function Changes({ since }: { readonly since: Since }): ReactNode {
  const { t, say, language } = useWords();
  const [isWhole, setWhole] = useState(false);
  const today = useView("week").value?.today;
  const { meeting, date, isOver, changed, causes, fates, rest, products, sheet } = since;
  const against = date === null ? meeting : t("since-against", { no: meeting, date: showDay(language, date, today) });
  if (isOver) return <p className="quiet">{t("since-over", { against })}</p>;
  const seen = isWhole ? products : products.slice(0, SEEN);
  return (
    <>
      <p className="quiet">{t("since-compared", { against })}</p>
      {changed === 0 ? <p>{t("since-same")}</p> : <p>{t("since-changed", { n: changed })}</p>}
      <p className="facts">
        {causes.map(({ cause, products: n }) =>
          n === 0 ? null : <span key={cause}>{t("since-cause", { cause: say(`cause-${cause}`), n })}</span>,
        )}
      </p>
      {fates.length === 0 ? null : (
        <p className="facts">
          <span>{t("since-imbalances")}</span>
          {fates.map(({ fate, imbalances }) => (
            <span key={fate} className={fate === "new" || fate === "worse" ? "late" : ""}>{`${say(`fate-${fate}`)} ${imbalances}`}</span>
          ))}
        </p>
      )}
      {seen.length === 0 ? null : (
        <ul className="changes">
          {seen.map((line) => (
            <Changed key={line.product} line={line} />
          ))}
        </ul>
      )}
      {products.length > SEEN ? (
        <button type="button" className="cell-link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t("since-fewer") : t("since-more", { n: products.length - SEEN })}
        </button>
      ) : null}
      {changed > products.length && isWhole ? <p className="quiet">{t("since-in-sheet", { n: changed - products.length })}</p> : null}
      {rest > 0 ? <p className="quiet">{t("since-rest", { n: rest })}</p> : null}
      <div className="card-actions">
        {sheet ? <CellLink at={sheet}>{sheet.sheet}</CellLink> : <span />}
        <CommandButton command="compare-balance" size="small" appearance={sheet || changed === 0 ? "subtle" : "secondary"}>
          {sheet ? t("since-renew") : t("since-print")}
        </CommandButton>
      </div>
    </>
  );
}

function Changed({ line }: { readonly line: ChangeLine }): ReactNode {
  const { language } = useWords();
  const { product, name, unit, amount, period, why, at } = line;
  const subject = [product, name].filter((part) => part !== "").join(" ");
  const change = `${amount > 0 ? "+" : ""}${amount.toLocaleString(language)} ${unit}`.trim();
  return (
    <li>
      {at ? <CellLink at={at}>{subject}</CellLink> : <span>{subject}</span>}
      <span className="facts">
        <span className={amount < 0 ? "late" : ""}>{change}</span>
        <span>{period}</span>
      </span>
      <span>{why}</span>
    </li>
  );
}

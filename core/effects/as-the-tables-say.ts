import type { Day } from "../base/plain-date.ts";
import { readPeriod } from "../calendar/read-period.ts";
import { balancePeriods } from "../planning/balance-periods.ts";
import { Codes } from "../planning/codes.ts";
import { settingsIn } from "../register/book-settings.ts";
import type { Item } from "../run/command.ts";
import { type Problem, problem } from "../words/message.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/**
 * Expected changes with products and periods spelled as the balance has them, whatever was typed; and what of them the balance
 * does not have, so that nobody waits for an effect which cannot come.
 */
export function asTheTablesSay(
  snapshot: Snapshot,
  items: readonly Item[],
  today: Day,
): { readonly items: readonly Item[]; readonly problems: readonly Problem[] } {
  const { balance } = settingsIn(snapshot);
  const listed = rowsOf(snapshot, "products").map(({ values }) => values.product.trim());
  const [codes, known] = [new Codes(listed), new Set(listed)];
  const periods = balancePeriods(balance, today);
  const reading = {
    near: today,
    weekRule: balance.weekRule,
    dateSystem: snapshot.survey.dateSystem,
    unit: balance.weeks > 0 ? "week" : "month",
  } as const;
  const problems = new Map<string, Problem>();
  const tell = (
    code: "change-product-unknown" | "change-period-unreadable" | "change-period-outside",
    product: string,
    value: string,
  ): void => {
    problems.set([code, product, value].join(), problem("warning", code, { product, value: value.slice(0, 40) }));
  };
  const meant = items.map((item): Item => {
    const product = codes.find(String(item.product ?? ""));
    const typed = String(item.period ?? "");
    const period = readPeriod(typed, reading);
    if (known.size > 0 && !known.has(product)) tell("change-product-unknown", product, "");
    if (period === null) tell("change-period-unreadable", product, typed);
    else if (!periods.some(({ key }) => key === period.key)) tell("change-period-outside", product, period.key);
    return { ...item, product, period: period?.key ?? typed };
  });
  return { items: meant, problems: [...problems.values()] };
}

import type { Imbalance, Suggestion, WhyOrder } from "../balance/imbalance.ts";
import type { PlanChange } from "../balance/plan-change.ts";
import { choiceSet } from "../tables/choices.ts";
import { type Language, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";

/** So many orders, products or changes are named one by one; the rest is counted. */
const NAMED = 4;

/** Why something is out of balance, in a sentence or two with its figures: the worst period, and who is behind it. */
export function sayWhy({ kind, amount, unit, why }: Imbalance, language: Language): string {
  const { period, opening, production, ordered, forecast } = why;
  const shown = { opening: show(opening), production: show(production), ordered: show(ordered), forecast: show(forecast) };
  const figures = { ...shown, period, amount: show(amount), unit };
  const products = listed(
    why.products.map(({ product, amount: of }) => `${product} ${show(of)}`),
    language,
  );
  switch (kind) {
    case "overload":
      return say(language, "why-overload", { ...figures, load: show(ordered), available: show(opening), products });
    case "componentShortage":
      return say(language, "why-component", { ...figures, needed: show(ordered), products });
    default: {
      const sentence = say(language, `why-${kind}` as "why-shortage", figures);
      if (why.orders.length === 0) return sentence;
      return (
        sentence +
        say(language, "why-orders", {
          orders: listed(
            why.orders.map((order) => sayOrder(order, language)),
            language,
          ),
        })
      );
    }
  }
}

function sayOrder({ no, line, customer, short, given }: WhyOrder, language: Language): string {
  const name = [line === null ? no : `${no}-${line}`, customer].filter((part) => part !== "").join(" ");
  return given === undefined ? say(language, "why-order", { name, short }) : say(language, "why-order-shared", { name, short, given });
}

/** What could be done, and what it would do. */
export function saySuggestion(suggestion: Suggestion, language: Language): string {
  const { kind, changes, orders, effect } = suggestion;
  const what = kind === "deferOrders" ? listed([...new Set(orders)], language) : sayChanges(changes, language);
  const { before, after, worse } = effect;
  const outcome =
    after === 0 ? say(language, "suggest-clears") : say(language, "suggest-reduces", { before: show(before), after: show(after) });
  const grown = worse.map((each) =>
    say(language, "suggest-worse-by", {
      kind: nameOfKind(each.kind, language),
      subject: each.subject,
      amount: show(each.amount),
      unit: unitOf(each, language),
    }).trimEnd(),
  );
  const but = grown.length === 0 ? "" : say(language, "suggest-worse", { named: listed(grown, language) });
  return `${say(language, `suggest-${kind}`)}${say(language, "suggest-what", { what })}${outcome}${but}`;
}

/** Changes of plans, forecasts or orders, one after the other: "QX-750 2026-W48 +200 (A)". */
function sayChanges(changes: readonly PlanChange[], language: Language): string {
  return listed(
    changes.map(
      ({ product, period, amount, line }) =>
        `${product} ${period} ${amount > 0 ? "+" : ""}${show(amount)}${line === "" ? "" : ` (${line})`}`,
    ),
    language,
  );
}

/** The first few by name, the rest by their number. */
export function listed(items: readonly string[], language: Language): string {
  const named = items.slice(0, NAMED).join(say(language, "list-and"));
  return items.length > NAMED ? say(language, "list-more", { named, n: items.length }) : named;
}

export function nameOfKind(kind: Imbalance["kind"], language: Language): string {
  const choice = choiceSet("imbalanceKind")[kind];
  return choice ? nameIn(language, choice) : kind;
}

/** What an imbalance counts. */
export function unitOf({ kind, unit }: { readonly kind: Imbalance["kind"]; readonly unit: string }, language: Language): string {
  return unit || (kind === "overload" ? say(language, "hours") : "");
}

/** Hours and shares of components are worked out: three decimals tell enough. */
export function show(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

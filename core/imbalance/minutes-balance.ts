import { roundTo } from "../balance/exact.ts";
import { findImbalances } from "../balance/find-imbalances.ts";
import { type Imbalance, URGENCY } from "../balance/imbalance.ts";
import type { Study } from "../balance/study.ts";
import type { Day } from "../base/plain-date.ts";
import type { LaidRow } from "../meeting/minutes-rows.ts";
import { recordedEntry } from "../meeting/recorded.ts";
import { planningStudy } from "../planning/planning-study.ts";
import type { Value } from "../tables/field.ts";
import { say } from "../words/message.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";
import { knownGaps } from "./imbalance-rows.ts";
import { nameOfKind } from "./say-imbalance.ts";

/** So many are named in the minutes; the balance sheet has the others. */
const NAMED = 8;

export interface MinutesBalance {
  /** Rows of section 4, products first, with their figures as they stand now. */
  readonly rows: readonly LaidRow[];
  /** How many imbalances of each kind there are; `""` where nothing can be balanced. */
  readonly summary: string;
}

/** What the minutes of a meeting say of the balance: what is on its agenda, then the gravest of the rest. Dismissed ones are left out. */
export function minutesBalance(snapshot: Snapshot, document: string, meeting: string, today: Day): MinutesBalance {
  const study = planningStudy(snapshot, today);
  if (study.balance.products.length === 0) return { rows: [], summary: "" };
  const { language } = snapshot;
  const found = findImbalances(study, knownGaps(snapshot), 0);
  const open = found.filter(({ key }) => rowByKey(snapshot, "imbalances", key)?.values.status !== "dismissed");
  const isOnAgenda = ({ key }: Imbalance): boolean => {
    const topic = rowByKey(snapshot, "imbalances", key)?.values.topic ?? "";
    return topic !== "" && rowByKey(snapshot, "topics", topic)?.values.meeting === meeting;
  };
  const rank = (each: Imbalance): number => (isOnAgenda(each) ? 0 : 10) + URGENCY.indexOf(each.kind);
  const named = [...open].sort((a, b) => rank(a) - rank(b)).slice(0, NAMED);
  const isOfProduct = ({ subject }: Imbalance): number => (study.products.has(subject) ? 0 : 1);
  const rows = named
    .sort((a, b) => isOfProduct(a) - isOfProduct(b))
    .map((each): LaidRow => {
      const values = figuresOf(study, each, say(language, "hours"));
      return { block: "balance", key: each.key, values, memory: [recordedEntry(document, `balance:${each.key}`, values)] };
    });
  const counts = URGENCY.flatMap((kind) => {
    const n = open.filter((each) => each.kind === kind).length;
    return n === 0 ? [] : [say(language, "minutes-balance-count", { kind: nameOfKind(kind, language), n })];
  });
  const summary =
    counts.length === 0
      ? say(language, "minutes-balance-even", { n: study.balance.products.length })
      : say(language, "minutes-balance-summary", { n: open.length, counts: counts.join(say(language, "list-and")) });
  return { rows, summary };
}

/** The figures of the period in which it is worst. */
function figuresOf(study: Study, { kind, subject, unit, why }: Imbalance, hours: string): Readonly<Record<string, Value>> {
  const { period } = why;
  const at = study.periods.findIndex(({ key }) => key === period);
  if (kind === "overload") {
    const line = study.lines.get(subject);
    return { product: subject, unit: hours, period, load: line?.utilisation[at] ?? null, gap: negative(line?.over[at]) };
  }
  if (kind === "componentShortage") {
    const component = study.components.get(subject);
    return {
      product: subject,
      unit,
      period,
      opening: round(at > 0 ? component?.balance[at - 1] : component?.stock),
      demand: round(component?.needed[at]),
      planned: round(component?.supply[at]),
      gap: round(component?.balance[at]),
    };
  }
  const product = study.products.get(subject);
  const line = study.lines.get(product?.product.line ?? "");
  return {
    product: subject,
    unit,
    period,
    opening: product?.opening[at] ?? null,
    demand: product?.demand[at] ?? null,
    planned: product?.production[at] ?? null,
    closing: product?.closing[at] ?? null,
    safety: product?.safety[at] ?? null,
    gap: product?.gap[at] ?? null,
    load: line?.utilisation[at] ?? null,
  };
}

function negative(hours: number | undefined): number | null {
  return hours === undefined ? null : -hours;
}

/** What a component lacks is worked out to the millionth; two decimals tell it. */
function round(quantity: number | undefined): number | null {
  return quantity === undefined ? null : roundTo(quantity, 2);
}

import { exactSum } from "../balance/exact.ts";
import { rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import type { PastDelivery, PastProduction } from "./past.ts";
import type { At } from "./section.ts";

/** A period that every program takes for the text that it is. */
const PLAIN_WEEK = /^\d{4}-W\d{2}$/i;
/** More spellings than these make no formula that anybody reads. */
const MOST = 4;

/** A sum of cells as a formula; `""` where formulas would not see what core does. */
type Live<K extends string> = Readonly<Record<K, string>>;

/** What was planned and made, over a long table whose periods are written out: `2026-W47`. */
export function livePlan(snapshot: Snapshot, past: PastProduction): Live<"planned" | "actual" | "kept"> {
  const none = { planned: "", actual: "", kept: "" };
  const { spelled } = past;
  const place = tableIn(snapshot, "productionPlan")?.place;
  const has = (["period", "planned", "actual"] as const).every((field) => place?.columns.has(field));
  if (!has || place?.wide || spelled.length === 0 || spelled.length > MOST) return none;
  if (!spelled.every((text) => PLAIN_WEEK.test(text))) return none;
  const wanted = new Set(spelled.map((text) => text.toLowerCase()));
  const rows = rowsOf(snapshot, "productionPlan").filter(({ values }) => wanted.has(values.period.trim().toLowerCase()));
  const isPlain = rows.every(({ raw }) => raw.planned === undefined && raw.actual === undefined);
  const sum = (field: "planned" | "actual"): number => exactSum(rows.map(({ values }) => values[field] ?? 0));
  if (!isPlain || sum("planned") !== past.planned || sum("actual") !== past.actual) return none;
  const each = (formula: (period: string) => string): string => spelled.map(formula).join("+");
  const [period, planned, actual] = ["{productionPlan.period}", "{productionPlan.planned}", "{productionPlan.actual}"];
  const lesser = `((${actual}<${planned})*${actual}+(${actual}>=${planned})*${planned})`;
  const kept = each((text) => `SUMPRODUCT((${period}="${text}")*${lesser})`);
  return {
    planned: each((text) => `SUMIFS(${planned},${period},"=${text}")`),
    actual: each((text) => `SUMIFS(${actual},${period},"=${text}")`),
    // With a text among the figures nothing can be multiplied: then it stays what it was.
    kept: `IFERROR(${kept},${past.kept})`,
  };
}

/** What was asked of the orders due in a stretch, and shipped of them. */
export function liveDelivery(
  snapshot: Snapshot,
  past: PastDelivery,
  { from, until }: At,
  today: { readonly text: string; readonly value: number },
): Live<"asked" | "filled"> {
  const place = tableIn(snapshot, "orders")?.place;
  if (!(["ordered", "shipped", "due"] as const).every((field) => place?.columns.has(field))) return { asked: "", filled: "" };
  const before = Math.min(until.value + 1, today.value);
  const rows = rowsOf(snapshot, "orders")
    .filter(isPlain)
    .filter(({ values: { due, ordered } }) => isWithin(due, from.value, before) && (ordered ?? 0) > 0);
  const within = `{orders.due},">="&${from.text},{orders.due},"<"&MIN(${until.text}+1,${today.text}),{orders.ordered},">0"`;
  const sum = (field: "ordered" | "shipped"): number => exactSum(rows.map(({ values }) => values[field] ?? 0));
  return {
    asked: sum("ordered") === past.asked ? `SUMIFS({orders.ordered},${within})` : "",
    filled: sum("shipped") === past.filled ? `SUMIFS({orders.shipped},${within})` : "",
  };
}

function isPlain({ raw }: TableRow<"orders">): boolean {
  return raw.due === undefined && raw.ordered === undefined && raw.shipped === undefined;
}

function isWithin(day: number | null, from: number, before: number): boolean {
  return day !== null && day >= from && day < before;
}

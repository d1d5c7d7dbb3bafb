import { prepare } from "../balance/compute-balance.ts";
import { exactSum } from "../balance/exact.ts";
import type { OrderPart, SharedProduct } from "../balance/share-orders.ts";
import { type Study, studyOf } from "../balance/study.ts";
import type { CellPlace } from "../base/place.ts";
import { toIso } from "../base/plain-date.ts";
import { type PeriodOptions, readPeriod } from "../calendar/read-period.ts";
import { Codes } from "../planning/codes.ts";
import { SHARE_FIELDS, sharesMoved } from "../planning/order-shares.ts";
import { planningTables, readPlanning } from "../planning/read-planning.ts";
import { sharePlan } from "../planning/share-plan.ts";
import { settingsIn } from "../register/book-settings.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { choice, text } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { cellOf, type TableData, tableIn } from "../workbook/snapshot.ts";

/** So many orders are listed one by one before it is done; the cells of all are in the preview. */
const LISTED = 300;

/** Shares out what is not enough among the open orders that ask for it, and writes each one's share beside it. */
export const allocateOrders = defineCommand({
  id: "allocate-orders",
  stage: "prepare",
  title: "command-allocate-orders",
  help: "help-allocate-orders",
  input: {
    product: text("产品编码", "Product", { suggest: { table: "products", field: "product" } }),
    period: text("截止期间", "Up to period"),
    within: choice("allocationRule", "同一优先级内", "Within a priority"),
    lots: choice("allocationLots", "分配单位", "Given in"),
  },
  reads: () => ({ tables: planningTables, documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refuse = (...problems: readonly Problem[]): Decision => ({ patch: [], report: [], problems });
    const table = tableIn(snapshot, "orders");
    if (!table) return refuse(problem("error", "allocation-no-orders"));
    const settings = settingsIn(snapshot);
    const planning = readPlanning(snapshot, settings.balance, context.today);
    const study = studyOf(prepare(planning.data));
    const product = input.product.trim() === "" ? "" : new Codes([...study.products.keys()]).find(input.product);
    if (product !== "" && !study.products.has(product)) return refuse(problem("error", "allocation-product-unknown", { product }));
    const { weeks, weekRule, start } = settings.balance;
    const { dateSystem } = snapshot.survey;
    const near = start ?? context.today;
    const period = placeOfPeriod(input.period, study, { near, weekRule, dateSystem, unit: weeks > 0 ? "week" : "month" });
    if (period !== null && period < 0) return refuse(problem("error", "allocation-period-unknown", { period: input.period }));
    const rule = { product, period, within: input.within === "due" ? "due" : "share", wholeLots: input.lots !== "units" } as const;
    const { shared, enough, changes, cleared, shares } = sharePlan(snapshot, planning, study, rule, context.today);
    const parts = shared.flatMap(({ parts }) =>
      parts.map((part) => {
        const row = planning.sources.orders[part.row]?.row;
        return sayPart(part, rule.within, row && cellOf(table as unknown as TableData, row, "ordered"));
      }),
    );
    const over = shared.filter(({ given, available }) => given > available);
    return {
      patch: [
        ...(shared.length > 0 ? [{ kind: "columns" as const, table: "orders" as const, fields: SHARE_FIELDS }] : []),
        { kind: "rows", table: "orders", rows: changes },
      ],
      report: [
        ...shared.map((each) => message(figuresOf(each).left > 0 ? "allocation-shared-left" : "allocation-shared", figuresOf(each))),
        ...(enough ? [message("allocation-enough", figuresOf(enough))] : []),
        ...(shared.length === 0 && !enough ? [message(product === "" ? "allocation-none" : "allocation-unasked", { product })] : []),
        ...(cleared > 0 ? [message("allocation-cleared", { n: cleared })] : []),
      ],
      problems: [
        ...sharesMoved(shares),
        ...over.map((each) => problem("warning", "allocation-over", figuresOf(each))),
        ...parts.slice(0, LISTED),
        ...(parts.length > LISTED ? [problem("note", "allocation-more", { n: parts.length - LISTED })] : []),
        ...planning.problems.filter(({ at, severity }) => at?.sheet === table.place.sheet && severity !== "note"),
        ...settings.problems,
      ],
    };
  },
});

/** The place of a period among those that are balanced; null where none is asked for, -1 where it is none of them. */
function placeOfPeriod(spelled: string, { periods }: Study, options: PeriodOptions): number | null {
  if (spelled.trim() === "") return null;
  const found = readPeriod(spelled, options);
  return periods.findIndex(({ key }) => key === spelled.trim() || key === found?.key);
}

function figuresOf({ product, period, available, asked, given, parts }: SharedProduct) {
  const left = exactSum([available, -given]);
  return { product, period, available, asked, given, n: parts.length, short: exactSum([asked, -given]), left };
}

/** What one order gets and why, with its cell. */
function sayPart(part: OrderPart, within: "share" | "due", at: CellPlace | undefined): Problem {
  const { order, asked, given, short, isSettled, tierRate } = part;
  const line = order.line === null ? order.no : `${order.no}-${order.line}`;
  const said = {
    order: [line, order.customer].filter((each) => each !== "").join(" "),
    tier: order.priority ?? "–",
    asked,
    given,
    short,
    due: toIso(order.due),
    rate: Math.round(tierRate * 1000) / 10,
  };
  if (isSettled) return problem("note", "allocation-settled", said, at);
  if (short === 0) return problem("note", "allocation-full", said, at);
  if (tierRate === 0) return problem("note", "allocation-used-up", said, at);
  return problem("note", within === "due" ? "allocation-due" : "allocation-share", said, at);
}

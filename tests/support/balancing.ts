import { isoWeekKey } from "../../core/calendar/weeks.ts";
import { type TableId, toIso } from "../../core/index.ts";
import { among, keysOf } from "./preparing.ts";
import { type Register, runOn, snapshotOf } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;

/** Inputs for the commands that work on what is out of balance; each lets something be so first. */
export const balancingInputs: Readonly<Record<string, (register: Register, pick: number) => Input>> = {
  "refresh-balance": (found, pick) => {
    if (pick % 2 === 0) typeShortage(found);
    return {};
  },
  "assign-imbalance": (found, pick) => ({ imbalance: imbalanced(found, pick), owner: pick % 2 === 0 ? "@钱敏" : "张三" }),
  "dismiss-imbalance": (found, pick) => ({ imbalance: imbalanced(found, pick), reason: "=不急" }),
  "check-effects": (found, pick) => ({ meeting: withExpectations(found, pick) }),
  "compare-balance": (found, pick) => {
    const meeting = withExpectations(found, pick);
    typeRow(found, "forecast", { product: "=缺-1", period: toIso(found.context.today + 40).slice(0, 7), quantity: 30.25 });
    return pick % 2 === 0 ? {} : { meeting };
  },
  "review-effects": (found, pick) => ({ meeting: withExpectations(found, pick) }),
  "allocate-orders": (found, pick) => {
    typeShortage(found);
    const due = found.context.today + 3;
    for (const [no, ordered, priority] of [
      ["=SO-1", 30, 2],
      ["@SO-2", 10 + (pick % 5), 1],
      ["+SO-3", 0.5, 2],
    ] as const)
      typeRow(found, "orders", { no, line: 10, product: "=缺-1", ordered, due: toIso(due), priority });
    typeRow(found, "stock", { product: "=缺-1", usable: 21.5 });
    return [{}, { product: "=缺-1", within: "due" }, { product: "=缺-1", lots: "units" }][pick % 3] ?? {};
  },
  "adopt-plan": (found, pick) => {
    typeShortage(found);
    const period = isoWeekKey(found.context.today + 7);
    const figure = { product: "=缺-1", period, quantity: 100 + (pick % 3) };
    return { plan: [figure, { product: "@QX-750", period, line: "=A", quantity: 0.5 }, { ...figure, period: "-1" }] };
  },
  "raise-imbalance": (found, pick) => {
    const imbalance = imbalanced(found, pick);
    return pick % 2 === 0 ? { imbalance } : { imbalance, department: "+销售部" };
  },
};

/** A meeting with minutes, a frozen balance and a resolution that expects to change something. */
function withExpectations(found: Register, pick: number): string {
  typeShortage(found);
  const resolution = keysOf(found, "resolutions").at(-1) ?? "X-R1";
  const meeting = resolution.replace(/-R\d+$/, "");
  runOn(found.book, "generate-minutes", { meeting }, found.context);
  const period = isoWeekKey(found.context.today + 7);
  runOn(found.book, "expect-changes", { resolution, changes: [{ product: "=缺-1", period, amount: 50 + pick }] }, found.context);
  return meeting;
}

/** An imbalance of the register. */
function imbalanced(found: Register, pick: number): string {
  typeShortage(found);
  runOn(found.book, "refresh-balance", {}, found.context);
  return among(keysOf(found, "imbalances"), pick) || "shortage X 2026-W48";
}

/** A forecast that nothing is there to meet, typed as a person does. */
function typeShortage(found: Register): void {
  runOn(found.book, "set-up-workbook", {}, found.context);
  const day = found.context.today + 10;
  typeRow(found, "products", { product: "=缺-1", unit: "台", safetyStock: 5 });
  typeRow(found, "forecast", { product: "=缺-1", period: toIso(day).slice(0, 7), quantity: 120.5 });
}

function typeRow({ book, context }: Register, table: TableId, values: Readonly<Record<string, string | number>>): void {
  const data = snapshotOf(book, [table], context.language).tables.get(table);
  const sheet = data && book.sheet(data.place.sheet);
  if (!data || !sheet) return;
  for (const [field, value] of Object.entries(values)) {
    const column = data.place.columns.get(field);
    if (column !== undefined) sheet.setValue(data.end, column, value);
  }
}

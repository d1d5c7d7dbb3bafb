import fc from "fast-check";
import type { PlanningData, Product } from "../../../core/balance/planning-data.ts";
import { MONDAY, planning, product, week } from "./planning.ts";

const WEEKS = 8;
export const CODES = ["P-1", "P-2", "007", "7"] as const;
const LINES = ["A", "B"] as const;
const COMPONENTS = ["C-1", "C-2"] as const;

/** Pieces, or kilograms with up to three decimals. */
const amount = fc.oneof(
  fc.nat(500),
  fc.nat(500_000).map((thousandths) => thousandths / 1000),
);
const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 12 });
const code = fc.constantFrom(...CODES);
const day = fc.integer({ min: MONDAY - 20, max: MONDAY + WEEKS * 7 + 10 });
/** A week, or days across several. */
const span = fc.oneof(
  fc.integer({ min: -2, max: WEEKS }).map(week),
  fc.tuple(day, fc.nat(35)).map(([start, days]) => ({ start, end: start + days })),
);

const anyProduct = (name: string): fc.Arbitrary<Product> =>
  fc
    .record({
      family: fc.constantFrom("F", "G", ""),
      safetyStock: perhaps(amount),
      safetyDays: perhaps(fc.nat(10)),
      minimumLot: perhaps(fc.nat(50)),
      lotMultiple: perhaps(fc.nat(50)),
      maximumLot: perhaps(fc.nat(500)),
      maximumCover: perhaps(fc.nat(6)),
      line: fc.constantFrom(...LINES, ""),
      hoursPerUnit: perhaps(fc.nat(40).map((tenths) => tenths / 10)),
      otherLines: fc.constantFrom<string[][]>([], ["A"], ["B"], ["A", "B"]),
    })
    .map((more) => product(name, more));

/** Small data of every kind: what is overdue, what goes back, what belongs to no product listed. */
export const anyPlanning: fc.Arbitrary<PlanningData> = fc
  .record({
    products: fc.tuple(anyProduct("P-1"), anyProduct("P-2"), anyProduct("007")),
    forecast: rows(fc.record({ product: code, period: span, quantity: amount })),
    orders: rows(
      fc.record({
        no: fc.constantFrom("SO-1", "SO-2", "SO-3"),
        line: fc.constant(null),
        customer: fc.constantFrom("a", "b"),
        product: code,
        ordered: fc.oneof({ weight: 5, arbitrary: amount }, fc.integer({ min: -60, max: -1 })),
        shipped: perhaps(fc.nat(300)),
        due: day,
        priority: perhaps(fc.integer({ min: 1, max: 3 })),
        closed: fc.boolean(),
      }),
    ),
    plan: rows(
      fc.record({ product: code, period: span, line: fc.constantFrom("", "", ...LINES), planned: amount, actual: perhaps(fc.nat(400)) }),
    ),
    stock: rows(fc.record({ product: code, usable: amount.map((value) => value - 20), asOf: perhaps(day) })),
    lines: fc.constant(LINES.map((line) => ({ line, name: "", hoursPerWeek: 80, efficiency: 0.9 }))),
    capacity: rows(fc.record({ line: fc.constantFrom(...LINES), period: span, hours: fc.nat(100) })),
    components: fc.uniqueArray(
      fc.record({
        product: code,
        component: fc.constantFrom(...COMPONENTS),
        name: fc.constant(""),
        unit: fc.constant(""),
        usage: fc.nat(30).map((tenths) => tenths / 10),
        yield: perhaps(fc.constantFrom(1, 0.97, 0.5)),
        stock: perhaps(fc.nat(800)),
      }),
      { maxLength: 6, selector: (row) => `${row.product} ${row.component}` },
    ),
    supply: rows(
      fc.record({ component: fc.constantFrom(...COMPONENTS), expectedOn: day, quantity: fc.nat(500), orderNo: fc.constant("PO-1") }),
    ),
    rules: fc.record({
      backward: fc.nat(2),
      forward: fc.nat(2),
      fence: fc.nat(2),
      unmet: fc.constantFrom("backlog" as const, "lost" as const),
      lateness: fc.nat(2),
    }),
  })
  .map((given) => planning(WEEKS, given));

import type { Balance, LineLoad, ProductBalance } from "./balance.ts";
import { hoursLeft, isPlannable, linesOf, linesWithHours, stillToCome } from "./line-time.ts";
import { type LinearProgram, ProgramBuilder } from "./linear-program.ts";

/**
 * What a plan costs per period's worth of a product's demand, so that a fast seller does not starve a slow one: being
 * owed weighs most, then safety stock that lacks, then a plan that is moved (people have to be told), then stock that
 * nobody asked for.
 */
const COST = { owed: 100, belowSafety: 10, moved: 0.3, otherLine: 0.05, stock: 0.02 } as const;

/** One figure of the plan that the program may choose: a product on a line in a period. */
export interface PlanCell {
  readonly product: string;
  readonly line: string;
  /** Its index in `Balance.periods`. */
  readonly period: number;
  /** Its column in the program. */
  readonly column: number;
  /** What the plan says now, still to come in. */
  readonly stands: number;
}

export interface PlanProgram {
  readonly program: LinearProgram;
  readonly cells: readonly PlanCell[];
}

/**
 * The production plan as a linear program: how much of each product to make in each period on each line that can make
 * it, within the lines' hours, so that as little as can be is owed and below safety stock, with as few moves as can be.
 * Lots are left out here (with them it is not solved in time) and put in by `planOf`. Products whose hours, or whose
 * line's hours, are unknown keep their plan. Components do not bound it: they are looked at once the plan is there.
 * @returns `null` where there is no product to plan
 */
export function planProgram(balance: Balance): PlanProgram | null {
  const lines = linesWithHours(balance);
  const products = balance.products.filter((product) => isPlannable(product, lines));
  if (products.length === 0) return null;
  const builder = new ProgramBuilder();
  const cells = products.flatMap((product) => addProduct(builder, product, lines));
  const hours = new Map(products.map(({ product }) => [product.code, product.hoursPerUnit ?? 0]));
  for (const line of lines.values()) {
    hoursLeft(balance, line, (product) => isPlannable(product, lines)).forEach((most, period) => {
      const own = cells.filter((cell) => cell.line === line.line && cell.period === period);
      if (own.length > 0)
        builder.row(
          null,
          most,
          own.map(({ column, product }) => [column, hours.get(product) ?? 0]),
        );
    });
  }
  return { program: builder.build(), cells };
}

/** A product's columns, and for each period: stock before + made - demand = stock - owed. */
function addProduct(builder: ProgramBuilder, balance: ProductBalance, lines: ReadonlyMap<string, LineLoad>): PlanCell[] {
  const { product, demand, safety, opening } = balance;
  const average = demand.reduce((sum, each) => sum + Math.max(0, each), 0) / demand.length;
  const weight = 1 / (average > 0 ? average : 1);
  const able = linesOf(product, lines).flatMap((name) => lines.get(name) ?? []);
  const plans = able.map((line) => stillToCome(balance, line));
  let before: readonly (readonly [column: number, factor: number])[] = [];
  return demand.flatMap((needed, period) => {
    const cells = able.map(({ line }, index): PlanCell => {
      const column = builder.column(line === product.line ? 0 : COST.otherLine * weight);
      return { product: product.code, line, period, column, stands: plans[index]?.[period] ?? 0 };
    });
    const made = cells.map(({ column }) => [column, 1] as const);
    const stock = builder.column(COST.stock * weight);
    const owed = builder.column(COST.owed * weight);
    const start = period === 0 ? (opening[0] ?? 0) : 0;
    builder.row(needed - start, needed - start, [...before, ...made, [stock, -1], [owed, 1]]);
    const lacking = builder.column(COST.belowSafety * weight);
    builder.row(safety[period] ?? 0, null, [
      [stock, 1],
      [lacking, 1],
    ]);
    const [more, less] = [builder.column(COST.moved * weight), builder.column(COST.moved * weight)];
    const stands = cells.reduce((sum, cell) => sum + cell.stands, 0);
    builder.row(stands, stands, [...made, [more, -1], [less, 1]]);
    if (product.maximumLot !== null && product.maximumLot > 0) builder.row(null, product.maximumLot, made);
    before = [
      [stock, 1],
      [owed, -1],
    ];
    return cells;
  });
}

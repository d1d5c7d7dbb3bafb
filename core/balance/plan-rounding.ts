import type { Balance, LineLoad, ProductBalance } from "./balance.ts";
import { roundTo } from "./exact.ts";
import { hoursLeft, isPlannable, linesWithHours } from "./line-time.ts";
import { lotFor } from "./lots.ts";
import type { PlanChange } from "./plan-change.ts";
import type { PlanCell } from "./plan-program.ts";

/** Differences below this share of a quantity come of the solver's arithmetic. */
const TOLERANCE = 1e-6;

/**
 * The plan that a solution stands for, in whole lots that fit the lines' hours, as changes of today's plan. Along each
 * product's periods on a line the lots keep up with what the solution has made by then: a lot is made as soon as one is
 * needed and its hours are there, and waits otherwise. What the solution leaves as it is keeps its figure, whole lots or not.
 */
export function planOf(balance: Balance, cells: readonly PlanCell[], solution: readonly number[]): PlanChange[] {
  const lines = linesWithHours(balance);
  const moves = (product: ProductBalance): boolean => isPlannable(product, lines);
  const left = new Map([...lines.values()].map((line: LineLoad) => [line.line, hoursLeft(balance, line, moves)]));
  const products = new Map(balance.products.map((product) => [product.product.code, product]));
  const runs = new Map<string, Run>();
  return balance.periods.flatMap(({ key }, period) => {
    const now = cells.flatMap((cell): Figure[] => {
      const product = products.get(cell.product);
      if (cell.period !== period || !product) return [];
      const name = `${cell.product}\t${cell.line}`;
      const run = runs.get(name) ?? { wanted: 0, given: 0 };
      runs.set(name, run);
      const wanted = Math.max(0, solution[cell.column] ?? 0);
      run.wanted += wanted;
      return [{ cell, product, run, keeps: keepsAsItIs(wanted, cell.stands, run) }];
    });
    // What keeps its figure has its hours before a lot is rounded up into them.
    return [...now.filter(({ keeps }) => keeps), ...now.filter(({ keeps }) => !keeps)].flatMap(({ cell, product, run, keeps }) => {
      const hours = left.get(cell.line) ?? [];
      const quantity = keeps ? cell.stands : lotsWithin(run, product, hours[period] ?? 0);
      run.given += quantity;
      hours[period] = (hours[period] ?? 0) - quantity * (product.product.hoursPerUnit ?? 0);
      const amount = downTo(product.decimals, quantity - cell.stands);
      return amount === 0 ? [] : [{ product: cell.product, period: key, what: "plan" as const, amount, line: cell.line }];
    });
  });
}

/** A product on a line so far: what the solution has made, and what the plan has. */
interface Run {
  wanted: number;
  given: number;
}

interface Figure {
  readonly cell: PlanCell;
  readonly product: ProductBalance;
  readonly run: Run;
  readonly keeps: boolean;
}

/** The solution leaves the figure, and nothing is owed to it from before. */
function keepsAsItIs(wanted: number, stands: number, run: Readonly<Run>): boolean {
  const behind = run.wanted - wanted - run.given;
  return Math.abs(wanted - stands) <= TOLERANCE * Math.max(1, stands) && behind <= TOLERANCE * Math.max(1, run.wanted);
}

/** Whole lots up to what is wanted by now; fewer, or none, where the hours do not do. */
function lotsWithin(run: Readonly<Run>, balance: ProductBalance, hours: number): number {
  const { minimumLot, lotMultiple, maximumLot, hoursPerUnit } = balance.product;
  const behind = run.wanted - run.given;
  if (behind <= TOLERANCE * Math.max(1, run.wanted)) return 0;
  const multiple = (lotMultiple ?? 0) > 0 ? (lotMultiple ?? 0) : 10 ** -balance.decimals;
  const most = Math.floor(hours / (hoursPerUnit ?? 1) / multiple + TOLERANCE) * multiple;
  const lot = lotFor(roundTo(behind, balance.decimals), { minimum: minimumLot ?? 0, multiple, maximum: maximumLot ?? 0 });
  if (lot <= most) return lot;
  return most >= (minimumLot ?? 0) ? roundTo(most, balance.decimals) : 0;
}

/** Down, so that a plan that was spread over days does not come to more hours than there are. */
function downTo(decimals: number, value: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + TOLERANCE) / scale + 0;
}

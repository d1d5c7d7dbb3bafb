/** Measures of what is past. Each is null where there is nothing to divide by. */

/** How well forecasts met demand, both per period, oldest first. Errors are forecast less demand. */
export interface ForecastAccuracy {
  /** Mean of each period's error as a share of its demand; periods without demand are left out. */
  readonly mape: number | null;
  /** All errors, as a share of all demand. */
  readonly wmape: number | null;
  /** Above 0: forecast too high. */
  readonly bias: number | null;
  /** Mean error against that of forecasting each period by the one before: below 1 is better than that. */
  readonly mase: number | null;
}

/**
 * Source: Hyndman and Koehler 2006, "Another look at measures of forecast accuracy".
 * @example forecastAccuracy([15, 12, 5, 8], [10, 5, 8, 10]).mape // 0.61875
 */
export function forecastAccuracy(forecast: readonly number[], demand: readonly number[]): ForecastAccuracy {
  const errors = demand.map((quantity, period) => (forecast[period] ?? 0) - quantity);
  const total = sum(demand);
  const shares = errors.flatMap((error, period) => {
    const asked = demand[period] ?? 0;
    return asked === 0 ? [] : [Math.abs(error) / Math.abs(asked)];
  });
  const naive = demand.slice(1).map((quantity, period) => Math.abs(quantity - (demand[period] ?? 0)));
  const absolute = errors.map(Math.abs);
  return {
    mape: ratio(sum(shares), shares.length),
    wmape: ratio(sum(absolute), total),
    bias: ratio(sum(errors), total),
    mase: ratio(ratio(sum(absolute), errors.length) ?? 0, ratio(sum(naive), naive.length) ?? 0),
  };
}

/** Plan attainment (产量达成率): there is no one definition, so both are shown. */
export interface Attainment {
  /** Made of planned; more made of one product hides less of another. */
  readonly total: number | null;
  /** What was made as planned: nothing counts above a plan. */
  readonly asPlanned: number | null;
}

/** @example planAttainment([100, 100], [120, 80]) // { total: 1, asPlanned: 0.9 } */
export function planAttainment(planned: readonly number[], actual: readonly number[]): Attainment {
  const total = sum(planned);
  const kept = planned.map((quantity, index) => Math.min(quantity, actual[index] ?? 0));
  return { total: ratio(sum(actual), total), asPlanned: ratio(sum(kept), total) };
}

/** An order line, as far as it was filled. */
export interface Filled {
  readonly order: string;
  readonly asked: number;
  readonly filled: number;
}

/** Fill rate (满足率), of units, of whole lines and of whole orders. Lines that ask for nothing, and returns, do not count. */
export interface FillRate {
  readonly units: number | null;
  readonly lines: number | null;
  readonly orders: number | null;
}

/** @example fillRate([{ order: "SO-1", asked: 10, filled: 7 }]) // { units: 0.7, lines: 0, orders: 0 } */
export function fillRate(all: readonly Filled[]): FillRate {
  const lines = all.filter(({ asked }) => asked > 0);
  const whole = ({ asked, filled }: Filled) => filled >= asked;
  const orders = new Set(lines.map(({ order }) => order));
  for (const line of lines) if (!whole(line)) orders.delete(line.order);
  return {
    units: ratio(sum(lines.map(({ asked, filled }) => Math.max(0, Math.min(asked, filled)))), sum(lines.map(({ asked }) => asked))),
    lines: ratio(lines.filter(whole).length, lines.length),
    orders: ratio(orders.size, new Set(lines.map(({ order }) => order)).size),
  };
}

/** Sales of output (产销率): above 1, stock was sold. @example salesToOutput([90], [100]) // 0.9 */
export function salesToOutput(sales: readonly number[], output: readonly number[]): number | null {
  return ratio(sum(sales), sum(output));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

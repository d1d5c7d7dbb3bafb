import { commonScale, fromUnits, listInUnits } from "./exact.ts";

/** How many periods earlier and later an order may eat forecast; whole and not negative. */
export interface ConsumptionWindow {
  readonly backward: number;
  readonly forward: number;
}

/** So much of the orders of one period ate forecast of another, or of the same. Periods count from 0. */
export interface Consumed {
  readonly orders: number;
  readonly forecast: number;
  readonly quantity: number;
}

export interface Consumption {
  /** What is left of the forecast, per period. Demand is the orders and this. */
  readonly left: readonly number[];
  /** The orders of each period that met no forecast. */
  readonly beyond: readonly number[];
  /** Who ate what, in the order in which it was eaten. */
  readonly eaten: readonly Consumed[];
}

/**
 * Forecast consumption (预测冲销): orders are mostly the sales that were forecast, so that counting both
 * would plan them twice. Taken period by period from the first, the orders of a period eat the forecast of
 * their own period, then of earlier ones, nearest first, then of later ones, nearest first.
 *
 * Source: frePPLe, forecast netting ("net forecast", backward and forward horizons).
 * @param forecast pieces per period, oldest first, none negative
 * @param orders pieces per period, of the same periods; missing ones count 0
 * @example consumeForecast([350, 350, 350, 350], [300, 500, 280, 0], { backward: 1, forward: 1 }).left // [0, 0, 0, 320]
 */
export function consumeForecast(forecast: readonly number[], orders: readonly number[], window: ConsumptionWindow): Consumption {
  const scale = commonScale(forecast, orders);
  const left = listInUnits(forecast, scale);
  const beyond = listInUnits(orders, scale, forecast.length);
  const eaten: Consumed[] = [];
  consumeUnits(left, beyond, window, (order, period, units) => eaten.push({ orders: order, forecast: period, quantity: units / scale }));
  return { left: fromUnits(left, scale), beyond: fromUnits(beyond, scale), eaten };
}

/** The rule itself, on units and in place: `left` comes in as the forecast, `beyond` as the orders. */
export function consumeUnits(
  left: Float64Array,
  beyond: Float64Array,
  { backward, forward }: ConsumptionWindow,
  eat?: (orders: number, forecast: number, units: number) => void,
): void {
  const last = left.length - 1;
  for (let period = 0; period <= last; period++) {
    let rest = beyond[period] ?? 0;
    if (rest <= 0) continue;
    const steps = Math.min(backward, period) + Math.min(forward, last - period);
    for (let step = 0; step <= steps && rest > 0; step++) {
      const other = step <= Math.min(backward, period) ? period - step : period + step - Math.min(backward, period);
      const units = Math.min(rest, left[other] ?? 0);
      if (units <= 0) continue;
      left[other] = (left[other] ?? 0) - units;
      rest -= units;
      eat?.(period, other, units);
    }
    beyond[period] = rest;
  }
}

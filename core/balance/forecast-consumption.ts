import { at, plus } from "./quantity.ts";

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
  const left = [...forecast];
  const eaten: Consumed[] = [];
  const beyond = forecast.map((_, period) => {
    let rest = at(orders, period);
    for (const other of within(period, window, forecast.length)) {
      if (rest <= 0) break;
      const quantity = Math.min(rest, at(left, other));
      if (quantity <= 0) continue;
      left[other] = plus(at(left, other), -quantity);
      rest = plus(rest, -quantity);
      eaten.push({ orders: period, forecast: other, quantity });
    }
    return rest;
  });
  return { left, beyond, eaten };
}

/** The periods whose forecast the orders of `period` may eat, in their order. */
function* within(period: number, { backward, forward }: ConsumptionWindow, periods: number): Generator<number> {
  yield period;
  for (let other = period - 1; other >= Math.max(0, period - backward); other--) yield other;
  for (let other = period + 1; other <= Math.min(periods - 1, period + forward); other++) yield other;
}

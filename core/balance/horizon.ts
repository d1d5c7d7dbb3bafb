import type { Day } from "../base/plain-date.ts";
import type { Period, PlanningData, Span } from "./planning-data.ts";
import type { Report } from "./report.ts";

const DAYS_PER_WEEK = 7;

/** The periods that are balanced, from the current one on, and where days lie in them. */
export interface Horizon {
  readonly periods: readonly Period[];
  /** Of each period, in weeks. */
  readonly weeks: Float64Array;
  /** The last day that counts in each period: the day before the next one begins. */
  readonly lastDays: Float64Array;
  /**
   * The period a day counts in: -1 before the first, one more than the last index after the last. A day that lies in a
   * gap between two periods counts in the earlier one, since what is asked for by then has to be ready.
   */
  indexOf(day: Day): number;
}

export function horizonOf({ periods, rules }: Pick<PlanningData, "periods" | "rules">, report: Report): Horizon {
  const inOrder = [...periods.entries()].sort(([, a], [, b]) => a.start - b.start);
  const sound: Period[] = [];
  for (const [row, period] of inOrder) {
    const before = sound.at(-1);
    if (period.end < period.start || (before && period.start <= before.end)) {
      report("error", "balance-period-overlaps", { period: period.key, other: before?.key ?? period.key }, "periods", row);
      continue;
    }
    if (before && period.start > before.end + 1)
      report("warning", "balance-period-missing", { before: before.key, after: period.key }, "periods", row);
    sound.push(period);
  }
  if (sound.length === 0) report("error", "balance-no-periods", {}, "periods", 0);
  const current = sound.findIndex(({ key }) => key === rules.current);
  if (current < 0 && sound.length > 0)
    report("error", "balance-current-unknown", { period: rules.current, first: sound[0]?.key ?? "" }, "periods", 0);
  return between(sound.slice(Math.max(0, current)));
}

function between(periods: readonly Period[]): Horizon {
  const [first, last] = [periods[0], periods.at(-1)];
  const start = first?.start ?? 0;
  const end = last?.end ?? start - 1;
  const index = new Int16Array(end - start + 1);
  for (const [number, period] of periods.entries()) index.fill(number, period.start - start);
  return {
    periods,
    weeks: Float64Array.from(periods, (period) => (period.end - period.start + 1) / DAYS_PER_WEEK),
    lastDays: Float64Array.from(periods, (period, number) => (periods[number + 1]?.start ?? period.end + 1) - 1),
    indexOf: (day) => (day < start ? -1 : day > end ? periods.length : (index[day - start] ?? 0)),
  };
}

/**
 * Puts whole units into the periods that a span covers, by days: each period has what is due by its end, rounded,
 * less what the ones before it had, so that nothing is lost by rounding. What lies before the first period or after the last is left out.
 */
export function spread(horizon: Horizon, { start, end }: Span, units: number, put: (period: number, units: number) => void): void {
  const first = horizon.indexOf(start);
  const last = horizon.indexOf(end);
  if (first === last) {
    if (first >= 0 && first < horizon.periods.length) put(first, units);
    return;
  }
  const days = end - start + 1;
  let given = 0;
  for (let period = first; period <= Math.min(last, horizon.periods.length - 1); period++) {
    const lastDay = period < 0 ? (horizon.periods[0]?.start ?? 0) - 1 : (horizon.lastDays[period] ?? 0);
    const due = Math.round((units * (Math.min(end, lastDay) - start + 1)) / days);
    if (period >= 0) put(period, due - given);
    given = due;
  }
}

/** The same, added to the figures of the horizon that begin at `from`. Mostly a span is one period: millions of rows are. */
export function addSpread(horizon: Horizon, start: Day, end: Day, units: number, figures: Float64Array, from: number): void {
  const at = horizon.indexOf(start);
  if (at !== horizon.indexOf(end)) addParts(horizon, { start, end }, units, figures, from);
  else if (at >= 0 && at < horizon.periods.length) figures[from + at] = (figures[from + at] ?? 0) + units;
}

function addParts(horizon: Horizon, span: Span, units: number, figures: Float64Array, from: number): void {
  spread(horizon, span, units, (at, part) => {
    figures[from + at] = (figures[from + at] ?? 0) + part;
  });
}

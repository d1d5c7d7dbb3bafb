import { exactSum } from "../balance/exact.ts";
import {
  type Attainment,
  type Filled,
  type FillRate,
  type ForecastAccuracy,
  fillRate,
  forecastAccuracy,
  planAttainment,
} from "../balance/performance.ts";
import type { OrderRow, Span } from "../balance/planning-data.ts";
import { byCode } from "../balance/product-codes.ts";
import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { quantityCell } from "../planning/quantity-cells.ts";
import { type Planning, readPlanning } from "../planning/read-planning.ts";
import type { BalanceSettings } from "../register/book-settings.ts";
import { cellOf, type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import type { CountedRow } from "./figure.ts";
import type { Stretch } from "./period.ts";

/** A row that a measure looks at, with how much was wanted and how much came of it. */
export interface PastRow extends CountedRow {
  readonly product: string;
  readonly wanted: number;
  readonly came: number;
}

/** Plans of a stretch that are over, and what was made of them. */
export interface PastProduction extends Attainment {
  readonly planned: number;
  readonly actual: number;
  /** Made as planned: nothing counts above a plan. */
  readonly kept: number;
  readonly rows: readonly PastRow[];
  /** How the table spells the periods of these rows. */
  readonly spelled: readonly string[];
}

/** Forecasts of a stretch that are over, and what was ordered for their periods. */
export interface PastForecast extends ForecastAccuracy {
  readonly forecast: number;
  readonly demand: number;
  /** All that forecasts were too high, and all that they were too low, product by product. */
  readonly error: number;
  readonly rows: readonly PastRow[];
}

/** Order lines due in a stretch, and what was shipped of them. */
export interface PastDelivery extends FillRate {
  readonly asked: number;
  readonly filled: number;
  readonly rows: readonly PastRow[];
}

/** What sales and production came to, an entry for each stretch; null where the workbook says nothing of it. */
export interface Past {
  readonly production: readonly PastProduction[] | null;
  readonly forecast: readonly PastForecast[] | null;
  readonly delivery: readonly PastDelivery[] | null;
}

export const pastTables = ["products", "forecast", "orders", "productionPlan", "imbalances"] as const;

const nothing: Past = { production: null, forecast: null, delivery: null };

/**
 * Measures what is over: periods that ended before today, in the stretch in which they ended, and orders that were due before
 * today. What a planning table is not there for is left out, and so are plans of a stretch of which nobody noted what was made.
 */
export function pastOf(snapshot: Snapshot, settings: BalanceSettings, today: Day, stretches: readonly Stretch[]): Past {
  const [first] = stretches;
  const isThere = (["productionPlan", "forecast", "orders"] as const).some((id) => tableIn(snapshot, id) !== undefined);
  if (!first || !isThere) return nothing;
  const planning = readPlanning(snapshot, settings, today, first.from);
  const stretchOf = (day: Day): number => (day < today ? stretches.findIndex(({ from, until }) => from <= day && day <= until) : -1);
  const known = <T extends { readonly rows: readonly unknown[] }>(list: readonly T[]): readonly T[] | null =>
    list.some(({ rows }) => rows.length > 0) ? list : null;
  const count = stretches.length;
  return {
    production: known(pastProduction(snapshot, planning, stretchOf, count)),
    forecast: known(pastForecast(snapshot, planning, stretchOf, count)),
    delivery: known(pastDelivery(snapshot, planning, stretchOf, count)),
  };
}

function pastProduction(snapshot: Snapshot, { data, sources }: Planning, stretchOf: (day: Day) => number, count: number): PastProduction[] {
  const table = tableIn(snapshot, "productionPlan") as TableData | undefined;
  const lists = Array.from({ length: count }, (): { row: PastRow; isNoted: boolean; spelled: string }[] => []);
  data.plan.forEach(({ product, period, planned, actual }, index) => {
    const source = sources.productionPlan[index];
    const list = lists[stretchOf(period.end)];
    if (!table || !source || !list) return;
    const row = pastRow(product, quantityCell(table, source.row, "planned"), planned, actual ?? 0, { about: source.period?.key ?? "" });
    list.push({ row, isNoted: actual !== null, spelled: String(source.across ?? "") });
  });
  return lists.map((found) => {
    const list = found.some(({ isNoted }) => isNoted) ? found : [];
    const rows = list.map(({ row }) => row);
    const [planned, actual] = [rows.map(({ wanted }) => wanted), rows.map(({ came }) => came)];
    return {
      planned: exactSum(planned),
      actual: exactSum(actual),
      kept: exactSum(rows.map(({ wanted, came }) => Math.min(wanted, came))),
      ...planAttainment(planned, actual),
      rows,
      spelled: [...new Set(list.map(({ spelled }) => spelled))],
    };
  });
}

/** Demand of a forecast's period is all that was ordered for it, by product; what was ordered and nobody forecast counts, too. */
function pastForecast(snapshot: Snapshot, { data, sources }: Planning, stretchOf: (day: Day) => number, count: number): PastForecast[] {
  const tables = [tableIn(snapshot, "forecast"), tableIn(snapshot, "orders")] as (TableData | undefined)[];
  const spans = new Map<string, { readonly span: Span; readonly key: string; readonly at: number; readonly cells: Map<string, Cell> }>();
  data.forecast.forEach(({ product, period, quantity }, index) => {
    const at = stretchOf(period.end);
    const source = sources.forecast[index];
    if (at < 0 || !source || !tables[0]) return;
    const id = `${period.start} ${period.end}`;
    const known = spans.get(id) ?? { span: period, key: source.period?.key ?? "", at, cells: new Map<string, Cell>() };
    spans.set(id, known);
    cellIn(known.cells, product, quantityCell(tables[0], source.row, "quantity")).forecast.push(quantity);
  });
  const all = [...spans.values()];
  eachOrder(data.orders, (order, index) => {
    const source = sources.orders[index];
    if (!source || !tables[1] || order.ordered <= 0) return;
    for (const { span, cells } of all) {
      if (order.due < span.start || order.due > span.end) continue;
      cellIn(cells, order.product, cellOf(tables[1], source.row, "ordered")).demand.push(order.ordered);
    }
  });
  return Array.from({ length: count }, (_, at) => {
    const rows = all
      .filter((each) => each.at === at)
      .flatMap(({ cells, key }) =>
        [...cells]
          .sort(([a], [b]) => byCode(a, b))
          .map(([product, { at: place, forecast, demand }]) =>
            pastRow(product, place, exactSum(forecast), exactSum(demand), { about: key }),
          ),
      );
    const [forecast, demand] = [rows.map(({ wanted }) => wanted), rows.map(({ came }) => came)];
    const error = exactSum(rows.map(({ wanted, came }) => Math.abs(exactSum([wanted, -came]))));
    return { forecast: exactSum(forecast), demand: exactSum(demand), error, ...forecastAccuracy(forecast, demand), rows };
  });
}

interface Cell {
  readonly at: CellPlace;
  readonly forecast: number[];
  readonly demand: number[];
}

function cellIn(cells: Map<string, Cell>, product: string, at: CellPlace): Cell {
  const known = cells.get(product) ?? { at, forecast: [], demand: [] };
  cells.set(product, known);
  return known;
}

function pastDelivery(snapshot: Snapshot, { data, sources }: Planning, stretchOf: (day: Day) => number, count: number): PastDelivery[] {
  const table = tableIn(snapshot, "orders") as TableData | undefined;
  const lists = Array.from({ length: count }, (): { row: PastRow; line: Filled }[] => []);
  eachOrder(data.orders, (order, index) => {
    const source = sources.orders[index];
    const list = order.ordered > 0 ? lists[stretchOf(order.due)] : undefined;
    if (!table || !source || !list) return;
    // A closed order of which nobody says what was shipped was shipped.
    const shipped = order.shipped ?? (order.closed ? order.ordered : 0);
    const line = { order: order.no, asked: order.ordered, filled: Math.max(0, Math.min(order.ordered, shipped)) };
    const no = order.line === null ? order.no : `${order.no}-${order.line}`;
    list.push({
      row: pastRow(order.product, cellOf(table, source.row, "shipped"), line.asked, line.filled, { no, about: order.product }),
      line,
    });
  });
  return lists.map((list) => ({
    asked: exactSum(list.map(({ line }) => line.asked)),
    filled: exactSum(list.map(({ line }) => line.filled)),
    ...fillRate(list.map(({ line }) => line)),
    rows: list.map(({ row }) => row),
  }));
}

/** A line that stands twice, pasted twice, counts once, as in the balance. */
function eachOrder(orders: readonly OrderRow[], look: (order: OrderRow, index: number) => void): void {
  const seen = new Set<string>();
  orders.forEach((order, index) => {
    const { no, line, product, due, ordered } = order;
    if (line !== null) {
      const id = [no, line, product, due, ordered].join("|");
      if (seen.has(id)) return;
      seen.add(id);
    }
    look(order, index);
  });
}

/** Those of which less came than was wanted; all where there are none. */
export function shortOf(rows: readonly PastRow[]): readonly PastRow[] {
  const short = rows.filter(({ wanted, came }) => came < wanted);
  return short.length > 0 ? short : rows;
}

function pastRow(product: string, at: CellPlace, wanted: number, came: number, { no = product, about = "" } = {}): PastRow {
  const text = [about, `${came} / ${wanted}`].filter((part) => part !== "").join("  ");
  return { cells: {}, no, text, at, product, wanted, came };
}

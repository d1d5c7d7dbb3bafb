import { describe, expect, it } from "vitest";
import { forecastAccuracy } from "../../core/balance/performance.ts";
import { mondayOf } from "../../core/calendar/week-pattern.ts";
import { isoWeekKey, parseWeekKey } from "../../core/calendar/weeks.ts";
import type { TableId } from "../../core/tables/tables.ts";
import { calendar, onAnyDay, rowsOf, valuesOf } from "./sample-rows.ts";

/** Whether the week and those beside it have their five working days. */
function calendarIsPlain(day: number): boolean {
  const monday = mondayOf(day);
  return [-7, 0, 7].every((by) => [0, 1, 2, 3, 4].every((weekday) => calendar.isWorkday(monday + by + weekday)));
}

describe("the sample's planning tables", () => {
  it("cover 13 weeks from the current one, in whole pieces", () => {
    onAnyDay((sample, today) => {
      const weeks = Array.from({ length: 13 }, (_, offset) => isoWeekKey(today + offset * 7));
      const past = Array.from({ length: 4 }, (_, index) => isoWeekKey(today + (index - 4) * 7));
      expect([...new Set(valuesOf(sample, "forecast", "period"))]).toEqual([...past, ...weeks]);
      expect([...new Set(valuesOf(sample, "capacity", "period"))]).toEqual(weeks);
      const ahead = rowsOf(sample, "productionPlan").filter(({ actual }) => actual === null);
      expect([...new Set(ahead.map(({ period }) => period))]).toEqual(weeks);
      const periods = (["forecast", "productionPlan", "capacity"] as const).flatMap((id) => valuesOf(sample, id, "period"));
      expect(periods.filter((period) => parseWeekKey(String(period)) === null)).toEqual([]);
      const quantities = [
        ...valuesOf(sample, "forecast", "quantity"),
        ...valuesOf(sample, "orders", "ordered"),
        ...valuesOf(sample, "productionPlan", "planned"),
        ...valuesOf(sample, "stock", "onHand"),
        ...valuesOf(sample, "supply", "quantity"),
      ];
      expect(quantities.every((quantity) => Number.isInteger(quantity) && Number(quantity) >= 0)).toBe(true);
    });
  });

  it("show of four weeks what was forecast and what was sold, near enough to be believed and never alike", () => {
    onAnyDay((sample, today) => {
      for (const offset of [-4, -3, -2, -1]) {
        const week = isoWeekKey(today + offset * 7);
        const forecast = rowsOf(sample, "forecast").filter(({ period }) => period === week);
        const sold = rowsOf(sample, "orders").filter(({ due }) => isoWeekKey(Number(due)) === week);
        const of = (product: unknown): number =>
          sold.reduce((sum, order) => sum + (order.product === product ? Number(order.ordered) : 0), 0);
        const figures = forecast.map(({ quantity }) => Number(quantity));
        if (figures.every((figure) => figure === 0)) continue;
        expect(forecast).toHaveLength(24);
        // Around a long holiday what was due in its week is delivered the week after.
        if (calendarIsPlain(today + offset * 7)) {
          const { wmape } = forecastAccuracy(
            figures,
            forecast.map(({ product }) => of(product)),
          );
          expect(wmape).toBeGreaterThan(0.03);
          expect(wmape).toBeLessThan(0.4);
        }
      }
      const closed = rowsOf(sample, "orders").filter(
        ({ customer, closed: isClosed }) => isClosed && /周补货|weekly/.test(String(customer)),
      );
      expect(closed.length).toBeGreaterThan(0);
      expect(closed.filter(({ ordered, shipped }) => ordered !== shipped)).toEqual([]);
    });
  });

  it("leave shortages, an excess and an overload to talk about, and lines with room otherwise", () => {
    onAnyDay((sample, today) => {
      const weeks = Array.from({ length: 13 }, (_, offset) => isoWeekKey(today + offset * 7));
      const total = (id: TableId, field: string, product: unknown, week: string) =>
        rowsOf(sample, id)
          .filter((row) => row.product === product && row.period === week)
          .reduce((sum, row) => sum + Number(row[field]), 0);
      const opening = (product: unknown) =>
        rowsOf(sample, "stock").reduce((sum, row) => sum + (row.product === product ? Number(row.usable) : 0), 0);
      const openOrders = (product: unknown, week: string) =>
        rowsOf(sample, "orders")
          .filter((row) => row.product === product && isoWeekKey(Number(row.due)) === week)
          .reduce((sum, row) => sum + Number(row.ordered) - Number(row.shipped), 0);
      const lowest = (product: unknown) => {
        let stock = opening(product);
        return Math.min(
          ...weeks.map((week) => {
            stock +=
              total("productionPlan", "planned", product, week) -
              Math.max(total("forecast", "quantity", product, week), openOrders(product, week));
            return stock;
          }),
        );
      };
      const short = valuesOf(sample, "products", "product").filter((product) => lowest(product) < 0);
      expect(short).toEqual(expect.arrayContaining(["QX-750", "JD-800"]));
      expect(short.length).toBeLessThanOrEqual(5);
      expect(opening("ZB-125")).toBeGreaterThan(4 * 540);

      const hours = new Map(rowsOf(sample, "products").map(({ product, hoursPerUnit }) => [product, Number(hoursPerUnit)]));
      const loads = rowsOf(sample, "capacity")
        .filter((row) => Number(row.hours) > 0)
        .map(({ line, period, hours: available }) => {
          const planned = rowsOf(sample, "productionPlan").filter((row) => row.line === line && row.period === period);
          return planned.reduce((sum, row) => sum + Number(row.planned) * (hours.get(row.product) ?? Number.NaN), 0) / Number(available);
        });
      const over = loads.filter((load) => load > 1.05);
      expect(loads.length).toBeGreaterThan(40);
      expect(over.length).toBeGreaterThanOrEqual(1);
      expect(over.length).toBeLessThanOrEqual(6);
    });
  });

  it("count their stock on the last working day before the week", () => {
    onAnyDay((sample, today) => {
      const asOf = new Set(valuesOf(sample, "stock", "asOf"));
      expect(asOf.size).toBe(1);
      const [day] = [...asOf].map(Number);
      expect(calendar.isWorkday(day ?? 0)).toBe(true);
      expect(isoWeekKey(day ?? today) < isoWeekKey(today)).toBe(true);
    });
  });
});

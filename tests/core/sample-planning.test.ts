import { describe, expect, it } from "vitest";
import { isoWeekKey, parseWeekKey } from "../../core/calendar/weeks.ts";
import type { TableId } from "../../core/tables/tables.ts";
import { calendar, onAnyDay, rowsOf, valuesOf } from "./sample-rows.ts";

describe("the sample's planning tables", () => {
  it("cover 13 weeks from the current one, in whole pieces", () => {
    onAnyDay((sample, today) => {
      const weeks = Array.from({ length: 13 }, (_, offset) => isoWeekKey(today + offset * 7));
      expect([...new Set(valuesOf(sample, "forecast", "period"))]).toEqual(weeks);
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

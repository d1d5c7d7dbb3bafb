import { beforeAll, describe, expect, it } from "vitest";
import { usualPeriod } from "../../core/dashboard/period.ts";
import { sceneOf } from "../../core/dashboard/scene.ts";
import type { Section } from "../../core/dashboard/section.ts";
import { linesOf } from "../../core/dashboard/section-lines.ts";
import { sectionsOf } from "../../core/dashboard/sections.ts";
import { tileRows, tileValue } from "../../core/dashboard/tile-value.ts";
import { parseIso } from "../../core/index.ts";
import { calendarIn, settingsIn } from "../../core/register/book-settings.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { contextOn, runOn, snapshotOf } from "../support/registers.ts";

const TODAY = parseIso("2026-11-25") ?? 0;
type Lines = readonly (readonly (string | number | null)[])[];

function bookOf(sheets: Readonly<Record<string, Lines>>): Workbook {
  const book = new Workbook();
  for (const [name, lines] of Object.entries(sheets)) {
    const sheet = book.addSheet(name);
    lines.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value !== null) sheet.setValue(row, column, value);
      });
    });
  }
  return book;
}

function sections(book: Workbook, today = TODAY): Section[] {
  const tables = [
    "resolutions",
    "actions",
    "meetings",
    "departments",
    "products",
    "forecast",
    "orders",
    "productionPlan",
    "imbalances",
  ] as const;
  const snapshot = snapshotOf(book, tables);
  const settings = settingsIn(snapshot);
  const calendar = calendarIn(snapshot, settings);
  return sectionsOf(sceneOf({ snapshot, today, calendar, settings, period: usualPeriod(today), has: () => false }));
}

/** A section's figures by its rows, those of weeks in which there is something. */
function shown(all: readonly Section[], id: string): Record<string, number[]> {
  const section = all.find((each) => each.id === id) ?? expect.fail(`no section ${id}`);
  const lines = linesOf(section, { first: 0, columns: section.columns.map((_, index) => index) });
  const told = section.rows.map(
    ({ label }, row) => [label, (lines[row] ?? []).map(({ value }) => Math.round(value * 1000) / 1000)] as const,
  );
  return Object.fromEntries(told.filter(([, values]) => values.some((value) => value !== 0 && !Number.isNaN(value))));
}

function tile(all: readonly Section[], id: string): { value: number | null; rows: string[] } {
  const section = all.find(({ tiles }) => tiles.some((each) => each.id === id)) ?? expect.fail(`no tile ${id}`);
  const found = section.tiles.find((each) => each.id === id) ?? expect.fail();
  const lines = linesOf(section, { first: 0, columns: section.columns.map((_, index) => index) });
  return { value: tileValue(found, lines), rows: tileRows(found, lines).map(({ no, text }) => `${no} ${text}`) };
}

const orders: Lines = [
  ["订单号", "行号", "产品编码", "订单数量", "已发数量", "要求交期", "已关闭"],
  ["SO-1", 10, "A", 10, 7, "2026-11-17", null],
  ["SO-2", 10, "A", 5, 9, "2026-11-18", null],
  ["SO-3", 10, "B", 8, null, "2026-11-10", "是"],
  ["SO-4", 10, "B", 4, null, "2026-11-12", null],
  ["SO-4", 10, "B", 4, null, "2026-11-12", null],
  ["SO-5", 10, "B", 6, null, "2026-11-25", null],
  ["SO-6", 10, "A", -3, null, "2026-11-17", null],
];
const plan: Lines = [
  ["产品编码", "期间", "产线", "计划数量", "实际产量"],
  ["A", "2026-W46", "1", 100, 120],
  ["B", "2026-W46", "1", 100, 80],
  ["A", "W47", "1", 50, 0],
  ["A", "2026-W45", "1", 70, null],
  ["A", "2026-W48", "1", 70, 10],
];
const forecast: Lines = [
  ["产品编码", "期间", "预测数量"],
  ["A", "2026-W47", 12],
  ["B", "2026-W46", 15],
  ["A", "2026-W48", 90],
];

describe("what sales and production came to", () => {
  let all: Section[] = [];

  beforeAll(() => {
    all = sections(bookOf({ 订单: orders, 生产计划: plan, 销售预测: forecast }));
  });

  it("measures plans that are over, both ways, and none of which nobody noted what was made", () => {
    expect(shown(all, "production")).toEqual({ W46: [200, 200, 180, 1, 0.9], W47: [50, 0, 0, 0, 0] });
    expect(tile(all, "attainment")).toEqual({ value: 0.8, rows: ["B 2026-W46  80 / 100", "A 2026-W47  0 / 50"] });
    expect(tile(all, "as-planned").value).toBeCloseTo(180 / 250);
  });

  it("sets forecasts against what was ordered for their weeks, once where a line stands twice, without returns", () => {
    // W46: 15 forecast for 8 + 4 ordered; W47: 12 for 10 + 5.
    expect(shown(all, "sales").W46?.slice(0, 5)).toEqual([15, 12, 3, 0.25, 0.25]);
    expect(shown(all, "sales").W47?.slice(0, 5)).toEqual([12, 15, 3, 0.2, -0.2]);
    expect(tile(all, "wmape").value).toBeCloseTo(6 / 27);
    expect(tile(all, "bias").value).toBeCloseTo(0);
  });

  it("counts what was shipped of lines due before today; a closed one of which nobody says was shipped", () => {
    expect(shown(all, "sales").W47?.slice(5)).toEqual([15, 12, 0.8, 0]);
    expect(shown(all, "sales").W46?.slice(5)).toEqual([12, 8, 0.667, 200]);
    expect(tile(all, "fill")).toEqual({ value: 20 / 27, rows: ["SO-4-10 B  0 / 4", "SO-1-10 A  7 / 10"] });
    expect(tile(all, "sales-to-output").value).toBeCloseTo(20 / 200);
  });

  it("carries what a formula sees as one, and the rest as it was", () => {
    const production = all.find(({ id }) => id === "production") ?? expect.fail();
    const lines = linesOf(production, { first: 0, columns: [0, 1, 2, 3, 4] });
    const week = (label: string) =>
      (lines[production.rows.findIndex((row) => row.label === label)] ?? []).map(({ formula }) => formula !== "");
    expect(week("W46")).toEqual([true, true, true, true, true]);
    expect(week("W47")).toEqual([false, false, false, true, true]);
  });

  it("leaves out what the workbook has no table for, and the ratio of sales where orders are of a few products only", () => {
    expect(sections(bookOf({ 生产计划: plan })).map(({ id }) => id)).toEqual(["production"]);
    expect(sections(bookOf({ 订单: orders })).map(({ id }) => id)).toEqual(["sales"]);
    const many = [...plan, ...["C", "D", "E"].map((code) => [code, "2026-W46", "1", 5, 5])];
    const found = sections(bookOf({ 订单: orders, 生产计划: many })).flatMap(({ tiles }) => tiles.map(({ id }) => id));
    expect(found).toEqual(["attainment", "as-planned", "fill"]);
  });
});

describe("shortages week by week", () => {
  it("tells new ones from those that were there before, until they are resolved", () => {
    const book = new Workbook();
    const on = (iso: string) => contextOn(parseIso(iso) ?? 0);
    runOn(book, "load-sample", {}, on("2026-11-09"));
    runOn(book, "refresh-balance", {}, on("2026-11-09"));
    const before = sections(book, parseIso("2026-11-09") ?? 0);
    const known = tile(before, "shortages").value ?? 0;
    expect(known).toBeGreaterThan(0);
    expect(shown(before, "shortages")).toEqual({ W46: [known, 0] });
    const { place, rows } = snapshotOf(book, ["stock"]).tables.get("stock") ?? expect.fail();
    for (const { row } of rows) book.sheet(place.sheet)?.setValue(row, place.columns.get("usable") ?? -1, 1e6);
    runOn(book, "refresh-balance", {}, on("2026-11-23"));
    const after = sections(book, parseIso("2026-11-23") ?? 0);
    expect(tile(after, "shortages")).toEqual({ value: 0, rows: [] });
    expect(shown(after, "shortages")).toEqual({ W46: [known, 0] });
  });
});

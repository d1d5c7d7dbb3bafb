import { describe, expect, it } from "vitest";
import type { Chart, Edit, Group } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { writeXlsx, type XlsxFile } from "../../desk/xlsx/index.ts";
import { area } from "../support/host-bench.ts";
import { fileOf, open, partsOf, richParts, sheetOf } from "./xlsx-fixtures.ts";

const overdue = (more: Partial<Chart> = {}): Chart => ({
  name: "concord.overdue",
  area: area(10, 0, 12, 6),
  kind: "column",
  title: "各部门逾期 <件>",
  description: "柱形图:各部门的逾期件数。",
  categories: { area: area(1, 0, 2) },
  series: [{ name: "逾期 & 未完", values: { area: area(1, 1, 2) }, color: "C00000" }],
  categoryAxis: { title: "部门" },
  valueAxis: { title: "件数(件)", numberFormat: "0" },
  legend: "none",
  ...more,
});

const draw = (...charts: Chart[]): Edit => ({ kind: "chart", sheet: "Plan", charts });

function book(...edits: Edit[]): Workbook {
  const workbook = new Workbook();
  const values = [
    ["部门", "逾期"],
    ["销售部", 3],
    ["生产部", null],
  ];
  const plan: Edit[] = [
    { kind: "addSheet", sheet: "Plan", visibility: "visible", gridlines: true },
    { kind: "cells", sheet: "Plan", row: 0, column: 0, values },
  ];
  make(workbook, ...plan, ...edits);
  return workbook;
}

function make(workbook: Workbook, ...edits: Edit[]): void {
  expect(new DeskHost(workbook).apply(edits)).toMatchObject({ applied: edits.length });
}

const rich = (): XlsxFile => open(fileOf(richParts()));
const onRich = (...charts: Chart[]): Edit => ({ kind: "chart", sheet: "Rich", charts });

describe("a chart of ours in a file", () => {
  it("says title, axes and values, so that a viewer that calculates nothing shows it", () => {
    const parts = partsOf(writeXlsx(book(draw(overdue()))));
    const chart = parts["xl/charts/chart1.xml"] ?? "";
    for (const text of ["各部门逾期 &lt;件&gt;", "部门", "件数(件)", "逾期 &amp; 未完", "Plan!$B$2:$B$3"]) expect(chart).toContain(text);
    expect(chart).toContain(
      '<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache>',
    );
    expect(parts["xl/drawings/drawing1.xml"]).toContain('descr="柱形图:各部门的逾期件数。"');
  });

  it("is known again by its name, and comes out byte for byte where nothing changed", () => {
    const bytes = writeXlsx(book(draw(overdue())));
    const file = open(bytes);
    expect(sheetOf(file.workbook, "Plan").ourCharts).toEqual([{ name: "concord.overdue", part: "xl/charts/chart1.xml" }]);
    expect(partsOf(writeXlsx(file))).toEqual(partsOf(bytes));
  });

  it("follows the cells that it was drawn from, though nobody asked for it again", () => {
    const file = open(writeXlsx(book(draw(overdue()))));
    sheetOf(file.workbook, "Plan").setValue(2, 1, 8);
    expect(partsOf(writeXlsx(file))["xl/charts/chart1.xml"]).toContain('<c:pt idx="1"><c:v>8</c:v></c:pt>');
  });

  it("is replaced alone, and goes with its drawing where nothing else is in it", () => {
    const file = open(writeXlsx(book(draw(overdue(), overdue({ name: "concord.other" })))));
    make(file.workbook, draw(overdue({ title: "改名" })));
    const parts = partsOf(writeXlsx(file));
    const charts = Object.keys(parts).filter((part) => part.startsWith("xl/charts/"));
    expect(charts.map((part) => parts[part]?.includes("改名"))).toEqual([true]);
    make(file.workbook, draw());
    const none = partsOf(writeXlsx(file));
    expect(Object.keys(none).filter((part) => /chart|drawing/.test(part))).toEqual([]);
    expect(none["[Content_Types].xml"]).not.toMatch(/chart|drawing/);
    expect(none["xl/worksheets/sheet1.xml"]).not.toContain("drawing");
  });

  it("moves with the rows that its values are in, and leaves where they are deleted", () => {
    const workbook = book(draw(overdue()));
    make(workbook, { kind: "insertRows", sheet: "Plan", row: 1, count: 2 });
    expect(sheetOf(workbook, "Plan").ourCharts[0]?.told).toMatchObject({ area: area(12, 0, 12, 6), categories: { area: area(3, 0, 2) } });
    make(workbook, { kind: "deleteRows", sheet: "Plan", row: 3, count: 2 });
    expect(sheetOf(workbook, "Plan").ourCharts).toEqual([]);
  });
});

describe("a person's chart", () => {
  it("stays byte for byte beside ours, which come and go", () => {
    const file = rich();
    const at = { categories: { area: area(1, 0, 4) }, series: [{ name: "件", values: { area: area(1, 1, 4) }, color: "C00000" }] };
    make(file.workbook, { kind: "protect", sheet: "Rich", protect: false }, onRich(overdue(at)));
    const bytes = writeXlsx(file);
    const parts = partsOf(bytes);
    expect(parts["xl/charts/chart1.xml"]).toBe(richParts()["xl/charts/chart1.xml"]);
    const anchor = /<xdr:twoCellAnchor>.*?<\/xdr:twoCellAnchor>/.exec(richParts()["xl/drawings/drawing1.xml"] ?? "")?.[0] ?? "none";
    expect(parts["xl/drawings/drawing1.xml"]).toContain(anchor);
    expect(parts["xl/charts/chart2.xml"]).toContain("各部门逾期");
    const again = open(bytes);
    expect(sheetOf(again.workbook, "Rich").carriedCharts).toEqual([{ part: "xl/charts/chart1.xml" }]);
    make(again.workbook, onRich());
    const without = partsOf(writeXlsx(again));
    expect(without["xl/charts/chart1.xml"]).toBe(richParts()["xl/charts/chart1.xml"]);
    expect(without["xl/charts/chart2.xml"]).toBeUndefined();
    expect(without["xl/drawings/drawing1.xml"]).toBe(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${richParts()["xl/drawings/drawing1.xml"]}`,
    );
  });
});

describe("an outline in a file", () => {
  it("comes back as deep and as folded as it was", () => {
    const groups: Group[] = [
      { first: 1, count: 3, isCollapsed: false },
      { first: 2, count: 1, isCollapsed: true },
    ];
    const outline = (axis: "rows" | "columns"): Edit => ({ kind: "group", sheet: "Plan", axis, first: 0, count: 8, groups });
    const workbook = book(outline("rows"), outline("columns"));
    const bytes = writeXlsx(workbook);
    const file = open(bytes);
    const [was, now] = [sheetOf(workbook, "Plan"), sheetOf(file.workbook, "Plan")];
    expect(now.rows).toEqual(was.rows);
    expect([...now.columns].map(([index, { level, hidden }]) => [index, level, hidden])).toEqual(
      [...was.columns].map(([index, { level, hidden }]) => [index, level, hidden]),
    );
    expect(partsOf(bytes)["xl/worksheets/sheet1.xml"]).toContain('outlineLevelRow="2" outlineLevelCol="2"');
    make(file.workbook, { kind: "group", sheet: "Plan", axis: "rows", first: 0, count: 8, groups: [] });
    expect(sheetOf(open(writeXlsx(file)).workbook, "Plan").rows.get(2)).toBeUndefined();
  });
});

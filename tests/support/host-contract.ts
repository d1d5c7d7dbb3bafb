import { it as base, describe, expect, type TestAPI } from "vitest";
import type { MaybePromise } from "../../core/base/maybe-promise.ts";
import type { Chart } from "../../core/workbook/chart.ts";
import { type Edit, type Group, type Highlight, MARK, type PageSetup, type Validation } from "../../core/workbook/edits.ts";
import { formulaKey, HEAD_COLUMNS, HEAD_ROWS } from "../../core/workbook/host.ts";
import { area, HostBench, newSheet, type Opened, write } from "./host-bench.ts";

type It = TestAPI<{ bench: HostBench }>;

/** The sentences that every host keeps: what core decides means the same on all of them. */
export function hostContract(name: string, open: () => MaybePromise<Opened>): void {
  const it: It = base.extend<{ bench: HostBench }>({
    bench: async ({ skip }, use) => use(await HostBench.on(await open(), skip)),
  });
  describe(`${name} as a host`, () => {
    describe("sheets", () => sheets(it));
    describe("cells", () => cells(it));
    describe("expectations", () => expectations(it));
    describe("inserted rows", () => insertedRows(it));
    describe("deleted rows", () => deletedRows(it));
    describe("what is taken away", () => takenAway(it));
    describe("looks", () => looks(it));
    describe("rules", () => rules(it));
    describe("charts", () => charts(it));
    describe("groups", () => groups(it));
    describe("set-up", () => setUp(it));
    describe("refusals", () => refusals(it));
  });
}

function sheets(it: It): void {
  it("adds a sheet at the end, or after another", async ({ bench }) => {
    await bench.make(newSheet("Log"), newSheet("Other", { after: "plan" }));
    const names = (await bench.host.survey([])).sheets.map((sheet) => sheet.name);
    expect(names.slice(names.indexOf("Plan"))).toEqual(["Plan", "Other", "Log"]);
  });

  it("leaves a sheet of that name alone, in whatever case it is asked for", async ({ bench }) => {
    await bench.make(write(0, 0, [["kept"]]), newSheet("PLAN"));
    expect(await bench.values()).toEqual([["kept"]]);
  });

  it("adds a hidden sheet", async ({ bench }) => {
    await bench.make(newSheet("Log", { visibility: "hidden" }));
    expect((await bench.facts("Log")).visibility).toBe("hidden");
  });

  it("surveys the head of a sheet, and the whole of one that is asked for", async ({ bench }) => {
    const row = (down: number) => Array.from({ length: HEAD_COLUMNS + 2 }, (_, across) => down * 100 + across);
    const values = Array.from({ length: HEAD_ROWS + 5 }, (_, down) => row(down));
    await bench.make(write(0, 0, values));
    const head = values.slice(0, HEAD_ROWS).map((line) => line.slice(0, HEAD_COLUMNS));
    expect((await bench.facts()).head).toEqual(head);
    expect((await bench.host.survey(["Plan", "Nowhere"])).whole).toEqual([{ sheet: "Plan", values, formulas: new Map() }]);
  });

  it("reads an empty sheet as no rows, and leaves out one that is not there", async ({ bench }) => {
    expect(await bench.host.read(["Nowhere", "Plan"])).toEqual([{ sheet: "Plan", values: [], formulas: new Map() }]);
  });
}

function cells(it: It): void {
  it("reads back what it wrote, counted from cell A1", async ({ bench }) => {
    await bench.make(
      write(1, 1, [
        ["产销协调会", 1.5, true],
        [null, -3, false],
      ]),
    );
    expect(await bench.values()).toEqual([
      [null, null, null, null],
      [null, "产销协调会", 1.5, true],
      [null, null, -3, false],
    ]);
  });

  const typed = ["=1+1", "+1", "-1", "@A1", "'quoted", "\tafter a tab", "007", "2026-11-18", "1/2", "TRUE", "#N/A", "<b>"];
  for (const text of typed) {
    it(`keeps ${JSON.stringify(text)} a text`, async ({ bench }) => {
      await bench.make(write(0, 0, [[text]]));
      expect(await bench.read()).toEqual({ sheet: "Plan", values: [[text]], formulas: new Map() });
    });
  }

  it("keeps a cell where nothing is said, and empties it for null or for no text", async ({ bench }) => {
    await bench.make(write(0, 0, [["a", "b", "c", "d"]]), write(0, 0, [[undefined, null, "", "e"]]));
    expect(await bench.values()).toEqual([["a", null, null, "e"]]);
  });

  it("puts back an error that is no formula's", async ({ bench }) => {
    await bench.make(write(0, 0, [[{ error: "#N/A" }, "x"]]));
    expect(await bench.read()).toEqual({ sheet: "Plan", values: [[{ error: "#N/A" }, "x"]], formulas: new Map() });
  });

  it("writes a formula with its result, and a value over a formula", async ({ bench }) => {
    await bench.make(write(0, 0, [[2, { formula: "A1*2", value: 4 }, { formula: "A1*3", value: 6 }]]), write(0, 2, [[7]]));
    const { values, formulas } = await bench.read();
    expect(values).toEqual([[2, 4, 7]]);
    expect([...formulas]).toEqual([[formulaKey(0, 1), "A1*2"]]);
  });
}

function expectations(it: It): void {
  it("writes where the cells hold what was expected", async ({ bench }) => {
    await bench.make(write(0, 0, [["a", 1, null]]));
    await bench.make(write(0, 0, [["b", 2, "c"]], [["a", 1, null]]));
    expect(await bench.values()).toEqual([["b", 2, "c"]]);
  });

  it("writes nothing of a batch that expects something else, and says which cells differ", async ({ bench }) => {
    await bench.make(write(0, 0, [["a", "b"]]));
    const receipt = await bench.host.apply([write(5, 0, [["new"]]), write(0, 0, [["c", "d"]], [["a", "other"]])]);
    expect(receipt).toEqual({ applied: 0, stale: [{ sheet: "Plan", row: 0, column: 1 }] });
    expect(await bench.values()).toEqual([["a", "b"]]);
  });

  it("asks nothing of a cell without an expectation", async ({ bench }) => {
    await bench.make(write(0, 0, [["a", "b"]]));
    await bench.make(write(0, 0, [["c", "d"]], [[undefined, "b"]]));
    expect(await bench.values()).toEqual([["c", "d"]]);
  });

  it("looks for expected cells where rows inserted by the same batch moved them", async ({ bench }) => {
    await bench.make(write(0, 0, [["a"], ["b"]]));
    const insert = { kind: "insertRows", sheet: "Plan", row: 1, count: 2 } as const;
    await bench.make(insert, write(1, 0, [["new"], [undefined], ["B"]], [[null], [null], ["b"]]));
    expect(await bench.values()).toEqual([["a"], ["new"], [null], ["B"]]);
  });
}

function insertedRows(it: It): void {
  const insert = { kind: "insertRows", sheet: "Plan", row: 1, count: 2 } as const;

  it("move everything below down", async ({ bench }) => {
    await bench.make(write(0, 0, [["a"], ["b"], ["c"]]), insert);
    expect(await bench.values()).toEqual([["a"], [null], [null], ["b"], ["c"]]);
  });

  it("are followed by the formulas of every sheet", async ({ bench }) => {
    const formulas = [
      [
        { formula: "SUM(Plan!A1:A2)", value: 3 },
        { formula: "Plan!A$1", value: 1 },
      ],
    ];
    await bench.make(newSheet("Other"), write(0, 0, [[1], [2], [{ formula: "A2*2", value: 4 }]]));
    await bench.make({ kind: "cells", sheet: "Other", row: 0, column: 0, values: formulas }, insert);
    expect([...(await bench.read()).formulas]).toEqual([[formulaKey(4, 0), "A4*2"]]);
    expect([...(await bench.read("Other")).formulas.values()]).toEqual(["SUM(Plan!A1:A4)", "Plan!A$1"]);
  });

  it("are followed by defined names and tables", async ({ bench }) => {
    bench.needs("tables");
    await bench.make(
      write(0, 0, [["No"], [1], [2]]),
      { kind: "table", sheet: "Plan", name: "Numbers", area: area(0, 0, 3) },
      { kind: "name", name: "Last_number", at: { sheet: "Plan", row: 2, column: 0 } },
      { ...insert, row: 2 },
    );
    const { names } = await bench.host.survey([]);
    expect(names).toContainEqual({ name: "Last_number", sheet: "Plan", area: area(4, 0) });
    expect((await bench.facts()).tables).toEqual([{ name: "Numbers", area: area(0, 0, 5), hasTotals: false }]);
  });

  it("look like the row above", async ({ bench }) => {
    const style = bench.ask("style");
    await bench.make({ kind: "format", sheet: "Plan", areas: [area(0, 0, 1, 2)], style: { fill: "FFF2CC" } }, insert);
    expect(await style("Plan", 2, 1)).toMatchObject({ fill: "FFF2CC" });
  });

  it("push a merge down, and stretch one that they fall into", async ({ bench }) => {
    const merges = bench.ask("merges");
    await bench.make({ kind: "merge", sheet: "Plan", areas: [area(0, 0, 2), area(4, 0, 1, 2)] }, insert);
    expect(await merges("Plan")).toEqual([area(0, 0, 4), area(6, 0, 1, 2)]);
  });
}

function deletedRows(it: It): void {
  const deletion = { kind: "deleteRows", sheet: "Plan", row: 1, count: 2 } as const;

  it("go, and everything below moves up", async ({ bench }) => {
    await bench.make(write(0, 0, [["a"], ["b"], ["c"], ["d"]]), deletion);
    expect(await bench.values()).toEqual([["a"], ["d"]]);
  });

  it("are followed by the formulas of every sheet, those that looked at them alone too", async ({ bench }) => {
    const formulas = ["SUM(Plan!A1:A4)", "Plan!A$4", "Plan!A2"].map((formula) => ({ formula, value: 1 }));
    await bench.make(newSheet("Other"), write(0, 0, [[1], [2], [3], [4], [{ formula: "A4*2", value: 8 }]]));
    await bench.make({ kind: "cells", sheet: "Other", row: 0, column: 0, values: [formulas] }, deletion);
    expect([...(await bench.read()).formulas]).toEqual([[formulaKey(2, 0), "A2*2"]]);
    expect([...(await bench.read("Other")).formulas.values()]).toEqual(["SUM(Plan!A1:A2)", "Plan!A$2", "Plan!#REF!"]);
  });

  it("are followed by defined names and tables", async ({ bench }) => {
    bench.needs("tables");
    await bench.make(
      write(0, 0, [["No"], [1], [2], [3]]),
      { kind: "table", sheet: "Plan", name: "Numbers", area: area(0, 0, 4) },
      { kind: "name", name: "Last_number", at: { sheet: "Plan", row: 3, column: 0 } },
      deletion,
    );
    const { names } = await bench.host.survey([]);
    expect(names).toContainEqual({ name: "Last_number", sheet: "Plan", area: area(1, 0) });
    expect((await bench.facts()).tables).toEqual([{ name: "Numbers", area: area(0, 0, 2), hasTotals: false }]);
  });

  it("pull a merge up, shrink one that loses rows, and end one that loses all", async ({ bench }) => {
    const merges = bench.ask("merges");
    await bench.make({ kind: "merge", sheet: "Plan", areas: [area(0, 0, 4), area(6, 0, 1, 2), area(1, 3, 2, 2)] }, deletion);
    expect(await merges("Plan")).toEqual([area(0, 0, 2), area(4, 0, 1, 2)]);
  });

  it("take validations and highlights of theirs along", async ({ bench }) => {
    const [validations, highlights] = [bench.ask("validations"), bench.ask("highlights")];
    const rule = (row: number, rows: number, formula: string): Highlight => ({
      areas: [area(row, 0, rows)],
      formula: `AND(${MARK},${formula})`,
      style: { fill: "FFC7CE" },
    });
    const list = (row: number, rows: number): Validation => ({
      areas: [area(row, 0, rows)],
      rule: { type: "list", values: ["open"] },
      title: "状态",
      message: "Choose one of the list.",
    });
    await bench.make(
      { kind: "validate", sheet: "Plan", validations: [list(2, 4)] },
      { kind: "highlight", sheet: "Plan", highlights: [rule(1, 2, "$A2=1"), rule(3, 3, "$A4=2")] },
      deletion,
    );
    expect(await validations("Plan")).toEqual([list(1, 3)]);
    expect(await highlights("Plan")).toEqual([rule(1, 3, "$A2=2")]);
  });

  it("are put back as they were by inserting as many", async ({ bench }) => {
    await bench.make(write(0, 0, [["a"], [{ formula: "A4", value: "d" }], ["c"], ["d"]]));
    await bench.make({ kind: "insertRows", sheet: "Plan", row: 2, count: 2 }, { ...deletion, row: 2 });
    expect(await bench.values()).toEqual([["a"], ["d"], ["c"], ["d"]]);
    expect([...(await bench.read()).formulas]).toEqual([[formulaKey(1, 0), "A4"]]);
  });

  it("are reckoned with where the same batch expects and writes cells below them", async ({ bench }) => {
    await bench.make(write(0, 0, [["a"], ["b"], ["c"], ["d"]]));
    await bench.make(deletion, write(1, 0, [["D"]], [["d"]]));
    expect(await bench.values()).toEqual([["a"], ["D"]]);
  });

  it("stay where a cell below them holds something else than expected, told where it stands", async ({ bench }) => {
    await bench.make(write(0, 0, [["a"], ["b"], ["c"], ["d"]]));
    const receipt = await bench.host.apply([deletion, write(1, 0, [["D"]], [["other"]])]);
    expect(receipt).toEqual({ applied: 0, stale: [{ sheet: "Plan", row: 3, column: 0 }] });
    expect(await bench.values()).toEqual([["a"], ["b"], ["c"], ["d"]]);
  });

  it("are refused on a protected sheet", async ({ bench }) => {
    bench.needs("refusals");
    await bench.make(write(0, 0, [["a"], ["b"]]), { kind: "protect", sheet: "Plan", protect: true });
    expect(await bench.host.apply([deletion])).toEqual({
      applied: 0,
      stale: [],
      refused: { code: "sheet-protected", params: { sheet: "Plan" } },
    });
  });
}

function takenAway(it: It): void {
  const names = async (bench: HostBench) => (await bench.host.survey([])).sheets.map(({ name }) => name);

  it("is a sheet with all that is in it, and its neighbours stay", async ({ bench }) => {
    bench.needs("tables");
    await bench.make(newSheet("Other"), newSheet("Log"));
    await bench.make(
      { kind: "cells", sheet: "Other", row: 0, column: 0, values: [["No"], [1]] },
      { kind: "table", sheet: "Other", name: "Numbers", area: area(0, 0, 2) },
    );
    await bench.make({ kind: "removeSheet", sheet: "other" });
    expect((await names(bench)).filter((name) => ["Plan", "Other", "Log"].includes(name))).toEqual(["Plan", "Log"]);
    await bench.make(newSheet("Other"), { kind: "cells", sheet: "Other", row: 0, column: 0, values: [["new"], [1]] });
    await bench.make({ kind: "table", sheet: "Other", name: "Numbers", area: area(0, 0, 2) });
    expect(await bench.values("Other")).toEqual([["new"], [1]]);
  });

  it("is a sheet that was hidden from everybody", async ({ bench }) => {
    await bench.make(newSheet("Log", { visibility: "veryHidden" }));
    await bench.make({ kind: "removeSheet", sheet: "Log" });
    expect(await names(bench)).not.toContain("Log");
  });

  it("leaves formulas that looked at it looking at nothing", async ({ bench }) => {
    await bench.make(newSheet("Other"), write(0, 0, [[{ formula: "Other!A1+Plan!B1", value: 1 }]]));
    await bench.make({ kind: "removeSheet", sheet: "Other" });
    expect([...(await bench.read()).formulas.values()]).toEqual(["#REF!+Plan!B1"]);
  });

  it("is refused where it is not there, or is the last sheet that shows", async ({ bench }) => {
    const refused = (code: string, sheet: string) => ({ applied: 0, stale: [], refused: { code, params: { sheet } } });
    expect(await bench.host.apply([write(0, 0, [["new"]]), { kind: "removeSheet", sheet: "Nowhere" }])).toEqual(
      refused("sheet-missing", "Nowhere"),
    );
    const others = (await names(bench)).filter((name) => name !== "Plan");
    await bench.make(newSheet("Log", { visibility: "hidden" }), ...others.map((sheet): Edit => ({ kind: "removeSheet", sheet })));
    expect(await bench.host.apply([{ kind: "removeSheet", sheet: "Plan" }])).toEqual(refused("last-sheet", "Plan"));
    expect(await names(bench)).toContain("Plan");
  });

  it("is a name, whether or not it is there", async ({ bench }) => {
    await bench.make({ kind: "name", name: "Report_date", at: { sheet: "Plan", row: 0, column: 1 } });
    await bench.make({ kind: "removeName", name: "report_date" }, { kind: "removeName", name: "Nothing" });
    expect((await bench.host.survey([])).names).toEqual([]);
  });
}

function looks(it: It): void {
  it("lays a style over the one a cell has", async ({ bench }) => {
    const style = bench.ask("style");
    await bench.make(
      { kind: "format", sheet: "Plan", areas: [area(0, 0, 2, 2)], style: { bold: true, fill: "DDEBF7" } },
      { kind: "format", sheet: "Plan", areas: [area(1, 1)], style: { fill: null, numberFormat: "yyyy-mm-dd" } },
    );
    expect(await style("Plan", 0, 0)).toMatchObject({ bold: true, fill: "DDEBF7" });
    expect(await style("Plan", 1, 1)).toMatchObject({ bold: true, fill: null, numberFormat: "yyyy-mm-dd" });
  });

  it("merges, keeps an identical merge, and replaces one that overlaps", async ({ bench }) => {
    const merges = bench.ask("merges");
    await bench.make({ kind: "merge", sheet: "Plan", areas: [area(0, 0, 1, 2), area(2, 0, 1, 2)] });
    await bench.make({ kind: "merge", sheet: "Plan", areas: [area(0, 0, 1, 2), area(2, 0, 2, 2)] });
    expect(await merges("Plan")).toEqual([area(0, 0, 1, 2), area(2, 0, 2, 2)]);
  });

  it("takes apart every merge in an area, one that it cuts too, before what was covered is written; others stay", async ({ bench }) => {
    const merges = bench.ask("merges");
    await bench.make({ kind: "merge", sheet: "Plan", areas: [area(0, 0, 1, 2), area(2, 0, 2, 2), area(6, 0, 1, 2)] });
    await bench.make({ kind: "unmerge", sheet: "Plan", area: area(0, 0, 3, 2) }, write(0, 0, [["code", "name"]]));
    expect(await merges("Plan")).toEqual([area(6, 0, 1, 2)]);
    expect(await bench.values()).toEqual([["code", "name"]]);
  });

  it("keeps only the first value of merged cells", async ({ bench }) => {
    await bench.make(write(0, 0, [["kept", "covered"]]), { kind: "merge", sheet: "Plan", areas: [area(0, 0, 1, 2)] });
    expect(await bench.values()).toEqual([["kept"]]);
  });

  it("sets widths and heights, and hides columns", async ({ bench }) => {
    const [width, height, isHidden] = [bench.ask("width"), bench.ask("height"), bench.ask("isHidden")];
    await bench.make(
      { kind: "widths", sheet: "Plan", column: 1, widths: [20, 8] },
      { kind: "heights", sheet: "Plan", row: 0, heights: [30] },
      { kind: "hideColumns", sheet: "Plan", column: 3, count: 2, hidden: true },
      { kind: "hideColumns", sheet: "Plan", column: 4, count: 1, hidden: false },
    );
    expect([await width("Plan", 1), await width("Plan", 2), await height("Plan", 0)]).toEqual([20, 8, 30]);
    expect([await isHidden("Plan", 3), await isHidden("Plan", 4)]).toEqual([true, false]);
  });
}

function rules(it: It): void {
  const list = (values: string[], ...areas: Validation["areas"]): Validation => ({
    areas,
    rule: { type: "list", values },
    title: "状态",
    message: "Choose one of the list.",
  });
  const rule = (formula: string): Highlight => ({
    areas: [area(1, 0, 9, 3)],
    formula: `AND(${MARK},${formula})`,
    style: { fill: "FFC7CE" },
  });

  it("replaces the validation of some cells and leaves their neighbours theirs", async ({ bench }) => {
    const validations = bench.ask("validations");
    await bench.make({ kind: "validate", sheet: "Plan", validations: [list(["open"], area(1, 0, 9))] });
    await bench.make({ kind: "validate", sheet: "Plan", validations: [list(["done"], area(3, 0, 2))] });
    const found = await validations("Plan");
    expect(found).toContainEqual(list(["done"], area(3, 0, 2)));
    expect(found).toContainEqual(list(["open"], area(1, 0, 2), area(5, 0, 5)));
    expect(found).toHaveLength(2);
  });

  it("replaces its own highlights and keeps their order", async ({ bench }) => {
    const highlights = bench.ask("highlights");
    await bench.make({ kind: "highlight", sheet: "Plan", highlights: [rule("$A2=1")] });
    await bench.make({ kind: "highlight", sheet: "Plan", highlights: [rule("$A2=2"), rule("$A2=3")] });
    expect(await highlights("Plan")).toEqual([rule("$A2=2"), rule("$A2=3")]);
  });
}

function charts(it: It): void {
  const figures = write(0, 0, [
    ["部门", "按期", "逾期", "比率"],
    ["销售部", 3, 1, 0.75],
    ["生产部", 5, 2, 0.71],
  ]);
  const drawn = (name: string, more: Partial<Chart> = {}): Chart => ({
    name: `concord.${name}`,
    area: area(5, 1, 12, 6),
    kind: "column",
    title: "各部门按期与逾期的事项",
    description: "柱形图",
    categories: { area: area(1, 0, 2) },
    series: [
      { name: "按期", values: { area: area(1, 1, 2) }, color: "1F4E79", hasLabels: true },
      { name: "逾期", values: { area: area(1, 2, 2) }, color: "9DC3E6" },
    ],
    categoryAxis: { title: "部门" },
    valueAxis: { title: "事项(项)", numberFormat: "0" },
    legend: "bottom",
    ...more,
  });
  // A program that chooses its own steps is not told them.
  const told = ({ description: _, valueAxis: { step: __, ...valueAxis }, ...chart }: Chart): Omit<Chart, "description"> => ({
    ...chart,
    valueAxis,
  });
  const rate = { name: "比率", values: { area: area(1, 3, 2) }, color: "C00000", isLine: true, isDashed: true, isSecondary: true };
  const kinds: Chart[] = [
    drawn("a"),
    drawn("b", { kind: "stackedColumn", legend: "right", area: area(5, 8, 10, 4) }),
    drawn("c", { kind: "bar", legend: "none", valueAxis: { title: "事项(项)", numberFormat: "0", min: 0, max: 10, step: 2 } }),
    drawn("f", { kind: "stackedBar" }),
    drawn("d", { kind: "line", series: [{ name: "逾期", values: { area: area(1, 2, 2) }, color: "9DC3E6", isDashed: true }] }),
    drawn("e", {
      kind: "columnLine",
      series: [...drawn("e").series, rate],
      secondaryAxis: { title: "比率(%)", numberFormat: "0%", min: 0, max: 1 },
    }),
  ];

  it("draws each kind as it is told", async ({ bench }) => {
    const charts = bench.ask("charts");
    await bench.make(figures, { kind: "chart", sheet: "Plan", charts: kinds });
    expect((await charts("Plan")).map((each) => told(each as Chart))).toEqual(kinds.map(told));
  });

  it("replaces its own, those of the same batch too, and takes away what is asked for no more", async ({ bench }) => {
    const charts = bench.ask("charts");
    const second = drawn("b", { title: "改名" });
    await bench.make(
      figures,
      { kind: "chart", sheet: "Plan", charts: [drawn("a")] },
      { kind: "chart", sheet: "Plan", charts: [drawn("a"), drawn("b")] },
    );
    await bench.make({ kind: "chart", sheet: "Plan", charts: [second] });
    expect(await charts("Plan")).toEqual([told(second)]);
    await bench.make({ kind: "chart", sheet: "Plan", charts: [] });
    expect(await charts("Plan")).toEqual([]);
  });

  it("takes values from another sheet, and refuses one that is not there", async ({ bench }) => {
    const charts = bench.ask("charts");
    const from = (sheet: string): Edit => {
      const series = drawn("a").series.map((each) => ({ ...each, values: { ...each.values, sheet } }));
      return { kind: "chart", sheet: "Other", charts: [drawn("a", { series, categories: { sheet, area: area(1, 0, 2) } })] };
    };
    await bench.make(figures, newSheet("Other"), from("Plan"));
    expect((await charts("Other")).flatMap(({ series }) => series.map(({ values }) => values.sheet))).toEqual(["Plan", "Plan"]);
    const refused = { code: "sheet-missing", params: { sheet: "Nowhere" } };
    expect(await bench.host.apply([from("Nowhere")])).toEqual({ applied: 0, stale: [], refused });
  });
}

function groups(it: It): void {
  const outline = (axis: "rows" | "columns", groups: Group[]): Edit => ({ kind: "group", sheet: "Plan", axis, first: 1, count: 8, groups });

  it("fold away together, and one within another is deeper", async ({ bench }) => {
    const [level, isRowHidden, isHidden] = [bench.ask("level"), bench.ask("isRowHidden"), bench.ask("isHidden")];
    const nested = [
      { first: 1, count: 4, isCollapsed: false },
      { first: 2, count: 2, isCollapsed: true },
      { first: 6, count: 2, isCollapsed: false },
    ];
    await bench.make(outline("rows", nested), outline("columns", nested.slice(0, 2)));
    const rows = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(await Promise.all(rows.map((row) => level("Plan", "rows", row)))).toEqual([0, 1, 2, 2, 1, 0, 1, 1, 0]);
    expect(await Promise.all(rows.map((row) => isRowHidden("Plan", row)))).toEqual(rows.map((row) => row === 2 || row === 3));
    expect(await Promise.all(rows.map((column) => level("Plan", "columns", column)))).toEqual([0, 1, 2, 2, 1, 0, 0, 0, 0]);
    expect(await Promise.all(rows.map((column) => isHidden("Plan", column)))).toEqual(rows.map((column) => column === 2 || column === 3));
  });

  it("become exactly what is asked, whatever they were, and how often it is asked", async ({ bench }) => {
    const [level, isRowHidden] = [bench.ask("level"), bench.ask("isRowHidden")];
    const wanted = outline("rows", [{ first: 4, count: 3, isCollapsed: false }]);
    await bench.make(outline("rows", [{ first: 1, count: 5, isCollapsed: true }]));
    await bench.make(wanted, wanted);
    expect(await Promise.all([1, 4, 6, 7].map((row) => level("Plan", "rows", row)))).toEqual([0, 1, 1, 0]);
    expect(await Promise.all([1, 4, 6, 7].map((row) => isRowHidden("Plan", row)))).toEqual([false, false, false, false]);
  });
}

function setUp(it: It): void {
  it("makes a table and resizes it by its name", async ({ bench }) => {
    bench.needs("tables");
    await bench.make(
      write(0, 0, [
        ["No", "Name"],
        [1, "a"],
        [2, "b"],
      ]),
    );
    await bench.make({ kind: "table", sheet: "Plan", name: "People", area: area(0, 0, 2, 2) });
    await bench.make({ kind: "table", sheet: "Plan", name: "people", area: area(0, 0, 3, 2) });
    expect((await bench.facts()).tables).toEqual([{ name: "People", area: area(0, 0, 3, 2), hasTotals: false }]);
  });

  it("defines a name, and moves it when it is defined again", async ({ bench }) => {
    await bench.make({ kind: "name", name: "Report_date", at: { sheet: "Plan", row: 0, column: 1 } });
    await bench.make({ kind: "name", name: "report_date", at: { sheet: "plan", row: 4, column: 1 } });
    const { names } = await bench.host.survey([]);
    expect(names).toEqual([{ name: "Report_date", sheet: "Plan", area: area(4, 1) }]);
  });

  it("protects a sheet and takes the protection off", async ({ bench }) => {
    await bench.make({ kind: "protect", sheet: "Plan", protect: true });
    expect((await bench.facts()).isProtected).toBe(true);
    await bench.make({ kind: "protect", sheet: "Plan", protect: false });
    expect((await bench.facts()).isProtected).toBe(false);
  });

  it("freezes rows and columns", async ({ bench }) => {
    const frozen = bench.ask("frozen");
    await bench.make({ kind: "freeze", sheet: "Plan", rows: 3, columns: 1 });
    expect(await frozen("Plan")).toEqual({ rows: 3, columns: 1 });
  });

  it("sets up the page", async ({ bench }) => {
    const page: PageSetup = {
      orientation: "landscape",
      paper: "A4",
      margins: { top: 15, bottom: 15, left: 10, right: 10 },
      fitWidth: 1,
      repeatRows: [0, 2],
      printArea: area(0, 0, 40, 8),
      footer: "&P / &N",
      centred: true,
    };
    const told = bench.ask("page");
    await bench.make({ kind: "page", sheet: "Plan", page });
    expect(await told("Plan")).toEqual(page);
  });

  it("takes the person to a cell", async ({ bench }) => {
    const selected = bench.ask("selected");
    await bench.host.reveal({ sheet: "Plan", row: 6, column: 1 });
    expect(await selected()).toEqual({ sheet: "Plan", row: 6, column: 1 });
  });
}

function refusals(it: It): void {
  it("refuses a batch that names a sheet that is not there, before writing any of it", async ({ bench }) => {
    const receipt = await bench.host.apply([write(0, 0, [["new"]]), { kind: "freeze", sheet: "Nowhere", rows: 1, columns: 0 }]);
    expect(receipt).toEqual({ applied: 0, stale: [], refused: { code: "sheet-missing", params: { sheet: "Nowhere" } } });
    expect(await bench.values()).toEqual([]);
  });

  it("takes 32,767 characters in a cell, and refuses one more before writing anything", async ({ bench }) => {
    const longest = "议".repeat(32_767);
    await bench.make(write(0, 0, [[longest]]));
    const receipt = await bench.host.apply([write(0, 0, [["new"]]), write(1, 0, [["a", `${longest}。`]])]);
    const refused = { code: "text-too-long", params: { sheet: "Plan", cell: "B2" } };
    expect(receipt).toEqual({ applied: 0, stale: [], refused });
    expect(await bench.values()).toEqual([[longest]]);
  });

  it("refuses to write to a protected sheet, but for its unlocked cells", async ({ bench }) => {
    bench.needs("refusals");
    await bench.make(
      { kind: "format", sheet: "Plan", areas: [area(0, 1)], style: { locked: false } },
      { kind: "protect", sheet: "Plan", protect: true },
    );
    const refused = { code: "sheet-protected", params: { sheet: "Plan" } };
    expect(await bench.host.apply([write(0, 0, [["new"]])])).toEqual({ applied: 0, stale: [], refused });
    await bench.make(write(0, 0, [[undefined, "new"]]));
    expect(await bench.values()).toEqual([[null, "new"]]);
  });

  it("writes to a protected sheet when the batch takes the protection off first", async ({ bench }) => {
    await bench.make({ kind: "protect", sheet: "Plan", protect: true });
    await bench.make({ kind: "protect", sheet: "Plan", protect: false }, write(0, 0, [["new"]]), {
      kind: "protect",
      sheet: "Plan",
      protect: true,
    });
    expect(await bench.values()).toEqual([["new"]]);
    expect((await bench.facts()).isProtected).toBe(true);
  });
}

import { beforeAll, describe, expect, it } from "vitest";
import { parseIso, type TableId, tableRows } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { runOn, snapshotOf } from "../support/registers.ts";

const monday = { today: parseIso("2026-11-23") ?? 0, now: 540, user: { name: "林晓彤", department: "" }, language: "zh-CN" as const };
const tuesday = { ...monday, today: monday.today + 1 };
const [FIRST, SECOND, THIRD] = ["XS2610-16", "XS2611-27", "XS2611-23"];
let sample: Workbook;

beforeAll(() => {
  sample = new Workbook();
  runOn(sample, "load-sample", {}, monday);
});

type Row = Record<string, string | number | null>;
const rowsIn = (book: Workbook, table: TableId): Row[] => tableRows(snapshotOf(book, [table]), table, monday) as Row[];
const orders = (book: Workbook) => snapshotOf(book, ["orders"]).tables.get("orders") ?? expect.fail("no orders");
const shares = (book: Workbook) =>
  Object.fromEntries(rowsIn(book, "orders").flatMap(({ no, allocated }) => (allocated === null ? [] : [[no, allocated]])));
const codes = ({ report, problems }: { report: readonly { code: string }[]; problems: readonly { code: string }[] }) => [
  ...report.map(({ code }) => code),
  ...problems.map(({ code }) => code),
];

function type(book: Workbook, no: string, field: string, value: string | number | null, product = "QX-750"): void {
  const { place, rows } = orders(book);
  const row = rows.find(({ values }) => (values as Row).no === no && (values as Row).product === product);
  book.sheet(place.sheet)?.setValue(row?.row ?? -1, place.columns.get(field) ?? -1, value);
}

/** What an ERP's list pasted over the orders does: its own columns in its own order of rows, ours left where they were. */
function paste(book: Workbook, change: (rows: (string | number | boolean | null)[][]) => (string | number | boolean | null)[][]): void {
  const { place, rows, cells } = orders(book);
  const width = place.columns.get("allocated") ?? 0;
  const lines = rows.map(({ row }) => (cells.values[row] ?? []).slice(0, width) as (string | number | boolean | null)[]);
  const pasted = change(lines);
  rows.forEach(({ row }, index) => {
    for (let column = 0; column < width; column++) book.sheet(place.sheet)?.setValue(row, column, pasted[index]?.[column] ?? null);
  });
}

describe("allocating the sample's orders", () => {
  it("shares the one product that is short by orders alone, priorities first, and says of each order why", () => {
    const book = copyOf(sample);
    const { report, problems } = runOn(book, "allocate-orders", {}, monday);
    expect(report).toEqual([
      {
        code: "allocation-shared",
        params: { product: "QX-750", period: "2026-W50", available: 780, asked: 1080, given: 780, n: 3, short: 300, left: 0 },
      },
    ]);
    expect(problems.map(({ code, params, severity, at }) => [code, severity, params.given, at?.sheet])).toEqual([
      ["allocation-full", "note", 60, "订单"],
      ["allocation-share", "note", 720, "订单"],
      ["allocation-used-up", "note", 0, "订单"],
    ]);
    expect(shares(book)).toEqual({ [FIRST as string]: 60, [SECOND as string]: 720, [THIRD as string]: 0 });
    expect(rowsIn(book, "orders").filter(({ allocatedOn }) => allocatedOn === "2026-11-23")).toHaveLength(3);
  });

  it("changes nothing when run again, also on another day", () => {
    const book = copyOf(sample);
    runOn(book, "allocate-orders", {}, monday);
    expect(runOn(book, "allocate-orders", {}, monday).edits).toBe(0);
    expect(runOn(book, "allocate-orders", {}, tuesday).edits).toBe(0);
  });

  it("says that there is nothing to share where orders are within what is available", () => {
    const book = copyOf(sample);
    const found = runOn(book, "allocate-orders", { product: "jd-1000" }, monday);
    expect(found.report[0]).toMatchObject({ code: "allocation-enough", params: { product: "JD-1000", asked: 220 } });
    expect(found.edits).toBe(0);
    expect(codes(runOn(book, "allocate-orders", { product: "QX-750", period: "W48" }, monday))).toEqual(["allocation-enough"]);
  });

  it("refuses a product or a period that there is not", () => {
    expect(codes(runOn(copyOf(sample), "allocate-orders", { product: "QX-999" }, monday))).toEqual(["allocation-product-unknown"]);
    expect(codes(runOn(copyOf(sample), "allocate-orders", { period: "2025-W01" }, monday))).toEqual(["allocation-period-unknown"]);
  });

  it("keeps what a person typed, and shares the rest; what is more than there is is said", () => {
    const book = copyOf(sample);
    runOn(book, "allocate-orders", {}, monday);
    type(book, THIRD as string, "allocated", 100);
    const found = runOn(book, "allocate-orders", { lots: "units" }, tuesday);
    expect(codes(found)).toContain("allocation-settled");
    expect(shares(book)).toEqual({ [FIRST as string]: 43, [SECOND as string]: 637, [THIRD as string]: 100 });
    type(book, SECOND as string, "allocated", 900);
    const over = runOn(book, "allocate-orders", {}, tuesday);
    expect(codes(over)).toContain("allocation-over");
    expect(shares(book)[SECOND as string]).toBe(900);
  });

  it("takes shares away once there is enough", () => {
    const book = copyOf(sample);
    runOn(book, "allocate-orders", {}, monday);
    type(book, SECOND as string, "ordered", 400);
    expect(codes(runOn(book, "allocate-orders", {}, monday))).toEqual(["allocation-none", "allocation-cleared"]);
    expect(shares(book)).toEqual({});
    expect(rowsIn(book, "orders").every(({ allocatedOn }) => allocatedOn === null)).toBe(true);
  });

  it("finds shares again after a list was pasted over the orders in another order of rows", () => {
    const book = copyOf(sample);
    runOn(book, "allocate-orders", {}, monday);
    const before = shares(book);
    paste(book, (rows) => [...rows].reverse());
    expect(shares(book)).not.toEqual(before);
    const refreshed = runOn(book, "refresh-balance", {}, tuesday);
    expect(refreshed.problems.find(({ code }) => code === "allocation-moved")?.params).toEqual({ n: 3 });
    expect(shares(book)).toEqual(before);
    expect(codes(runOn(book, "refresh-balance", {}, tuesday))).not.toContain("allocation-moved");
    expect(runOn(book, "allocate-orders", {}, tuesday).edits).toBe(0);
  });

  it("says which shares have no order any more, and shares anew", () => {
    const book = copyOf(sample);
    runOn(book, "allocate-orders", {}, monday);
    paste(book, (rows) => rows.filter(([no]) => no !== FIRST));
    const found = runOn(book, "allocate-orders", {}, tuesday);
    expect(found.problems.find(({ code }) => code === "allocation-lost")?.params.n).toBeGreaterThan(0);
    expect(shares(book)).toEqual({ [SECOND as string]: 760, [THIRD as string]: 0 });
    expect(found.report[0]).toMatchObject({ code: "allocation-shared-left", params: { left: 20 } });
    expect(runOn(book, "allocate-orders", {}, tuesday).edits).toBe(0);
  });

  it("stands in the reasons of the shortage", () => {
    const book = copyOf(sample);
    const why = () => String(rowsIn(book, "imbalances").find(({ subject, kind }) => subject === "QX-750" && kind === "shortage")?.why);
    runOn(book, "refresh-balance", {}, monday);
    expect(why()).not.toContain("分得");
    runOn(book, "allocate-orders", {}, monday);
    runOn(book, "refresh-balance", {}, monday);
    expect(why()).toContain(`${SECOND}-10 青禾节水灌溉工程 分得 720、欠 180`);
  });

  it("adds its columns at the right of a planner's own list, and no others", () => {
    const book = new Workbook();
    const fill = (name: string, lines: readonly (readonly (string | number)[])[]) => {
      const sheet = book.addSheet(name);
      lines.forEach((line, row) => {
        line.forEach((value, column) => {
          sheet.setValue(row, column, value);
        });
      });
    };
    fill("订单", [
      ["备货", "订单号", "产品编码", "订单数量", "要求交期", "业务员"],
      ["x", "SO-1", "P", 3000, "2026-11-24", "甲"],
      ["y", "SO-2", "P", 1000, "2026-11-25", "乙"],
    ]);
    fill("库存", [
      ["产品编码", "仓库", "库存数量"],
      ["P", "成品仓", 2000],
    ]);
    runOn(book, "allocate-orders", {}, monday);
    const { place } = orders(book);
    expect(place.headings).toEqual([
      "备货",
      "订单号",
      "产品编码",
      "订单数量",
      "要求交期",
      "业务员",
      "分配数量",
      "分配日期",
      "分配所属订单",
    ]);
    expect(shares(book)).toEqual({ "SO-1": 1500, "SO-2": 500 });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { parseIso, type TableId, tableRows } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { runOn, snapshotOf } from "../support/registers.ts";

const monday = { today: parseIso("2026-11-23") ?? 0, now: 540, user: { name: "林晓彤", department: "" }, language: "zh-CN" as const };
const tuesday = { ...monday, today: monday.today + 1 };
let sample: Workbook;
/** The shortage that the sample factory is about. */
let NO: string;

beforeAll(() => {
  sample = new Workbook();
  runOn(sample, "load-sample", {}, monday);
  runOn(sample, "plan-meetings", {}, monday);
  runOn(sample, "refresh-balance", {}, monday);
  NO = String(rowsIn(sample, "imbalances").find(({ kind, subject }) => kind === "shortage" && subject === "QX-750")?.no);
});

type Row = Record<string, string | number | null>;
const rowsIn = (book: Workbook, table: TableId, on = monday): Row[] => tableRows(snapshotOf(book, [table]), table, on) as Row[];
const imbalance = (book: Workbook): Row | undefined => rowsIn(book, "imbalances").find((row) => row.no === NO);

/** Types into a table, found by the first cell of a row. */
function type(book: Workbook, table: TableId, where: Row, field: string, value: number): void {
  const data = snapshotOf(book, [table]).tables.get(table);
  const row = data?.rows.find(({ values }) => Object.entries(where).every(([name, wanted]) => (values as Row)[name] === wanted));
  if (!data || !row) throw new Error(`no row ${JSON.stringify(where)}`);
  book.sheet(data.place.sheet)?.setValue(row.row, data.place.columns.get(field) ?? -1, value);
}

describe("the list of imbalances", () => {
  it("holds all five kinds of the sample factory, with why and what could be done", () => {
    const rows = rowsIn(sample, "imbalances");
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["shortage", "belowSafety", "excess", "overload", "componentShortage"]));
    for (const row of rows) expect(String(row.why), String(row.no)).toMatch(/\d/);
    expect(imbalance(sample)).toMatchObject({ subject: "QX-750", unit: "台", status: "open", timesSeen: 1 });
    expect(imbalance(sample)?.suggestion).toMatch(/^加产：QX-750/);
  });

  it("counts an imbalance once a day, however often it is looked at", () => {
    const book = copyOf(sample);
    runOn(book, "refresh-balance", {}, monday);
    expect(imbalance(book)?.timesSeen).toBe(1);
    runOn(book, "refresh-balance", {}, tuesday);
    expect(imbalance(book)).toMatchObject({ timesSeen: 2, firstSeen: "2026-11-23", lastSeen: "2026-11-24" });
  });

  it("marks one as resolved when it is gone, and opens it again when it comes back, although it had been dismissed", () => {
    const book = copyOf(sample);
    runOn(book, "dismiss-imbalance", { imbalance: NO, reason: "客户同意延期" }, monday);
    runOn(book, "refresh-balance", {}, tuesday);
    expect(imbalance(book)).toMatchObject({ status: "dismissed", reason: "客户同意延期" });
    type(book, "stock", { product: "QX-750" }, "usable", 5000);
    runOn(book, "refresh-balance", {}, tuesday);
    expect(imbalance(book)?.status).toBe("resolved");
    expect(runOn(book, "raise-imbalance", { imbalance: NO }, tuesday).problems[0]?.code).toBe("imbalance-resolved");
    type(book, "stock", { product: "QX-750" }, "usable", 300);
    runOn(book, "refresh-balance", {}, tuesday);
    expect(imbalance(book)?.status).toBe("open");
  });

  it("keeps who looks after one", () => {
    const book = copyOf(sample);
    runOn(book, "assign-imbalance", { imbalance: NO, owner: "陈志远" }, monday);
    runOn(book, "refresh-balance", {}, tuesday);
    expect(imbalance(book)).toMatchObject({ status: "assigned", owner: "陈志远" });
  });

  it("becomes a topic of the next meeting with its figures as they stood, which a later balance does not change", () => {
    const book = copyOf(sample);
    const why = imbalance(book)?.why;
    runOn(book, "raise-imbalance", { imbalance: NO }, monday);
    const no = imbalance(book)?.topic;
    const topic = () => rowsIn(book, "topics").find((row) => row.no === no);
    expect(imbalance(book)?.status).toBe("raised");
    expect(topic()).toMatchObject({ section: "balance", urgency: "high", background: why });
    type(book, "stock", { product: "QX-750" }, "usable", 200);
    runOn(book, "refresh-balance", {}, tuesday);
    expect(imbalance(book)?.why).not.toBe(why);
    expect(topic()?.background).toBe(why);
    expect(runOn(book, "raise-imbalance", { imbalance: NO }, tuesday).edits).toBe(0);
  });
});

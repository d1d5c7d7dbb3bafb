import { beforeAll, describe, expect, it } from "vitest";
import { parseIso, type TableId, tableRows } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { runOn, snapshotOf } from "../support/registers.ts";

const held = { today: parseIso("2026-11-25") ?? 0, now: 540, user: { name: "林晓彤", department: "" }, language: "zh-CN" as const };
let book: Workbook;

beforeAll(() => {
  book = new Workbook();
  for (const id of ["load-sample", "plan-meetings", "refresh-balance"]) runOn(book, id, {}, held);
  runOn(book, "generate-minutes", { meeting: "CX-2026-W48-1" }, held);
});

type Row = Record<string, string | number | null>;
const rowsIn = (table: TableId): Row[] => tableRows(snapshotOf(book, [table]), table, held) as Row[];

/** Each row of a sheet by the words and numbers in its cells. */
function linesOf(name: string): (string | number | boolean | null)[][] {
  const sheet = book.sheet(name);
  return [...(sheet?.cells.keys() ?? [])]
    .sort((a, b) => a - b)
    .map((row) => Array.from({ length: 20 }, (_, column) => sheet?.cell(row, column)?.value ?? null) as (string | number | null)[]);
}

/** A figure of a sheet of the balance: of what, which row, in which period; rounded as the minutes say it. */
function figure(sheet: string, subject: string, marker: string, period: string): number {
  const lines = linesOf(sheet);
  const column = lines.find((line) => line.includes("合计"))?.indexOf(period) ?? -1;
  const value = lines.find((line) => line[0] === marker && line[1] === subject)?.[column];
  return Math.round(Number(value) * 100) / 100;
}

describe("the minutes and the sheets of the balance", () => {
  const inMinutes = (subject: string, period: string) =>
    linesOf("会议记录 CX-2026-W48-1")
      .find((line) => line[1] === subject && line.includes(period))
      ?.flatMap((value) => (typeof value === "number" ? [value] : []));

  it("say the same of a component that is short", () => {
    const [short] = rowsIn("imbalances").filter(({ kind }) => kind === "componentShortage");
    const [subject, period] = [String(short?.subject), String(short?.to)];
    const of = (marker: string) => figure("物料保障表", subject, marker, period);
    expect(inMinutes(subject, period)).toEqual(["stock", "needed", "supply", "balance"].map(of));
  });

  it("say the same of a product that is short", () => {
    const { subject, from } = rowsIn("imbalances").find(({ kind }) => kind === "shortage") ?? {};
    const of = (marker: string) => figure("产销存平衡表", String(subject), marker, String(from));
    const said = inMinutes(String(subject), String(from)) ?? [];
    expect(said.slice(0, 6)).toEqual(["opening", "demand", "production", "closing", "safety", "gap"].map(of));
  });
});

describe("the way out of an imbalance", () => {
  it("tells what it makes worse with what that counts", () => {
    const worse = rowsIn("imbalances").flatMap(({ suggestion }) => /但会加重：(.*)。/.exec(String(suggestion))?.[1]?.split("、") ?? []);
    expect(worse.length).toBeGreaterThan(2);
    expect(worse.filter((each) => !/\+[\d.]+(小时|台|个|米|kg)$/.test(each))).toEqual([]);
  });
});

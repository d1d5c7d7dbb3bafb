import { beforeAll, describe, expect, it } from "vitest";
import { parseIso, tableRows } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { runOn, snapshotOf } from "../support/registers.ts";

const context = { today: parseIso("2026-11-22") ?? 0, now: 540, user: { name: "", department: "" }, language: "zh-CN" as const };
let sample: Workbook;
let resolution: string;

beforeAll(() => {
  sample = new Workbook();
  runOn(sample, "load-sample", {}, context);
  resolution = rowsIn(sample, "resolutions").at(-1)?.no ?? "";
});

function rowsIn(book: Workbook, table: "resolutions" | "expectedChanges"): Record<string, string>[] {
  return tableRows(snapshotOf(book, [table], context.language), table, context) as Record<string, string>[];
}

const more = { product: "QX-750", period: "2026-W48", amount: 200, line: "A" };

describe("what a resolution is expected to change", () => {
  it("is numbered below the resolution, counts as a change of the plan where nothing else is said, and belongs to its meeting", () => {
    const book = copyOf(sample);
    runOn(book, "expect-changes", { resolution, changes: [more, { ...more, kind: "forecast", amount: -50 }] }, context);
    expect(rowsIn(book, "expectedChanges")).toMatchObject([
      { no: `${resolution}-E1`, resolution, kind: "plan", product: "QX-750", period: "2026-W48", amount: 200, line: "A" },
      { no: `${resolution}-E2`, kind: "forecast", amount: -50 },
    ]);
    expect(resolution.startsWith(rowsIn(book, "expectedChanges")[0]?.meeting ?? "?")).toBe(true);
  });

  it("is corrected, not added to, when the same product and period are said again", () => {
    const book = copyOf(sample);
    runOn(book, "expect-changes", { resolution, changes: [more] }, context);
    runOn(book, "expect-changes", { resolution, changes: [{ ...more, product: "qx-750 ", amount: 150 }] }, context);
    expect(rowsIn(book, "expectedChanges").map(({ no, amount }) => [no, amount])).toEqual([[`${resolution}-E1`, 150]]);
  });

  it("is refused whole where one of them changes nothing, and where the resolution is unknown", () => {
    const book = copyOf(sample);
    const refused = runOn(book, "expect-changes", { resolution, changes: [more, { ...more, amount: 0 }] }, context);
    expect(refused.problems.map(({ code }) => code)).toEqual(["change-of-nothing"]);
    expect(runOn(book, "expect-changes", { resolution: "X-R9", changes: [more] }, context).problems[0]?.code).toBe("resolution-unknown");
    expect(rowsIn(book, "expectedChanges")).toEqual([]);
  });

  it("is kept as the tables spell product and period, whatever was typed", () => {
    const book = copyOf(sample);
    const { problems } = runOn(book, "expect-changes", { resolution, changes: [{ ...more, product: "qx-750", period: "50周" }] }, context);
    expect(problems).toEqual([]);
    expect(rowsIn(book, "expectedChanges")).toMatchObject([{ product: "QX-750", period: "2026-W50" }]);
  });

  it("is kept with a warning where its period is over, or is a month while weeks are balanced", () => {
    const book = copyOf(sample);
    const changes = [
      { ...more, period: "2026-W10" },
      { ...more, period: "2026-12" },
      { ...more, period: "年后" },
    ];
    const { problems } = runOn(book, "expect-changes", { resolution, changes }, context);
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([
      ["warning", "change-period-outside"],
      ["warning", "change-period-outside"],
      ["warning", "change-period-unreadable"],
    ]);
    expect(rowsIn(book, "expectedChanges")).toHaveLength(3);
  });

  it("is kept for a product that the table does not know, with a warning", () => {
    const book = copyOf(sample);
    const { problems } = runOn(book, "expect-changes", { resolution, changes: [{ ...more, product: "没有的" }] }, context);
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "change-product-unknown"]]);
    expect(rowsIn(book, "expectedChanges")).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { type Edit, type Highlight, MARK, type Receipt } from "../../core/index.ts";
import { ExcelRefused } from "../../excel-addin/host/refusal.ts";
import { area, write } from "../support/host-bench.ts";
import { newBook, type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { runCommand } from "./run-command.ts";

/** Excel with an empty sheet `Plan`. */
function openPlan(): OpenedExcel {
  const workbook = newBook();
  workbook.addSheet("Plan");
  return openExcel(workbook);
}

async function syncsOf({ bridge }: OpenedExcel, work: () => PromiseLike<unknown> | unknown): Promise<number> {
  const before = bridge.syncs;
  await work();
  return bridge.syncs - before;
}

const plan = ({ workbook }: OpenedExcel) => workbook.sheet("Plan") ?? expect.fail("no Plan");
const refused = (code: string, params: object = {}): Receipt => ({ applied: 0, stale: [], refused: { code, params: { ...params } } });

describe("round trips", () => {
  it.each([3, 3_000])("stay one to survey, one to read, one to look and one to write %i rows", async (rows) => {
    const excel = openPlan();
    const values = Array.from({ length: rows }, (_, row) => [`CX-${row}`, row, "议题", true]);
    const expected = values.map((line) => line.map(() => null));
    expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(1);
    expect(await syncsOf(excel, () => excel.host.apply([write(0, 0, values, expected)]))).toBe(2);
    expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(1);
    expect(await syncsOf(excel, () => excel.host.read(["Plan"]))).toBe(1);
  });

  it("are one more for each further 4 MB written", async () => {
    const excel = openPlan();
    const values = Array.from({ length: 300 }, (_, row) => [`${row}${"议".repeat(6_000)}`]);
    expect(await syncsOf(excel, () => excel.host.apply([write(0, 0, values)]))).toBe(3);
    expect(Math.max(...excel.bridge.bytes)).toBeLessThan(5_000_000);
    await excel.host.survey([]);
    expect((await excel.host.read(["Plan"]))[0]?.values).toEqual(values);
  });

  it("are one more for each further 4 MB read, however many cells they are", async () => {
    const read = async (excel: OpenedExcel): Promise<{ readonly syncs: number; readonly rows: readonly unknown[] }> => {
      expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(1);
      const before = excel.bridge.syncs;
      const rows = (await excel.host.read(["Plan"]))[0]?.values ?? [];
      return { syncs: excel.bridge.syncs - before, rows };
    };
    const small = openPlan();
    for (let row = 0; row < 30_000; row++) for (let column = 0; column < 5; column++) plan(small).setValue(row, column, row % 9);
    const { syncs, rows } = await read(small);
    expect([syncs, rows.length, rows[29_999]]).toEqual([1, 30_000, [2, 2, 2, 2, 2]]);

    const large = openPlan();
    for (let row = 0; row < 400; row++) plan(large).setValue(row, 0, `${row}${"议".repeat(2_500)}`);
    const known = await read(large);
    expect([known.syncs, known.rows.length, known.rows[399]]).toEqual([2, 400, [`399${"议".repeat(2_500)}`]]);
    expect(Math.max(...large.bridge.answered)).toBeLessThan(4_000_000);
  });

  it("are two more, once, where the sheets that come with the survey are too large for it", async () => {
    const excel = openPlan();
    for (let row = 0; row < 400; row++) plan(excel).setValue(row, 0, `${row}${"议".repeat(2_500)}`);
    const whole = ["Plan"];
    expect(await syncsOf(excel, async () => expect((await excel.host.survey(whole)).whole[0]?.values).toHaveLength(400))).toBe(4);
    expect(await syncsOf(excel, async () => expect((await excel.host.survey(whole)).whole[0]?.values).toHaveLength(400))).toBe(3);
  });

  it("grow with the bytes, and none is refused, where thousands of rows change here and there", async () => {
    const excel = openPlan();
    const edits = Array.from({ length: 6_000 }, (_, row): Edit => write(row * 4, 0, [[row]], [[null]]));
    const syncs = await syncsOf(excel, async () => expect((await excel.host.apply(edits)).applied).toBe(6_000));
    expect(syncs).toBeLessThanOrEqual(2 + Math.floor(excel.bridge.bytes.reduce((sum, bytes) => sum + bytes, 0) / 2_000_000));
    expect(Math.max(...excel.bridge.bytes)).toBeLessThan(5_000_000);
  });

  it("are one more, once, where a workbook has more than 64 sheets", async () => {
    const excel = openPlan();
    for (let index = 0; index < 70; index++) excel.workbook.addSheet(`S${index}`).setValue(0, 0, index);
    expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(2);
    expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(1);
    expect((await excel.host.survey([])).sheets.at(-1)).toMatchObject({ name: "S69", head: [[69]] });
  });

  it("are one more, once, where a person made a table", async () => {
    const excel = openPlan();
    plan(excel).setValue(0, 0, "No");
    plan(excel).tables.push({ name: "Theirs", area: area(0, 0, 2), hasTotals: false });
    expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(2);
    expect(await syncsOf(excel, () => excel.host.survey([]))).toBe(1);
    expect((await excel.host.survey([])).sheets[1]?.tables).toEqual([{ name: "Theirs", area: area(0, 0, 2), hasTotals: false }]);
  });
});

describe("another person", () => {
  it("who types between the look and the write keeps what they typed", async () => {
    const excel = openPlan();
    plan(excel).setValue(0, 0, "old");
    excel.bridge.beforeSync = (sync) => {
      if (sync === 2) plan(excel).setValue(0, 0, "=theirs");
    };
    const receipt = await excel.host.apply([write(0, 0, [["new", "other"]], [["old", null]])]);
    expect(receipt).toEqual({ applied: 0, stale: [{ sheet: "Plan", row: 0, column: 0 }] });
    expect((await excel.host.read(["Plan"]))[0]?.values).toEqual([["=theirs"]]);
  });

  it("is told where what they typed could not be put back, since the connection broke right then", async () => {
    const excel = openPlan();
    excel.bridge.beforeSync = (sync) => {
      if (sync === 2) plan(excel).setValue(0, 1, "theirs");
    };
    excel.bridge.fault = { sync: 3, afterActions: 0 };
    const receipt = await excel.host.apply([write(0, 0, [["new", "other"]], [[null, null]])]);
    expect(receipt).toEqual(refused("excel-not-put-back", { sheet: "Plan", cell: "B1" }));
  });

  it("who deletes a sheet between reading and writing is told of", async () => {
    const excel = openPlan();
    await excel.host.survey([]);
    excel.workbook.sheets.splice(1, 1);
    expect(await excel.host.apply([write(0, 0, [["new"]])])).toEqual(refused("sheet-missing", { sheet: "Plan" }));
  });

  it("who filters a sheet keeps their filter, and nothing is written into the wrong rows", async () => {
    const excel = openPlan();
    plan(excel).filter = { area: area(0, 0, 3), hidesRows: true };
    expect((await excel.host.survey([])).sheets[1]?.isFiltered).toBe(true);
    expect(await excel.host.apply([write(0, 0, [["new"]])])).toEqual(refused("excel-sheet-filtered", { sheet: "Plan" }));
  });
});

describe("what is a person's", () => {
  it("stays: their own highlights, behind ours, however often a batch sets ours", async () => {
    const excel = openPlan();
    const theirs: Highlight = { areas: [area(0, 0, 9)], formula: "$A1>7", style: { fill: "FFC7CE" } };
    const ours = (value: number): Highlight => ({ ...theirs, formula: `AND(${MARK},$A1=${value})` });
    const set = (...highlights: Highlight[]): Edit => ({ kind: "highlight", sheet: "Plan", highlights });
    plan(excel).highlights = [theirs, ours(9)];
    expect((await excel.host.apply([set(ours(1)), set(ours(2), ours(3))])).applied).toBe(2);
    expect(plan(excel).highlights).toEqual([ours(2), ours(3), theirs]);
  });
});

describe("an error of Excel", () => {
  it.each([
    ["AccessDenied", "excel-access-denied"],
    ["InvalidOperationInCellEditMode", "excel-editing-cell"],
    ["MergedRangeConflict", "excel-merged"],
    ["RequestPayloadSizeLimitExceeded", "excel-too-large"],
  ])("%s becomes words of its own", async (code, word) => {
    const excel = openPlan();
    excel.bridge.refusesWith = code;
    expect(await excel.host.apply([write(0, 0, [["new"]])])).toEqual(refused(word));
  });

  it("that nobody foresaw is told with its code", async () => {
    const excel = openPlan();
    excel.bridge.refusesWith = "GeneralException";
    const { refused } = await excel.host.apply([write(0, 0, [["new"]])]);
    expect(refused).toMatchObject({ code: "excel-failed", params: { code: "GeneralException" } });
  });

  it("while reading reaches the caller as the same words", async () => {
    const excel = openPlan();
    excel.bridge.refusesWith = "InvalidOperationInCellEditMode";
    const error = await runCommand(excel.host, "refresh-tracking").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ExcelRefused);
    expect(error).toMatchObject({ refusal: { code: "excel-editing-cell" } });
  });
});

describe("a workbook of the 1904 system", () => {
  it("is told from one of the 1900 system", async () => {
    const excel = openPlan();
    expect((await excel.host.survey([])).dateSystem).toBe(1900);
    excel.workbook.dateSystem = 1904;
    expect((await excel.host.survey([])).dateSystem).toBe(1904);
  });
});

describe("the stand-in for Excel", () => {
  const batch = async (work: (context: Excel.RequestContext) => void): Promise<unknown> => {
    openPlan();
    return Excel.run(async (context) => {
      work(context);
      await context.sync();
    }).catch((error: { code: string }) => error.code);
  };
  const range = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Plan").getRange("A1:B2");

  it.each<[string, (context: Excel.RequestContext) => void]>([
    ["a property that does not exist", (context) => range(context).load("valuez")],
    ["a member that it does not model", (context) => range(context).calculate()],
    ["an enum's unknown word", (context) => range(context).format.set({ horizontalAlignment: "left" as "Left" })],
    [
      "cells of another shape",
      (context) => {
        range(context).formulas = [["a"]];
      },
    ],
    [
      "a colour by name",
      (context) => {
        range(context).format.fill.color = "red";
      },
    ],
    [
      "a date as a number where a text is due",
      (context) => range(context).dataValidation.set({ rule: { date: { formula1: 1 as never, operator: "Between" } } }),
    ],
  ])("refuses %s", async (_, work) => {
    expect(await batch(work)).toBe("InvalidArgument");
  });

  it("takes a text for a formula, a number or a date as Excel does, so that an apostrophe is needed", async () => {
    const excel = openPlan();
    await Excel.run(async (context) => {
      range(context).formulas = [
        ["007", "2026-11-18"],
        ["TRUE", "'007"],
      ];
      await context.sync();
    });
    expect((await excel.host.read(["Plan"]))[0]?.values).toEqual([
      [7, 46_344],
      [true, "007"],
    ]);
  });
});

describe("what is read back", () => {
  it("is compared with what was written", async () => {
    const excel = openPlan();
    const stubborn: Edit = write(0, 0, [["new"]]);
    const cell = plan(excel).touch(0, 0);
    Object.defineProperty(cell, "value", { get: () => "old", set: () => {} });
    expect(await excel.host.apply([stubborn])).toEqual(refused("excel-not-kept", { sheet: "Plan", cell: "A1" }));
  });
});

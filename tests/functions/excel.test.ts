import { describe, expect, it } from "vitest";
import { type Language, parseIso, sheetFunctions, toSerial } from "../../core/index.ts";
import { associateFunctions } from "../../excel-addin/functions/associate.ts";
import { functionsMetadata } from "../../excel-addin/functions/metadata.ts";
import { callFunction, openRuntime } from "./custom-functions-runtime.ts";

const serial = (iso: string) => toSerial(parseIso(iso) ?? Number.NaN, 1900);

function open(language: () => Language = () => "en") {
  const runtime = openRuntime();
  expect(associateFunctions(language, runtime)).toBe(sheetFunctions.length);
  return { runtime, call: (id: string, ...given: unknown[]) => callFunction(runtime, id, given) };
}

describe("the functions in Excel's own runtime", () => {
  it("are those that the metadata describes, neither more nor fewer", () => {
    const known = Object.keys(open().runtime._association.mappings).sort();
    expect(known.length).toBeGreaterThan(0);
    for (const language of ["zh-CN", "en"] as const)
      expect(
        functionsMetadata(language)
          .functions.map(({ id }) => id)
          .sort(),
      ).toEqual(known);
  });

  it("answer a range with a range, and a single value with one", () => {
    const { call } = open();
    expect(call("PAB", 64, [[0, 0, 70]], [[33, 30, 30]])).toEqual({ value: [[31, 1, 41]] });
    expect(call("ATP", 80, [[0], [60]], [[30], [5]], null)).toEqual({ value: [[50], [55]] });
    expect(call("COVER", 100, [[10, 10]])).toEqual({ value: ">2" });
  });

  it("take what Excel leaves out as null, and never the invocation behind the arguments", () => {
    const { call } = open();
    expect(call("NET_FORECAST", [[350, 350]], [[300, 400]], null, null)).toEqual({ value: [[50, 0]] });
    expect(call("NET_FORECAST", [[350, 350]], [[300, 400]])).toEqual({ value: [[50, 0]] });
    expect(call("MINUTES_DUE", [[serial("2026-09-30")]], null)).toEqual({ value: [[serial("2026-10-08")]] });
    expect(call("MINUTES_DUE", "2026-09-30")).toEqual({ value: [[serial("2026-10-08")]] });
  });

  it("show #VALUE! with a message in the language that Excel has by then", () => {
    let language: Language = "en";
    const { call } = open(() => language);
    expect(call("PAB", 0, [[1, "x"]], [[1, 1]])).toEqual({
      error: "#VALUE!",
      message: "“production”, value 2, is not a number: x. Type a number, or leave the cell blank for 0.",
    });
    language = "zh-CN";
    expect(call("PAB", 0, [[1, "x"]], [[1, 1]])).toEqual({
      error: "#VALUE!",
      message: "「生产」第 2 个值不是数字：x。请填数字；没有则留空，按 0 计。",
    });
  });

  it("spoil only the cell of a date that cannot be read", () => {
    const { runtime, call } = open();
    const found = call("ISO_WEEK_KEY", [["2026-11-18"], ["soon"], [null]]);
    const rows = "value" in found ? (found.value as unknown[][]) : [];
    expect(rows.map(([cell]) => (cell instanceof runtime.Error ? cell.code : cell))).toEqual(["2026-W47", "#VALUE!", ""]);
    expect(String(rows[1]?.[0])).toContain("“date” is not a date that can be read: soon.");
  });

  it("name an error that stands in a cell they were given", () => {
    const { runtime, call } = open();
    expect(call("PAB", 0, [[1, new runtime.Error("#N/A")]], [[1, 1]])).toEqual({
      error: "#VALUE!",
      message: "“production”, value 2, is the error #N/A. Correct that cell first.",
    });
  });

  it("are left alone where there is no Excel", () => {
    expect(associateFunctions()).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  type Argument,
  answer,
  isFault,
  type Language,
  parseIso,
  sayFault,
  sheetFunctions,
  toSerial,
} from "../../core/index.ts";

const functionOf = (id: string) => {
  const found = sheetFunctions.find((each) => each.id === id);
  if (!found) throw new Error(`there is no function ${id}`);
  return found;
};
const call = (id: string, ...given: Argument[]): Answer => answer(functionOf(id), given);
const serial = (iso: string) => toSerial(parseIso(iso) ?? Number.NaN, 1900);
const across = (...cells: (string | number | null)[]) => [cells];
const down = (...cells: (string | number | null)[]) => cells.map((cell) => [cell]);

/** What is said about an answer that is a fault. */
function said(found: Answer, language: Language = "en"): string {
  if (!isFault(found)) throw new Error(`no fault: ${JSON.stringify(found)}`);
  return sayFault(language, found);
}

describe("WORKDAY_AFTER", () => {
  it("works through make-up days and skips public holidays", () => {
    expect(call("WORKDAY_AFTER", serial("2026-02-13"), 1)).toEqual([[serial("2026-02-14")]]);
    expect(call("WORKDAY_AFTER", "2026-09-30", 1)).toEqual([[serial("2026-10-08")]]);
    expect(call("WORKDAY_AFTER", "2026-10-08", -1)).toEqual([[serial("2026-09-30")]]);
    expect(call("WORKDAY_AFTER", "2026-11-21", 0)).toEqual([[serial("2026-11-21")]]);
  });

  it("goes by weekdays where the calendar is not known", () => {
    expect(call("WORKDAY_AFTER", "2040-10-01", 1)).toEqual([[serial("2040-10-02")]]);
    expect(call("WORKDAY_AFTER", "2040-10-05", 1)).toEqual([[serial("2040-10-08")]]);
  });

  it("drops the time of a date", () => {
    expect(call("WORKDAY_AFTER", serial("2026-11-18") + 0.75, 1)).toEqual([[serial("2026-11-19")]]);
  });

  it("answers each cell of a column by itself, blank for blank", () => {
    const found = call("WORKDAY_AFTER", down("2026-11-18", null, "", "someday"), 1);
    expect(found).toEqual([[serial("2026-11-19")], [""], [""], [expect.objectContaining({ code: "function-not-a-date" })]]);
  });

  it("takes a number of days for each date, or one date for all", () => {
    expect(call("WORKDAY_AFTER", across("2026-11-18", "2026-11-19"), across(1, 2))).toEqual([[serial("2026-11-19"), serial("2026-11-23")]]);
    expect(call("WORKDAY_AFTER", "2026-11-18", down(1, 2))).toEqual([[serial("2026-11-19")], [serial("2026-11-20")]]);
  });

  it("refuses ranges of different sizes, parts of days, and more days than anybody plans", () => {
    expect(said(call("WORKDAY_AFTER", down("2026-11-18", "2026-11-19"), across(1, 2)))).toBe(
      "“days” is a range of 1 × 2 cells, “date” of 2 × 1. Select ranges of one size, or a single cell.",
    );
    for (const days of [1.5, 20_001, "3", true])
      expect(call("WORKDAY_AFTER", "2026-11-18", days)).toEqual([
        [expect.objectContaining({ code: expect.stringMatching(/^function-not-/) })],
      ]);
  });

  it("refuses a result that no sheet shows as a date", () => {
    expect(call("WORKDAY_AFTER", "9999-12-31", 5)).toEqual([[expect.objectContaining({ code: "function-beyond-dates" })]]);
    expect(call("WORKDAY_AFTER", "1900-01-02", -5)).toEqual([[expect.objectContaining({ code: "function-beyond-dates" })]]);
  });
});

describe("WORKDAYS", () => {
  it("counts the last date and not the first", () => {
    expect(call("WORKDAYS", "2026-09-30", "2026-10-12")).toEqual([[4]]);
    expect(call("WORKDAYS", "2026-10-12", "2026-09-30")).toEqual([[-4]]);
    expect(call("WORKDAYS", "2026-10-12", "2026-10-12")).toEqual([[0]]);
    expect(call("WORKDAYS", "2026-10-12", null)).toEqual([[""]]);
  });

  it("counts what WORKDAY_AFTER went", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: serial("2024-01-01"), max: serial("2028-12-31") }),
        fc.integer({ min: -300, max: 300 }),
        (date, days) => {
          const found = call("WORKDAY_AFTER", date, days);
          if (isFault(found) || typeof found !== "object" || typeof found[0]?.[0] !== "number") throw new Error("no date");
          // Counted back from a day off, the working days are one less: the day off itself is not one.
          const isWorkday = JSON.stringify(call("WORKDAYS", date - 1, date)) === "[[1]]";
          expect(call("WORKDAYS", date, found[0][0])).toEqual([[days < 0 && !isWorkday ? days + 1 : days]]);
        },
      ),
    );
  });

  it("refuses a span that a mistyped year made", () => {
    expect(call("WORKDAYS", "2026-11-18", "2206-11-18")).toEqual([[expect.objectContaining({ code: "function-too-far-apart" })]]);
  });

  it("answers blank for a blank, beside a date that is one", () => {
    expect(call("WORKDAYS", across("2026-11-18", null), null)).toEqual([["", ""]]);
    expect(call("WORKDAYS", null, down("2026-11-18", "2026-11-19"))).toEqual([[""], [""]]);
  });
});

describe("MINUTES_DUE", () => {
  it("is one working day after the meeting", () => {
    expect(call("MINUTES_DUE", "2026-09-30")).toEqual([[serial("2026-10-08")]]);
    expect(call("MINUTES_DUE", "2026-11-18", down("2026-11-19"))).toEqual([[serial("2026-11-20")]]);
  });
});

describe("ISO_WEEK_KEY", () => {
  it("names the week by its Thursday's year", () => {
    expect(call("ISO_WEEK_KEY", down(serial("2026-11-18"), "2027-01-01", null))).toEqual([["2026-W47"], ["2026-W53"], [""]]);
  });
});

describe("NET_FORECAST", () => {
  it("gives what is left of the forecast, in the direction of the forecast", () => {
    expect(call("NET_FORECAST", across(350, 350, 350, 350), across(300, 500, 280, 0))).toEqual([[50, 0, 70, 350]]);
    expect(call("NET_FORECAST", down(350, 350, 350, 350), across(300, 500, 280, 0), 1, 1)).toEqual([[0], [0], [0], [320]]);
  });

  it("takes a window that is blank or left out as none", () => {
    expect(call("NET_FORECAST", across(350, 350), across(300, 500), null, undefined)).toEqual([[50, 0]]);
  });

  it("refuses a window that is not a number of periods", () => {
    expect(said(call("NET_FORECAST", across(1), across(1), -1))).toBe("“backward” has to be a whole number from 0 to 1000, and is: -1.");
    expect(said(call("NET_FORECAST", across(1), across(1), 0, 0.5), "zh-CN")).toBe("「向后期数」应为 0 到 1000 的整数，现为：0.5。");
  });
});

describe("PAB", () => {
  it("is that of the textbook's pumps", () => {
    const demand = across(33, 30, 30, 30, 40, 40, 40, 40);
    expect(call("PAB", 64, across(0, 0, 70, 0, 70, 0, 70, 70), demand)).toEqual([[31, 1, 41, 11, 41, 1, 31, 61]]);
  });

  it("takes blank cells as 0, a single cell, and an opening below zero", () => {
    expect(call("PAB", null, down(null, 5), down("", 2))).toEqual([[0], [3]]);
    expect(call("PAB", -3, 10, 2)).toEqual([[5]]);
  });

  it.each([
    [
      "text",
      "abc",
      " is not a number: abc. Type a number, or leave the cell blank for 0.",
      "不是数字：abc。请填数字；没有则留空，按 0 计。",
    ],
    [
      "text that looks like a number",
      "12",
      " is not a number: 12. Type a number, or leave the cell blank for 0.",
      "不是数字：12。请填数字；没有则留空，按 0 计。",
    ],
    [
      "TRUE",
      true,
      " is not a number: TRUE. Type a number, or leave the cell blank for 0.",
      "不是数字：TRUE。请填数字；没有则留空，按 0 计。",
    ],
    ["a negative number", -1, " is negative: -1. Type 0 or more.", "是负数：-1。请填 0 或正数。"],
    ["an error", { error: "#REF!" }, " is the error #REF!. Correct that cell first.", "是错误 #REF!。请先改正该单元格。"],
  ])("says where %s stands", (_, cell, en, zh) => {
    const found = call("PAB", 64, across(0, 0), [[1, cell]]);
    expect(said(found)).toBe(`“demand”, value 2,${en}`);
    expect(said(found, "zh-CN")).toBe(`「需求」第 2 个值${zh}`);
  });

  it("refuses periods that do not match, and a block of cells", () => {
    const block = [...across(1, 2), ...across(3, 4)];
    expect(said(call("PAB", 0, across(1, 2), across(1)))).toBe("“demand” has 1 cell, “production” has 2. Select the same periods.");
    expect(said(call("PAB", 0, block, across(1)))).toBe("“production” has to be one row or one column, and is 2 rows by 2 columns.");
    expect(said(call("PAB", across(1, 2), across(1), across(1)))).toBe("“opening” has to be one cell, and is 1 row by 2 columns.");
  });

  it("names the first fault only", () => {
    expect(said(call("PAB", "x", across("y"), across("z")))).toContain("“opening”");
  });
});

describe("ATP", () => {
  const supply = [0, 0, 60, 0, 0, 60, 0, 0];
  const orders = [30, 25, 30, 10, 0, 35, 0, 0];

  it("leaves periods without a lot blank", () => {
    expect(call("ATP", 80, across(...supply), across(...orders))).toEqual([[25, "", 20, "", "", 25, "", ""]]);
  });

  it("cumulates where asked to", () => {
    expect(call("ATP", 80, down(...supply), down(...orders), true)).toEqual([[25], [25], [45], [45], [45], [70], [70], [70]]);
    expect(call("ATP", 80, across(...supply), across(...orders), false)).toEqual([[25, "", 20, "", "", 25, "", ""]]);
  });

  it("refuses a flag that is none", () => {
    expect(said(call("ATP", 80, across(1), across(1), "maybe"))).toBe("“cumulative” has to be TRUE or FALSE, and is: maybe.");
  });
});

describe("COVER", () => {
  it("counts the last period by its share", () => {
    const demand = across(80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 40, 44, 48, 52, 56, 60, 64, 68, 72);
    expect(call("COVER", 500, demand)).toBe(7 + 24 / 52);
  });

  it("says that the stock lasts longer than the demand that is given", () => {
    expect(call("COVER", 100, down(10, 10, null))).toBe(">3");
  });

  it("is 0 without stock", () => {
    expect(call("COVER", 0, across(5))).toBe(0);
  });
});

describe("every function", () => {
  const cell = fc.oneof(
    fc.constantFrom(null, "", "2026-11-18", "abc", "休息", true, false, { error: "#N/A" }),
    fc.integer({ min: -5, max: 100 }),
    fc.double(),
    fc.integer({ min: 40_000, max: 50_000 }),
  );
  const range = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
  const argument = fc.oneof(cell, fc.constant(undefined), range);

  it.each(sheetFunctions.map((each) => [each.id, each] as const))(
    "%s answers whatever a sheet hands over, in words of both languages",
    (_, each) => {
      let faults = 0;
      fc.assert(
        fc.property(fc.array(argument, { maxLength: 5 }), (given) => {
          const found = answer(each, given);
          const cells = isFault(found) || typeof found !== "object" ? [found] : found.flat();
          expect(cells.length).toBeGreaterThan(0);
          for (const one of cells) {
            if (typeof one === "number") expect(Number.isFinite(one)).toBe(true);
            if (!isFault(one)) continue;
            faults += 1;
            for (const language of ["en", "zh-CN"] as const) expect(sayFault(language, one)).not.toMatch(/undefined|\[object|[{}]/);
          }
        }),
        { numRuns: 300 },
      );
      expect(faults).toBeGreaterThan(0);
    },
  );

  it.each(sheetFunctions.map((each) => [each.id, each] as const))("%s has an example that works", (_, each) => {
    const found = answer(each, each.example);
    const cells = isFault(found) || typeof found !== "object" ? [found] : found.flat();
    expect(cells.filter(isFault)).toEqual([]);
    expect(typeof found === "object" ? "matrix" : "scalar").toBe(each.result.dimensionality);
  });
});

import { describe, expect, it } from "vitest";
import {
  type Answer,
  type Argument,
  answer,
  isFault,
  parseIso,
  type SheetFunction,
  sayFault,
  sheetFunctions,
  toSerial,
} from "../../core/index.ts";

const workdays = sheetFunctions.find((each) => each.id === "WORKDAYS") as SheetFunction;
const serial = (iso: string) => toSerial(parseIso(iso) ?? Number.NaN, 1900);

/** Working days in the week of Monday 2026-11-16 to Sunday 2026-11-22, five of them without a calendar. */
const inWeek = (calendar: Argument): Answer => answer(workdays, ["2026-11-15", "2026-11-22", calendar]);

function said(found: Answer): string {
  if (!isFault(found)) throw new Error(`no fault: ${JSON.stringify(found)}`);
  return sayFault("en", found);
}

const zhHead = ["日期", "至", "类型", "适用范围", "原因"];
const enHead = ["Date", "To", "Kind", "Scope", "Reason"];
const monday = serial("2026-11-16");
const saturday = serial("2026-11-21");

describe("the calendar of a function", () => {
  it("is China's official one where none is given, or a blank range", () => {
    for (const calendar of [
      undefined,
      null,
      "",
      [[null, null, null, null, null]],
      [zhHead],
      [
        [0, 0, "", "", ""],
        [0, 0, 0, 0, 0],
      ],
    ])
      expect(inWeek(calendar)).toEqual([[5]]);
  });

  it.each([
    [
      "the Chinese table with its headings",
      [zhHead, [monday, serial("2026-11-17"), "休息", "", "停电"], [saturday, null, "上班", null, ""]],
    ],
    ["the English table with its headings", [enHead, [monday, serial("2026-11-17"), "Off", "", ""], ["2026-11-21", "", "Work", "", ""]]],
    [
      "the table without its headings",
      [
        [monday, serial("2026-11-17"), "休息", "", "停电"],
        [saturday, 0, "Work", "", ""],
      ],
    ],
    [
      "columns in another order",
      [
        ["类型", "原因", "日期", "至"],
        ["休息", "", monday, serial("2026-11-17")],
        ["班", "", saturday, ""],
      ],
    ],
    [
      "from, to and kind",
      [
        [monday, serial("2026-11-17"), "放假"],
        [saturday, null, "上班"],
      ],
    ],
    [
      "from, to, kind and reason",
      [
        [monday, serial("2026-11-17"), "放假", "年会"],
        [saturday, null, "上班", "补班"],
      ],
    ],
    [
      "date and kind",
      [
        [monday, "休息"],
        [serial("2026-11-17"), "休息"],
        ["2026-11-21", "work"],
      ],
    ],
    [
      "date and kind with headings",
      [
        ["日期", "类型"],
        [monday, "休息"],
        [serial("2026-11-17"), "休息"],
        [saturday, "上班"],
      ],
    ],
  ])("is read from %s", (_, calendar) => {
    expect(inWeek(calendar)).toEqual([[4]]);
  });

  it.each([
    ["a column", [[monday], ["2026-11-17"], [null], [serial("2026-11-18")]]],
    ["a column below a word", [["放假"], [monday], ["2026-11-17"], [serial("2026-11-18")]]],
    ["a column below the register's heading", [["日期"], [monday], ["2026-11-17"], [serial("2026-11-18")]]],
    ["a row", [[monday, serial("2026-11-17"), serial("2026-11-18")]]],
  ])("is %s of days off", (_, calendar) => {
    expect(inWeek(calendar)).toEqual([[2]]);
  });

  it("is one day off in one cell", () => {
    expect(inWeek(monday)).toEqual([[4]]);
    expect(inWeek([["2026-11-16"]])).toEqual([[4]]);
  });

  it("goes on top of the official one", () => {
    expect(answer(workdays, ["2026-09-30", "2026-10-12", [[serial("2026-10-07"), "上班"]]])).toEqual([[5]]);
  });

  it("leaves the office at work where only production stops", () => {
    expect(
      inWeek([
        [monday, "停产检修"],
        [serial("2026-11-17"), "盘点"],
      ]),
    ).toEqual([[5]]);
  });

  it("leaves out rows of a certain scope and rows without a kind, as the register does", () => {
    const rows = [
      [monday, null, "休息", "一车间", ""],
      [serial("2026-11-17"), null, "", "", ""],
      [serial("2026-11-18"), null, "休息", "", ""],
    ];
    expect(inWeek([zhHead, ...rows])).toEqual([[4]]);
    expect(inWeek(rows)).toEqual([[4]]);
  });

  it("says which row cannot be read, and what may be given", () => {
    expect(said(inWeek([zhHead, [monday, null, "值班", "", ""]]))).toBe(
      "“calendar”, row 2, has an unknown kind: 值班. Type one of: Off, Work, Half day, Shutdown, Stocktaking.",
    );
    expect(said(inWeek([[monday], ["2026-13-01"]]))).toBe(
      "“calendar”, row 2, is not a date that can be read: 2026-13-01. Type a date, such as 2026-11-18.",
    );
    expect(said(inWeek([[monday, "later", "休息"]]))).toContain("row 1, is not a date");
    expect(said(inWeek([[monday], [{ error: "#N/A" }]]))).toBe("“calendar”, row 2, is the error #N/A. Correct that cell first.");
    expect(
      said(
        inWeek([
          [monday, monday],
          [saturday, saturday],
        ]),
      ),
    ).toContain("“calendar” is no calendar.");
  });
});

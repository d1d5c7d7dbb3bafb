import { describe, expect, it } from "vitest";
import { say, settingProblem } from "../../../core/index.ts";
import { settingCodes } from "../../../core/tables/setting-list.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { runOn } from "../../support/registers.ts";
import { cellAt, emptyRegister, look, on, overtype } from "./looking.ts";

const today = on("2026-11-18");

function lineOf(book: Workbook, code: string) {
  return look(book, "settings", today).settings.find((line) => line.code === code) ?? expect.fail(`There is no line ${code}.`);
}

describe("the settings", () => {
  it("are all there, each where it stands, sound as set up", () => {
    const book = emptyRegister();
    const { isThere, settings } = look(book, "settings", today);
    expect(isThere).toBe(true);
    expect(settings.map(({ code }) => code)).toEqual(settingCodes);
    for (const { code, value, standard, problem } of settings) expect([code, value, problem]).toEqual([code, standard, undefined]);
    expect(cellAt(book, lineOf(book, "weekPattern").at)).toBe("双休");
  });

  it("are all there with their standards in a workbook without them", () => {
    const book = new Workbook();
    book.addSheet("Sheet1");
    const { isThere, settings } = look(book, "settings", today);
    expect(isThere).toBe(false);
    expect(settings).toHaveLength(settingCodes.length);
    expect(settings.every(({ value, at }) => value === "" && at === null)).toBe(true);
    expect(settings.find(({ code }) => code === "weekPattern")?.standard).toBe("five");
    expect(settings.find(({ code }) => code === "workEnd")?.standard).toBe("17:30");
  });

  it.each([
    ["weekPattern", "Alternating", "alternating"],
    ["holidayMove", "取消当次", "skip"],
    ["bigWeekMonday", "2026/11/16", "2026-11-16"],
    ["bigWeekMonday", "46342", "2026-11-16"],
    ["workEnd", "18：00", "18:00"],
    ["workEnd", "0.75", "18:00"],
    ["planWeeks", "６", "6"],
    ["company", "=1+1", "=1+1"],
  ])("show %s typed as “%s” as a form takes it: %s", (code, typed, value) => {
    const book = emptyRegister();
    overtype(book, "settings", code, { value: typed });
    expect(lineOf(book, code)).toMatchObject({ value });
    expect(lineOf(book, code).problem).toBeUndefined();
  });

  it.each([
    ["planWeeks", "99", "setting-not-integer"],
    ["planWeeks", "-1", "setting-not-integer"],
    ["planWeeks", "1.5", "setting-not-integer"],
    ["workEnd", "五点半", "setting-not-time"],
    ["workEnd", "25:00", "setting-not-time"],
    ["bigWeekMonday", "尽快", "setting-not-date"],
    ["weekPattern", "七天", "setting-not-choice"],
    ["language", "fr", "setting-not-choice"],
    ["timeZone", "北京", "setting-not-zone"],
    ["timeZone", "UTC+99", "setting-not-zone"],
    ["meetingPattern", "CX-{yyyy}", "setting-pattern-counter"],
    ["meetingPattern", "CX-{seq}-{seq}", "setting-pattern-counter"],
    ["meetingPattern", "CX-{seq", "setting-pattern-counter"],
    ["meetingPattern", "CX-{year}-{seq}", "setting-pattern-token"],
    ["meetingPattern", "CX/{seq}", "setting-pattern-sign"],
    ["meetingPattern", "CX {seq}", "setting-pattern-sign"],
    ["meetingPattern", "CX-{seq}}", "setting-pattern-sign"],
  ] as const)("say why %s cannot be “%s”", (code, typed, wrong) => {
    const book = emptyRegister();
    overtype(book, "settings", code, { value: typed });
    const { value, problem, at } = lineOf(book, code);
    expect(value).toBe(typed);
    expect(problem).toMatchObject({ severity: "warning", code: wrong, at });
    expect(cellAt(book, at)).toBe(typed);
    for (const language of ["zh-CN", "en"] as const) {
      const said = settingProblem(code, typed, language) ?? expect.fail("Nothing is wrong.");
      expect(said.code).toBe(wrong);
      const sentence = say(language, said.code, said.params);
      expect(sentence).not.toMatch(/undefined|“”|「」/);
      expect(sentence).toContain(
        look(book, "settings", today).settings.find((line) => line.code === code)?.setting[language === "en" ? "en" : "zh"],
      );
    }
  });

  it.each([
    ["timeZone", "Asia/Shanghai"],
    ["timeZone", "America/Argentina/Buenos_Aires"],
    ["timeZone", "UTC+8"],
    ["meetingPattern", "产销〔{yyyy}〕{seq:000}号"],
    ["meetingPattern", "CX-{isoYear}-W{W}-{seq}"],
    ["planWeeks", ""],
    ["company", "张三&李四<有限公司>"],
  ] as const)("take %s as “%s”", (code, typed) => {
    expect(settingProblem(code, typed, "zh-CN")).toBeNull();
  });

  it("say that a language typed in the sheet does not hold yet, until it is saved", () => {
    const book = emptyRegister();
    expect(lineOf(book, "language").problem).toBeUndefined();
    overtype(book, "settings", "language", { value: "en" });
    expect(lineOf(book, "language")).toMatchObject({
      value: "en",
      problem: { code: "setting-not-in-force", params: { language: "zh-CN" } },
    });
    runOn(book, "change-settings", { items: [{ setting: "language", value: "en" }] }, today);
    expect(lineOf(book, "language").problem).toBeUndefined();
    expect(look(book, "week", today).language).toBe("en");
  });
});

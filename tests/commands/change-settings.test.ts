import { describe, expect, it } from "vitest";
import { settingsIn } from "../../core/register/book-settings.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { differences, tell } from "../support/book.ts";
import { basis, contextOn, date, runOn, smallRegister, snapshotOf } from "../support/registers.ts";

const today = date(2026, 11, 18);
const context = contextOn(today);

type Given = Readonly<Record<string, string | number>>;

function change(book: Workbook, given: Given) {
  const items = Object.entries(given).map(([setting, value]) => ({ setting, value }));
  return runOn(book, "change-settings", { items }, context);
}

function registerSetUp(): Workbook {
  return basis("set-up", today, "zh-CN");
}

/** What the sheet says of a setting. */
function cellOf(book: Workbook, code: string): unknown {
  return (snapshotOf(book, ["settings"]).tables.get("settings")?.byKey.get(code)?.values as { value: string } | undefined)?.value;
}

function inForce(book: Workbook) {
  return settingsIn(snapshotOf(book, ["settings"]));
}

describe("changing settings", () => {
  it("takes them by code and by name in either language, and says which changed", () => {
    const book = registerSetUp();
    const { report, problems } = change(book, { dueSoonDays: 4, "Confirm within (working days)": 3, 下班时间: "18：00" });
    expect(problems).toEqual([]);
    expect(report).toEqual([{ code: "settings-changed", params: { n: 3, settings: "临期提醒(工作日)、确认时限(工作日)、下班时间" } }]);
    expect(inForce(book)).toMatchObject({ dueSoonDays: 4, confirmDays: 3, workEnd: 1080, problems: [] });
    expect(cellOf(book, "workEnd")).toBe("18:00");
  });

  it("writes a choice in the workbook's language, and leaves one that says the same in other words", () => {
    const book = registerSetUp();
    change(book, { weekPattern: "six", holidayMove: "Skip" });
    expect([cellOf(book, "weekPattern"), cellOf(book, "holidayMove")]).toEqual(["单休(周日)", "取消当次"]);
    const english = basis("set-up", today, "en");
    change(english, { weekPattern: "单休(周日)" });
    expect(cellOf(english, "weekPattern")).toBe("Six days");
    expect(change(english, { weekPattern: "six" }).report).toEqual([{ code: "settings-kept", params: {} }]);
  });

  it("goes back to the standard where nothing is given", () => {
    const book = registerSetUp();
    change(book, { weekPattern: "six", planWeeks: 8, company: "某某泵业" });
    change(book, { weekPattern: "", planWeeks: "", company: "" });
    expect([cellOf(book, "weekPattern"), cellOf(book, "planWeeks"), cellOf(book, "company")]).toEqual(["双休", "4", ""]);
  });

  it("changes none unless all are sound, and names what is wrong with each", () => {
    const book = registerSetUp();
    const before = tell(book);
    const { problems, edits } = change(book, { planWeeks: 99, 颜色: "红", company: "某某泵业", meetingPattern: "CX-{yyyy}" });
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([
      ["error", "setting-not-integer"],
      ["error", "setting-unknown"],
      ["error", "setting-pattern-counter"],
    ]);
    expect(edits).toBe(0);
    expect(differences(before, tell(book))).toEqual([]);
  });

  it("refuses two values for one setting, and no settings at all", () => {
    const book = registerSetUp();
    const codesOf = (items: unknown) => runOn(book, "change-settings", { items }, context).problems.map(({ code }) => code);
    const twice = [
      { setting: "planWeeks", value: "5" },
      { setting: "例会提前排定周数", value: "6" },
    ];
    expect(codesOf(twice)).toEqual(["setting-twice"]);
    expect(codesOf([])).toEqual(["no-settings-given"]);
  });

  it("adds the row that a person deleted, and the sheet that a workbook lacks", () => {
    const book = registerSetUp();
    const table = snapshotOf(book, ["settings"]).tables.get("settings") ?? expect.fail();
    const row = table.byKey.get("planWeeks")?.row ?? -1;
    for (const column of table.place.columns.values()) book.sheet(table.place.sheet)?.setValue(row, column, null);
    change(book, { planWeeks: 6 });
    expect(inForce(book).planWeeks).toBe(6);
    const own = smallRegister().book;
    change(own, { planWeeks: 6 });
    expect(own.sheet("设置")).toBeDefined();
    expect(inForce(own).planWeeks).toBe(6);
    expect(own.sheet("待办事项")?.cell(0, 0)?.value).toBe("任务描述");
  });

  it("changes a person's own list of settings in its place", () => {
    const book = new Workbook();
    const sheet = book.addSheet("参数设置");
    const rows = [
      ["设置项", "设置值", "说明"],
      ["临期提醒(工作日)", 2, "我的说明"],
    ];
    rows.forEach((line, row) => {
      line.forEach((value, column) => {
        sheet.setValue(row, column, value);
      });
    });
    change(book, { dueSoonDays: 5 });
    expect(inForce(book).dueSoonDays).toBe(5);
    expect([sheet.cell(1, 0)?.value, sheet.cell(1, 1)?.value, sheet.cell(1, 2)?.value]).toEqual(["临期提醒(工作日)", "5", "我的说明"]);
    expect(book.sheets.filter(({ name }) => name === "设置")).toEqual([]);
  });

  it("moves the lights that are there, as far as they depend on it", () => {
    const book = registerSetUp();
    const table = snapshotOf(book, ["actions"]).tables.get("actions") ?? expect.fail();
    const at = (field: string) => table.place.columns.get(field) ?? expect.fail();
    const sheet = book.sheet(table.place.sheet) ?? expect.fail();
    for (const [field, value] of [
      ["no", "A-1"],
      ["task", "催交轴承"],
      ["owner", "钱敏"],
      ["status", "进行中"],
      ["due", 46351],
    ] as const)
      sheet.setValue(table.end, at(field), value);
    runOn(book, "refresh-tracking", {}, context);
    expect(sheet.cell(table.end, at("light"))?.value).toBe("正常");
    change(book, { dueSoonDays: 6 });
    expect(sheet.cell(table.end, at("light"))?.value).toBe("临期");
    expect(runOn(book, "refresh-tracking", {}, context).edits).toBe(0);
    expect(change(book, { language: "en" }).report.map(({ code }) => code)).toEqual(["settings-changed", "language-changed"]);
    expect(sheet.cell(table.end, at("light"))?.value).toBe("Due soon");
    expect(runOn(book, "refresh-tracking", {}, context).edits).toBe(0);
  });

  it("puts the language in force: sheets made from then on speak it", () => {
    const { book } = smallRegister();
    change(book, { language: "en" });
    expect(snapshotOf(book, []).language).toBe("en");
    runOn(book, "generate-minutes", {}, context);
    expect(book.sheets.map(({ name }) => name)).toContain("Meetings");
    expect(book.sheet("待办事项")?.cell(0, 0)?.value).toBe("任务描述");
  });

  it("asks for the Monday of a big week where weeks alternate without one", () => {
    const book = registerSetUp();
    const { problems } = change(book, { weekPattern: "大小周" });
    expect(problems).toMatchObject([{ severity: "warning", code: "setting-needs-monday" }]);
    expect(inForce(book).weekPattern).toBe("alternating");
    expect(change(book, { bigWeekMonday: "2026-11-16" }).problems).toEqual([]);
  });
});

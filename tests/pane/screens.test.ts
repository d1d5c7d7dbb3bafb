import { describe, expect, it } from "vitest";
import { type ActionLine, type ActionsView, commands, type PreviewLine, problem, type SettingLine, say, toIso } from "../../core/index.ts";
import { FILTERS, firstFilter, fits, holding } from "../../pane/actions/action-filters.ts";
import { groupsOf, seenLines, subjectOf, valueText } from "../../pane/command/preview-groups.ts";
import { titleOf } from "../../pane/command/title-of.ts";
import { suggestionsFor } from "../../pane/form/use-suggestions.ts";
import { changedItems, grouped, settingsHolding } from "../../pane/settings/setting-groups.ts";
import { showDay } from "../../pane/words/days.ts";
import { en } from "../../pane/words/en.ts";
import { wordsOf } from "../../pane/words/words.tsx";
import { zhCN } from "../../pane/words/zh-cn.ts";

const action = (part: Partial<ActionLine>): ActionLine => ({
  table: "actions",
  no: "CX-2026-W47-1-A1",
  task: "核对滚动预测",
  department: "销售部",
  owner: "王敏",
  due: 20_780,
  status: "assigned",
  light: "onTrack",
  daysLate: null,
  level: null,
  why: "",
  meeting: "CX-2026-W47-1",
  carried: 0,
  postponed: 0,
  isOpen: true,
  isMine: false,
  isMyDepartment: false,
  at: { sheet: "待办事项", row: 1, column: 0 },
  steps: [],
  history: [],
  ...part,
});

describe("the actions screen", () => {
  it("counts nothing that is closed under any filter but its own", () => {
    const closed = action({ isOpen: false, isMine: true, isMyDepartment: true, light: "done" });
    expect(FILTERS.filter((filter) => fits(closed, filter))).toEqual(["closed"]);
  });

  it("opens with a person's own items where there are any", () => {
    expect(firstFilter([action({}), action({ isMine: true })])).toBe("mine");
    expect(firstFilter([action({}), action({ isMine: true, isOpen: false })])).toBe("open");
  });

  it("finds lines that hold every word, wherever it stands", () => {
    const lines = [action({}), action({ no: "B", owner: "Li Na", task: "PCB" })];
    expect(holding(lines, "销售 预测").map(({ no }) => no)).toEqual(["CX-2026-W47-1-A1"]);
    expect(holding(lines, "li PCB").map(({ no }) => no)).toEqual(["B"]);
    expect(holding(lines, "  ")).toHaveLength(2);
  });
});

describe("suggestions", () => {
  it("offer open resolutions with their text, and owners once", () => {
    const lines = [
      action({}),
      action({ table: "resolutions", no: "R1", task: "扩产" }),
      action({ table: "resolutions", no: "R2", isOpen: false }),
    ];
    const view: ActionsView = { isThere: true, lines };
    expect(suggestionsFor("resolution", view, undefined)).toEqual([{ value: "R1", label: "R1 扩产" }]);
    expect(suggestionsFor("owner", view, undefined)).toEqual([{ value: "王敏", label: "王敏" }]);
    expect(suggestionsFor("owner", undefined, undefined)).toEqual([]);
  });
});

describe("a preview", () => {
  const change = (part: Partial<PreviewLine>): PreviewLine => ({
    at: { sheet: "待办事项", row: 3, column: 4 },
    table: "actions",
    change: "cell",
    key: "A1",
    field: "due",
    before: 20_779,
    after: 20_786,
    ...part,
  });

  it("is grouped by sheet, with rows and cells counted apart", () => {
    const groups = groupsOf([
      change({ change: "sheet", at: { sheet: "新表", row: 0, column: 0 }, field: "" }),
      change({}),
      change({ change: "row", at: { sheet: "新表", row: 1, column: 0 }, field: "" }),
    ]);
    expect(groups.map(({ sheet, isNew, rows, cells }) => ({ sheet, isNew, rows, cells }))).toEqual([
      { sheet: "新表", isNew: true, rows: 1, cells: 0 },
      { sheet: "待办事项", isNew: false, rows: 0, cells: 1 },
    ]);
  });

  it("leaves out the cells of hidden columns", () => {
    expect(seenLines([change({}), change({ field: "lastStatus" })])).toEqual([change({})]);
  });

  it("shows values as their field does", () => {
    expect(subjectOf(change({}), "zh-CN")).toBe("A1 完成时限");
    expect(subjectOf(change({ table: "settings", key: "planWeeks", field: "value" }), "en")).toBe("Weeks planned ahead");
    expect(valueText(change({}), "after", "zh-CN")).toBe(toIso(20_786));
    const { table: _, ...inDocument } = change({ field: "", after: "文字" });
    expect([subjectOf(inDocument, "en"), valueText(inDocument, "after", "en")]).toEqual(["A1", "文字"]);
  });
});

describe("the settings screen", () => {
  const setting = { type: "text", zh: "", en: "", standard: "", noteZh: "", noteEn: "" } as const;
  const line = (code: SettingLine["code"], value: string): SettingLine => ({ code, setting, value, standard: "", at: null });

  it("saves what differs from what holds, blanks too", () => {
    const lines = [line("company", "甲"), line("organiser", "乙"), line("formNumber", "QR")];
    expect(changedItems(lines, { company: "甲 ", organiser: "丙", formNumber: "" })).toEqual([
      { setting: "organiser", value: "丙" },
      { setting: "formNumber", value: "" },
    ]);
  });

  it("finds a setting by words of its name, its note or its value, in the language shown", () => {
    const named = {
      ...setting,
      zh: "确认时限(工作日)",
      en: "Confirm within",
      noteZh: "下达后几天内确认",
      noteEn: "Days after it was given",
    };
    const lines = [{ ...line("confirmDays", "1"), setting: named }, line("company", "ACME 泵业")];
    const found = (typed: string, language: "zh-CN" | "en") => settingsHolding(lines, typed, language).map(({ code }) => code);
    expect(found("确认 下达", "zh-CN")).toEqual(["confirmDays"]);
    expect(found("GIVEN", "en")).toEqual(["confirmDays"]);
    expect(found("given", "zh-CN")).toEqual([]);
    expect(found("acme", "en")).toEqual(["company"]);
    expect(found(" ", "en")).toEqual(["confirmDays", "company"]);
  });

  it("leaves no setting out", () => {
    const lines = [line("company", ""), line("spareRows", ""), line("workEnd", "")];
    expect(grouped(lines).flatMap((group) => group.lines)).toHaveLength(lines.length);
  });
});

describe("the pane's words", () => {
  const gaps = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ""))].sort();

  it("fill the same gaps in both languages", () => {
    const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];
    expect(keys.length).toBeGreaterThan(100);
    for (const key of keys) expect([key, gaps(en[key])]).toEqual([key, gaps(zhCN[key])]);
  });

  it("name every command by its own title", () => {
    expect(commands.map(({ id }) => titleOf(id))).toEqual(commands.map(({ title }) => title));
  });

  it("ask a recording's questions without the words of a command line", () => {
    const found = problem("error", "row-deleted", { key: "A1", sheet: "会议记录" });
    expect(say("zh-CN", found.code, found.params)).toContain("confirm");
    for (const language of ["zh-CN", "en"] as const) {
      const sentence = wordsOf(language).sayProblem(found);
      expect(sentence).toContain("A1");
      expect(sentence).not.toMatch(/confirm:|putBack/);
    }
  });

  it("say a day with its weekday, the year only where it is another", () => {
    expect(showDay("zh-CN", 20_779, 20_700)).toBe("11月22日 周日");
    expect(showDay("en", 20_779)).toBe("Sun 22 Nov 2026");
    expect(showDay("zh-CN", 20_779, 20_900)).toBe("2026年11月22日 周日");
  });
});

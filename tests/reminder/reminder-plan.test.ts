import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { raisedItems } from "../../core/meeting/raised-items.ts";
import { slipContent } from "../../core/reminder/slip-content.ts";
import { slipHtml, slipText } from "../../core/reminder/slip-text.ts";
import { dutyOf } from "../core/view/looking.ts";
import { contextOn, snapshotOf } from "../support/registers.ts";
import { action, lists, planOn, recorded, remind, TODAY, told } from "./lists.ts";

const LATE = "2026-11-24";

describe("三(四)3 who is reminded of what", () => {
  it("is each owner of what is overdue, due soon or unconfirmed, on one slip, gravest first", () => {
    const book = lists({
      待办事项: [
        action("A1", "何佳", "2026-11-27"),
        action("A2", "何佳", "2026-11-25"),
        action("A3", "何佳", "2026-12-30", "已下达"),
        action("A4", "何佳", "2026-12-30"),
        action("A5", "孙海涛", "2026-11-25", "已完成"),
      ],
    });
    const { slips } = planOn(book);
    expect(slips.map(({ no, to, lines }) => [no, to.name, lines.map(({ item, reason, level }) => `${item} ${reason} ${level}`)])).toEqual([
      ["CX-DB-2026-001", "何佳", ["A2 overdue 1", "A1 dueSoon 0", "A3 unconfirmed 0"]],
    ]);
  });

  it("is whoever owes papers, answers and minutes, and the organiser for what waits to be verified", () => {
    const done = [...action("A1", "何佳", LATE, "已完成")];
    done[8] = "2026-11-20";
    const book = lists({
      待办事项: [done],
      会议台账: [
        ["CX-2026-W47-1", "例会", "产销协调例会", "2026-11-18", "周明远", "何佳", "已通知", "2026-11-19"],
        ["CX-2026-W49-1", "例会", "产销协调例会", "2026-12-01", "周明远", "何佳", "已通知", ""],
      ],
      会议资料: [
        ["P1", "CX-2026-W49-1", "销售预测", "销售部", "2026-11-30", "待提交"],
        ["P2", "CX-2026-W49-1", "订单状况", "销售部", "2026-11-30", "已提交"],
      ],
      未解决问题: [["Q1", "CX-2026-W47-1", "外协产能不足", "询价", "", "孙海涛", LATE, "高远", "未解决"]],
    });
    expect(told(planOn(book))).toEqual([
      "何佳: minutesLate CX-2026-W47-1 owner",
      "陈立新: paperMissing P1 owner",
      "孙海涛: answerDue Q1 owner",
      "周明远: toVerify A1 organiser",
      "高远: answerDue Q1 named",
    ]);
  });

  it("tells the roles of the level: head, chair, executive, general manager; each once", () => {
    const late = (due: string) => told(planOn(lists({ 待办事项: [action("A1", "何佳", due, "已确认", "销售部")] })));
    expect(late("2026-11-24")).toEqual(["何佳: overdue A1 owner"]);
    expect(late("2026-11-23")).toEqual(["何佳: overdue A1 owner", "陈立新: overdue A1 head"]);
    expect(late("2026-11-19")).toEqual(["何佳: overdue A1 owner", "陈立新: overdue A1 head", "周明远: overdue A1 chair"]);
    expect(late("2026-11-12")).toEqual([
      "何佳: overdue A1 owner",
      "陈立新: overdue A1 head",
      "周明远: overdue A1 chair",
      "高远: overdue A1 generalManager",
    ]);
  });

  it("is who supports it as well, a person or a department by its head, marked so, and never who answers for it", () => {
    const supported = (due: string, support: string): (string | number)[] => [...action("A1", "何佳", due), "", "", "", support];
    const soon = planOn(lists({ 待办事项: [supported("2026-11-27", "孙海涛、运营管理部")] }));
    expect(told(soon)).toEqual(["何佳: dueSoon A1 owner", "孙海涛: dueSoon A1 support", "周明远: dueSoon A1 support"]);
    const [own, helping] = soon.slips.map((slip) => slipContent(slip, { organiser: "", name: "" }, "zh-CN").sections[0]?.entries[0]);
    expect(own?.facts).toContainEqual({ label: "协办", text: "孙海涛、运营管理部" });
    expect([own?.mark.includes("您协办"), helping?.mark.includes("您协办"), helping?.ask]).toEqual([
      false,
      true,
      "请配合责任人按时完成，有困难及时告知责任人。",
    ]);
    const far = planOn(lists({ 待办事项: [supported("2026-12-30", "孙海涛")] }));
    expect(told(far).filter((line) => line.includes("support"))).toEqual([]);
    const unknown = planOn(lists({ 待办事项: [supported("2026-11-27", "王五、生产部")] }));
    expect(unknown.vacancies.map(({ role, why, name }) => `${role} ${why} ${name}`)).toEqual([
      "support unknown 王五",
      "support nobody 生产部",
    ]);
    expect(unknown.undeliverable).toEqual([]);
  });

  it("gives no card to whoever only supports what has one, and counts all that is past its date as late", () => {
    const book = lists({
      待办事项: [[...action("A1", "何佳", "2026-11-20"), "", "", "", "孙海涛"]],
      会议台账: [["CX-2026-W47-1", "例会", "产销协调例会", "2026-11-18", "周明远", "何佳", "已通知", "2026-11-19"]],
    });
    const said = planOn(book).slips.map((slip) => slipContent(slip, { organiser: "", name: "" }, "zh-CN"));
    expect(said.map(({ greeting, title, intro }) => `${greeting}${title}，${intro}`)).toEqual([
      "销售部 何佳：督办单（黄牌），以下 2 项与您有关，其中 2 项逾期，请处理并在台账中更新，或直接回复。",
      "销售部 陈立新：督办单（黄牌），以下 1 项与您有关，其中 1 项逾期，请处理并在台账中更新，或直接回复。",
      "生产部 孙海涛：事项提醒单，以下 1 项与您有关，其中 1 项逾期，请处理并在台账中更新，或直接回复。",
    ]);
  });

  it("says the same on the page as in the text, with the language's own colon, in columns that stand below each other", () => {
    const content = planOn(lists({ 待办事项: [action("A1", "陈立新", "2026-11-20"), action("A2", "何佳", "2026-11-19")] })).slips.map(
      (slip) => slipContent(slip, { organiser: "", name: "" }, "zh-CN"),
    );
    const both = content.find(({ sections }) => sections.length === 2) ?? expect.fail("nobody has items of both kinds");
    const page = slipHtml(both, "zh-CN");
    for (const words of ["编号：A1", "编号：A2"]) for (const said of [slipText(both, "zh-CN"), page]) expect(said).toContain(words);
    const widths = [...page.matchAll(/<thead>.*?<\/thead>/g)].map(([head]) =>
      [...head.matchAll(/width="(\d+%)"/g)].map(([, width]) => width),
    );
    expect(widths[0]).toHaveLength(4);
    expect(widths[1]).toEqual(widths[0]);
  });

  it("says which role nobody holds, and who cannot be told, with what to do", () => {
    const book = lists({
      待办事项: [
        action("A1", "孙海涛", "2026-11-19", "已确认", "生产部"),
        action("A2", "马俊", LATE),
        action("A3", "王五", LATE),
        action("A4", "", LATE),
        action("A5", "", LATE, "已确认", "生产部"),
      ],
    });
    const { undeliverable, vacancies } = planOn(book);
    expect(undeliverable.map(({ why, name, concerns }) => [why, name, concerns.map(({ item }) => item)])).toEqual([
      ["left", "马俊", ["A2"]],
      ["unknown", "王五", ["A3"]],
      ["nobody", "", ["A4"]],
      ["nobody", "生产部", ["A5"]],
    ]);
    expect(vacancies.map(({ role, name, items }) => [role, name, items])).toEqual([["head", "生产部", ["A1"]]]);
    const places = remind(book).problems.filter(({ code }) => code === "reminders-of-items");
    expect(places.map(({ at, params }) => `${at ? `${at.sheet} ${at.row + 1}` : "-"} ${params.what}`)).toEqual([
      "待办事项 3 责任人「马俊」已不在职：请另定责任人",
      "待办事项 4 责任人「王五」不在人员表中：请补录或更正姓名",
      "待办事项 5 没有责任人也没有责任部门：请填写",
      "待办事项 6 「生产部」没有在职的负责人：请在部门表中填写",
      "- 「生产部」没有部门负责人可通报：请在部门表中填写负责人",
    ]);
  });

  it("takes names as they stand where the workbook keeps no list of people", () => {
    const book = lists({ 人员: [], 部门: [], 例会: [], 待办事项: [action("A1", "老张、李工", LATE)] });
    expect(told(planOn(book))).toEqual(["李工: overdue A1 support", "老张: overdue A1 owner"]);
  });
});

describe("when somebody is reminded again", () => {
  it("is the next working day for an owner, a week on or at a rise for a superior", () => {
    const book = lists({ 待办事项: [action("A1", "何佳", "2026-11-23", "已确认", "销售部")] });
    const days = [TODAY, TODAY + 1, TODAY + 2, TODAY + 4, TODAY + 5, TODAY + 11].map((today) => {
      const before = told(planOn(book, today));
      remind(book, today);
      return before.map((line) => line.replace(": overdue A1", "")).join(", ");
    });
    // Thursday, Friday, Saturday; Monday raises it to level 3; Tuesday; Monday a week later to level 4.
    expect(days).toEqual([
      "何佳 owner, 陈立新 head",
      "何佳 owner",
      "",
      "何佳 owner, 陈立新 head, 周明远 chair",
      "何佳 owner",
      "何佳 owner, 陈立新 head, 周明远 chair, 高远 generalManager",
    ]);
    expect(
      recorded(book)
        .filter(({ role }) => role === "owner")
        .map(({ level }) => level),
    ).toEqual([2, 2, 3, 3, 4]);
  });

  it("is the same day only for what is new, on the same slip; the day's slips can be had again", () => {
    const book = lists({ 待办事项: [action("A1", "何佳", LATE)] });
    remind(book);
    expect(remind(book)).toMatchObject({ edits: 0, files: [], report: [{ code: "reminders-none" }] });
    const sheet = book.sheet("待办事项");
    action("A2", "何佳", LATE).forEach((value, column) => {
      sheet?.setValue(2, column, value);
    });
    expect(
      remind(book)
        .files?.filter(({ name }) => name.includes("何佳"))
        .map(({ name }) => name),
    ).toHaveLength(3);
    expect(recorded(book).map(({ no, item }) => `${no} ${item}`)).toEqual(["CX-DB-2026-001-1 A1", "CX-DB-2026-001-2 A2"]);
    const again = remind(book, TODAY, { again: true });
    expect([again.edits, again.report[0]?.params]).toEqual([0, { n: 1, items: 2, late: 2 }]);
    expect(told(planOn(book, TODAY, { name: "陈立新", department: "" }, true))).toEqual([]);
  });

  it("counts the days on which an owner was reminded in the item's row", () => {
    const book = lists({ 待办事项: [action("A1", "何佳", LATE)] });
    for (const today of [TODAY, TODAY, TODAY + 1]) remind(book, today);
    const sheet = book.sheet("待办事项");
    const column = Array.from({ length: 40 }, (_, at) => at).find((at) => sheet?.cell(0, at)?.value === "催办次数") ?? -1;
    expect(sheet?.cell(1, column)?.value).toBe(2);
  });
});

describe("whatever stands in the list", () => {
  const owner = fc.constantFrom("何佳", "陈立新", "孙海涛", "马俊", "王五", "", "销售部", "马俊、何佳", "何佳/陈立新", "生产部");
  const status = fc.constantFrom("已下达", "已确认", "进行中", "已延期", "已完成", "已验收", "已取消", "");
  const due = fc.integer({ min: -25, max: 5 }).map((days) => new Date((TODAY + days) * 864e5).toISOString().slice(0, 10));
  const row = fc.tuple(owner, due, status, fc.constantFrom("", "销售部", "生产部", "采购部"));
  const register = fc.array(row, { maxLength: 12 }).map((rows) => rows.map((one, index) => action(`A${index + 1}`, ...one)));
  const run = fc.record({
    today: fc.integer({ min: TODAY, max: TODAY + 3 }),
    input: fc.constantFrom({}, { name: "何佳" }, { department: "销售部" }, { again: true }),
  });

  it("every overdue item is its responsible owner's once, or undeliverable; nothing closed is reminded of", () => {
    fc.assert(
      fc.property(register, (rows) => {
        const { slips, undeliverable } = planOn(lists({ 待办事项: rows }));
        const lines = slips.flatMap((slip) => slip.lines);
        const owned = lines.filter(({ role }) => role === "owner").map(({ item }) => item);
        const unowned = undeliverable.flatMap(({ concerns }) => concerns).map(({ item }) => item);
        for (const [no, , , , until = "", state = ""] of rows) {
          const isClosed = ["已完成", "已验收", "已取消"].includes(String(state));
          const isOverdue = !isClosed && until < new Date(TODAY * 864e5).toISOString().slice(0, 10);
          const places = [...owned, ...unowned].filter((item) => item === no).length;
          if (isOverdue) expect(places).toBe(1);
          if (state === "已验收" || state === "已取消") expect(lines.filter(({ item }) => item === no)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("nobody is reminded twice of the same for the same reason on one day, however often it is run", () => {
    fc.assert(
      fc.property(register, fc.array(run, { minLength: 2, maxLength: 4 }), (rows, runs) => {
        const book = lists({ 待办事项: rows });
        for (const { today, input } of runs) remind(book, today, input);
        const keys = recorded(book).map(({ name, item, reason, date }) => `${name} ${item} ${reason} ${date}`);
        expect(new Set(keys).size).toBe(keys.length);
        const numbers = recorded(book).map(({ no }) => no);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 12 },
    );
  });
});

describe("what was escalated", () => {
  it("is named on the agenda with its reason from level 3 on, and offered to be reminded of until it was", () => {
    const book = lists({
      待办事项: [action("A1", "何佳", "2026-11-12"), action("A2", "何佳", "2026-11-23")],
      会议台账: [["CX-2026-W49-1", "例会", "产销协调例会", "2026-12-01", "周明远", "何佳", "已计划", ""]],
    });
    const duties = () => dutyOf(book, "duty-reminders", contextOn(TODAY))?.message.params;
    expect(duties()).toEqual({ n: 4, items: 2 });
    remind(book);
    expect(duties()).toBeUndefined();
    expect(raisedItems(snapshotOf(book, ["actions"]))).toEqual(["A1 任务 A1（何佳；逾期满 10 个工作日）"]);
  });
});

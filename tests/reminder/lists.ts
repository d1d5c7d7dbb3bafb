import { calendarIn, settingsIn } from "../../core/register/book-settings.ts";
import { planReminders } from "../../core/reminder/reminder-plan.ts";
import { rowsOf } from "../../core/workbook/snapshot.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { contextOn, date, runOn, snapshotOf } from "../support/registers.ts";

/** A Thursday. */
export const TODAY = date(2026, 11, 26);

const TABLES = [
  "settings",
  "departments",
  "people",
  "series",
  "meetings",
  "papers",
  "resolutions",
  "actions",
  "openQuestions",
  "reminders",
] as const;

type Cell = string | number;

const HEADS: Readonly<Record<string, readonly string[]>> = {
  部门: ["部门", "负责人", "授权代表"],
  人员: ["姓名", "部门", "职务", "邮箱", "决策层", "在职"],
  待办事项: [
    "任务编号",
    "任务描述",
    "责任部门",
    "责任人",
    "完成时限",
    "状态",
    "下达日期",
    "责任人确认",
    "实际完成时间",
    "会议编号",
    "协办部门",
  ],
  例会: ["例会名称", "周期", "主持人", "记录人"],
  设置: ["设置项", "值", "说明", "代号"],
  会议台账: ["会议编号", "会议名称", "所属例会", "会议日期", "主持人", "记录人", "会议状态", "记录应完成时限"],
  会议资料: ["资料编号", "会议编号", "资料名称", "提供部门", "提交时限", "资料状态"],
  未解决问题: ["问题编号", "会议编号", "未解决问题", "后续处理建议", "责任部门", "责任人", "计划答复时间", "升级至", "问题状态"],
};

/** The people of a small factory: two with an address, one without, one who has left, a general manager. */
const PEOPLE: readonly (readonly Cell[])[] = [
  ["何佳", "销售部", "销售经理", "he.jia@example.com", "否", "是"],
  ["陈立新", "销售部", "销售总监", "chen.lixin@example.com", "是", "是"],
  ["孙海涛", "生产部", "车间主任", "", "否", "是"],
  ["马俊", "采购部", "采购员", "ma.jun@example.com", "否", "否"],
  ["周明远", "运营管理部", "部长", "zhou@example.com", "否", "是"],
  ["高远", "总经办", "总经理", "gao@example.com", "是", "是"],
];

const DEPARTMENTS: readonly (readonly Cell[])[] = [
  ["销售部", "陈立新", ""],
  ["生产部", "", ""],
  ["采购部", "马俊", "何佳"],
  ["运营管理部", "周明远", ""],
];

/** A workbook with these rows, and the people of the factory unless others are given. */
export function lists(rows: Readonly<Record<string, readonly (readonly Cell[])[]>>): Workbook {
  const book = new Workbook();
  const all = { 人员: PEOPLE, 部门: DEPARTMENTS, 例会: [["产销协调例会", "每周", "周明远", "何佳"]], ...rows };
  for (const [name, lines] of Object.entries(all)) {
    const sheet = book.addSheet(name);
    HEADS[name]?.forEach((head, column) => {
      sheet.setValue(0, column, head);
    });
    lines.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value !== "") sheet.setValue(row + 1, column, value);
      });
    });
  }
  return book;
}

/** An action of somebody's, due on a day. */
export function action(no: string, owner: string, due: string, status = "已确认", department = "", task = `任务 ${no}`): readonly Cell[] {
  return [no, task, department, owner, due, status, "2026-11-02"];
}

export function planOn(book: Workbook, today = TODAY, whom = { name: "", department: "" }, again = false) {
  const snapshot = snapshotOf(book, TABLES);
  const settings = settingsIn(snapshot);
  return planReminders(snapshot, { today, calendar: calendarIn(snapshot, settings), settings }, whom, again);
}

export function remind(book: Workbook, today = TODAY, input: Readonly<Record<string, unknown>> = {}) {
  return runOn(book, "send-reminders", input, contextOn(today));
}

export function recorded(book: Workbook) {
  return rowsOf(snapshotOf(book, TABLES), "reminders").map(({ values }) => values);
}

/** `何佳: overdue A1 owner` for each line of each slip. */
export function told(plan: ReturnType<typeof planOn>): string[] {
  return plan.slips.flatMap(({ to, lines }) => lines.map(({ reason, item, role }) => `${to.name}: ${reason} ${item} ${role}`));
}

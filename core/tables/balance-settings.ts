import type { Setting } from "./setting-list.ts";

const whole = (zh: string, en: string, standard: string, range: readonly [number, number], noteZh: string, noteEn: string) =>
  ({ type: "integer", zh, en, standard, range, noteZh, noteEn }) as const;

/** How sales and production are balanced, and how the balance is laid out. */
export const balanceSettings = {
  balanceWeeks: whole(
    "平衡表周数",
    "Weeks of the balance",
    "13",
    [0, 53],
    "从当前周起算几周；填 0 则只按月",
    "From the current week on; 0 for months only",
  ),
  balanceMonths: whole(
    "平衡表月数",
    "Months of the balance",
    "0",
    [0, 24],
    "周之后再列几个月；周数为 0 时从当前月起算",
    "Months after the weeks; from the current month where there are no weeks",
  ),
  balanceStart: {
    type: "date",
    zh: "平衡表起始日期",
    en: "Start of the balance",
    standard: "",
    noteZh: "所在的周或月为第一期；留空则从今天所在的一期起算",
    noteEn: "Lies in the first period; left blank, today does",
  },
  weekRule: {
    type: "choice",
    zh: "周次规则",
    en: "Week numbering",
    standard: ["ISO(含首个周四)", "ISO (first Thursday)"],
    choices: {
      iso: { zh: "ISO(含首个周四)", en: "ISO (first Thursday)" },
      january: { zh: "含1月1日为第1周", en: "Week 1 holds 1 January" },
    },
    noteZh: "一年的第 1 周怎样算；每周从周一开始",
    noteEn: "Which week is the first of a year; weeks begin on Monday",
  },
  consumeBackward: whole(
    "预测冲销：向前(期)",
    "Forecast consumption: earlier periods",
    "0",
    [0, 53],
    "订单除本期外，还可冲销之前几期的预测",
    "How many earlier periods' forecast an order may eat beside its own",
  ),
  consumeForward: whole(
    "预测冲销：向后(期)",
    "Forecast consumption: later periods",
    "0",
    [0, 53],
    "订单除本期外，还可冲销之后几期的预测",
    "How many later periods' forecast an order may eat beside its own",
  ),
  demandFence: whole(
    "需求时界(期)",
    "Demand time fence (periods)",
    "0",
    [0, 53],
    "从本期起几期内只认订单，不计预测",
    "In so many periods, the current one first, demand is orders alone",
  ),
  unmetDemand: {
    type: "choice",
    zh: "未满足的需求",
    en: "Unmet demand",
    standard: ["欠交", "Owed"],
    choices: { backlog: { zh: "欠交", en: "Owed" }, lost: { zh: "失销", en: "Lost" } },
    noteZh: "欠交：结转到下期；失销：不再补交",
    noteEn: "Owed: carried to the next period; lost: not made up for",
  },
  lateness: whole(
    "失销前可迟交(期)",
    "Periods late before it is lost",
    "0",
    [0, 53],
    "未满足的需求按失销处理时，最多可迟交几期",
    "Where unmet demand is lost: how late it may still be met",
  ),
  balanceCells: whole(
    "平衡表单元格上限",
    "Most cells of the balance",
    "200000",
    [1000, 2000000],
    "超过时平衡表只列失衡的产品和各系列合计，其余仍参与计算",
    "Above it the sheet shows only products out of balance and the families; the rest is still reckoned with",
  ),
  balancePaper: {
    type: "choice",
    zh: "平衡表纸张",
    en: "Paper of the balance",
    standard: ["A3", "A3"],
    choices: { A4: { zh: "A4", en: "A4" }, A3: { zh: "A3", en: "A3" } },
    noteZh: "平衡表、产能负荷表、物料保障表横向打印",
    noteEn: "The balance, capacity and component sheets print in landscape",
  },
} as const satisfies Record<string, Setting>;

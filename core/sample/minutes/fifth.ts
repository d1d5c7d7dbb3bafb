import { department, person } from "../people.ts";
import { category, type SampleMinutes } from "./minutes.ts";

export const fifth: SampleMinutes = {
  absences: [
    { person: person.fang, status: "leave", reason: { zh: "到芯澜电控催料", en: "At Xinlan to press for boards" }, delegate: person.cao },
  ],
  temporary: [person.sun],
  topics: [
    {
      section: "balance",
      topic: { zh: "青禾节水 QX-750 900 台要求 {n+2} 交货", en: "Qinghe wants 900 QX-750 in {n+2}" },
      category: category.orders,
      proposer: person.chen,
      background: {
        zh: "高标准农田项目，逾期按日万分之五计违约金；{n+1}、{n+2} 因修模各减产 120 台",
        en: "Farmland project with a penalty of 0.05% a day; the die repair takes 120 from the plan of {n+1} and of {n+2}",
      },
      proposal: { zh: "分批交货，A 线周六加班", en: "Deliver in two lots, work Saturdays on line A" },
      discussion: {
        zh: "项目现场每周最多安装 500 台，分批可以谈；QX-750 库存优先保该单",
        en: "The site can install 500 a week at most, so two lots are possible; stock of QX-750 goes to this order first",
      },
      involved: [department.sales, department.production, department.logistics],
      invite: [person.sun],
      urgency: "high",
      minutes: 20,
      resolutions: [
        {
          task: {
            zh: "完成 A 线 {n+1}、{n+2} 周六加班排产，QX-750 每周增产 100 台",
            en: "Schedule Saturday shifts on line A in {n+1} and {n+2}, 100 more QX-750 each week",
          },
          doneWhen: { zh: "{N+1}、{N+2} QX-750 生产计划各增加 100 台", en: "Plan of QX-750 raised by 100 in {N+1} and in {N+2}" },
          owner: person.sun,
          support: [department.operations],
          due: { today: 1 },
          status: "confirmed",
          progress: 0.3,
          result: { zh: "加班人员已排定，待绕线工位确认", en: "Crew is set, winding station still to confirm" },
        },
        {
          task: {
            zh: "与青禾书面约定分两批交货：{n+2} 交 500 台，{n+3} 交 400 台",
            en: "Agree two lots with Qinghe in writing: 500 in {n+2}, 400 in {n+3}",
          },
          doneWhen: { zh: "补充协议盖章，订单行已拆分", en: "Supplement stamped, order line split" },
          owner: person.he,
          due: { today: 2 },
          status: "inProgress",
          progress: 0.6,
          result: { zh: "客户口头同意，补充协议走审批", en: "Agreed by word, the supplement is being approved" },
        },
      ],
    },
    {
      section: "production",
      topic: { zh: "CB-BP11 控制板到料由 {n+1} 推到 {n+3}", en: "CB-BP11 boards slip from {n+1} to {n+3}" },
      category: category.material,
      proposer: person.cao,
      background: {
        zh: "库存 190 块只够用到 {n+0}，{n+1}、{n+2} 每周需约 100 块，缺口约 190 块",
        en: "The 190 boards in stock last until {n+0}; {n+1} and {n+2} need about 100 each, about 190 short",
      },
      proposal: { zh: "空运 IGBT，先交 200 块", en: "Fly in IGBT modules and get 200 boards early" },
      discussion: {
        zh: "空运费约 6,800 元，低于 BP-1100 逾期损失；由采购部驻厂跟进",
        en: "Air freight is about 6,800 yuan, less than late BP-1100 would cost; Purchasing stays at the supplier",
      },
      involved: [department.purchasing, department.production, department.finance],
      urgency: "high",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "落实芯澜电控 {n+2} 先交 CB-BP11 200 块，其余 280 块 {n+3} 交齐",
            en: "Get 200 CB-BP11 from Xinlan in {n+2} and the other 280 in {n+3}",
          },
          doneWhen: {
            zh: "到料计划更新为 {N+2} 200 块、{N+3} 280 块，供应商盖章确认",
            en: "Supply shows 200 in {N+2} and 280 in {N+3}, stamped by the supplier",
          },
          owner: person.cao,
          support: [department.finance],
          due: { today: 5 },
          status: "assigned",
        },
      ],
      questions: [
        {
          question: {
            zh: "BP-1100 能否临时改用 0.9 kW 控制板降额销售",
            en: "Whether BP-1100 may be sold derated with the 0.9 kW board for a time",
          },
          cause: {
            zh: "研发部担心温升，销售部担心铭牌功率变更影响招标",
            en: "R&D fears heat, Sales fears that the changed rating hurts tenders",
          },
          nextStep: { zh: "研发部做 72 小时温升试验，销售部征询恒居物业意见", en: "R&D runs a 72-hour heat test, Sales asks Hengju" },
          owner: person.jiang,
          answerBy: { today: 3 },
          escalateTo: person.liang,
        },
      ],
    },
    {
      section: "sales",
      topic: { zh: "预测偏差超过 30% 的产品要说明原因", en: "Products whose forecast is off by more than 30% need a reason" },
      category: category.forecast,
      proposer: person.lin,
      background: {
        zh: "近四周预测加权误差 27%，QX-750、BP-900、JD-800 三个产品占一半",
        en: "Weighted forecast error of four weeks is 27%, half of it from QX-750, BP-900 and JD-800",
      },
      proposal: { zh: "随滚动预测附偏差说明", en: "Give reasons together with the rolling forecast" },
      discussion: { zh: "项目订单单列，不计入基础预测", en: "Project orders are listed apart from the base forecast" },
      involved: [department.sales, department.operations],
      urgency: "normal",
      minutes: 10,
      resolutions: [
        {
          kind: "consensus",
          task: {
            zh: "自 {n+1} 起，偏差超过 30% 的产品随预测附原因，项目订单单列",
            en: "From {n+1} on, give the reason for every product off by more than 30% and list project orders apart",
          },
          doneWhen: { zh: "连续四周附表齐全，加权误差降到 20% 以内", en: "Table complete for four weeks, weighted error below 20%" },
          owner: person.he,
          due: { today: 25 },
          status: "confirmed",
        },
      ],
    },
    {
      section: "other",
      topic: { zh: "JD 系列出口彩箱改版", en: "New export carton for the JD range" },
      category: category.newProduct,
      proposer: person.zheng,
      background: {
        zh: "德国客户要求取消塑料窗，旧彩箱库存 3,600 个",
        en: "The German customer wants no plastic window; 3,600 old cartons are in stock",
      },
      proposal: { zh: "确定切换时间和旧箱处理", en: "Set the change-over and the use of old cartons" },
      discussion: { zh: "", en: "" },
      involved: [department.sales, department.research, department.purchasing],
      urgency: "low",
      minutes: 10,
      deferred: { zh: "新版样箱未到，下次会议再议", en: "Sample carton not here yet; next meeting" },
    },
  ],
};

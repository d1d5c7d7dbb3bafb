import { department, person } from "../people.ts";
import { category, type SampleMinutes } from "./minutes.ts";

const nobodyInSales = { zh: "", en: "", department: department.sales } as const;

export const fourth: SampleMinutes = {
  absences: [
    { person: person.xu, status: "absent" },
    { person: person.wu, status: "late", minutes: 12, reason: { zh: "处理 A 线设备故障", en: "Breakdown on line A" } },
  ],
  observers: [person.liang],
  topics: [
    {
      section: "sales",
      topic: { zh: "恒居物业 BP-1100 订单逾期 45 台", en: "Hengju's BP-1100 order is 45 pumps late" },
      category: category.orders,
      proposer: person.chen,
      background: {
        zh: "80 台已发 35 台，余 45 台因控制板欠料停产；客户要求书面答复交期",
        en: "35 of 80 shipped, 45 stopped for want of drive boards; the customer wants a date in writing",
      },
      proposal: { zh: "控制板优先保恒居，其余订单顺延", en: "Boards go to Hengju first, other orders follow" },
      discussion: { zh: "到料 30 块先装恒居；BP-1500 本周不排", en: "The 30 boards at hand go to Hengju; no BP-1500 this week" },
      involved: [department.sales, department.production, department.purchasing],
      urgency: "high",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "补发恒居物业 BP-1100 45 台，并书面答复交期",
            en: "Ship the 45 BP-1100 owed to Hengju and confirm the date in writing",
          },
          doneWhen: { zh: "45 台发出并签收", en: "45 pumps delivered against signature" },
          owner: person.chen,
          support: [department.production, department.purchasing],
          due: { today: 4 },
          postponed: { from: { after: 3 }, times: 1 },
          status: "postponed",
          progress: 0.3,
          result: { zh: "交期函已发，控制板未到", en: "Letter sent, boards still missing" },
          reason: { zh: "芯澜电控 IGBT 缺货，到料顺延两周", en: "Xinlan is short of IGBT modules, boards two weeks later" },
        },
      ],
    },
    {
      section: "other",
      topic: { zh: "成品库存资金占用超预算 18%", en: "Finished goods tie up 18% more money than budgeted" },
      category: category.finance,
      proposer: person.tang,
      background: {
        zh: "成品库存 684 万元，预算 580 万元；超出部分主要是 ZB-125 和 WQ-3000",
        en: "6.84 million yuan in finished goods against 5.80 budgeted, mainly ZB-125 and WQ-3000",
      },
      proposal: { zh: "列出超 6 周的产品清单，逐项定去向", en: "List products with over six weeks of cover and decide on each" },
      discussion: {
        zh: "WQ-3000 因水务项目取消积压，可改配浮球开关转售工程渠道",
        en: "WQ-3000 is left from a cancelled water project; with a float switch it could go to contractors",
      },
      involved: [department.finance, department.sales, department.operations],
      urgency: "normal",
      minutes: 20,
      resolutions: [
        {
          task: {
            zh: "按产品列出可供超过 6 周的成品清单，含金额和库龄",
            en: "List finished goods with more than six weeks of cover, with value and age",
          },
          doneWhen: { zh: "清单覆盖全部 24 个产品，发至各部门负责人", en: "All 24 products covered, sent to every head of department" },
          owner: person.tang,
          support: [department.logistics],
          due: { after: 3 },
          status: "done",
          done: 4,
          result: { zh: "清单已发，涉及 2 个产品共 101 万元，晚一天", en: "Sent: two products, 1.01 million yuan. One day late" },
          evidence: { zh: "库龄分析表", en: "Stock age analysis" },
        },
        {
          task: {
            zh: "提出 WQ-3000 库存 420 台的去化方案，含改配浮球开关的成本和渠道",
            en: "Propose how to sell the 420 WQ-3000 in stock, with cost of the float switch and the channels",
          },
          doneWhen: { zh: "方案经财务部核价，{n+6} 前降到 200 台以内", en: "Costed by Finance; stock below 200 by {n+6}" },
          owner: nobodyInSales,
          support: [department.research, department.finance],
          due: { today: -2 },
          status: "assigned",
          reason: { zh: "会上只定到销售部，未指定责任人", en: "The meeting named Sales, but no person" },
        },
      ],
    },
    {
      section: "sales",
      topic: { zh: "ZB 系列压力开关售后故障集中", en: "ZB pressure switches fail in the field" },
      category: category.quality,
      proposer: person.peng,
      background: {
        zh: "当月压力开关报修 37 起，占 ZB 报修的 41%，集中在同一批次",
        en: "37 repair calls in a month, 41% of all for ZB, from one lot of switches",
      },
      proposal: { zh: "锁定批次，备 300 个配件先行更换", en: "Identify the lot and keep 300 switches for replacement" },
      discussion: {
        zh: "问题批次为 {w-6} 来料的 PS-ZB，触点镀层偏薄",
        en: "The PS-ZB lot received in {w-6} has contacts with too thin a plating",
      },
      involved: [department.service, department.purchasing, department.production],
      urgency: "normal",
      minutes: 10,
      resolutions: [
        {
          task: {
            zh: "备足 300 个压力开关发到 5 个售后网点，更换问题批次",
            en: "Send 300 pressure switches to the five service points and replace the faulty lot",
          },
          doneWhen: {
            zh: "5 个网点签收，报修 48 小时内更换率不低于 95%",
            en: "All five points have signed; 95% of calls served within 48 hours",
          },
          owner: person.yuan,
          support: [department.logistics],
          due: { after: 4 },
          status: "verified",
          done: 3,
          verified: 5,
          result: { zh: "300 个已签收，48 小时更换率 97%", en: "300 received; 97% replaced within 48 hours" },
          evidence: { zh: "网点签收单 5 份", en: "Five delivery receipts" },
        },
      ],
    },
  ],
};

import { department, person } from "../people.ts";
import { category, type SampleMinutes } from "./minutes.ts";

export const sixth: SampleMinutes = {
  absences: [{ person: person.peng, status: "late", minutes: 6 }],
  temporary: [person.zheng],
  topics: [
    {
      section: "balance",
      topic: { zh: "考尔德 JD-800 950 台 {n+4} 装船，现有计划不够", en: "Calder's 950 JD-800 load in {n+4}; the plan is too small" },
      category: category.orders,
      proposer: person.zheng,
      background: {
        zh: "JD-800 每周计划约 260 台，按现计划 {n+4} 期末为负；误船期下一班晚 10 天",
        en: "The plan holds about 260 a week, stock turns negative in {n+4}; the next vessel is ten days later",
      },
      proposal: {
        zh: "{n+2}、{n+3} 各增产 JD-800 200 台，同步保彩箱和舱位",
        en: "Make 200 more JD-800 in {n+2} and in {n+3}; secure cartons and space",
      },
      discussion: {
        zh: "C 线负荷升到约 88%，ZB-125 减产腾出的工时可用；彩箱须提前到料",
        en: "Line C rises to about 88%, within the hours freed by ZB-125; cartons have to come earlier",
      },
      involved: [department.sales, department.production, department.purchasing, department.logistics],
      invite: [person.zheng],
      urgency: "high",
      minutes: 20,
      resolutions: [
        {
          task: {
            zh: "保证考尔德 JD-800 950 台 {n+4} 装船：增产、彩箱、订舱三项落实",
            en: "Load Calder's 950 JD-800 in {n+4}: extra output, cartons and vessel space",
          },
          doneWhen: { zh: "提单日期在 {n+4} 内", en: "Bill of lading dated in {n+4}" },
          owner: person.wu,
          support: [department.purchasing, department.logistics],
          due: { today: 24 },
          status: "split",
          actions: [
            {
              task: { zh: "C 线 {n+2}、{n+3} 各增产 JD-800 200 台", en: "Make 200 more JD-800 on line C in {n+2} and in {n+3}" },
              doneWhen: {
                zh: "{N+2}、{N+3} JD-800 生产计划各增加 200 台，C 线负荷不超过 100%",
                en: "Plan of JD-800 up by 200 in {N+2} and in {N+3}, line C at 100% or less",
              },
              owner: person.gu,
              support: [department.production],
              due: { today: 4 },
              status: "assigned",
            },
            {
              task: {
                zh: "JD 出口彩箱 1,000 个由 {n+4} 提前到 {n+3} 到料",
                en: "Pull 1,000 JD export cartons forward from {n+4} to {n+3}",
              },
              doneWhen: { zh: "彩印包装厂书面确认，到料计划已改", en: "Confirmed in writing by Caiyin, supply changed" },
              owner: person.fang,
              due: { today: 5 },
              status: "confirmed",
            },
            {
              task: {
                zh: "订 {n+4} 周四船期 40 尺柜一个，提前 7 天交装柜清单",
                en: "Book one 40-foot container on the Thursday vessel of {n+4}, loading list seven days before",
              },
              doneWhen: { zh: "取得订舱确认书", en: "Booking confirmation at hand" },
              owner: person.xu,
              support: [department.sales],
              due: { today: 10 },
              status: "assigned",
            },
          ],
        },
      ],
    },
    {
      section: "production",
      topic: {
        zh: "补产集中，D 线 {n+6}、A 线 {n+4} 负荷均超过 105%",
        en: "Catching up loads line D in {n+6} and line A in {n+4} above 105%",
      },
      category: category.capacity,
      proposer: person.lin,
      background: {
        zh: "{n+6} 补产 BP-1100 140 台，D 线老化台只有 40 小时；{n+4} QX-370 备货 600 台，A 线缺约 8 小时",
        en: "140 more BP-1100 in {n+6} on a burn-in rack of 40 hours; 600 QX-370 built ahead in {n+4} leave line A about 8 hours short",
      },
      proposal: { zh: "BP-1100 补产分两周，QX-370 备货提前一周开始", en: "Spread BP-1100 over two weeks, start QX-370 a week earlier" },
      discussion: {
        zh: "控制板 {n+5} 到齐后才能补产，可顺延到 {n+7}；A 线 {n+3} 还有 13 小时",
        en: "Boards are complete only in {n+5}, so {n+7} can take part; line A still has 13 hours in {n+3}",
      },
      involved: [department.production, department.operations],
      urgency: "normal",
      minutes: 20,
      resolutions: [
        {
          task: {
            zh: "BP-1100 补产由 {n+6} 移 90 台到 {n+7}，D 线负荷降到 100% 以内",
            en: "Move 90 BP-1100 from {n+6} to {n+7} and bring line D to 100% or less",
          },
          doneWhen: { zh: "BP-1100 生产计划 {N+6} 减 90 台、{N+7} 增 90 台", en: "Plan of BP-1100 down by 90 in {N+6}, up by 90 in {N+7}" },
          owner: person.lin,
          support: [department.production],
          due: { today: 6 },
          status: "confirmed",
        },
        {
          task: {
            zh: "QX-370 备货由 {n+4} 移 240 台到 {n+3}，A 线负荷降到 100% 以内",
            en: "Move 240 QX-370 from {n+4} to {n+3} and bring line A to 100% or less",
          },
          doneWhen: {
            zh: "QX-370 生产计划 {N+3} 增 240 台、{N+4} 减 240 台",
            en: "Plan of QX-370 up by 240 in {N+3}, down by 240 in {N+4}",
          },
          owner: person.gu,
          support: [department.production],
          due: { today: 4 },
          status: "assigned",
        },
      ],
    },
    {
      section: "balance",
      topic: { zh: "WQ-1500 {n+1} 起低于安全库存", en: "WQ-1500 below safety stock from {n+1}" },
      category: category.quality,
      proposer: person.shen,
      background: {
        zh: "泵壳全检后可用率 92%，{n+1} 减产 80 台，期末低于安全库存 90 台",
        en: "92% of casings pass full inspection; 80 fewer in {n+1} leave less than the safety stock of 90",
      },
      proposal: { zh: "改后泵壳到货即排产，优先江畔水务", en: "Build as soon as changed casings come, Jiangpan first" },
      discussion: {
        zh: "客服部与江畔水务保持沟通；首批 200 件 {n+1} 到货，逐件检",
        en: "Customer Service keeps Jiangpan informed; the first 200 come in {n+1} and are tested one by one",
      },
      involved: [department.production, department.purchasing, department.service],
      urgency: "normal",
      minutes: 15,
      resolutions: [
        {
          task: { zh: "{n+3} 补产 WQ-1500 80 台，库存恢复到 90 台以上", en: "Make 80 more WQ-1500 in {n+3} and bring stock back above 90" },
          doneWhen: {
            zh: "{N+3} WQ-1500 生产计划增加 80 台，期末库存不低于 90 台",
            en: "Plan of WQ-1500 up by 80 in {N+3}, closing stock of 90 or more",
          },
          owner: person.sun,
          support: [department.purchasing],
          due: { today: 9 },
          status: "inProgress",
          progress: 0.1,
          result: { zh: "已与宏润铸造确认首批发货", en: "First shipment confirmed with Hongrun" },
        },
        {
          task: {
            zh: "B 线浸漆炉 {n+8} 检修两天，按期恢复生产",
            en: "Service line B's varnishing oven on two days of {n+8} and resume on schedule",
          },
          doneWhen: { zh: "炉温均匀性 ±3 ℃，首件合格", en: "Oven even to ±3 °C, first piece passed" },
          owner: person.sun,
          due: { today: 44 },
          status: "confirmed",
        },
      ],
      questions: [
        {
          question: { zh: "WQ-1500 是否限量接单到 {n+4}", en: "Whether to limit new WQ-1500 orders until {n+4}" },
          cause: { zh: "生产部建议限量，销售部担心丢失工程客户", en: "Production asks for a limit, Sales fears to lose contractors" },
          nextStep: {
            zh: "销售部列出 {n+4} 前在谈订单和可让步交期，报运营管理部",
            en: "Sales lists orders under negotiation until {n+4} with the dates it can yield, to Operations",
          },
          owner: person.chen,
          answerBy: { today: 2 },
          escalateTo: person.liang,
        },
      ],
    },
  ],
};

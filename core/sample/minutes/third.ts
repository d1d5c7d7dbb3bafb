import { department, person } from "../people.ts";
import { category, type SampleMinutes } from "./minutes.ts";

export const third: SampleMinutes = {
  absences: [
    { person: person.chen, status: "leave", reason: { zh: "拜访青禾节水灌溉", en: "Visiting Qinghe Irrigation" }, delegate: person.he },
    { person: person.peng, status: "leftEarly", minutes: 20, reason: { zh: "接待客户验货", en: "Customer inspection" } },
  ],
  temporary: [person.zheng, person.shen],
  topics: [
    {
      section: "balance",
      topic: { zh: "ZB-125 库存 3,900 台，可供 7.8 周", en: "ZB-125: 3,900 in stock, 7.8 weeks of cover" },
      category: category.stock,
      proposer: person.luo,
      background: { zh: "超过 4 周上限，占用成品仓 46 个托盘位", en: "Above the limit of four weeks, filling 46 pallet places" },
      proposal: { zh: "电商专场促销，同步下调排产", en: "An online campaign, and less production" },
      discussion: {
        zh: "促销价不低于保本价；排产由每周 500 台降到 400 台，为期两周",
        en: "The price stays above break-even; output goes from 500 to 400 a week for two weeks",
      },
      involved: [department.sales, department.logistics, department.finance],
      urgency: "normal",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "通过电商专场售出 ZB-125 1,200 台，把库存降到 2,700 台以内",
            en: "Sell 1,200 ZB-125 in an online campaign and bring stock below 2,700",
          },
          doneWhen: { zh: "ZB-125 期末库存不高于 2,700 台", en: "Closing stock of ZB-125 at 2,700 or less" },
          owner: person.he,
          support: [department.logistics],
          due: { today: -4 },
          status: "inProgress",
          progress: 0.5,
          result: { zh: "专场售出 540 台，库存 3,600 台", en: "540 sold in the campaign, 3,600 left" },
          reason: { zh: "平台活动档期由月中改到月末", en: "The platform moved the campaign from mid-month to its end" },
        },
      ],
    },
    {
      section: "sales",
      topic: { zh: "JD 系列出口拼柜常误船期", en: "JD exports often miss the vessel for want of a full container" },
      category: category.logistics,
      proposer: person.zheng,
      background: {
        zh: "近两月 9 个柜有 4 个因凑柜晚于截关，产生滞港费 1.8 万元",
        en: "Four of nine containers in two months missed the closing time, 18,000 yuan of demurrage",
      },
      proposal: { zh: "与货代约定每周固定舱位", en: "Agree fixed weekly space with the forwarder" },
      discussion: {
        zh: "外贸部提前两周给出装柜清单，生产部按船期倒排",
        en: "Export sends loading lists two weeks ahead, Production schedules back from the vessel",
      },
      involved: [department.sales, department.logistics, department.production],
      invite: [person.zheng],
      urgency: "normal",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "与货代签订每周四两个 40 尺柜固定舱位，为期六个月",
            en: "Contract fixed space for two 40-foot containers every Thursday for six months",
          },
          doneWhen: { zh: "合同签回，{w+2} 首柜按期装船", en: "Contract signed, the first container of {w+2} loaded in time" },
          owner: person.xu,
          support: [department.sales],
          due: { after: 8 },
          status: "verified",
          done: 8,
          verified: 10,
          result: { zh: "合同已签，首柜按期装船", en: "Signed; first container loaded in time" },
          evidence: { zh: "舱位协议 HD-26", en: "Space agreement HD-26" },
        },
      ],
    },
    {
      section: "production",
      topic: { zh: "B 线浸漆炉年度检修安排在 {n+8}", en: "Yearly maintenance of line B's varnishing oven in {n+8}" },
      category: category.plan,
      proposer: person.wu,
      background: {
        zh: "检修停产两天，{n+8} B 线可用工时减少 16 小时，WQ 系列约少产 250 台",
        en: "Two days without production: line B loses 16 hours in {n+8}, about 250 WQ pumps",
      },
      proposal: { zh: "检修前分三周预生产", en: "Build ahead over the three weeks before" },
      discussion: {
        zh: "预生产以 WQ-750 为主，泵壳不良的 WQ-1500 不预产",
        en: "Mainly WQ-750; no WQ-1500 ahead while its casings are doubtful",
      },
      involved: [department.production, department.operations, department.purchasing],
      urgency: "low",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "B 线检修不影响 WQ 交付：确定检修方案、备件和预生产计划",
            en: "Keep WQ deliveries whole through the maintenance of line B: method, spare parts and a plan to build ahead",
          },
          doneWhen: { zh: "{n+8} 至 {n+9} WQ 系列无缺货", en: "No WQ shortage in {n+8} and {n+9}" },
          owner: person.wu,
          support: [department.operations],
          due: { today: 30 },
          status: "split",
          actions: [
            {
              task: { zh: "确定浸漆炉检修方案，工期不超过两天", en: "Settle the maintenance method, two days at most" },
              doneWhen: { zh: "方案经生产部、研发部会签", en: "Method signed by Production and R&D" },
              owner: person.sun,
              due: { after: 6 },
              status: "verified",
              done: 5,
              verified: 7,
              result: { zh: "方案已会签，工期 16 小时", en: "Signed, 16 hours" },
              evidence: { zh: "检修方案 SB-031", en: "Maintenance plan SB-031" },
            },
            {
              task: { zh: "采购浸漆炉加热管 12 支", en: "Buy twelve heating tubes for the oven" },
              doneWhen: { zh: "备件入库并验收", en: "Parts received and accepted" },
              owner: person.fang,
              due: { after: 12 },
              status: "cancelled",
              cancelledAt: 2,
              reason: {
                zh: "设备库盘点发现同规格加热管 14 支，够用",
                en: "Fourteen tubes of the same kind turned up in the spare-parts store",
              },
            },
            {
              task: { zh: "编制预生产计划：{n+5} 至 {n+7} 每周增产 WQ-750 60 台", en: "Plan 60 more WQ-750 a week from {n+5} to {n+7}" },
              doneWhen: {
                zh: "{N+5}、{N+6}、{N+7} 生产计划已更新，B 线负荷不超过 100%",
                en: "Plans of {N+5}, {N+6} and {N+7} updated, line B at 100% or less",
              },
              owner: person.gu,
              support: [department.production],
              due: { today: -1 },
              status: "confirmed",
              progress: 0.2,
              result: { zh: "等 A 线支援工时确认", en: "Waits for hours that line A can lend" },
            },
          ],
        },
        {
          task: {
            zh: "宏润铸造完成 WQ-1500 泵壳浇口改造，交改后首批 50 件",
            en: "Hongrun Casting moves the gate of the WQ-1500 casing and delivers the first 50",
          },
          doneWhen: { zh: "首批 50 件气密全检不良不超过 1 件", en: "At most one of the first 50 fails the air test" },
          owner: { zh: "钱工（宏润铸造）", en: "Mr Qian (Hongrun Casting)", department: department.purchasing },
          support: [department.production],
          due: { today: -7 },
          status: "inProgress",
          progress: 0.6,
          result: { zh: "模具已改，首件尺寸超差待修", en: "Mould changed, first piece out of tolerance" },
          reason: { zh: "模具厂排期冲突，晚五天上机", en: "The mould shop started five days late" },
        },
      ],
      questions: [
        {
          question: { zh: "WQ 泵壳是否开第二家铸造厂", en: "Whether to open a second foundry for WQ casings" },
          cause: { zh: "模具费 9.6 万元，年用量只有 5,700 件", en: "The mould costs 96,000 yuan for 5,700 castings a year" },
          nextStep: {
            zh: "等浇口改造首批结果，再由采购部提两家报价上会",
            en: "Wait for the first lot of the changed gate, then Purchasing brings two quotations",
          },
          owner: person.fang,
          answerBy: { today: 6 },
          escalateTo: person.liang,
          returned: true,
        },
      ],
    },
  ],
};

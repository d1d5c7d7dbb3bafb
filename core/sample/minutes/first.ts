import { department, person } from "../people.ts";
import { category, type SampleMinutes } from "./minutes.ts";

export const first: SampleMinutes = {
  absences: [{ person: person.tang, status: "late", minutes: 8 }],
  temporary: [person.sun],
  observers: [person.liang],
  topics: [
    {
      section: "production",
      topic: { zh: "QX-750 周产能跟不上订单", en: "QX-750 output a week falls behind orders" },
      category: category.capacity,
      proposer: person.wu,
      background: {
        zh: "A 线定子下线工位节拍 78 秒，QX-750 每周最多 240 台，近四周订单平均 285 台",
        en: "Stator winding on line A takes 78 seconds; QX-750 is held to 240 a week while orders averaged 285 over four weeks",
      },
      proposal: {
        zh: "增一台半自动绕线机并开第二班，周产能提到 320 台",
        en: "Add a semi-automatic winder and a second shift, to reach 320 a week",
      },
      discussion: {
        zh: "设备可从二车间调拨，不需新购；瓶颈其次是冲模毛刺，修模期间须错开大单",
        en: "The winder can come from shop 2, nothing to buy. The next bottleneck is burr from the stator die; its repair must avoid the large orders",
      },
      involved: [department.production, department.research, department.finance],
      invite: [person.sun],
      urgency: "high",
      minutes: 20,
      resolutions: [
        {
          task: {
            zh: "QX-750 周产能由 240 台提到 320 台，按绕线机、第二班、冲模三项分解落实",
            en: "Raise QX-750 from 240 to 320 a week: winder, second shift and stator die, one action each",
          },
          doneWhen: { zh: "连续两周实际产量不低于 320 台", en: "At least 320 made in each of two weeks running" },
          owner: person.wu,
          support: [department.research],
          due: { today: 10 },
          status: "split",
          actions: [
            {
              task: {
                zh: "从二车间调半自动绕线机一台到 A 线，完成安装和首件确认",
                en: "Move one semi-automatic winder from shop 2 to line A; install it and pass the first piece",
              },
              doneWhen: { zh: "工位节拍不超过 58 秒", en: "Station takes 58 seconds or less" },
              owner: person.sun,
              due: { after: 8 },
              status: "verified",
              done: 7,
              verified: 9,
              result: { zh: "已投用，实测节拍 56 秒", en: "In use, 56 seconds measured" },
              evidence: { zh: "首件检验单 SJ-0412", en: "First-piece report SJ-0412" },
            },
            {
              task: { zh: "A 线第二班 6 名操作工培训合格上岗", en: "Train and release six operators for the second shift of line A" },
              doneWhen: { zh: "6 人取得工位资格证", en: "All six hold the station certificate" },
              owner: person.wu,
              due: { after: 15 },
              status: "done",
              done: 17,
              result: { zh: "6 人全部考核合格，其中 2 人补考", en: "All six passed, two at the second attempt" },
              evidence: { zh: "培训考核表", en: "Training record" },
            },
            {
              task: { zh: "修复 QX-750 定子冲模，试冲 500 片", en: "Repair the QX-750 stator die and prove it with 500 laminations" },
              doneWhen: { zh: "毛刺不大于 0.04 mm，全检合格", en: "Burr at most 0.04 mm on every piece" },
              owner: person.sun,
              support: [department.research],
              due: { today: -6 },
              status: "inProgress",
              progress: 0.7,
              result: { zh: "模具厂第二次返修，试冲毛刺 0.06 mm", en: "Second repair at the die maker; burr still 0.06 mm" },
              reason: { zh: "凹模刃口崩缺，需重新镶块", en: "The cutting edge has chipped and needs a new insert" },
            },
          ],
        },
      ],
    },
    {
      section: "sales",
      topic: { zh: "滚动预测提交晚、只到系列", en: "Rolling forecast comes late and only by family" },
      category: category.forecast,
      proposer: person.lin,
      background: {
        zh: "近五周有三周周三才收到预测，且未分到产品，排产只能按上周估算",
        en: "In three of five weeks the forecast came on Wednesday, by family only, so plans rested on last week's figures",
      },
      proposal: { zh: "明确提交时间和粒度", en: "Fix the time and the level of detail" },
      discussion: {
        zh: "销售部同意按产品到周提交；电商渠道数据由何佳汇总",
        en: "Sales agrees to products by week; He Jia collects the online channel",
      },
      involved: [department.sales, department.operations],
      urgency: "normal",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "自 {w+1} 起每周一 12:00 前提交 13 周滚动预测，按产品到周",
            en: "From {w+1} on, submit the 13-week forecast by product and week every Monday before 12:00",
          },
          doneWhen: { zh: "连续三周按时提交，24 个产品无缺项", en: "In time for three weeks running, all 24 products filled" },
          owner: person.he,
          due: { after: 15 },
          status: "verified",
          done: 14,
          verified: 16,
          result: { zh: "三周均在周一 11:30 前提交", en: "Submitted before 11:30 on three Mondays" },
          evidence: { zh: "预测提交记录", en: "Submission record" },
        },
      ],
    },
    {
      section: "production",
      topic: { zh: "ZB-550 是否外协总装", en: "Whether to have ZB-550 assembled outside" },
      category: category.plan,
      proposer: person.wu,
      background: { zh: "C 线 {w+3} 预计负荷 108%，ZB-550 缺口 300 台", en: "Line C was expected at 108% in {w+3}, ZB-550 300 short" },
      proposal: { zh: "外协总装 300 台，单台加工费 14 元", en: "Have 300 assembled outside at 14 yuan each" },
      discussion: {
        zh: "财务部核算后可接受，前提是外协厂通过现场审核",
        en: "Finance accepts the cost, provided the assembler passes an audit on site",
      },
      involved: [department.production, department.purchasing, department.finance],
      urgency: "normal",
      minutes: 10,
      resolutions: [
        {
          task: {
            zh: "{w+3} 外协总装 ZB-550 300 台，完成外协厂现场审核和签约",
            en: "Have 300 ZB-550 assembled outside in {w+3}; audit the assembler on site and sign the contract",
          },
          doneWhen: { zh: "审核不低于 80 分，合同签回", en: "Audit score of 80 or more, signed contract back" },
          owner: person.fang,
          due: { after: 10 },
          status: "cancelled",
          cancelledAt: 1,
          result: { zh: "审核 84 分，未签约", en: "Audit score 84, contract not signed" },
          reason: {
            zh: "安居五金推迟 ZB-550 订单 280 台，C 线自制可以满足",
            en: "Anju put off 280 ZB-550, line C can make the rest itself",
          },
        },
      ],
      questions: [
        {
          question: { zh: "港前仓租约季末到期，是否续租", en: "Whether to renew the port warehouse lease at the end of the quarter" },
          cause: { zh: "出口量预计增加，但租金上浮 12%", en: "Exports should grow, but the rent rises by 12%" },
          nextStep: {
            zh: "物流部比较两家仓库的报价和距离，报财务部测算",
            en: "Logistics compares two warehouses by price and distance, Finance works out the cost",
          },
          owner: person.xu,
          answerBy: { after: 12 },
          escalateTo: person.liang,
          answer: {
            text: {
              zh: "续租一年，面积由 800 平方米减到 600 平方米，年租金下降 9%",
              en: "Renewed for a year with 600 instead of 800 square metres; the yearly rent falls by 9%",
            },
            after: 11,
          },
        },
      ],
    },
  ],
};

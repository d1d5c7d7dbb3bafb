import { department, person } from "../people.ts";
import { category, type SampleMinutes } from "./minutes.ts";

export const second: SampleMinutes = {
  absences: [
    {
      person: person.jiang,
      status: "leave",
      reason: { zh: "到模具厂验收新叶轮模", en: "At the mould maker for the new impeller mould" },
      delegate: person.han,
    },
  ],
  temporary: [person.shen, person.ma],
  topics: [
    {
      section: "production",
      topic: { zh: "WQ-1500 铸铁泵壳砂眼漏水", en: "WQ-1500 casings leak through porosity" },
      category: category.quality,
      proposer: person.peng,
      background: {
        zh: "两周内收到江畔水务等 3 起漏水投诉，退回 11 台；来料气密抽检不良率 6.8%",
        en: "Three leak complaints in two weeks, Jiangpan Water Works among them, 11 pumps back; 6.8% of sampled castings failed the air test",
      },
      proposal: {
        zh: "来料全检，供应商整改，在库品复检",
        en: "Inspect every casting, have the supplier correct the cause, test the stock again",
      },
      discussion: {
        zh: "质量主管判断为浇口位置导致卷气；全检会使可用泵壳每周少约 30 个，影响排产",
        en: "Quality holds the gate position responsible for trapped air. Full inspection costs about 30 casings a week and touches the plan",
      },
      involved: [department.production, department.purchasing, department.service],
      invite: [person.shen, person.ma],
      urgency: "high",
      minutes: 20,
      resolutions: [
        {
          task: {
            zh: "提交 WQ-1500 泵壳砂眼 8D 报告，复检在库 160 台",
            en: "Hand in the 8D report on WQ-1500 porosity and retest the 160 pumps in stock",
          },
          doneWhen: { zh: "8D 报告经客服部确认，复检记录齐全", en: "8D report accepted by Customer Service, every retest on record" },
          owner: person.shen,
          support: [department.service],
          due: { after: 5 },
          status: "verified",
          done: 7,
          verified: 10,
          result: {
            zh: "复检剔除 9 台；根因为浇口卷气，较时限晚两天",
            en: "Nine pumps rejected; cause is air trapped at the gate. Two days late",
          },
          evidence: { zh: "8D-WQ1500-03", en: "8D-WQ1500-03" },
        },
        {
          task: {
            zh: "把 WQ 泵壳气密要求写进采购合同，来料不良超 2% 整批退货",
            en: "Put the air-test limit for WQ casings into the purchase contract: above 2% the lot goes back",
          },
          doneWhen: { zh: "协议签回，检验标准发布", en: "Agreement signed, inspection standard issued" },
          owner: person.fang,
          support: [department.production],
          due: { today: -8 },
          status: "split",
          actions: [
            {
              task: {
                zh: "发布 WQ 泵壳气密检验标准，0.3 MPa 保压 60 秒",
                en: "Issue the air-test standard for WQ casings: 0.3 MPa held for 60 seconds",
              },
              doneWhen: { zh: "标准受控发布，检验员 4 人培训完成", en: "Standard released, four inspectors trained" },
              owner: person.shen,
              due: { after: 6 },
              status: "verified",
              done: 6,
              verified: 8,
              result: { zh: "QS-WQ-07 已发布并培训", en: "QS-WQ-07 released and trained" },
              evidence: { zh: "QS-WQ-07", en: "QS-WQ-07" },
            },
            {
              task: { zh: "与宏润铸造签订 WQ 泵壳质量协议", en: "Sign the quality agreement for WQ casings with Hongrun Casting" },
              doneWhen: { zh: "双方盖章协议归档", en: "Agreement stamped by both sides and filed" },
              owner: person.ma,
              support: [department.production],
              due: { today: -12 },
              status: "inProgress",
              progress: 0.4,
              result: { zh: "草案已发对方，尚未回复", en: "Draft sent, no answer yet" },
              reason: { zh: "经办人离职，未办移交", en: "The buyer has left and nobody has taken it over" },
            },
          ],
        },
      ],
    },
    {
      section: "production",
      topic: { zh: "变频控制板只有一家供应商", en: "Drive boards come from a single supplier" },
      category: category.material,
      proposer: person.fang,
      background: {
        zh: "CB-BP11 由芯澜电控独家供货，交期由 4 周延长到 7 周",
        en: "Xinlan alone supplies CB-BP11; its lead time has grown from four to seven weeks",
      },
      proposal: { zh: "引入第二家，完成样板验证", en: "Bring in a second source and test its samples" },
      discussion: {
        zh: "研发部提出须做 500 小时老化和 EMC 预测试，最快四周",
        en: "R&D asks for 500 hours of ageing and an EMC pre-test: four weeks at best",
      },
      involved: [department.research, department.purchasing],
      urgency: "high",
      minutes: 15,
      resolutions: [
        {
          task: {
            zh: "完成 CB-BP11 备选供应商 20 块样板的 500 小时老化和 EMC 预测试",
            en: "Run 500 hours of ageing and the EMC pre-test on 20 sample boards of a second source for CB-BP11",
          },
          doneWhen: { zh: "测试报告结论为合格，可转小批 200 块", en: "Test report passed, released for a trial lot of 200" },
          owner: person.han,
          support: [department.purchasing],
          due: { today: 8 },
          postponed: { from: { after: 12 }, times: 2 },
          status: "postponed",
          progress: 0.6,
          result: {
            zh: "老化已跑 320 小时，EMC 第一次辐射超标 3 dB",
            en: "320 hours of ageing done; the first EMC run exceeded the limit by 3 dB",
          },
          reason: {
            zh: "第一次因样板晚到一周，第二次因 EMC 整改需重新布板",
            en: "First because samples came a week late, then because the EMC failure needs a new layout",
          },
        },
      ],
    },
    {
      section: "sales",
      topic: { zh: "ZB-125 电商退货增加，库存上升", en: "ZB-125: more returns online, stock rising" },
      category: category.stock,
      proposer: person.he,
      background: {
        zh: "活动后退货率 5.2%，退货 210 台待翻新，成品库存超过 6 周",
        en: "Returns reached 5.2% after the campaign, 210 wait for refurbishing, stock exceeds six weeks",
      },
      proposal: { zh: "停排一周，退货翻新后再售", en: "Stop production for a week, sell refurbished returns first" },
      discussion: { zh: "停排腾出的 10 小时给 JD-600 补单", en: "The ten hours set free go to the JD-600 backlog" },
      involved: [department.sales, department.operations, department.logistics],
      urgency: "normal",
      minutes: 10,
      resolutions: [
        {
          task: {
            zh: "{w+1} 停排 ZB-125，减产 500 台，工时改排 JD-600 120 台",
            en: "Plan no ZB-125 in {w+1}, 500 fewer, and use the hours for 120 JD-600",
          },
          doneWhen: { zh: "{W+1} 生产计划已调整并经生产部确认", en: "Plan of {W+1} changed and accepted by Production" },
          owner: person.gu,
          support: [department.production],
          due: { after: 2 },
          status: "verified",
          done: 2,
          verified: 4,
          result: { zh: "计划已改，JD-600 补产 120 台按期发运", en: "Plan changed; the 120 JD-600 shipped in time" },
          evidence: { zh: "生产计划变更单 JH-118", en: "Plan change JH-118" },
        },
      ],
      questions: [
        {
          question: {
            zh: "电商退货翻新品按几折、以什么标识再售",
            en: "At what discount and under which label refurbished returns are sold",
          },
          cause: {
            zh: "销售部要求 8 折，财务部测算 8 折亏损 6 元/台",
            en: "Sales wants 20% off, which by Finance's figures loses 6 yuan a piece",
          },
          nextStep: {
            zh: "销售部与平台确认翻新品标识规则，财务部给出保本价",
            en: "Sales clarifies the platform's label rules, Finance gives the break-even price",
          },
          owner: person.he,
          answerBy: { after: 8 },
          escalateTo: person.chen,
          answer: {
            text: { zh: "以官方翻新标识 88 折销售，保修一年", en: "Sold as officially refurbished at 12% off with one year of warranty" },
            after: 9,
          },
        },
      ],
    },
  ],
};

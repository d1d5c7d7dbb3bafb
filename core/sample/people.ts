import type { Named } from "../words/language.ts";

type Side = "sales" | "production" | "balance" | "other";

export interface SampleDepartment extends Named {
  readonly side: Side;
}

export interface SamplePerson extends Named {
  readonly department: SampleDepartment;
  readonly title: Named;
  readonly mail: string;
  readonly phone: string;
  readonly decisionMaker?: true;
  readonly left?: true;
}

export const department = {
  operations: { zh: "运营管理部", en: "Operations", side: "balance" },
  sales: { zh: "销售部", en: "Sales", side: "sales" },
  production: { zh: "生产部", en: "Production", side: "production" },
  research: { zh: "研发部", en: "R&D", side: "production" },
  purchasing: { zh: "采购部", en: "Purchasing", side: "production" },
  logistics: { zh: "物流部", en: "Logistics", side: "production" },
  finance: { zh: "财务部", en: "Finance", side: "other" },
  service: { zh: "客服部", en: "Customer Service", side: "sales" },
} as const satisfies Record<string, SampleDepartment>;

const { operations, sales, production, research, purchasing, logistics, finance, service } = department;

export const person = {
  liang: {
    zh: "梁振邦",
    en: "Liang Zhenbang",
    department: operations,
    title: { zh: "分管运营副总经理", en: "Deputy GM, operations" },
    mail: "liang.zhenbang",
    phone: "8001",
    decisionMaker: true,
  },
  zhou: {
    zh: "周明远",
    en: "Zhou Mingyuan",
    department: operations,
    title: { zh: "运营管理部部长", en: "Head of operations" },
    mail: "zhou.mingyuan",
    phone: "8010",
  },
  lin: {
    zh: "林晓彤",
    en: "Lin Xiaotong",
    department: operations,
    title: { zh: "计划主管", en: "Planning supervisor" },
    mail: "lin.xiaotong",
    phone: "8012",
  },
  gu: { zh: "顾婷", en: "Gu Ting", department: operations, title: { zh: "产销计划员", en: "Planner" }, mail: "gu.ting", phone: "8013" },
  chen: {
    zh: "陈立新",
    en: "Chen Lixin",
    department: sales,
    title: { zh: "销售总监", en: "Sales director" },
    mail: "chen.lixin",
    phone: "8020",
    decisionMaker: true,
  },
  he: {
    zh: "何佳",
    en: "He Jia",
    department: sales,
    title: { zh: "国内销售经理", en: "Domestic sales manager" },
    mail: "he.jia",
    phone: "8021",
  },
  zheng: {
    zh: "郑宇航",
    en: "Zheng Yuhang",
    department: sales,
    title: { zh: "外贸经理", en: "Export sales manager" },
    mail: "zheng.yuhang",
    phone: "8025",
  },
  wu: {
    zh: "吴国强",
    en: "Wu Guoqiang",
    department: production,
    title: { zh: "生产部经理", en: "Production manager" },
    mail: "wu.guoqiang",
    phone: "8030",
  },
  sun: {
    zh: "孙海涛",
    en: "Sun Haitao",
    department: production,
    title: { zh: "总装一车间主任", en: "Supervisor, assembly shop 1" },
    mail: "sun.haitao",
    phone: "8031",
  },
  shen: {
    zh: "沈丽萍",
    en: "Shen Liping",
    department: production,
    title: { zh: "质量主管", en: "Quality supervisor" },
    mail: "shen.liping",
    phone: "8035",
  },
  jiang: {
    zh: "蒋文博",
    en: "Jiang Wenbo",
    department: research,
    title: { zh: "研发部经理", en: "R&D manager" },
    mail: "jiang.wenbo",
    phone: "8040",
  },
  han: {
    zh: "韩雪",
    en: "Han Xue",
    department: research,
    title: { zh: "电控工程师", en: "Electronics engineer" },
    mail: "han.xue",
    phone: "8042",
  },
  fang: {
    zh: "方静",
    en: "Fang Jing",
    department: purchasing,
    title: { zh: "采购部经理", en: "Purchasing manager" },
    mail: "fang.jing",
    phone: "8050",
  },
  cao: {
    zh: "曹磊",
    en: "Cao Lei",
    department: purchasing,
    title: { zh: "电子件采购员", en: "Buyer, electronics" },
    mail: "cao.lei",
    phone: "8051",
  },
  ma: {
    zh: "马俊",
    en: "Ma Jun",
    department: purchasing,
    title: { zh: "铸件采购员", en: "Buyer, castings" },
    mail: "ma.jun",
    phone: "8052",
    left: true,
  },
  xu: {
    zh: "许志华",
    en: "Xu Zhihua",
    department: logistics,
    title: { zh: "物流部经理", en: "Logistics manager" },
    mail: "xu.zhihua",
    phone: "8060",
  },
  luo: {
    zh: "罗敏",
    en: "Luo Min",
    department: logistics,
    title: { zh: "仓储主管", en: "Warehouse supervisor" },
    mail: "luo.min",
    phone: "8061",
  },
  tang: {
    zh: "唐慧",
    en: "Tang Hui",
    department: finance,
    title: { zh: "财务部经理", en: "Finance manager" },
    mail: "tang.hui",
    phone: "8070",
  },
  peng: {
    zh: "彭晓燕",
    en: "Peng Xiaoyan",
    department: service,
    title: { zh: "客服部经理", en: "Customer service manager" },
    mail: "peng.xiaoyan",
    phone: "8080",
  },
  yuan: {
    zh: "袁杰",
    en: "Yuan Jie",
    department: service,
    title: { zh: "售后工程师", en: "Service engineer" },
    mail: "yuan.jie",
    phone: "8081",
  },
} as const satisfies Record<string, SamplePerson>;

/** Who attends for each department, and for whom; Finance has named nobody yet. */
export const heads: readonly { readonly department: SampleDepartment; readonly head: SamplePerson; readonly delegate?: SamplePerson }[] = [
  { department: operations, head: person.zhou, delegate: person.lin },
  { department: sales, head: person.chen, delegate: person.he },
  { department: production, head: person.wu, delegate: person.sun },
  { department: research, head: person.jiang, delegate: person.han },
  { department: purchasing, head: person.fang, delegate: person.cao },
  { department: logistics, head: person.xu, delegate: person.luo },
  { department: finance, head: person.tang },
  { department: service, head: person.peng, delegate: person.yuan },
];

import type { Named } from "../words/language.ts";

/** A paper that a regular meeting needs, and who brings it. */
export interface PaperKind extends Named {
  readonly id: string;
  /** A department brings it whose name holds one of these, the first that any department matches. */
  readonly from: readonly string[];
  /** Else the first department of that side. */
  readonly side: "sales" | "production" | "other";
}

/** What the departments bring (clause 三(二)2): forecast, orders, plan, stock, supply, bottlenecks, quality, and what goes with them. */
export const paperTemplate: readonly PaperKind[] = [
  { id: "forecast", zh: "销售预测", en: "Sales forecast", from: ["销售", "营销", "市场", "sales", "marketing"], side: "sales" },
  { id: "orders", zh: "订单状况", en: "Order status", from: ["销售", "营销", "sales"], side: "sales" },
  {
    id: "feedback",
    zh: "客户反馈与投诉",
    en: "Customer feedback and complaints",
    from: ["客服", "售后", "service", "销售", "sales"],
    side: "sales",
  },
  {
    id: "plan",
    zh: "生产计划及达成",
    en: "Production plan and attainment",
    from: ["生产", "制造", "production", "manufacturing"],
    side: "production",
  },
  {
    id: "capacity",
    zh: "产能及瓶颈",
    en: "Capacity and bottlenecks",
    from: ["生产", "制造", "production", "manufacturing"],
    side: "production",
  },
  { id: "stock", zh: "库存水平", en: "Stock levels", from: ["物流", "仓储", "仓库", "logistics", "warehouse"], side: "production" },
  {
    id: "supply",
    zh: "物料供应及欠料",
    en: "Material supply and shortages",
    from: ["采购", "供应", "purchasing", "procurement"],
    side: "production",
  },
  {
    id: "quality",
    zh: "质量反馈",
    en: "Quality feedback",
    from: ["质量", "品质", "品管", "quality", "生产", "production"],
    side: "production",
  },
  {
    id: "changes",
    zh: "新品与工程变更",
    en: "New products and engineering changes",
    from: ["研发", "技术", "工程", "r&d", "engineering"],
    side: "production",
  },
  { id: "cost", zh: "成本与资金占用", en: "Cost and working capital", from: ["财务", "finance"], side: "other" },
];

import { choice, date, defineTable, key, long, number, text } from "./field.ts";

/** What a resolution is expected to change in the planning tables, and what became of it by the next meeting. */
export const expectedChanges = defineTable({
  id: "expectedChanges",
  zh: "预期变动",
  en: "Expected changes",
  also: ["决议预期变动", "预期调整"],
  key: ["no"],
  fields: {
    no: key("变动编号", "Change no.", { by: "concord", width: 22 }),
    resolution: text("决议编号", "Resolution no.", { required: true, width: 20 }),
    kind: choice("changeKind", "变动对象", "What changes", { required: true, width: 14 }),
    product: text("产品编码", "Product", { required: true, suggest: { table: "products", field: "product" } }),
    period: text("期间", "Period", { required: true, width: 11 }),
    amount: number("增减数量", "Change by", { required: true }),
    line: text("产线", "Line", { suggest: { table: "lines", field: "line" } }),
    note: long("备注", "Remark", { width: 24 }),
    meeting: text("会议编号", "Meeting no.", { by: "concord", width: 18 }),
    verdict: choice("effectVerdict", "执行结果", "Outcome", { by: "concord", width: 16 }),
    detail: long("结果说明", "How it came out", { by: "concord", width: 44 }),
    reviewedOn: date("复核日期", "Reviewed on", { by: "concord" }),
  },
});

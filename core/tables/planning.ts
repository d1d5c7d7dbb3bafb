import { choice, date, defineTable, flag, integer, key, long, number, percent, text } from "./field.ts";

/** What other systems call a product's code. */
const CODE = [
  "物料编码",
  "料号",
  "产品编号",
  "产品代码",
  "存货编码",
  "货号",
  "品号",
  "item code",
  "item no.",
  "part no.",
  "product code",
  "SKU",
] as const;
const product = { suggest: { table: "products", field: "product" }, required: true, also: CODE } as const;
const LINE = ["生产线", "线别", "production line"] as const;
const CUSTOMER = ["客户名称", "客户简称", "customer name"] as const;
const period = { required: true, also: ["月份", "周次", "周"] } as const;

export const products = defineTable({
  id: "products",
  zh: "产品",
  en: "Products",
  also: ["产品清单", "产品主数据"],
  key: ["product"],
  fields: {
    product: key("产品编码", "Product", { required: true, width: 14, also: CODE }),
    name: text("产品名称", "Name", { width: 24, also: ["物料名称", "品名", "存货名称", "item name", "product name"] }),
    family: text("产品系列", "Family", { also: ["系列", "产品大类", "product family"] }),
    unit: text("单位", "Unit", { width: 7, also: ["计量单位"] }),
    safetyStock: number("安全库存", "Safety stock", { also: ["安全库存量", "最低库存"] }),
    safetyDays: number("安全库存天数", "Safety days", { width: 13 }),
    minimumLot: number("最小批量", "Minimum lot"),
    lotMultiple: number("批量倍数", "Lot multiple"),
    maximumLot: number("最大批量", "Maximum lot", { width: 12 }),
    maximumCover: number("最高可供周数", "Maximum weeks of cover", { width: 14 }),
    line: text("产线", "Line", { suggest: { table: "lines", field: "line" }, also: LINE }),
    hoursPerUnit: number("单位工时(小时)", "Hours per unit", { width: 14, also: ["单件工时", "标准工时"] }),
    otherLines: text("替代产线", "Other lines", { width: 16 }),
    active: flag("启用", "Active"),
  },
});

export const forecast = defineTable({
  id: "forecast",
  zh: "销售预测",
  en: "Forecast",
  also: ["预测", "滚动预测"],
  key: ["product", "period", "customer", "region"],
  wide: { across: "period", values: ["quantity"] },
  fields: {
    product: text("产品编码", "Product", product),
    period: text("期间", "Period", { width: 11, ...period }),
    quantity: number("预测数量", "Forecast", { required: true, also: ["预测", "预测量", "需求预测", "forecast qty", "fcst"] }),
    customer: text("客户", "Customer", { also: CUSTOMER }),
    region: text("区域", "Region", { also: ["大区", "地区"] }),
    note: long("备注", "Remark"),
  },
});

export const orders = defineTable({
  id: "orders",
  zh: "订单",
  en: "Orders",
  also: ["在手订单", "未交订单", "销售订单"],
  key: ["no", "line"],
  fields: {
    no: key("订单号", "Order no.", { also: ["订单编号", "销售订单号", "销售单号", "合同号", "合同编号", "单号", "so no."] }),
    line: integer("行号", "Line", { also: ["订单行", "行项目", "项次", "line no."] }),
    customer: text("客户", "Customer", { width: 20, also: CUSTOMER }),
    product: text("产品编码", "Product", product),
    ordered: number("订单数量", "Ordered", {
      required: true,
      also: ["订货数量", "订单量", "下单数量", "合同数量", "数量", "order qty", "quantity", "qty"],
    }),
    shipped: number("已发数量", "Shipped", {
      also: ["已交数量", "已出库数量", "已出货数量", "发货数量", "累计发货", "delivered", "shipped qty"],
    }),
    due: date("要求交期", "Due", {
      required: true,
      also: ["交期", "客户交期", "交货日期", "要求交货日期", "需求日期", "required date", "due date", "delivery date"],
    }),
    promised: date("承诺交期", "Promised", { also: ["回复交期", "确认交期", "promise date", "confirmed date"] }),
    priority: integer("优先级", "Priority"),
    closed: flag("已关闭", "Closed", { also: ["关闭", "行关闭", "关闭标志", "行关闭标志"] }),
    note: long("备注", "Remark"),
    allocated: number("分配数量", "Allocated"),
    allocatedOn: date("分配日期", "Allocated on", { by: "concord" }),
    allocatedFor: text("分配所属订单", "Allocated for", { by: "concord", hidden: true }),
  },
});

export const productionPlan = defineTable({
  id: "productionPlan",
  zh: "生产计划",
  en: "Production plan",
  also: ["排产", "主计划", "MPS"],
  key: ["product", "period", "line"],
  wide: { across: "period", values: ["planned", "actual"] },
  fields: {
    product: text("产品编码", "Product", product),
    period: text("期间", "Period", { width: 11, ...period }),
    line: text("产线", "Line", { suggest: { table: "lines", field: "line" }, also: LINE }),
    planned: number("计划数量", "Planned", { required: true, also: ["计划产量", "排产数量", "计划数", "planned qty"] }),
    actual: number("实际产量", "Actual", { also: ["实际完成", "完工数量", "完成数量", "入库数量", "actual qty"] }),
    note: long("备注", "Remark"),
  },
});

export const stock = defineTable({
  id: "stock",
  zh: "库存",
  en: "Stock",
  also: ["库存表", "收发存"],
  key: ["product", "warehouse"],
  fields: {
    product: text("产品编码", "Product", product),
    warehouse: text("仓库", "Warehouse", { also: ["仓库名称", "库房"] }),
    onHand: number("库存数量", "On hand", {
      required: true,
      also: ["库存", "库存量", "现存量", "结存数量", "现有库存", "stock qty", "qty on hand"],
    }),
    usable: number("可用库存", "Usable", { also: ["可用数量", "可用量", "available", "available qty"] }),
    asOf: date("库存日期", "As of", { also: ["截止日期", "盘点日期", "统计日期", "stock date"] }),
    note: long("备注", "Remark"),
  },
});

export const lines = defineTable({
  id: "lines",
  zh: "产线",
  en: "Lines",
  also: ["生产线", "设备清单"],
  key: ["line"],
  fields: {
    line: key("产线", "Line", { required: true, also: ["生产线", "线别"] }),
    name: text("产线名称", "Name", { width: 20 }),
    workshop: text("车间", "Workshop"),
    hoursPerWeek: number("每周可用工时", "Hours per week", { width: 14 }),
    efficiency: percent("效率", "Efficiency"),
    plant: text("工厂", "Plant"),
  },
});

export const capacity = defineTable({
  id: "capacity",
  zh: "产能",
  en: "Capacity",
  also: ["产能表"],
  key: ["line", "period"],
  wide: { across: "period", values: ["hours"] },
  fields: {
    line: text("产线", "Line", { required: true, suggest: { table: "lines", field: "line" }, also: LINE }),
    period: text("期间", "Period", { width: 11, ...period }),
    hours: number("可用工时", "Available hours", { required: true }),
    note: long("备注", "Remark"),
  },
});

export const components = defineTable({
  id: "components",
  zh: "物料清单",
  en: "Components",
  also: ["BOM", "物料用量"],
  key: ["product", "component"],
  fields: {
    product: text("产品编码", "Product", product),
    component: text("物料编码", "Component", { required: true }),
    name: text("物料名称", "Component name", { width: 24 }),
    unit: text("单位", "Unit", { width: 7 }),
    usage: number("单位用量", "Usage per unit", { required: true, also: ["用量", "单耗"] }),
    yield: percent("良率", "Yield"),
    stock: number("物料库存", "Component stock"),
    supplier: text("供应商", "Supplier", { width: 18 }),
  },
});

export const supply = defineTable({
  id: "supply",
  zh: "到料计划",
  en: "Supply",
  also: ["到料", "欠料", "采购到货"],
  key: ["component", "expectedOn", "orderNo"],
  fields: {
    component: text("物料编码", "Component", { required: true }),
    expectedOn: date("预计到货日期", "Expected on", { required: true, also: ["到货日期", "到料日期", "预计到料", "ETA"] }),
    quantity: number("到料数量", "Quantity", { required: true, also: ["到货数量", "采购数量", "数量", "qty"] }),
    orderNo: text("采购订单号", "Purchase order", { also: ["采购单号", "po no."] }),
    supplier: text("供应商", "Supplier", { width: 18, also: ["供应商名称"] }),
    note: long("备注", "Remark"),
  },
});

export const imbalances = defineTable({
  id: "imbalances",
  zh: "失衡清单",
  en: "Imbalances",
  also: ["产销失衡"],
  key: ["no"],
  fields: {
    no: key("失衡编号", "Imbalance no.", { by: "concord", width: 36 }),
    kind: choice("imbalanceKind", "类型", "Kind", { width: 19 }),
    subject: text("产品/产线/物料", "Product, line or component", { width: 18 }),
    from: text("起始期间", "From period", { width: 11 }),
    to: text("截止期间", "To period", { width: 11 }),
    amount: number("数量", "Amount"),
    unit: text("单位", "Unit", { width: 7 }),
    firstSeen: date("首次发现", "First seen", { by: "concord" }),
    lastSeen: date("最近发现", "Last seen", { by: "concord" }),
    timesSeen: integer("出现次数", "Times seen", { by: "concord", width: 10 }),
    why: long("原因", "Why", { by: "concord" }),
    suggestion: long("建议", "Suggestion", { by: "concord" }),
    owner: text("责任人", "Owner", { suggest: { table: "people", field: "name" } }),
    status: choice("imbalanceStatus", "处理状态", "Status"),
    reason: long("不处理原因", "Reason", { width: 24 }),
    topic: text("议题编号", "Topic no.", { by: "concord", width: 20 }),
  },
});

import type { FieldType } from "../tables/field.ts";
import type { Named } from "../words/language.ts";

/** A column of a block of the minutes: which of the twelve grid columns (from 1) it spans. */
export interface FormField extends Named {
  readonly id: string;
  readonly type: FieldType;
  readonly column: number;
  readonly columns: number;
  /** Lightly tinted until it is filled. */
  readonly required?: boolean;
  /** Filled by Concord; what a person writes here is not read back. */
  readonly shown?: boolean;
  readonly suggest?: "people" | "departments";
}

export type BlockId = "review" | "sales" | "production" | "balance" | "topics" | "actions" | "open";

export interface Block extends Named {
  readonly id: BlockId;
  readonly fields: readonly FormField[];
  /** Empty rows to write in. */
  readonly spare: number;
  /** Rows that are always there, by their first column's text. */
  readonly items?: readonly Named[];
}

/** Characters of the twelve grid columns of the A4 page. */
export const GRID = [4.5, 9.5, 13, 9, 9.5, 9.5, 10.5, 7, 9, 11, 11, 11] as const;

const person = { suggest: "people" } as const;
const department = { suggest: "departments" } as const;
const status: FieldType = { choice: "actionStatus" };

const side = [
  { id: "item", zh: "项目", en: "Item", type: "text", column: 1, columns: 3, shown: true },
  { id: "speaker", zh: "汇报人", en: "Speaker", type: "text", column: 4, columns: 1, ...person },
  { id: "points", zh: "内容要点", en: "Key points", type: "long", column: 5, columns: 6 },
  { id: "source", zh: "数据来源/附件", en: "Source", type: "text", column: 11, columns: 2 },
] as const satisfies readonly FormField[];

/** Sections 1 to 7 of the minutes, in the order of the rules (clause 三(三)2 and 四(一)). */
export const blocks: readonly Block[] = [
  {
    id: "review",
    zh: "一、上次会议决议执行情况",
    en: "1  Review of last resolutions",
    spare: 0,
    fields: [
      { id: "no", zh: "编号", en: "No.", type: "key", column: 1, columns: 2, shown: true },
      { id: "task", zh: "上次决议/任务", en: "Resolution or task", type: "long", column: 3, columns: 2, shown: true },
      { id: "department", zh: "责任部门", en: "Department", type: "text", column: 5, columns: 1, ...department },
      { id: "owner", zh: "责任人", en: "Owner", type: "text", column: 6, columns: 1, ...person },
      { id: "due", zh: "完成时限", en: "Due", type: "date", column: 7, columns: 1 },
      { id: "history", zh: "结转/延期", en: "Carried / postp.", type: "text", column: 8, columns: 1, shown: true },
      { id: "status", zh: "状态", en: "Status", type: status, column: 9, columns: 1, required: true },
      { id: "result", zh: "完成情况", en: "Result", type: "long", column: 10, columns: 1 },
      { id: "reason", zh: "未完成原因", en: "Reason if not done", type: "long", column: 11, columns: 1 },
      { id: "newDue", zh: "新时限", en: "New date", type: "date", column: 12, columns: 1 },
    ],
  },
  {
    id: "sales",
    zh: "二、销售端反馈",
    en: "2  Sales side",
    spare: 0,
    fields: side,
    items: [
      { zh: "市场需求变化", en: "Market demand changes" },
      { zh: "订单情况(新增/变更/取消/在手)", en: "Orders (new / changed / cancelled / on hand)" },
      { zh: "销售预测", en: "Sales forecast" },
      { zh: "客户反馈(投诉/交期/质量)", en: "Customer feedback (complaints / delivery / quality)" },
    ],
  },
  {
    id: "production",
    zh: "三、生产端反馈",
    en: "3  Production side",
    spare: 0,
    fields: side,
    items: [
      { zh: "生产计划执行情况(计划/实际/达成率)", en: "Plan execution (plan / actual / attainment)" },
      { zh: "产能状况(可用/负荷/负荷率)", en: "Capacity (available / load / utilisation)" },
      { zh: "物料供应(欠料/到料)", en: "Material supply (short / arrived)" },
      { zh: "生产瓶颈", en: "Bottlenecks" },
      { zh: "质量控制(合格率/异常)", en: "Quality (pass rate / incidents)" },
    ],
  },
  {
    id: "balance",
    zh: "四、供需平衡分析与协调",
    en: "4  Supply-demand balance",
    spare: 3,
    fields: [
      { id: "product", zh: "产品/系列", en: "Product", type: "text", column: 1, columns: 2 },
      { id: "unit", zh: "单位", en: "Unit", type: "text", column: 3, columns: 1 },
      { id: "period", zh: "期间", en: "Period", type: "text", column: 4, columns: 1 },
      { id: "opening", zh: "期初库存", en: "Opening stock", type: "number", column: 5, columns: 1 },
      { id: "demand", zh: "销售预测/订单", en: "Demand", type: "number", column: 6, columns: 1 },
      { id: "planned", zh: "计划产量", en: "Planned output", type: "number", column: 7, columns: 1 },
      { id: "closing", zh: "期末库存", en: "Closing stock", type: "number", column: 8, columns: 1 },
      { id: "safety", zh: "安全库存", en: "Safety stock", type: "number", column: 9, columns: 1 },
      { id: "gap", zh: "缺口/富余", en: "Gap", type: "number", column: 10, columns: 1 },
      { id: "load", zh: "产能负荷率", en: "Load", type: "percent", column: 11, columns: 1 },
      { id: "measure", zh: "协调措施", en: "Measure", type: "long", column: 12, columns: 1 },
    ],
  },
  {
    id: "topics",
    zh: "五、议题讨论及决议",
    en: "5  Topics, discussion, resolutions",
    spare: 4,
    fields: [
      { id: "no", zh: "编号", en: "No.", type: "text", column: 1, columns: 1, shown: true },
      { id: "topic", zh: "议题", en: "Topic", type: "long", column: 2, columns: 2 },
      { id: "raisedBy", zh: "提出部门/人", en: "Raised by", type: "text", column: 4, columns: 1 },
      { id: "discussion", zh: "讨论概要", en: "Discussion summary", type: "long", column: 5, columns: 2 },
      { id: "resolution", zh: "决议/共识", en: "Resolution", type: "long", column: 7, columns: 2, required: true },
      { id: "kind", zh: "决议类型", en: "Kind", type: { choice: "resolutionKind" }, column: 9, columns: 1, required: true },
      { id: "department", zh: "责任部门", en: "Department", type: "text", column: 10, columns: 1, required: true, ...department },
      { id: "owner", zh: "责任人", en: "Owner", type: "text", column: 11, columns: 1, required: true, ...person },
      { id: "due", zh: "完成时限", en: "Due", type: "date", column: 12, columns: 1, required: true },
    ],
  },
  {
    id: "actions",
    zh: "六、待办事项清单",
    en: "6  Action list",
    spare: 5,
    fields: [
      { id: "no", zh: "编号", en: "No.", type: "text", column: 1, columns: 1, shown: true },
      { id: "task", zh: "任务描述", en: "Task", type: "long", column: 2, columns: 3, required: true },
      { id: "department", zh: "责任部门", en: "Department", type: "text", column: 5, columns: 1, required: true, ...department },
      { id: "owner", zh: "责任人", en: "Owner", type: "text", column: 6, columns: 1, required: true, ...person },
      { id: "due", zh: "完成时限", en: "Due", type: "date", column: 7, columns: 1, required: true },
      { id: "support", zh: "协办部门", en: "Support", type: "text", column: 8, columns: 2, ...department },
      { id: "doneWhen", zh: "完成标准", en: "Done when", type: "long", column: 10, columns: 1 },
      { id: "status", zh: "状态", en: "Status", type: status, column: 11, columns: 1 },
      { id: "confirmed", zh: "责任人确认", en: "Owner confirmed", type: "flag", column: 12, columns: 1 },
    ],
  },
  {
    id: "open",
    zh: "七、未解决问题及后续处理建议",
    en: "7  Open questions and next steps",
    spare: 3,
    fields: [
      { id: "no", zh: "编号", en: "No.", type: "text", column: 1, columns: 1, shown: true },
      { id: "question", zh: "未解决问题", en: "Open question", type: "long", column: 2, columns: 2, required: true },
      { id: "cause", zh: "分歧/原因", en: "Why open", type: "long", column: 4, columns: 1 },
      { id: "nextStep", zh: "后续处理建议(调研/沟通路径)", en: "Next step", type: "long", column: 5, columns: 2, required: true },
      { id: "responsible", zh: "责任部门/人", en: "Department / owner", type: "text", column: 7, columns: 1, required: true },
      { id: "escalateTo", zh: "升级至", en: "Escalate to", type: "text", column: 8, columns: 1, ...person },
      { id: "answerBy", zh: "计划答复时间", en: "Answer by", type: "date", column: 9, columns: 1, required: true },
      { id: "status", zh: "状态", en: "Status", type: { choice: "questionStatus" }, column: 10, columns: 1 },
      { id: "answer", zh: "答复/结论", en: "Answer", type: "long", column: 11, columns: 2 },
    ],
  },
];

export function blockOf(id: BlockId): Block {
  const found = blocks.find((block) => block.id === id);
  if (!found) throw new Error(`no block ${id}`);
  return found;
}

export interface HeadField extends Named {
  readonly id: string;
  readonly required?: boolean;
  readonly suggest?: "people" | "departments";
}

/** The head block: a row holds one field across the page or two side by side. */
export const headRows: readonly (readonly HeadField[])[] = [
  [
    { id: "no", zh: "会议编号", en: "Meeting no." },
    { id: "kind", zh: "会议性质", en: "Regular / ad hoc" },
  ],
  [{ id: "name", zh: "会议名称", en: "Meeting name" }],
  [
    { id: "date", zh: "会议日期", en: "Date" },
    { id: "time", zh: "会议时间", en: "Time" },
  ],
  [
    { id: "place", zh: "会议地点", en: "Place" },
    { id: "organiser", zh: "组织部门", en: "Organising department" },
  ],
  [
    { id: "chair", zh: "主持人", en: "Chair", required: true, suggest: "people" },
    { id: "recorder", zh: "记录人", en: "Recorder", required: true, suggest: "people" },
  ],
  [
    { id: "counts", zh: "应到/实到", en: "Expected / present" },
    { id: "observers", zh: "列席/临时", en: "Observers / temporary" },
  ],
  [{ id: "attendees", zh: "参会人员", en: "Attendees", required: true }],
  [{ id: "absentees", zh: "缺席人员及原因", en: "Absent and reasons" }],
];

export const nextFields: readonly (readonly HeadField[])[] = [
  [
    { id: "nextDate", zh: "下次会议时间", en: "Next date" },
    { id: "nextPlace", zh: "地点", en: "Place" },
  ],
  [{ id: "nextTopics", zh: "拟定议题", en: "Planned topics" }],
];

/** Where the value of the n-th field of a head row stands: [first grid column, columns]. */
export function headSpan(fields: readonly HeadField[], index: number): readonly [number, number] {
  if (fields.length === 1) return [3, 10];
  return index === 0 ? [3, 4] : [9, 4];
}

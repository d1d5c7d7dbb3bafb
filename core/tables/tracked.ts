import { choice, date, defineTable, integer, key, long, percent, text } from "./field.ts";

const person = { suggest: { table: "people", field: "name" } } as const;
const department = { suggest: { table: "departments", field: "name" } } as const;

/** What everybody looks at first, on the screen and on paper: who, until when, how far. */
const lead = {
  department: text("责任部门", "Department", { ...department, required: true, also: ["负责部门", "主责部门", "主办部门"] }),
  owner: text("责任人", "Owner", { ...person, required: true, also: ["负责人", "跟进人", "owner", "assignee"] }),
  due: date("完成时限", "Due", { required: true, also: ["完成日期", "截止日期", "计划完成时间", "要求完成时间", "due date", "deadline"] }),
  status: choice("actionStatus", "状态", "Status", { also: ["完成状态"] }),
  light: text("灯号", "Light", { by: "formula", width: 12 }),
  daysLate: integer("逾期天数", "Days late", { by: "formula", width: 10, also: ["逾期工作日"] }),
  result: long("完成情况", "Result", { width: 28, also: ["进展", "进展说明", "progress note"] }),
} as const;

const progress = {
  progress: percent("进度%", "Progress", { also: ["进度", "完成率"] }),
  support: text("协办部门", "Support", { also: ["配合部门", "协办人"] }),
  doneWhen: long("完成标准", "Done when", { width: 24, also: ["验收标准"] }),
  assignedOn: date("下达日期", "Assigned on", { by: "concord" }),
  confirmedOn: date("责任人确认", "Confirmed on", { also: ["确认日期"] }),
  doneOn: date("实际完成时间", "Done on", { also: ["完成于"] }),
  evidence: text("完成凭证", "Evidence", { width: 20 }),
  verifiedBy: text("验收人", "Verified by", person),
  verifiedOn: date("验收日期", "Verified on"),
  reason: long("未完成原因", "Reason", { width: 24, also: ["延期原因", "取消原因"] }),
  carried: integer("结转次数", "Times carried", { by: "concord", width: 10 }),
  postponed: integer("延期次数", "Times postponed", { by: "concord", width: 10, also: ["调整次数"] }),
  escalation: integer("督办级别", "Escalation", { by: "concord", width: 10 }),
  escalationReason: long("督办原因", "Why escalated", { by: "concord", width: 24 }),
  reminders: integer("催办次数", "Reminders", { by: "concord", width: 10 }),
  firstDue: date("原完成时限", "First due", { by: "concord", hidden: true }),
  lastDue: date("上次所见时限", "Last seen due", { by: "concord", hidden: true }),
  lastStatus: choice("actionStatus", "上次所见状态", "Last seen status", { by: "concord", hidden: true }),
  lastOwner: text("上次所见责任人", "Last seen owner", { by: "concord", hidden: true }),
  lastProgress: percent("上次所见进度", "Last seen progress", { by: "concord", hidden: true }),
} as const;

export const resolutions = defineTable({
  id: "resolutions",
  zh: "决议",
  en: "Resolutions",
  also: ["决议跟踪", "会议决议"],
  key: ["no"],
  printTo: "result",
  fields: {
    no: key("决议编号", "Resolution no.", { by: "concord", width: 20 }),
    task: long("决议内容", "Resolution", { required: true, width: 42, also: ["决议", "决议/共识", "决议事项"] }),
    ...lead,
    meeting: text("会议编号", "Meeting no.", { width: 18 }),
    topic: text("议题编号", "Topic no.", { width: 20 }),
    kind: choice("resolutionKind", "决议类型", "Kind"),
    ...progress,
  },
});

export const actions = defineTable({
  id: "actions",
  zh: "待办事项",
  en: "Actions",
  also: ["待办", "任务跟踪", "行动计划", "督办", "Action list", "Action items", "todo"],
  key: ["no"],
  printTo: "result",
  fields: {
    no: key("任务编号", "Action no.", { by: "concord", width: 20, also: ["待办编号", "事项编号", "action id"] }),
    task: long("任务描述", "Task", { required: true, width: 42, also: ["任务", "待办事项", "事项", "工作内容", "任务内容", "action"] }),
    ...lead,
    resolution: text("决议编号", "Resolution no.", { width: 20 }),
    meeting: text("会议编号", "Meeting no.", { width: 18 }),
    ...progress,
    plant: text("工厂", "Plant"),
  },
});

/** What happened to resolutions and actions, a row each: nothing here is ever changed again. */
export const history = defineTable({
  id: "history",
  zh: "事项履历",
  en: "Item history",
  also: ["履历", "跟踪记录", "变更记录", "History"],
  key: ["no"],
  fields: {
    no: key("履历编号", "History no.", { by: "concord", width: 24 }),
    item: text("事项编号", "Item no.", { by: "concord", width: 20 }),
    on: date("日期", "Date", { by: "concord" }),
    event: choice("historyEvent", "事件", "Event", { by: "concord" }),
    from: text("变更前", "From", { by: "concord", width: 16 }),
    to: text("变更后", "To", { by: "concord", width: 16 }),
    reason: long("原因/说明", "Reason or note", { by: "concord" }),
    approvedBy: text("批准人", "Approved by", { by: "concord" }),
    by: text("操作人", "By", { by: "concord" }),
    how: choice("historySource", "来源", "Came by", { by: "concord" }),
    meeting: text("会议编号", "Meeting no.", { by: "concord", width: 18 }),
  },
});

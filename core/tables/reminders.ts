import { choice, date, defineTable, integer, key, long, text } from "./field.ts";

const person = { suggest: { table: "people", field: "name" } } as const;
const department = { suggest: { table: "departments", field: "name" } } as const;

/** Who was reminded of what, and why: one row for each item on a slip. */
export const reminders = defineTable({
  id: "reminders",
  zh: "催办记录",
  en: "Reminders",
  also: ["督办记录", "催办台账", "Reminder record"],
  key: ["no"],
  printTo: "by",
  fields: {
    no: key("催办编号", "Reminder no.", { by: "concord", width: 20 }),
    slip: text("催办单号", "Slip no.", { by: "concord", width: 17, also: ["督办编号"] }),
    date: date("催办日期", "Reminded on", { by: "concord" }),
    name: text("催办对象", "To", { ...person, width: 12 }),
    role: choice("reminderRole", "对象身份", "As", { width: 12 }),
    item: text("事项编号", "Item no.", { width: 20 }),
    task: long("事项", "Item", { width: 36 }),
    department: text("责任部门", "Department", department),
    owner: text("责任人", "Owner", person),
    reason: choice("reminderReason", "催办事由", "Reason", { width: 14 }),
    level: integer("督办级别", "Level", { width: 10 }),
    daysLate: integer("逾期天数", "Days late", { width: 10 }),
    how: choice("reminderHow", "方式", "How"),
    by: text("签发人", "Issued by", { width: 12 }),
    reply: long("反馈", "Reply", { width: 28 }),
    note: long("备注", "Remark", { width: 20 }),
  },
});

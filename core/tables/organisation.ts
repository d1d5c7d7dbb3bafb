import { choice, date, defineTable, flag, integer, key, long, text, time } from "./field.ts";

export const settings = defineTable({
  id: "settings",
  zh: "设置",
  en: "Settings",
  also: ["参数设置", "配置"],
  key: ["code"],
  fields: {
    name: text("设置项", "Setting", { width: 26 }),
    value: text("值", "Value", { width: 30, also: ["设置值"] }),
    note: long("说明", "What it does", { width: 88 }),
    code: key("代号", "Code", { width: 24, by: "concord" }),
  },
});

export const departments = defineTable({
  id: "departments",
  zh: "部门",
  en: "Departments",
  also: ["部门清单", "部门表"],
  key: ["name"],
  fields: {
    name: key("部门", "Department", { required: true, also: ["部门名称"] }),
    head: text("负责人", "Head", { suggest: { table: "people", field: "name" }, also: ["部门负责人"] }),
    delegate: text("授权代表", "Delegate", { suggest: { table: "people", field: "name" } }),
    standing: flag("固定参会", "Standing attendee", { width: 12 }),
    side: choice("section", "所属端", "Side"),
    note: long("备注", "Remark"),
  },
});

export const people = defineTable({
  id: "people",
  zh: "人员",
  en: "People",
  also: ["人员名单", "通讯录", "花名册"],
  key: ["name"],
  fields: {
    name: key("姓名", "Name", { required: true, width: 14, also: ["人员姓名", "员工姓名", "full name"] }),
    department: text("部门", "Department", {
      required: true,
      suggest: { table: "departments", field: "name" },
      also: ["所属部门", "所在部门"],
    }),
    title: text("职务", "Title", { also: ["职位", "岗位"] }),
    email: text("邮箱", "E-mail", { width: 26, also: ["电子邮箱", "邮件", "email"] }),
    phone: text("电话", "Phone", { width: 16, also: ["联系电话", "手机"] }),
    decisionMaker: flag("决策层", "Decision maker", { width: 12 }),
    active: flag("在职", "Active"),
    plant: text("工厂", "Plant"),
    note: long("备注", "Remark"),
  },
});

export const companyCalendar = defineTable({
  id: "companyCalendar",
  zh: "公司日历",
  en: "Company calendar",
  also: ["工作日历", "厂历"],
  key: ["from", "to", "scope"],
  fields: {
    from: date("日期", "Date", { required: true, also: ["开始日期", "from"] }),
    to: date("至", "To", { also: ["结束日期"] }),
    kind: choice("dayKind", "类型", "Kind", { required: true }),
    scope: text("适用范围", "Scope", { also: ["范围"] }),
    reason: text("原因", "Reason", { width: 28, also: ["说明"] }),
  },
});

export const series = defineTable({
  id: "series",
  zh: "例会",
  en: "Series",
  also: ["例会设置", "会议系列"],
  key: ["name"],
  fields: {
    name: key("例会名称", "Series", { required: true, width: 24, also: ["会议名称"] }),
    cycle: choice("cycle", "周期", "Cycle", { required: true, width: 20 }),
    weekday: choice("weekday", "星期", "Weekday"),
    nth: integer("第几个", "Nth weekday", { width: 12 }),
    monthDay: integer("每月几号", "Day of month", { width: 12 }),
    from: date("起始日期", "First date"),
    start: time("开始时间", "Start"),
    minutes: integer("时长(分钟)", "Minutes", { width: 11 }),
    place: text("地点", "Place", { width: 22 }),
    chair: text("主持人", "Chair", { suggest: { table: "people", field: "name" } }),
    recorder: text("记录人", "Recorder", { suggest: { table: "people", field: "name" } }),
    departments: text("固定部门", "Standing departments", { width: 36 }),
    holiday: choice("holidayMove", "遇非工作日", "On a non-working day", { width: 22 }),
    active: flag("启用", "Active"),
    plant: text("工厂", "Plant"),
  },
});

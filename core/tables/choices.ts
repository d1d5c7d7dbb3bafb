/** A value that comes from a list: its code, its two names, and spellings that people use for it. */
export interface Choice {
  readonly zh: string;
  readonly en: string;
  readonly also?: readonly string[];
}

/**
 * Every list of values. Codes are what rules look at; the names stand in the workbook, in its
 * language, and both languages are read in any workbook.
 */
export const choices = {
  actionStatus: {
    assigned: {
      zh: "已下达",
      en: "Assigned",
      also: ["未开始", "未启动", "待办", "待处理", "待执行", "新建", "Not started", "To do", "Open", "New"],
    },
    confirmed: { zh: "已确认", en: "Confirmed", also: ["责任人确认", "Accepted"] },
    inProgress: {
      zh: "进行中",
      en: "In progress",
      also: ["办理中", "处理中", "执行中", "推进中", "跟进中", "部分完成", "WIP", "Ongoing", "Started"],
    },
    done: {
      zh: "已完成",
      en: "Done",
      also: ["完成", "完成了", "已办结", "办结", "已落实", "已解决", "结案", "OK", "√", "✓", "100%", "Completed", "Complete", "Finished"],
    },
    verified: { zh: "已验收", en: "Verified", also: ["验收通过", "关闭", "已关闭", "销项", "已销项", "闭环", "已闭环", "Closed"] },
    postponed: {
      zh: "已延期",
      en: "Postponed",
      also: ["延期", "推迟", "顺延", "延后", "改期", "Delayed", "Deferred", "Extended", "Rescheduled"],
    },
    cancelled: { zh: "已取消", en: "Cancelled", also: ["取消", "作废", "终止", "撤销", "不再执行", "Canceled", "Dropped", "Void"] },
    split: { zh: "已分解", en: "Split", also: ["分解"] },
  },
  historyEvent: {
    assigned: { zh: "下达", en: "Assigned" },
    confirmed: { zh: "确认", en: "Confirmed" },
    progress: { zh: "进展", en: "Progress" },
    done: { zh: "完成", en: "Done" },
    verified: { zh: "验收", en: "Verified" },
    postponed: { zh: "延期", en: "Postponed" },
    dueChanged: { zh: "调整时限", en: "Due changed" },
    reassigned: { zh: "改派", en: "Reassigned" },
    cancelled: { zh: "取消", en: "Cancelled" },
    reopened: { zh: "重新打开", en: "Reopened" },
    split: { zh: "分解", en: "Split" },
    carried: { zh: "结转", en: "Carried" },
    escalated: { zh: "督办升级", en: "Escalated" },
  },
  historySource: {
    pane: { zh: "操作面板", en: "Pane", also: ["命令", "Command"] },
    sheet: { zh: "表格填写", en: "Typed in the sheet" },
    minutes: { zh: "会议记录", en: "Minutes" },
  },
  resolutionKind: {
    resolution: { zh: "决议", en: "Resolution", also: ["Decision"] },
    consensus: { zh: "共识", en: "Consensus", also: ["Agreement"] },
    undecided: { zh: "未决", en: "Undecided", also: ["未解决", "待定", "Open"] },
  },
  meetingKind: {
    regular: { zh: "常规", en: "Regular", also: ["例会", "常规会议"] },
    adHoc: { zh: "临时", en: "Ad hoc", also: ["临时会议", "专题"] },
  },
  meetingTrigger: {
    market: { zh: "市场变化", en: "Market change", also: ["重大市场变化", "市场", "需求变化", "订单变化", "Market"] },
    production: { zh: "生产异常", en: "Production abnormality", also: ["生产", "异常", "设备故障", "停产", "质量异常", "Production"] },
    urgent: { zh: "其他紧急事项", en: "Other urgent matter", also: ["其他", "紧急", "紧急事项", "其他紧急协调事项", "Other", "Urgent"] },
  },
  meetingState: {
    proposed: { zh: "已提议", en: "Proposed" },
    declined: { zh: "未同意", en: "Declined" },
    planned: { zh: "已计划", en: "Planned", also: ["待召开"] },
    noticed: { zh: "已通知", en: "Noticed" },
    recorded: { zh: "已记录", en: "Recorded", also: ["已召开", "Held"] },
    approved: { zh: "已审核", en: "Approved" },
    distributed: { zh: "已分发", en: "Distributed" },
    archived: { zh: "已归档", en: "Archived" },
    cancelled: { zh: "已取消", en: "Cancelled", also: ["取消"] },
  },
  cycle: {
    weekly: { zh: "每周", en: "Weekly" },
    biweekly: { zh: "每两周", en: "Every two weeks", also: ["双周", "每双周", "隔周"] },
    monthlyDate: { zh: "每月按日期", en: "Monthly by date", also: ["每月"] },
    monthlyWeekday: { zh: "每月按星期", en: "Monthly by weekday" },
  },
  weekday: {
    "1": { zh: "周一", en: "Monday", also: ["星期一", "Mon", "1"] },
    "2": { zh: "周二", en: "Tuesday", also: ["星期二", "Tue", "2"] },
    "3": { zh: "周三", en: "Wednesday", also: ["星期三", "Wed", "3"] },
    "4": { zh: "周四", en: "Thursday", also: ["星期四", "Thu", "4"] },
    "5": { zh: "周五", en: "Friday", also: ["星期五", "Fri", "5"] },
    "6": { zh: "周六", en: "Saturday", also: ["星期六", "Sat", "6"] },
    "7": { zh: "周日", en: "Sunday", also: ["星期日", "星期天", "周天", "Sun", "7"] },
  },
  holidayMove: {
    next: { zh: "顺延到下一工作日", en: "Move to the next working day", also: ["顺延", "next"] },
    previous: { zh: "提前到上一工作日", en: "Move to the previous working day", also: ["提前", "previous"] },
    skip: { zh: "取消当次", en: "Skip", also: ["取消", "skip"] },
  },
  topicStatus: {
    proposed: { zh: "已提报", en: "Proposed", also: ["待定"] },
    accepted: { zh: "上会", en: "Accepted", also: ["是", "已采纳", "Yes"] },
    deferred: { zh: "暂缓", en: "Deferred", also: ["推迟"] },
    declined: { zh: "不上会", en: "Declined", also: ["否", "No"] },
    resolved: { zh: "已决议", en: "Resolved" },
    open: { zh: "未解决", en: "Open" },
  },
  topicDecision: {
    accept: { zh: "上会", en: "Accept", also: ["是", "采纳", "同意", "accepted", "Yes"] },
    defer: { zh: "暂缓", en: "Defer", also: ["推迟", "下次再议", "deferred"] },
    decline: { zh: "不上会", en: "Decline", also: ["否", "不采纳", "declined", "No"] },
  },
  section: {
    sales: { zh: "销售端", en: "Sales side" },
    production: { zh: "生产端", en: "Production side" },
    balance: { zh: "供需平衡", en: "Supply-demand balance" },
    other: { zh: "其他", en: "Other" },
  },
  urgency: {
    high: { zh: "紧急", en: "Urgent", also: ["高", "High"] },
    normal: { zh: "一般", en: "Normal", also: ["中", "Medium"] },
    low: { zh: "不急", en: "Low", also: ["低"] },
  },
  paperStatus: {
    awaited: { zh: "待提交", en: "Awaited", also: ["未交"] },
    submitted: { zh: "已提交", en: "Submitted", also: ["已交"] },
    waived: { zh: "免交", en: "Waived" },
  },
  attendance: {
    expected: { zh: "应到", en: "Expected" },
    present: { zh: "出席", en: "Present", also: ["√", "✓", "到", "已到", "出席", "线上"] },
    late: { zh: "迟到", en: "Late", also: ["迟"] },
    leftEarly: { zh: "早退", en: "Left early", also: ["退"] },
    leave: { zh: "请假", en: "On leave", also: ["假", "出差", "Leave"] },
    absent: { zh: "缺席", en: "Absent", also: ["缺", "旷会", "未到", "×"] },
  },
  attendeeKind: {
    standing: { zh: "固定", en: "Standing" },
    temporary: { zh: "临时", en: "Temporary" },
    observer: { zh: "列席", en: "Observer" },
  },
  questionStatus: {
    open: { zh: "未解决", en: "Open" },
    returned: { zh: "已再上会", en: "Back on the agenda" },
    closed: { zh: "已关闭", en: "Closed", also: ["已解决"] },
  },
  reminderReason: {
    overdue: { zh: "逾期", en: "Overdue", also: ["超期"] },
    dueSoon: { zh: "临期", en: "Due soon", also: ["即将到期"] },
    unconfirmed: { zh: "未确认", en: "Unconfirmed" },
    noOwner: { zh: "无责任人", en: "No owner" },
    noDate: { zh: "无时限", en: "No date" },
    answerDue: { zh: "问题待答复", en: "Answer due" },
    paperMissing: { zh: "资料未交", en: "Paper missing" },
    minutesLate: { zh: "记录未完成", en: "Minutes late" },
    toVerify: { zh: "待验收", en: "To verify" },
  },
  reminderRole: {
    owner: { zh: "责任人", en: "Owner" },
    support: { zh: "协办人", en: "Supporting", also: ["共同责任人", "Co-owner"] },
    head: { zh: "部门负责人", en: "Department head", also: ["责任部门负责人", "Head"] },
    chair: { zh: "主持人", en: "Chair" },
    executive: { zh: "分管领导", en: "Executive", also: ["Executive in charge"] },
    generalManager: { zh: "总经理", en: "General manager", also: ["GM"] },
    organiser: { zh: "组织部门", en: "Organiser", also: ["会议组织部门", "Organising department"] },
    named: { zh: "指定人员", en: "Named person" },
  },
  slipPaper: {
    raised: { zh: "黄牌及以上", en: "Yellow card and above", also: ["督办"] },
    all: { zh: "全部", en: "All" },
  },
  reminderHow: {
    mail: { zh: "邮件", en: "Mail", also: ["email", "e-mail"] },
    text: { zh: "消息", en: "Message", also: ["微信", "钉钉", "短信"] },
    paper: { zh: "纸质", en: "Paper" },
  },
  dayKind: {
    off: { zh: "休息", en: "Off", also: ["放假", "休"] },
    work: { zh: "上班", en: "Work", also: ["班"] },
    half: { zh: "半天", en: "Half day" },
    shutdown: { zh: "停产检修", en: "Shutdown" },
    stocktaking: { zh: "盘点", en: "Stocktaking" },
  },
  documentKind: {
    notice: { zh: "会议通知", en: "Meeting notice" },
    topics: { zh: "议题材料", en: "Topic papers" },
    papers: { zh: "会议资料", en: "Meeting papers" },
    signIn: { zh: "签到表", en: "Sign-in sheet" },
    minutes: { zh: "会议记录", en: "Minutes" },
    tracking: { zh: "决议跟踪表", en: "Tracking sheet" },
    other: { zh: "其他附件", en: "Other attachment" },
  },
  medium: {
    electronic: { zh: "电子", en: "Electronic" },
    paper: { zh: "纸质", en: "Paper" },
    both: { zh: "电子及纸质", en: "Both" },
  },
  imbalanceKind: {
    shortage: { zh: "缺货", en: "Shortage" },
    belowSafety: { zh: "低于安全库存", en: "Below safety stock" },
    excess: { zh: "积压", en: "Excess" },
    overload: { zh: "产能超负荷", en: "Overload" },
    componentShortage: { zh: "欠料", en: "Component shortage" },
  },
  imbalanceStatus: {
    open: { zh: "未处理", en: "Open" },
    assigned: { zh: "已指派", en: "Assigned" },
    raised: { zh: "已提议题", en: "Raised as topic" },
    dismissed: { zh: "不处理", en: "Dismissed" },
    resolved: { zh: "已消除", en: "Resolved" },
  },
  allocationRule: {
    share: { zh: "按比例均分", en: "Fair share", also: ["公平份额", "按比例"] },
    due: { zh: "先到交期先得", en: "By due date", also: ["按交期"] },
  },
  allocationLots: {
    lots: { zh: "整批（批量倍数）", en: "Whole lots", also: ["整批"] },
    units: { zh: "单件", en: "Units" },
  },
  changeKind: {
    plan: { zh: "生产计划", en: "Production plan", also: ["计划", "排产", "增产", "Plan"] },
    forecast: { zh: "销售预测", en: "Forecast", also: ["预测"] },
    order: { zh: "订单", en: "Orders", also: ["Order"] },
  },
  effectVerdict: {
    fixed: { zh: "已消除", en: "Fixed" },
    reduced: { zh: "已减轻", en: "Reduced" },
    moved: { zh: "已转移", en: "Moved elsewhere" },
    notExecuted: { zh: "未执行", en: "Not executed" },
    demandChanged: { zh: "已执行，需求有变", en: "Executed, demand changed" },
    noEffect: { zh: "已执行，未见效", en: "Executed, no effect" },
  },
} as const satisfies Record<string, Record<string, Choice>>;

export type ChoiceSetId = keyof typeof choices;

/** The codes of one list. */
export type Code<S extends ChoiceSetId> = keyof (typeof choices)[S] & string;

export function choiceSet(id: ChoiceSetId): Readonly<Record<string, Choice>> {
  return choices[id];
}

import type { Named } from "../words/language.ts";

/** A setting of the workbook: what it is called, what it does, and what holds where nobody set it. */
export interface Setting extends Named {
  readonly type: "text" | "integer" | "time" | "date" | "choice";
  /** As it stands in the cell; where the two languages differ, Chinese first. */
  readonly standard: string | readonly [zh: string, en: string];
  readonly choices?: Readonly<Record<string, Named>>;
  readonly range?: readonly [number, number];
  readonly noteZh: string;
  readonly noteEn: string;
}

/** Every number of the rules is a setting; these are the standard ones. */
export const settingList = {
  company: {
    type: "text",
    zh: "公司名称",
    en: "Company",
    standard: "",
    noteZh: "印在会议记录等文件的表头",
    noteEn: "Printed at the head of minutes and other documents",
  },
  language: {
    type: "choice",
    zh: "工作簿语言",
    en: "Workbook language",
    standard: ["zh-CN", "en"],
    choices: { "zh-CN": { zh: "zh-CN", en: "zh-CN" }, en: { zh: "en", en: "en" } },
    noteZh: "新建工作表使用的语言：zh-CN 或 en",
    noteEn: "Language of new sheets: zh-CN or en",
  },
  organiser: {
    type: "text",
    zh: "会议组织部门",
    en: "Organising department",
    standard: ["运营管理部", "Operations"],
    noteZh: "负责召集、记录、跟踪、归档的部门",
    noteEn: "Convenes, records, tracks and files the meetings",
  },
  meetingPattern: {
    type: "text",
    zh: "会议编号规则",
    en: "Meeting number pattern",
    standard: "CX-{isoYear}-W{W}-{seq}",
    noteZh: "可用 {yyyy} {yy} {MM} {dd} {isoYear} {W} {seq} {seq:00} {seq:000}；改后只影响新编号",
    noteEn: "May hold {yyyy} {yy} {MM} {dd} {isoYear} {W} {seq} {seq:00} {seq:000}; a change holds for new numbers only",
  },
  weekPattern: {
    type: "choice",
    zh: "工作周制",
    en: "Working week",
    standard: ["双休", "Five days"],
    choices: {
      five: { zh: "双休", en: "Five days" },
      six: { zh: "单休(周日)", en: "Six days" },
      alternating: { zh: "大小周", en: "Alternating" },
    },
    noteZh: "双休、单休(周日)或大小周；法定节假日与调休另计",
    noteEn: "Five days, Six days or Alternating; public holidays and make-up days come on top",
  },
  bigWeekMonday: {
    type: "date",
    zh: "大周起始周一",
    en: "Monday of a big week",
    standard: "",
    noteZh: "仅大小周需要：任一六天工作周的周一",
    noteEn: "Alternating weeks only: the Monday of any six-day week",
  },
  holidayMove: {
    type: "choice",
    zh: "例会遇非工作日",
    en: "Meeting on a non-working day",
    standard: ["顺延到下一工作日", "Move to the next working day"],
    choices: {
      next: { zh: "顺延到下一工作日", en: "Move to the next working day" },
      previous: { zh: "提前到上一工作日", en: "Move to the previous working day" },
      skip: { zh: "取消当次", en: "Skip" },
    },
    noteZh: "例会未单独规定时适用",
    noteEn: "Holds where a series says nothing itself",
  },
  planWeeks: {
    type: "integer",
    zh: "例会提前排定周数",
    en: "Weeks planned ahead",
    standard: "4",
    range: [1, 53],
    noteZh: "排定例会时向后排几周",
    noteEn: "How far ahead meetings are planned",
  },
  minutesDays: {
    type: "integer",
    zh: "会议记录时限(工作日)",
    en: "Minutes due after (working days)",
    standard: "1",
    range: [1, 20],
    noteZh: "会后几个工作日内整理完毕",
    noteEn: "Working days after the meeting",
  },
  papersDays: {
    type: "integer",
    zh: "会议资料提交时限(工作日)",
    en: "Papers due before (working days)",
    standard: "1",
    range: [0, 20],
    noteZh: "会前几个工作日交齐会议资料",
    noteEn: "Working days before the meeting",
  },
  agendaReview: {
    type: "integer",
    zh: "议程：回顾上次决议(分钟)",
    en: "Agenda: review (minutes)",
    standard: "10",
    range: [0, 240],
    noteZh: "每次例会回顾上次决议执行情况的时长",
    noteEn: "Time for the review of last resolutions at a regular meeting",
  },
  agendaSales: {
    type: "integer",
    zh: "议程：销售端反馈(分钟)",
    en: "Agenda: sales side (minutes)",
    standard: "15",
    range: [0, 240],
    noteZh: "每次例会销售端反馈的时长",
    noteEn: "Time for the sales side at a regular meeting",
  },
  agendaProduction: {
    type: "integer",
    zh: "议程：生产端反馈(分钟)",
    en: "Agenda: production side (minutes)",
    standard: "15",
    range: [0, 240],
    noteZh: "每次例会生产端反馈的时长",
    noteEn: "Time for the production side at a regular meeting",
  },
  agendaBalance: {
    type: "integer",
    zh: "议程：供需平衡(分钟)",
    en: "Agenda: balance (minutes)",
    standard: "15",
    range: [0, 240],
    noteZh: "每次例会供需平衡分析与协调的时长",
    noteEn: "Time for supply-demand balance at a regular meeting",
  },
  agendaTopic: {
    type: "integer",
    zh: "议程：每个议题(分钟)",
    en: "Agenda: each topic (minutes)",
    standard: "10",
    range: [1, 240],
    noteZh: "没有写预计时长的议题按此计算",
    noteEn: "Holds for a topic that says no time of its own",
  },
  noticePattern: {
    type: "text",
    zh: "会议通知编号规则",
    en: "Notice number pattern",
    standard: ["{no}-通知{version}", "{no}-N{version}"],
    noteZh: "须有 {no}（会议编号）和 {version}（第几次通知）",
    noteEn: "Has to hold {no} (the meeting's number) and {version} (which notice of it)",
  },
  noticeDays: {
    type: "integer",
    zh: "会议通知提前(工作日)",
    en: "Notice ahead (working days)",
    standard: "1",
    range: [0, 20],
    noteZh: "会前不足几个工作日才发通知时提醒；也是回执的时限",
    noteEn: "A notice sent later is warned of; replies are due by then, too",
  },
  conduct: {
    type: "text",
    zh: "会议纪律提醒",
    en: "Conduct reminder",
    standard: [
      "请准时到会，手机静音；发言紧扣议题，先讲结论，再讲数据；带着问题和方案来，议定事项按时落实。",
      "Please be on time, phones silent. Speak up and keep to the topic: conclusion first, then the figures. Bring proposals, and carry out what is decided.",
    ],
    noteZh: "印在会议通知上；填「无」则不印",
    noteEn: "Printed on the notice; type None to leave it out",
  },
  lateGrace: {
    type: "integer",
    zh: "迟到宽限(分钟)",
    en: "Late after (minutes)",
    standard: "0",
    range: [0, 120],
    noteZh: "会议开始后几分钟内签到不算迟到",
    noteEn: "Whoever arrives within these minutes of the start is not late",
  },
  earlyGrace: {
    type: "integer",
    zh: "早退宽限(分钟)",
    en: "Left early before (minutes)",
    standard: "0",
    range: [0, 120],
    noteZh: "会议结束前几分钟内离会不算早退",
    noteEn: "Whoever leaves within these minutes of the end has not left early",
  },
  dueSoonDays: {
    type: "integer",
    zh: "临期提醒(工作日)",
    en: "Due soon within (working days)",
    standard: "2",
    range: [0, 30],
    noteZh: "距完成时限不超过几个工作日为临期",
    noteEn: "An item this close to its due date is due soon",
  },
  confirmDays: {
    type: "integer",
    zh: "确认时限(工作日)",
    en: "Confirm within (working days)",
    standard: "1",
    range: [0, 30],
    noteZh: "下达后几个工作日内责任人应确认",
    noteEn: "Working days an owner has to confirm",
  },
  postponedLimit: {
    type: "integer",
    zh: "多次延期(次)",
    en: "Often postponed from",
    standard: "2",
    range: [1, 20],
    noteZh: "延期达到几次起标出",
    noteEn: "Times postponed from which an item is marked",
  },
  spareRows: {
    type: "integer",
    zh: "预留行数",
    en: "Spare rows",
    standard: "200",
    range: [20, 2000],
    noteZh: "数据下方预先填好灯号公式的行数",
    noteEn: "Rows below the data that already carry the light formula",
  },
  workEnd: {
    type: "time",
    zh: "下班时间",
    en: "End of the working day",
    standard: "17:30",
    noteZh: "当天到期的事项以此为限",
    noteEn: "What is due on a day is due by then",
  },
  timeZone: {
    type: "text",
    zh: "时区",
    en: "Time zone",
    standard: "Asia/Shanghai",
    noteZh: "会议与时限所用时区",
    noteEn: "Zone of meeting times and due times",
  },
  formNumber: {
    type: "text",
    zh: "表单编号",
    en: "Form number",
    standard: "",
    noteZh: "印在文件页眉右侧，如 QR-YY-014 版本 A/0；可留空",
    noteEn: "Printed at the top right of documents; may be empty",
  },
} as const satisfies Record<string, Setting>;

export type SettingCode = keyof typeof settingList;
export const settingCodes = Object.keys(settingList) as SettingCode[];

export function settingOf(code: SettingCode): Setting {
  return settingList[code];
}

import type { Named } from "../words/language.ts";

/** The fields of a notice's head, in order; two short ones share a row of the sheet. */
export const noticeFields = {
  number: { zh: "通知编号", en: "Notice no." },
  no: { zh: "会议编号", en: "Meeting no." },
  name: { zh: "会议名称", en: "Meeting name" },
  kind: { zh: "会议性质", en: "Regular / ad hoc" },
  time: { zh: "会议时间", en: "Time" },
  place: { zh: "会议地点/链接", en: "Place / link" },
  chair: { zh: "主持人", en: "Chair" },
  recorder: { zh: "记录人", en: "Recorder" },
  standing: { zh: "固定参会人员", en: "Standing attendees" },
  temporary: { zh: "临时参会人员", en: "Temporary attendees" },
  observers: { zh: "列席人员", en: "Observers" },
  change: { zh: "变更说明", en: "What changed" },
  reason: { zh: "取消原因", en: "Reason" },
} as const satisfies Record<string, Named>;

export type NoticeField = keyof typeof noticeFields;

export const noticeRows: readonly (readonly NoticeField[])[] = [
  ["number", "no"],
  ["name", "kind"],
  ["change"],
  ["reason"],
  ["time", "place"],
  ["chair", "recorder"],
  ["standing"],
  ["temporary"],
  ["observers"],
];

/** Left out where they say nothing. */
export const OPTIONAL: ReadonlySet<NoticeField> = new Set(["change", "reason", "temporary", "observers"]);

interface Column extends Named {
  readonly id: string;
  /** The first of the twelve grid columns (from 1) and how many. */
  readonly at: readonly [number, number];
}

export const agendaColumns = [
  { id: "order", zh: "序号", en: "No.", at: [1, 1] },
  { id: "at", zh: "开始", en: "From", at: [2, 1] },
  { id: "title", zh: "议题", en: "Topic", at: [3, 6] },
  { id: "speaker", zh: "汇报人", en: "Speaker", at: [9, 3] },
  { id: "minutes", zh: "时长(分钟)", en: "Minutes", at: [12, 1] },
] as const satisfies readonly Column[];

export const paperColumns = [
  { id: "order", zh: "序号", en: "No.", at: [1, 1] },
  { id: "department", zh: "提供部门", en: "Department", at: [2, 2] },
  { id: "papers", zh: "资料", en: "Papers", at: [4, 6] },
  { id: "due", zh: "提交时限", en: "Due", at: [10, 3] },
] as const satisfies readonly Column[];

/** What the slip asks, to be cut off or typed in. */
export const replyColumns = [
  { id: "department", zh: "部门", en: "Department", at: [1, 2] },
  { id: "name", zh: "姓名", en: "Name", at: [3, 1] },
  { id: "comes", zh: "是否参加", en: "Attending?", at: [4, 3] },
  { id: "reason", zh: "请假原因", en: "Reason for leave", at: [7, 3] },
  { id: "delegate", zh: "授权代表", en: "Delegate", at: [10, 1] },
  { id: "signature", zh: "签字/日期", en: "Signature / date", at: [11, 2] },
] as const satisfies readonly Column[];

import type { FieldType } from "../tables/field.ts";
import type { Named } from "../words/language.ts";

/** A column of the sign-in sheet; its id is that of the attendance table's field, except those that are only printed. */
export interface SignInColumn extends Named {
  readonly id: string;
  readonly type: FieldType;
  /** Characters. */
  readonly width: number;
  /** Printed only; what stands here is no field of the register. */
  readonly shown?: boolean;
  readonly suggest?: "people" | "departments";
}

/** In the order of the form; each is one column of the sheet, the first right of the hidden one. */
export const signInColumns: readonly SignInColumn[] = [
  { id: "order", zh: "序号", en: "No.", type: "integer", width: 5, shown: true },
  { id: "department", zh: "部门", en: "Department", type: "text", width: 14, suggest: "departments" },
  { id: "name", zh: "姓名", en: "Name", type: "text", width: 13, suggest: "people" },
  { id: "title", zh: "职务", en: "Title", type: "text", width: 16 },
  { id: "kind", zh: "参会类型", en: "Type", type: { choice: "attendeeKind" }, width: 10 },
  { id: "signature", zh: "签名", en: "Signature", type: "text", width: 18, shown: true },
  { id: "arrived", zh: "签到时间", en: "Arrived", type: "time", width: 9 },
  { id: "left", zh: "离会时间", en: "Left", type: "time", width: 9 },
  { id: "status", zh: "出勤情况", en: "Attendance", type: { choice: "attendance" }, width: 11 },
  { id: "noticeGiven", zh: "是否报备", en: "Notice given", type: "flag", width: 9 },
  { id: "reason", zh: "缺席原因", en: "Reason", type: "long", width: 16 },
  { id: "delegate", zh: "授权代表", en: "Delegate", type: "text", width: 12, suggest: "people" },
  { id: "note", zh: "备注", en: "Remark", type: "long", width: 16 },
];

/** The fields of the attendance table that are read back. */
export const signedFields = signInColumns.filter(({ shown }) => shown !== true).map(({ id }) => id);

/** The sheet's column of a field. */
export function signInColumn(id: string): number {
  return signInColumns.findIndex((column) => column.id === id) + 1;
}

/** The first column of the head's values: who was expected and who came. */
export const COUNTS_ROW = "head:counts";
export const countCells = { expected: 9, present: 12 } as const;

/** Empty rows for whoever comes unexpected. */
export const SPARE = 5;

import { type Language, nameIn, noteIn, type SettingCode, type SettingLine } from "../../core/index.ts";
import { saysAll } from "../parts/says-all.ts";

export const GROUPS = ["meetings", "agenda", "days", "tracking", "reminders", "attendance", "balance", "book"] as const;
export type SettingGroup = (typeof GROUPS)[number];

const groupOf: Readonly<Partial<Record<SettingCode, SettingGroup>>> = {
  company: "meetings",
  organiser: "meetings",
  meetingPattern: "meetings",
  formNumber: "meetings",
  noticePattern: "meetings",
  noticeDays: "meetings",
  conduct: "meetings",
  planWeeks: "meetings",
  holidayMove: "meetings",
  papersDays: "meetings",
  agendaReview: "agenda",
  agendaSales: "agenda",
  agendaProduction: "agenda",
  agendaBalance: "agenda",
  agendaTopic: "agenda",
  weekPattern: "days",
  bigWeekMonday: "days",
  workEnd: "days",
  timeZone: "days",
  minutesDays: "tracking",
  reviewDays: "tracking",
  adHocReview: "tracking",
  dueSoonDays: "tracking",
  confirmDays: "tracking",
  postponedLimit: "tracking",
  remindEvery: "reminders",
  escalateEvery: "reminders",
  verifyDays: "reminders",
  escalate0To: "reminders",
  escalate1Days: "reminders",
  escalate1To: "reminders",
  escalate2Days: "reminders",
  escalate2Chases: "reminders",
  escalate2To: "reminders",
  escalate3Days: "reminders",
  escalate3Postponed: "reminders",
  escalate3To: "reminders",
  escalate4Days: "reminders",
  escalate4Meetings: "reminders",
  escalate4To: "reminders",
  agendaLevel: "reminders",
  generalManager: "reminders",
  executives: "reminders",
  slipPattern: "reminders",
  lateGrace: "attendance",
  earlyGrace: "attendance",
  delegateCounts: "attendance",
  points: "attendance",
  pointsOnTime: "attendance",
  pointsLate: "attendance",
  lateLong: "attendance",
  pointsLateLong: "attendance",
  pointsLeftEarly: "attendance",
  pointsLeave: "attendance",
  pointsAbsent: "attendance",
  balanceWeeks: "balance",
  balanceMonths: "balance",
  balanceStart: "balance",
  weekRule: "balance",
  consumeBackward: "balance",
  consumeForward: "balance",
  demandFence: "balance",
  unmetDemand: "balance",
  lateness: "balance",
  baselineMeetings: "balance",
  balanceCells: "balance",
  balancePaper: "balance",
  sheetsWriting: "book",
};

/** Settings by what they are about; one that came later stands with the workbook's own. */
export function grouped(
  settings: readonly SettingLine[],
): readonly { readonly group: SettingGroup; readonly lines: readonly SettingLine[] }[] {
  return GROUPS.map((group) => ({ group, lines: settings.filter(({ code }) => (groupOf[code] ?? "book") === group) })).filter(
    ({ lines }) => lines.length > 0,
  );
}

/** The settings whose name, note or value says what was typed. */
export function settingsHolding(settings: readonly SettingLine[], typed: string, language: Language): readonly SettingLine[] {
  return settings.filter(({ setting, value }) => saysAll([nameIn(language, setting), noteIn(language, setting), value], typed));
}

/** What was typed and differs from what holds, as the items of `change-settings`. */
export function changedItems(
  settings: readonly SettingLine[],
  typed: Readonly<Record<string, string>>,
): readonly { readonly setting: string; readonly value: string }[] {
  return settings.flatMap(({ code, value }) => {
    const text = typed[code];
    return text === undefined || text.trim() === value.trim() ? [] : [{ setting: code, value: text.trim() }];
  });
}

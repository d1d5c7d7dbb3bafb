import type { Day, Minutes } from "../base/plain-date.ts";
import { foldText, splitNames } from "../base/text.ts";
import type { WeekRule } from "../calendar/period.ts";
import type { WeekPattern } from "../calendar/week-pattern.ts";
import { makeCalendar, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { type SettingCode, settingCodes, settingOf } from "../tables/setting-list.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { readSetting, type SettingValue, standardOf } from "./setting-values.ts";

/** The workbook's settings, every one with a value that can be used. */
export interface BookSettings {
  readonly company: string;
  readonly organiser: string;
  readonly meetingPattern: string;
  readonly weekPattern: "five" | "six" | "alternating";
  readonly bigWeekMonday: Day | null;
  readonly holidayMove: "next" | "previous" | "skip";
  readonly planWeeks: number;
  readonly minutesDays: number;
  readonly papersDays: number;
  /** Minutes of the agenda's parts. */
  readonly agenda: Readonly<Record<"review" | "sales" | "production" | "balance" | "topic", number>>;
  readonly noticePattern: string;
  readonly noticeDays: number;
  /** `""` where nothing is to be printed. */
  readonly conduct: string;
  /** Minutes after the start and before the end that are nobody's fault. */
  readonly lateGrace: number;
  readonly earlyGrace: number;
  readonly archivePattern: string;
  readonly retention: string;
  /** Whether a delegate who came counts as attendance of the person. */
  readonly delegateCounts: boolean;
  readonly points: AttendancePoints;
  /** Open items due later than this many working days after a meeting are not reviewed at it; 0 for all. */
  readonly reviewDays: number;
  readonly adHocReview: "topics" | "all";
  readonly dueSoonDays: number;
  readonly confirmDays: number;
  readonly postponedLimit: number;
  readonly reminders: ReminderRules;
  readonly escalation: EscalationRules;
  readonly spareRows: number;
  readonly workEnd: Minutes;
  /** A zone's name, as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly formNumber: string;
  readonly balance: BalanceSettings;
  /** Google Sheets alone: a batch is made as a whole or not at all. */
  readonly writesAtOnce: boolean;
  /** Settings that could not be used; the standard holds for them. */
  readonly problems: readonly Problem[];
}

/** Points for attendance: added for being on time, taken off for the rest. */
export interface AttendancePoints {
  readonly isOn: boolean;
  readonly onTime: number;
  readonly late: number;
  /** Minutes beyond which somebody is very late. */
  readonly lateLong: number;
  readonly veryLate: number;
  readonly leftEarly: number;
  /** Leave that was not asked for, or without a delegate who came. */
  readonly leave: number;
  readonly absent: number;
}

/** How often people are reminded, in working days, and of what. */
export interface ReminderRules {
  readonly every: number;
  /** Superiors, while the level stays the same. */
  readonly everySuperior: number;
  readonly verifyDays: number;
  readonly slipPattern: string;
  /** Names; none where the register says it. */
  readonly generalManager: readonly string[];
  readonly executives: readonly string[];
}

/** What makes a late item rise to each level, and who is told then. */
export interface EscalationRules {
  /** Working days late from which levels 1 to 4 hold. */
  readonly days: readonly [number, number, number, number];
  /** Times chased (level 2), postponed (level 3), and meetings since its date (level 4); 0 for no such rule. */
  readonly chases: number;
  readonly postponed: number;
  readonly meetings: number;
  /** Roles or names by level, from 0. */
  readonly to: readonly (readonly string[])[];
  /** The level from which items are named on the agenda. */
  readonly agendaLevel: number;
}

/** How sales and production are balanced, and how the balance is laid out. */
export interface BalanceSettings {
  readonly weeks: number;
  readonly months: number;
  /** Lies in the first period; today does where it is null. */
  readonly start: Day | null;
  readonly weekRule: WeekRule;
  readonly backward: number;
  readonly forward: number;
  readonly fence: number;
  readonly unmet: "backlog" | "lost";
  readonly lateness: number;
  /** How many meetings keep the balance that they saw. */
  readonly baselines: number;
  /** More cells than these are not laid out. */
  readonly cells: number;
  readonly paper: "A4" | "A3";
}

/** The row of a setting, by its code or its name in either language. */
export function settingRow(snapshot: Snapshot, code: SettingCode): TableRow<"settings"> | undefined {
  return rowsOf(snapshot, "settings").find(
    ({ values }) => foldText(values.code) === foldText(code) || namesOf(code).some((name) => foldText(name) === foldText(values.name)),
  );
}

function namesOf(code: SettingCode): string[] {
  return [settingOf(code).zh, settingOf(code).en];
}

export function settingsIn(snapshot: Snapshot): BookSettings {
  const problems: Problem[] = [];
  const { language } = snapshot;
  const read = (code: SettingCode): SettingValue => {
    const row = settingRow(snapshot, code);
    const text = row?.values.value.trim() ?? "";
    const standard = readSetting(code, standardOf(code, language), language).value ?? "";
    if (!row || text === "") return standard;
    const { value } = readSetting(code, text, language, snapshot.survey.dateSystem);
    if (value !== undefined) return value;
    const table = tableIn(snapshot, "settings");
    const params = { setting: nameIn(language, settingOf(code)), value: text, standard: standardOf(code, language) };
    problems.push(problem("warning", "setting-unusable", params, table && cellOf(table, row, "value")));
    return standard;
  };
  const values = Object.fromEntries(settingCodes.map((code) => [code, read(code)])) as Record<SettingCode, SettingValue>;
  const text = (code: SettingCode): string => String(values[code]);
  const whole = (code: SettingCode): number => Number(values[code]);
  return {
    company: text("company"),
    organiser: text("organiser"),
    meetingPattern: text("meetingPattern"),
    weekPattern: text("weekPattern") as BookSettings["weekPattern"],
    bigWeekMonday: values.bigWeekMonday === "" ? null : whole("bigWeekMonday"),
    holidayMove: text("holidayMove") as BookSettings["holidayMove"],
    planWeeks: whole("planWeeks"),
    minutesDays: whole("minutesDays"),
    papersDays: whole("papersDays"),
    agenda: {
      review: whole("agendaReview"),
      sales: whole("agendaSales"),
      production: whole("agendaProduction"),
      balance: whole("agendaBalance"),
      topic: whole("agendaTopic"),
    },
    noticePattern: text("noticePattern"),
    noticeDays: whole("noticeDays"),
    conduct: /^(无|none|-)$/i.test(text("conduct")) ? "" : text("conduct"),
    lateGrace: whole("lateGrace"),
    earlyGrace: whole("earlyGrace"),
    archivePattern: text("archivePattern"),
    retention: text("retention"),
    delegateCounts: values.delegateCounts === "yes",
    points: {
      isOn: values.points === "yes",
      onTime: whole("pointsOnTime"),
      late: whole("pointsLate"),
      lateLong: whole("lateLong"),
      veryLate: whole("pointsLateLong"),
      leftEarly: whole("pointsLeftEarly"),
      leave: whole("pointsLeave"),
      absent: whole("pointsAbsent"),
    },
    reviewDays: whole("reviewDays"),
    adHocReview: text("adHocReview") as BookSettings["adHocReview"],
    dueSoonDays: whole("dueSoonDays"),
    confirmDays: whole("confirmDays"),
    postponedLimit: whole("postponedLimit"),
    reminders: {
      every: whole("remindEvery"),
      everySuperior: whole("escalateEvery"),
      verifyDays: whole("verifyDays"),
      slipPattern: text("slipPattern"),
      generalManager: splitNames(text("generalManager")),
      executives: splitNames(text("executives")),
    },
    escalation: {
      days: [whole("escalate1Days"), whole("escalate2Days"), whole("escalate3Days"), whole("escalate4Days")],
      chases: whole("escalate2Chases"),
      postponed: whole("escalate3Postponed"),
      meetings: whole("escalate4Meetings"),
      to: (["escalate0To", "escalate1To", "escalate2To", "escalate3To", "escalate4To"] as const).map((code) => splitNames(text(code))),
      agendaLevel: whole("agendaLevel"),
    },
    spareRows: whole("spareRows"),
    workEnd: whole("workEnd"),
    timeZone: text("timeZone"),
    formNumber: text("formNumber"),
    balance: {
      weeks: whole("balanceWeeks"),
      months: whole("balanceMonths"),
      start: values.balanceStart === "" ? null : whole("balanceStart"),
      weekRule: text("weekRule") as WeekRule,
      backward: whole("consumeBackward"),
      forward: whole("consumeForward"),
      fence: whole("demandFence"),
      unmet: text("unmetDemand") as "backlog" | "lost",
      lateness: whole("lateness"),
      baselines: whole("baselineMeetings"),
      cells: whole("balanceCells"),
      paper: text("balancePaper") as "A4" | "A3",
    },
    writesAtOnce: values.sheetsWriting === "once",
    problems,
  };
}

/** The company's working calendar: its week, the public holidays and its own entries. */
export function calendarIn(snapshot: Snapshot, settings: BookSettings): WorkingCalendar {
  const overrides = rowsOf(snapshot, "companyCalendar").flatMap(({ values }) => {
    if (values.from === null || values.kind === "" || values.scope !== "") return [];
    return [
      {
        from: values.from,
        to: values.to ?? values.from,
        kind: values.kind as "off" | "work" | "half" | "shutdown" | "stocktaking",
        reason: values.reason,
      },
    ];
  });
  return makeCalendar({ pattern: patternOf(settings), overrides });
}

function patternOf(settings: BookSettings): WeekPattern {
  if (settings.weekPattern === "alternating" && settings.bigWeekMonday !== null)
    return { kind: "alternating", bigWeekMonday: settings.bigWeekMonday };
  return { kind: settings.weekPattern === "six" ? "six" : "five" };
}

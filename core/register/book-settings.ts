import { type Day, type Minutes, parseIso, parseTime } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import type { WeekPattern } from "../calendar/week-pattern.ts";
import { makeCalendar, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { readCell } from "../tables/cell-values.ts";
import { type SettingCode, settingCodes, settingOf } from "../tables/setting-list.ts";
import { type Language, nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { cellOf, rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

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
  readonly dueSoonDays: number;
  readonly confirmDays: number;
  readonly postponedLimit: number;
  readonly spareRows: number;
  readonly workEnd: Minutes;
  readonly formNumber: string;
  /** Settings that could not be used; the standard holds for them. */
  readonly problems: readonly Problem[];
}

/** A setting as it stands where nobody changed it. */
export function standardOf(code: SettingCode, language: Language): string {
  const { standard } = settingOf(code);
  return typeof standard === "string" ? standard : standard[language === "en" ? 1 : 0];
}

export function settingsIn(snapshot: Snapshot): BookSettings {
  const problems: Problem[] = [];
  const read = (code: SettingCode): string | number => {
    const setting = settingOf(code);
    const row = rowsOf(snapshot, "settings").find(
      ({ values }) =>
        foldText(values.code) === foldText(code) || [setting.zh, setting.en].some((name) => foldText(name) === foldText(values.name)),
    );
    const text = row?.values.value.trim() ?? "";
    const standard = usable(code, standardOf(code, snapshot.language));
    if (!row || (text === "" && standard !== "")) return standard ?? "";
    const value = usable(code, text);
    if (value !== undefined) return value;
    const table = tableIn(snapshot, "settings");
    const params = { setting: nameIn(snapshot.language, setting), value: text, standard: standardOf(code, snapshot.language) };
    problems.push(problem("warning", "setting-unusable", params, table && cellOf(table, row, "value")));
    return standard ?? "";
  };
  const values = Object.fromEntries(settingCodes.map((code) => [code, read(code)])) as Record<SettingCode, string | number>;
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
    dueSoonDays: whole("dueSoonDays"),
    confirmDays: whole("confirmDays"),
    postponedLimit: whole("postponedLimit"),
    spareRows: whole("spareRows"),
    workEnd: whole("workEnd"),
    formNumber: text("formNumber"),
    problems,
  };
}

/** A setting's text as its value; `undefined` where it cannot be used. */
function usable(code: SettingCode, text: string): string | number | undefined {
  const setting = settingOf(code);
  if (code === "meetingPattern") return text.includes("{seq") ? text : undefined;
  if (setting.type === "text" || text === "") return text;
  if (setting.type === "time") return parseTime(text) ?? undefined;
  if (setting.type === "date")
    return parseIso(text) ?? (readCell("date", Number(text) || text, { dateSystem: 1900 }).value as Day | null) ?? undefined;
  if (setting.type === "integer") {
    const value = Number(text.normalize("NFKC"));
    const [least, most] = setting.range ?? [0, Number.MAX_SAFE_INTEGER];
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  }
  const found = Object.entries(setting.choices ?? {}).find(([choice, named]) =>
    [choice, named.zh, named.en].some((name) => foldText(name) === foldText(text)),
  );
  return found?.[0];
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

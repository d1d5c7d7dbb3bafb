import { addMonths, type DateSystem, type Day, dayOf, daysInMonth, fromSerial, mondayOf, weekdayOf, ymd } from "./plain-date.ts";

/** What a vague deadline means: at once; standing; not yet set; nothing there; the same as the row above. */
export type VagueDate = "urgent" | "ongoing" | "pending" | "empty" | "ditto";

/**
 * A date as read. `from` is the first day of a range, whose last is `day`. `doubt` is to be shown to the
 * person: the weekday beside the date is another one, or a bare weekday was past and taken a week later.
 */
export type DateReading =
  | { readonly kind: "day"; readonly day: Day; readonly from?: Day; readonly doubt?: "weekday-differs" | "weekday-passed" }
  | { readonly kind: "vague"; readonly word: string; readonly class: VagueDate }
  | { readonly kind: "unreadable" };

export interface DateOptions {
  readonly dateSystem: DateSystem;
  /** The meeting's day: dates without year lie near it, and relative words count from it. */
  readonly near?: Day;
  /** Needed for working days and for the ends of weeks, months, quarters and years, which are working days. */
  readonly calendar?: { addWorkdays(day: Day, n: number): Day };
}

/** What a rule finds: null when its form is met but says no day. */
type Found = DateReading | Day | null;
type Parts = readonly (string | undefined)[];
type Rules<C> = readonly (readonly [form: RegExp, find: (parts: Parts, context: C) => Found])[];

interface Relative {
  readonly near: Day;
  /** The n-th working day after `near`; null without a calendar. */
  workday(n: number): Day | null;
  /** The last working day from `first` to `last`; null without one, or without a calendar. */
  lastWorkday(first: Day, last: Day): Day | null;
}

const UNREADABLE: DateReading = { kind: "unreadable" };
/** A date without year is looked for from so many days before `near` to so many after. */
const WINDOW = { before: 90, after: 275 } as const;
/** Smaller numbers (before 1927) are no serials but month-days; larger ones (after 2173) yyMMdd, yyyyMMdd. */
const SERIALS = { from: 10_000, to: 99_999 } as const;
/** 初 and 上旬 end on the 10th, 中 on the 15th, 中旬 on the 20th; the rest of the month on its last day. */
const PARTS_OF_MONTH: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中: 15, 中旬: 20 };
/** A longer text is a remark, not a date. */
const LONGEST = 40;
const DIGITS = "〇一二三四五六七八九";
const CHINESE_NUMBER = /[〇○零一二三四五六七八九十廿卅两]+(?=[年月日号天个周季])/g;

const vagueWords: Readonly<Record<VagueDate, string>> = {
  urgent: "ASAP 尽快 尽早 马上 立即 立刻 即刻 急 加急 火急 第一时间 抓紧",
  ongoing: "长期 持续 常态化 日常 每天 每日 每周 每月 每周五 持续跟进 长期执行 例行 随时",
  pending: "待定 TBD 未定 另定 另行通知 待确认 待通知 再议 视情况 暂定 TBC 待讨论 ?",
  empty: '- -- — / \\ \\\\ 无 N/A NA #N/A ""',
  ditto: "同上 〃 ″",
};
const vagueClass = new Map<string, VagueDate>([["", "empty"]]);
for (const name of ["urgent", "ongoing", "pending", "empty", "ditto"] as const) {
  for (const word of vagueWords[name].split(" ")) vagueClass.set(tidy(word), name);
}

const dateRules: Rules<DateOptions> = [
  [/^(\d{4}|\d\d)([-/.])(\d{1,2})\2(\d{1,2})$/, ([, year, , month, day]) => dated(year, month, day)],
  [/^(\d{4}|\d\d)年(\d{1,2})月(\d{1,2})[日号]?$/, ([, year, month, day]) => dated(year, month, day)],
  [/^(\d{4}|\d\d)(\d\d)(\d\d)$/, ([, year, month, day]) => dated(year, month, day)],
  [/^[45]\d{4}$/, ([serial], { dateSystem }) => fromSerial(Number(serial), dateSystem)],
  [
    /^(?:(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?|(\d\d)(\d\d))$/,
    ([, month, day, mm, dd], { near }) =>
      near === undefined ? null : nearest(near, (year) => dayOf(year, Number(month ?? mm), Number(day ?? dd))),
  ],
];

const relativeRules: Rules<Relative> = [
  [/^(?:今天|今日|当日|当天|EOD)$/, (_, { near }) => near],
  [/^(?:明天|明日|次日)$/, (_, { near }) => near + 1],
  [/^(大)?后天$/, ([, further], { near }) => near + (further ? 3 : 2)],
  [/^(?:(\d{1,3})(?:天(?:[之以]?内|后)?|日[之以]?内)|D\+(\d{1,3}))$/, ([, n, plus], { near }) => near + Number(n ?? plus)],
  [/^[1-8]周$/, () => null], // a week's number, or so many weeks
  [/^(\d\d?)(?:周[之以]?内|个?周后)$/, ([, weeks], { near }) => (Number(weeks) > 8 ? null : near + 7 * Number(weeks))],
  [/^(?:(\d{1,3})个?工作日(?:[之以]?内|后)?|T\+(\d{1,3}))$/, ([, n, plus], { workday }) => workday(Number(n ?? plus))],
  [/^[下次](?:[1一]?个?)工作日$/, (_, { workday }) => workday(1)],
  [/^(\d{1,2})[日号]$/, ([, day], { near }) => inMonth(near, Number(day) < ymd(near).day ? 1 : 0, day)],
  [/^(?:(本|当|这个?)|下个?|次)月(\d{1,2})[日号]$/, ([, now, day], { near }) => inMonth(near, now ? 0 : 1, day)],
  [/^(下下|[本这上下])?个?(?:周|星期|礼拜)([一二三四五六日天1-7])$/, weekdayFound],
  [
    /^(?:周内|(下下|[本这下])个?周[末底]?内?)$/,
    ([, week], { near, lastWorkday }) => lastWorkday(weekAhead(near, week), weekAhead(near, week) + 6),
  ],
  [/^(?:(\d{4}|\d\d)-?)?(?:W|WK|WEEK)(\d\d?)(?:(?:周|星期)([一二三四五六日天1-7]))?$/, numberedWeek],
  [/^(?:(\d{4}|\d\d)年)?第?(\d\d?)周(?:(?:周|星期)([一二三四五六日天1-7]))?$/, numberedWeek],
  [/^(\d{1,2}|[本当这下次]个?)?月([上中下]旬|[底末内初中])?$/, partOfMonth],
  [/^()([上中下]旬)$/, partOfMonth],
  [/^(\d{4})?年?第?([1-4])季度[末底内]?$/, quarterEnd],
  [/^(\d{4})?年?Q([1-4])[末底内]?$/, quarterEnd],
  [/^本?季度[末底内]?$/, (_, relative) => monthEnd(ymd(relative.near).year, Math.ceil(ymd(relative.near).month / 3) * 3, relative)],
  [/^(\d{4}|[本今当])?年[底末内]$/, ([, year], relative) => monthEnd(Number(year) || ymd(relative.near).year, 12, relative)],
];

const HALF = "凌晨|早上|上午|中午|下午|晚上|晚|AM|PM";
const HOUR = "(?:[01]?\\d|2[0-4])";
const CLOCK = `(?:${HOUR}(?::[0-5]\\d){1,2}|${HOUR}[点时](?:半|[0-5]?\\d分?)?)`;
const HOURS = `${CLOCK}(?:[-~至到]${CLOCK})?\\s*(?:AM|PM)?`;
/** A time, a half of the day, or a "by then", behind a date. No look-behind: Safari knows it since 16.4 only. */
const TAIL = new RegExp(
  `^(.+?)(?:(?:[\\sT]+(?:${HALF})?\\s*|[\\sT]*(?:${HALF})\\s*)${HOURS}|[\\sT]*(?:${HALF})|(?:下班)?[之以]?([前内])|完成)$`,
);
/** A time right behind a date, which then does not end in a digit. */
const ATTACHED = new RegExp(`^(.*?\\D)${HOURS}$`);
/** "Before" these is before they begin or so long ago, not by their end. */
const SPAN = /(?:\d天|[周月年]|季度|[QWK]\d+)$/;
const RANGE = /^(.+?)(?:~|至|到|–|—+)(.+)$/;
const HYPHEN_RANGE = /^(.*\d[./月]\d{1,2}[日号]?(?:\(.+\))?)-(.+)$/;
const WITH_WEEKDAY = /^(.+?)\s*\(?(?:周|星期|礼拜)([一二三四五六日天1-7])\)?$/;

/**
 * Reads a cell of a date column, in the forms Chinese planners write: serials, whole dates, two-digit
 * years first, month-days, ranges (the end counts), relative words, vague words. "Before" a day includes
 * it. Month is always before day. A fraction such as 11.2 is unreadable: it may have been 11.20.
 * @example readDate("11月23日（周一）下午", { dateSystem: 1900, near: 20779 }) // { kind: "day", day: 20780 }
 */
export function readDate(value: string | number, options: DateOptions): DateReading {
  if (typeof value === "string") {
    const text = tidy(value);
    return text.length > LONGEST ? UNREADABLE : readText(text, options);
  }
  if (value >= SERIALS.from && value < SERIALS.to + 1) return asReading(fromSerial(value, options.dateSystem));
  return Number.isInteger(value) && value >= 1000 ? readText(String(value), options) : UNREADABLE;
}

function readText(text: string, options: DateOptions): DateReading {
  const word = text.replace(/\s+/g, "");
  const vague = vagueClass.get(word);
  if (vague) return { kind: "vague", word, class: vague };
  return firstOf(dateRules, word, options) ?? readRelative(word, options) ?? readParts(text, word, options);
}

/** A date with something around it: a tail, a second date, a weekday. */
function readParts(text: string, word: string, options: DateOptions): DateReading {
  const tail = TAIL.exec(text) ?? ATTACHED.exec(text);
  if (tail?.[1]) return tail[2] === "前" && SPAN.test(tail[1]) ? UNREADABLE : readText(tail[1], options);
  const range = RANGE.exec(word) ?? HYPHEN_RANGE.exec(word);
  if (range?.[1] && range[2]) return readRange(range[1], range[2], options);
  const beside = WITH_WEEKDAY.exec(text);
  if (!beside?.[1]) return UNREADABLE;
  const reading = readText(beside[1], options);
  if (reading.kind !== "day") return UNREADABLE;
  return weekdayOf(reading.day) === weekdayNumber(beside[2]) ? reading : { ...reading, doubt: "weekday-differs" };
}

function readRange(left: string, right: string, options: DateOptions): DateReading {
  const start = readText(left, options);
  if (start.kind !== "day") return UNREADABLE;
  const end = readText(/^\d{1,2}$/.test(right) ? `${right}日` : right, { ...options, near: start.day });
  return end.kind === "day" && end.day >= start.day ? { ...end, from: start.day } : UNREADABLE;
}

function tidy(text: string): string {
  const plain = text.normalize("NFKC").toUpperCase().replaceAll("。", ".").replaceAll("〜", "~");
  return plain.replace(CHINESE_NUMBER, (run) => String(chineseNumber(run))).trim();
}

/** Digit by digit (二〇二六) or with tens (十一, 廿二); also 两 for two. */
function chineseNumber(run: string): number {
  const digits = run.replace("廿", "二十").replace("卅", "三十").replaceAll("两", "二").replace(/[○零]/g, "〇");
  const number = (part: string) => Number([...part].map((digit) => DIGITS.indexOf(digit)).join(""));
  const [tens = "", ones] = digits.split("十");
  return ones === undefined ? number(digits) : (tens === "" ? 1 : number(tens)) * 10 + number(ones);
}

function firstOf<C>(rules: Rules<C>, word: string, context: C): DateReading | null {
  for (const [form, find] of rules) {
    const parts = form.exec(word);
    if (parts) return asReading(find(parts, context));
  }
  return null;
}

function asReading(found: Found): DateReading {
  if (found === null) return UNREADABLE;
  return typeof found === "number" ? { kind: "day", day: found } : found;
}

function readRelative(word: string, { near, calendar }: DateOptions): DateReading | null {
  if (near === undefined) return null;
  return firstOf(relativeRules, word, {
    near,
    workday: (n) => calendar?.addWorkdays(near, n) ?? null,
    lastWorkday(first, last) {
      const day = calendar?.addWorkdays(last + 1, -1) ?? null;
      return day !== null && day >= first ? day : null;
    },
  });
}

/** Two-digit years are of this century. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function dated(year = "", month = "", day = ""): Day | null {
  return dayOf(fullYear(year), Number(month), Number(day));
}

/** The year's date nearest to `near` within the window; null when no year has one there. */
function nearest(near: Day, inYear: (year: number) => Day | null): Day | null {
  let best: Day | null = null;
  for (const year of [-1, 0, 1].map((step) => ymd(near).year + step)) {
    const day = inYear(year);
    if (day === null || day < near - WINDOW.before || day > near + WINDOW.after) continue;
    if (best === null || Math.abs(day - near) < Math.abs(best - near)) best = day;
  }
  return best;
}

function monthStart(day: Day, ahead: number): Day {
  return addMonths(day - ymd(day).day + 1, ahead);
}

function inMonth(near: Day, ahead: number, day: string | undefined): Day | null {
  const { year, month } = ymd(monthStart(near, ahead));
  return dayOf(year, month, Number(day));
}

function weekdayNumber(text = ""): number {
  return text === "天" ? 7 : "一二三四五六日".indexOf(text) + 1 || Number(text);
}

function weekAhead(near: Day, word = ""): Day {
  return mondayOf(near) + 7 * (word === "上" ? -1 : [...word].filter((letter) => letter === "下").length);
}

function weekdayFound([, week, weekday]: Parts, { near }: Relative): Found {
  const day = weekAhead(near, week) + weekdayNumber(weekday) - 1;
  return week === undefined && day < near ? { kind: "day", day: day + 7, doubt: "weekday-passed" } : day;
}

function numberedWeek([, year, week, weekday]: Parts, { near, lastWorkday }: Relative): Found {
  const inYear = (isoYear: number) => {
    const fourth = dayOf(isoYear, 1, 4);
    if (fourth === null) return null;
    const monday = mondayOf(fourth) + 7 * (Number(week) - 1);
    if (ymd(monday + 3).year !== isoYear) return null;
    return weekday ? monday + weekdayNumber(weekday) - 1 : lastWorkday(monday, monday + 6);
  };
  return year ? inYear(fullYear(year)) : nearest(near, inYear);
}

function partOfMonth([, which = "", part = ""]: Parts, relative: Relative): Found {
  const { near } = relative;
  const date = PARTS_OF_MONTH[part];
  const inYear = (year: number, month: number) => {
    const first = dayOf(year, month, 1);
    if (first === null) return null;
    if (part === "下旬") return addMonths(first, 1) - 1;
    return date === undefined ? monthEnd(year, month, relative) : first + date - 1;
  };
  if (part === "" && which !== "本" && which !== "当") return null;
  if (/\d/.test(which)) return nearest(near, (year) => inYear(year, Number(which)));
  const { year, month } = ymd(monthStart(near, /[下次]/.test(which) ? 1 : 0));
  const day = inYear(year, month);
  return date !== undefined && day !== null && day < near ? null : day;
}

function quarterEnd([, year, quarter]: Parts, relative: Relative): Found {
  const inYear = (y: number) => monthEnd(y, Number(quarter) * 3, relative);
  return year ? inYear(Number(year)) : nearest(relative.near, inYear);
}

function monthEnd(year: number, month: number, { lastWorkday }: Relative): Day | null {
  const first = dayOf(year, month, 1);
  return first === null ? null : lastWorkday(first, first + daysInMonth(year, month) - 1);
}

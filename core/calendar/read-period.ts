import { addMonths, type DateSystem, type Day, dayOf, mondayOf, ymd } from "../base/plain-date.ts";
import { readDate } from "../base/read-date.ts";
import { monthOf, type Period, type WeekRule, weekOf } from "./period.ts";

export interface PeriodOptions {
  /** A period without a year is looked for around this day, and `N` is the period that holds it. */
  readonly near: Day;
  readonly weekRule: WeekRule;
  readonly dateSystem: DateSystem;
  /** What a bare number, `N` and a date that may be either mean; unreadable where neither is said. */
  readonly unit?: Period["kind"] | undefined;
}

/** Without a year, a period begins from so many days before `near` to so many after. */
const WINDOW = { before: 91, after: 274 } as const;
const MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_NAME = /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[-\s.,']*(\d{4}|\d{2})?$/;

const WEEK = /^(?:(\d{4}|\d{2})[年\-/. ]*)?(?:w|wk|week|cw|kw|第)[-\s]*(\d{1,2})(?:周|週)?$/;
const WEEK_AFTER = /^(?:(\d{4}|\d{2})[年\-/. ]+)?(\d{1,2})(?:周|週)$/;
const WEEK_THEN_YEAR = /^(?:w|wk|week|cw|kw)[-\s]*(\d{1,2})[-/.' ]+(\d{4}|\d{2})$/;
const YEAR_MONTH = /^(\d{4})[年\-/. ](0?[1-9]|1[0-2])月?(?:份)?$/;
const JOINED = /^(20\d{2})(0[1-9]|1[0-2])$/;
const SHORT_YEAR_MONTH = /^(\d{2})年(0?[1-9]|1[0-2])月(?:份)?$/;
const MONTH = /^(0?[1-9]|1[0-2])月(?:份)?$/;
const RELATIVE = /^n(?:([+-]\d{1,2}))?(周|週|月|w|week|m|month)?$/;
const SERIALS = { from: 30_000, to: 80_000 } as const;
const SPOKEN: Readonly<Record<string, readonly [kind: "week" | "month", offset: number]>> = {
  上周: ["week", -1],
  本周: ["week", 0],
  当周: ["week", 0],
  下周: ["week", 1],
  下下周: ["week", 2],
  上月: ["month", -1],
  本月: ["month", 0],
  当月: ["month", 0],
  下月: ["month", 1],
};

/**
 * Whether a heading or cell has the form of a period, whatever the day: so wide tables are told.
 * @example looksLikePeriod("第47周(11.16-11.22)") // true
 */
export function looksLikePeriod(text: string): boolean {
  return RELATIVE.test(tidy(text)) || readPeriod(text, { near: 0, weekRule: "iso", dateSystem: 1900 }) !== null;
}

/**
 * The week or month that a heading or cell names: `2026-W47`, `W47`, `第47周`, `47周`, `2026-11`, `11月`,
 * `Nov 2026`, `N+1`, or a date in it. A remark in brackets is passed over.
 * @returns null for anything else, and for a week or month that the year has not
 * @example readPeriod("第48周", { near: dayOf(2026, 11, 25)!, weekRule: "iso", dateSystem: 1900 })?.key // "2026-W48"
 */
export function readPeriod(value: string | number, options: PeriodOptions): Period | null {
  const text = tidy(String(value));
  if (text === "") return null;
  return weekNamed(text, options) ?? monthNamed(text, options) ?? relative(text, options) ?? bare(text, options) ?? dated(text, options);
}

/** Half width, lower case, one space at the most, without a remark in brackets or after a line break. */
function tidy(text: string): string {
  const [first = ""] = text.normalize("NFKC").trim().split("\n");
  return first
    .replace(/\s*[([].*$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function weekNamed(text: string, options: PeriodOptions): Period | null {
  const turned = WEEK_THEN_YEAR.exec(text);
  const [, year, week] = turned ? [text, turned[2], turned[1]] : (WEEK.exec(text) ?? WEEK_AFTER.exec(text) ?? []);
  if (week === undefined) return null;
  return year === undefined
    ? nearest((y) => weekIn(y, Number(week), options), options.near)
    : weekIn(fullYear(year), Number(week), options);
}

function weekIn(year: number, week: number, { weekRule }: PeriodOptions): Period | null {
  const newYear = dayOf(year, 1, weekRule === "iso" ? 4 : 1);
  if (newYear === null || week < 1) return null;
  const found = weekOf(mondayOf(newYear) + (week - 1) * 7, weekRule);
  return found.key === `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}` ? found : null;
}

function monthNamed(text: string, { near }: PeriodOptions): Period | null {
  const [, year, month] = YEAR_MONTH.exec(text) ?? JOINED.exec(text) ?? SHORT_YEAR_MONTH.exec(text) ?? [];
  if (year !== undefined) return monthIn(fullYear(year), Number(month));
  const [, alone] = MONTH.exec(text) ?? [];
  if (alone !== undefined) return nearest((y) => monthIn(y, Number(alone)), near);
  const [, name, named] = MONTH_NAME.exec(text) ?? [];
  if (name === undefined) return null;
  const number = MONTH_NAMES.indexOf(name.slice(0, 3)) + 1;
  return named === undefined ? nearest((y) => monthIn(y, number), near) : monthIn(fullYear(named), number);
}

function monthIn(year: number, month: number): Period | null {
  const first = dayOf(year, month, 1);
  return first === null ? null : monthOf(first);
}

function relative(text: string, { near, weekRule, unit }: PeriodOptions): Period | null {
  const [kind, offset] = SPOKEN[text] ?? spelled(text, unit) ?? [];
  if (kind === undefined || offset === undefined) return null;
  return kind === "week" ? weekOf(near + offset * 7, weekRule) : monthOf(addMonths(monthOf(near).start, offset));
}

function spelled(text: string, unit: PeriodOptions["unit"]): readonly ["week" | "month", number] | undefined {
  const found = RELATIVE.exec(text);
  if (!found) return undefined;
  const said = found[2];
  const kind = said === undefined ? unit : /^[周週w]/.test(said) ? "week" : "month";
  return kind === undefined ? undefined : [kind, Number(found[1] ?? 0)];
}

/** 47 under a heading that says weeks; 202611, and 202647, which can be no month. */
function bare(text: string, options: PeriodOptions): Period | null {
  const [, year, number] = /^(20\d{2})(\d{2})$/.exec(text) ?? [];
  if (year !== undefined && Number(number) > 12) return weekIn(Number(year), Number(number), options);
  if (options.unit === undefined || !/^\d{1,2}$/.test(text)) return null;
  return options.unit === "week"
    ? nearest((y) => weekIn(y, Number(text), options), options.near)
    : nearest((y) => monthIn(y, Number(text)), options.near);
}

/** A date stands for the week that holds it, or for the month where months are meant; a span of dates for that of its first. */
function dated(text: string, { near, weekRule, dateSystem, unit }: PeriodOptions): Period | null {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (serial !== undefined && (serial < SERIALS.from || serial > SERIALS.to)) return null;
  const [first = ""] = text.split(/\s*(?:~|至|到|–|—)\s*/);
  if (serial === undefined && !/\d[-/.年月]\d/.test(first)) return null;
  const read = readDate(serial ?? first, { dateSystem, near });
  if (read.kind !== "day") return null;
  return unit === "week" || unit === undefined ? weekOf(read.from ?? read.day, weekRule) : monthOf(read.day);
}

/** The one of three years' periods that begins within the window around `near`. */
function nearest(inYear: (year: number) => Period | null, near: Day): Period | null {
  const { year } = ymd(near);
  const found = [year - 1, year, year + 1].flatMap((each) => inYear(each) ?? []);
  return found.find(({ start }) => start >= near - WINDOW.before && start < near + WINDOW.after) ?? found[1] ?? found[0] ?? null;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

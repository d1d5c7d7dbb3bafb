import { type Day, parseTime, toIso, toTime, weekdayOf } from "../base/plain-date.ts";
import { readDate } from "../base/read-date.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";
import { type Language, nameIn } from "../words/language.ts";

type Values = Readonly<Record<string, Value>>;

/** A cell of the head block that a person may change: how the register's row shows there, and how it is read back. */
export interface HeadCell {
  readonly id: string;
  readonly show: (meeting: Values, language: Language) => string;
  /** @returns nothing where the text cannot be read */
  readonly read: (text: string, meeting: Values) => Values | undefined;
}

function plain(id: string): HeadCell {
  return { id, show: (meeting) => String(meeting[id] ?? ""), read: (text) => ({ [id]: text }) };
}

export const headCells: readonly HeadCell[] = [
  plain("name"),
  { id: "date", show: (meeting, language) => showDate(meeting.date ?? null, language), read: readDay },
  { id: "time", show: (meeting) => showTime(meeting.start ?? null, meeting.end ?? null), read: readTime },
  plain("place"),
  plain("organiser"),
  plain("chair"),
  plain("recorder"),
];

export function showDate(day: Value, language: Language): string {
  if (typeof day !== "number") return "";
  const weekday = choiceSet("weekday")[String(weekdayOf(day))];
  const name = weekday ? nameIn(language, weekday) : "";
  return language === "en" ? `${toIso(day)} ${name}` : `${toIso(day)}（${name}）`;
}

export function showTime(start: Value, end: Value): string {
  if (typeof start !== "number") return "";
  return typeof end === "number" ? `${toTime(start)}-${toTime(end)}` : toTime(start);
}

/** A date alone, or followed by its weekday as it is shown; a number is what a date cell holds. */
function readDay(text: string, meeting: Values): Values | undefined {
  if (text === "") return { date: null };
  const bare = text.replace(/\s+[A-Za-z]+$/, "");
  const near = typeof meeting.date === "number" ? { near: meeting.date as Day } : {};
  const read = readDate(/^\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare, { dateSystem: 1900, ...near });
  return read.kind === "day" ? { date: read.day } : undefined;
}

/** `09:30-11:00`, with whatever dash. */
function readTime(text: string): Values | undefined {
  if (text === "") return { start: null, end: null };
  const [from = "", to = ""] = text.split(/[-–—~～至到]+/);
  const [start, end] = [parseTime(from.trim()), parseTime(to.trim())];
  return start === null || (to.trim() !== "" && end === null) ? undefined : { start, end };
}

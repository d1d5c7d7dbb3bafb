import { type Day, parseTime, timeFromSerial, toIso, toTime, weekdayOf } from "../base/plain-date.ts";
import { readDate } from "../base/read-date.ts";
import { foldText } from "../base/text.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Value } from "../tables/field.ts";
import { type Language, nameIn } from "../words/language.ts";

type Values = Readonly<Record<string, Value>>;

/** A cell of the head block that a person may change: how the register's row shows there, and how it is read back. */
export interface HeadCell {
  readonly id: string;
  /** What is compared and remembered, where the cell shows more than that. */
  readonly tell?: (meeting: Values) => string;
  readonly show: (meeting: Values, language: Language) => string;
  /** @returns nothing where the text cannot be read */
  readonly read: (text: string, meeting: Values) => Values | undefined;
}

function plain(id: string): HeadCell {
  return { id, show: (meeting) => String(meeting[id] ?? ""), read: (text) => ({ [id]: text }) };
}

/** What a cell of the head says, as it is compared and remembered. */
export function toldBy({ tell, show }: HeadCell, meeting: Values, language: Language): string {
  return tell ? tell(meeting) : show(meeting, language);
}

export const headCells: readonly HeadCell[] = [
  { id: "kind", tell: ({ kind }) => String(kind ?? ""), show: ({ kind }, language) => kindBoxes(kind ?? "", language), read: readKind },
  plain("name"),
  { id: "date", show: (meeting, language) => showDate(meeting.date ?? null, language), read: readDay },
  { id: "time", show: (meeting) => showTime(meeting.start ?? null, meeting.end ?? null), read: readTime },
  plain("place"),
  plain("organiser"),
  plain("chair"),
  plain("recorder"),
];

/** Every kind of meeting with a box before it, so that paper can be ticked by hand. */
function kindBoxes(kind: Value, language: Language): string {
  return Object.entries(choiceSet("meetingKind"))
    .map(([code, choice]) => `${code === kind ? "☑" : "□"} ${nameIn(language, choice)}`)
    .join("   ");
}

const TICK = /[☑☒■√✓✔●]/;
const BOX = /[☑☒■√✓✔●□☐○]/;

/** One kind alone, or boxes of which one is ticked; boxes without a tick say nothing. */
function readKind(text: string): Values | undefined {
  const parts = BOX.test(text) ? text.split(new RegExp(`(?=${BOX.source})`)).filter((part) => TICK.test(part)) : [text];
  const said = foldText(parts.join(" "));
  if (said === "") return { kind: "" };
  const found = Object.entries(choiceSet("meetingKind")).filter(([, { zh, en, also = [] }]) =>
    [zh, en, ...also].some((name) => said.includes(foldText(name))),
  );
  return found.length === 1 ? { kind: found[0]?.[0] ?? "" } : undefined;
}

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
export function readDay(text: string, meeting: Values): Values | undefined {
  if (text === "") return { date: null };
  const bare = text.replace(/\s+[A-Za-z]+$/, "");
  const near = typeof meeting.date === "number" ? { near: meeting.date as Day } : {};
  const read = readDate(/^\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare, { dateSystem: 1900, ...near });
  return read.kind === "day" ? { date: read.day } : undefined;
}

/** `09:30-11:00`, with whatever dash; a start alone leaves the end as it was. A number is what a time cell holds. */
function readTime(text: string): Values | undefined {
  if (text === "") return { start: null, end: null };
  if (/^0?\.\d+$/.test(text)) return { start: timeFromSerial(Number(text)) };
  const [from = "", to = ""] = text.split(/[-–—~～至到]+/);
  const [start, end] = [parseTime(from.trim()), parseTime(to.trim())];
  if (start === null) return undefined;
  if (to.trim() === "") return { start };
  return end === null ? undefined : { start, end };
}

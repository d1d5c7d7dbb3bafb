import { type Day, ymd } from "../base/plain-date.ts";
import { isoWeek } from "../calendar/weeks.ts";
import type { TableId } from "../tables/tables.ts";
import { say, type WordKey } from "../words/message.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { settingsIn } from "./book-settings.ts";

/**
 * A number by the company's pattern.
 * @example formatNumber("CX-{isoYear}-W{W}-{seq}", dayOf(2026, 11, 18)!, 1) // "CX-2026-W47-1"
 */
export function formatNumber(pattern: string, day: Day, seq: number | "#"): string {
  const { year, month, day: date } = ymd(day);
  const week = isoWeek(day);
  const two = (value: number): string => String(value).padStart(2, "0");
  return pattern.replace(/\{(yyyy|yy|MM|dd|isoYear|W|seq(?::(0+))?)\}/g, (_, token: string, zeros?: string) => {
    switch (token) {
      case "yyyy":
        return String(year);
      case "yy":
        return two(year % 100);
      case "MM":
        return two(month);
      case "dd":
        return two(date);
      case "isoYear":
        return String(week.year);
      case "W":
        return two(week.week);
      default:
        return seq === "#" ? "#" : String(seq).padStart(zeros?.length ?? 1, "0");
    }
  });
}

/** Tables whose rows are numbered below a meeting. */
const NUMBERED = [
  "topics",
  "papers",
  "resolutions",
  "actions",
  "openQuestions",
  "attendance",
  "distribution",
  "expectedChanges",
] as const satisfies readonly TableId[];

/** What is numbered by the day, while it has no meeting; the words begin the number. */
const APART = ["number-proposal", "number-topic"] as const satisfies readonly WordKey[];

type Apart = (typeof APART)[number];

/**
 * Gives numbers out. The next is one more than the highest ever given or seen, so that the number of
 * a row that was deleted is not given again.
 */
export class Numbers {
  private readonly highest = new Map<string, number>();
  private readonly apart = new RegExp(`^((?:${APART.flatMap((kind) => [say("zh-CN", kind), say("en", kind)]).join("|")})-\\d{8}-)(\\d+)$`);

  constructor(
    private readonly snapshot: Snapshot,
    private readonly pattern = settingsIn(snapshot).meetingPattern,
  ) {
    for (const table of NUMBERED) for (const { key } of rowsOf(snapshot, table)) this.see(key);
    for (const { key, values } of rowsOf(snapshot, "meetings")) {
      if (values.date !== null) this.seeMeeting(key, values.date);
      this.seeApart(key);
      this.seeApart(values.proposalNo);
    }
  }

  /** The next meeting number of the pattern's scope (its week, month or year). */
  meeting(day: Day): string {
    return formatNumber(this.pattern, day, this.next(formatNumber(this.pattern, day, "#")));
  }

  /** The next number of what has no meeting yet: `提议-20261122-1` for a proposal, `议题-20261122-1` for a topic. */
  apartFromMeetings(kind: Apart, day: Day): string {
    const before = `${say(this.snapshot.language, kind)}-${formatNumber("{yyyy}{MM}{dd}", day, "#")}-`;
    return `${before}${this.next(before)}`;
  }

  /** The next number below a meeting, such as `CX-2026-W47-1-R2`. */
  below(parent: string, letter: "R" | "A" | "T" | "P" | "Q" | "S" | "D" | "E"): string {
    const scope = `${parent}-${letter}`;
    return `${scope}${this.next(scope)}`;
  }

  /** A number that stands somewhere else than in a table, such as in a document that is being recorded. */
  see(key: string): void {
    this.seeApart(key);
    const [, scope, number] = /^(.+-[RATPQSDE])(\d+)$/.exec(key) ?? [];
    if (scope !== undefined) this.raise(scope, Number(number));
  }

  private seeApart(key: string): void {
    const [, scope, number] = this.apart.exec(key) ?? [];
    if (scope !== undefined) this.raise(scope, Number(number));
  }

  private seeMeeting(key: string, day: Day): void {
    const scope = formatNumber(this.pattern, day, "#");
    const [before = "", after = ""] = scope.split("#");
    const middle = key.slice(before.length, key.length - after.length);
    if (key.startsWith(before) && key.endsWith(after) && /^\d+$/.test(middle)) this.raise(scope, Number(middle));
  }

  private raise(scope: string, number: number): void {
    this.highest.set(scope, Math.max(number, this.highest.get(scope) ?? 0));
  }

  private next(scope: string): number {
    const number = this.highestOf(scope) + 1;
    this.highest.set(scope, number);
    return number;
  }

  private highestOf(scope: string): number {
    return Math.max(this.highest.get(scope) ?? 0, Number(this.snapshot.state.get("number", scope) ?? 0));
  }

  /**
   * The highest numbers given or seen, to be remembered after what bears them was written: cut off in
   * between, a number is seen where it stands, and none is left out.
   */
  entries(): StateEntry[] {
    return [...this.highest.keys()].map((scope) => ({ kind: "number", key: scope, value: String(this.highestOf(scope)) }));
  }
}

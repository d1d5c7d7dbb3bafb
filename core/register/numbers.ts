import { type Day, ymd } from "../base/plain-date.ts";
import { isoWeek } from "../calendar/weeks.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";

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

/**
 * Gives numbers out. The next is one more than the highest ever given or seen, so that the number of
 * a row that was deleted is not given again.
 */
export class Numbers {
  private readonly highest = new Map<string, number>();

  constructor(private readonly snapshot: Snapshot) {}

  /** The next meeting number of the pattern's scope (its week, month or year). */
  meeting(pattern: string, day: Day, seen: Iterable<string>): string {
    const scope = formatNumber(pattern, day, "#");
    const [before = "", after = ""] = scope.split("#");
    return formatNumber(pattern, day, this.next(scope, before, after, seen));
  }

  /** The next number below a meeting, such as `CX-2026-W47-1-R2`. */
  below(parent: string, letter: "R" | "A" | "T" | "Q" | "S", seen: Iterable<string>): string {
    const prefix = `${parent}-${letter}`;
    return `${prefix}${this.next(prefix, prefix, "", seen)}`;
  }

  private next(scope: string, before: string, after: string, seen: Iterable<string>): number {
    let highest = this.highest.get(scope) ?? Number(this.snapshot.state.get("number", scope) ?? 0);
    if (!this.highest.has(scope)) {
      for (const key of seen) {
        if (!key.startsWith(before) || !key.endsWith(after)) continue;
        const middle = key.slice(before.length, key.length - after.length);
        if (/^\d+$/.test(middle)) highest = Math.max(highest, Number(middle));
      }
    }
    this.highest.set(scope, highest + 1);
    return highest + 1;
  }

  /**
   * The highest numbers given, to be remembered after what bears them was written: cut off in between,
   * a number is seen where it stands, and none is left out.
   */
  entries(): StateEntry[] {
    return [...this.highest].map(([scope, value]) => ({ kind: "number", key: scope, value: String(value) }));
  }
}

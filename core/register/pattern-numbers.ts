import type { Day } from "../base/plain-date.ts";
import type { State, StateEntry } from "../workbook/state.ts";
import { formatNumber } from "./numbers.ts";

/**
 * Gives numbers of one kind out by the company's pattern, one counter for each year (or whatever the
 * pattern counts by). A number once given or seen is never given again, whatever became of its row.
 */
export class PatternNumbers {
  private readonly highest = new Map<string, number>();

  /** @param given numbers of the kind that are seen in the register */
  constructor(
    private readonly state: State,
    private readonly kind: "archive" | "slip",
    private readonly pattern: string,
    private readonly given: ReadonlySet<string>,
  ) {}

  next(day: Day): string {
    const scope = `${this.kind} ${formatNumber(this.pattern, day, "#")}`;
    let highest = this.highest.get(scope) ?? Number(this.state.get("number", scope) ?? 0);
    let number: string;
    do {
      highest++;
      number = formatNumber(this.pattern, day, highest);
    } while (this.given.has(number));
    this.highest.set(scope, highest);
    return number;
  }

  /**
   * The highest given, and of the day's counter the highest seen, to be remembered once the rows that bear
   * the numbers are written: cut off in between, a number is seen where it stands.
   */
  entries(day: Day): StateEntry[] {
    const counter = formatNumber(this.pattern, day, "#");
    const [before = "", after = ""] = counter.split("#");
    const seen = [...this.given].flatMap((number) => {
      const middle = number.slice(before.length, number.length - after.length);
      return number.startsWith(before) && number.endsWith(after) && /^\d+$/.test(middle) ? [Number(middle)] : [];
    });
    const scope = `${this.kind} ${counter}`;
    const known = this.highest.get(scope) ?? Number(this.state.get("number", scope) ?? 0);
    if (seen.length > 0) this.highest.set(scope, Math.max(known, ...seen));
    return [...this.highest].map(([scope, highest]) => ({ kind: "number", key: scope, value: String(highest) }));
  }
}

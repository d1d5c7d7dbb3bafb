import type { Day } from "../base/plain-date.ts";
import { settingsIn } from "../register/book-settings.ts";
import { formatNumber } from "../register/numbers.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";

/**
 * Gives archive numbers out by the company's pattern, one counter for each year (or whatever the pattern
 * counts by). A number once given or seen is never given again, whatever became of its row.
 */
export class ArchiveNumbers {
  private readonly given = new Set<string>();
  private readonly highest = new Map<string, number>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly pattern = settingsIn(snapshot).archivePattern,
  ) {
    for (const { key } of rowsOf(snapshot, "archive")) this.given.add(key);
    for (const { values } of rowsOf(snapshot, "papers")) this.given.add(values.archiveNo);
    for (const { values } of rowsOf(snapshot, "meetings")) this.given.add(values.archiveNo);
  }

  next(day: Day): string {
    const scope = `archive ${formatNumber(this.pattern, day, "#")}`;
    let highest = this.highest.get(scope) ?? Number(this.snapshot.state.get("number", scope) ?? 0);
    let number: string;
    do {
      highest++;
      number = formatNumber(this.pattern, day, highest);
    } while (this.given.has(number));
    this.highest.set(scope, highest);
    return number;
  }

  /** To be remembered once the rows that bear the numbers are written. */
  entries(): StateEntry[] {
    return [...this.highest].map(([scope, highest]) => ({ kind: "number", key: scope, value: String(highest) }));
  }
}

import type { Day } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import type { Concern } from "./concern.ts";

/** What the record says of earlier reminders: whom of what, when, and on which slip. */
export class Told {
  private readonly last = new Map<string, { readonly date: Day; readonly level: number }>();
  private readonly slips = new Map<string, string>();
  private readonly rows: readonly TableRow<"reminders">[];

  constructor(snapshot: Snapshot, today: Day) {
    this.rows = rowsOf(snapshot, "reminders");
    for (const { values } of this.rows) {
      const { name, item, reason, date, level, slip } = values;
      if (date === null) continue;
      if (date === today && slip !== "") this.slips.set(foldText(name), slip);
      const key = keyOf(name, { item, reason });
      const known = this.last.get(key);
      if (!known || date >= known.date) this.last.set(key, { date, level: Math.max(level ?? 0, date === known?.date ? known.level : 0) });
    }
  }

  /** When somebody was last told of an item for a reason, and its level then. */
  lastTime(name: string, concern: Pick<Concern, "item" | "reason">): { readonly date: Day; readonly level: number } | undefined {
    return this.last.get(keyOf(name, concern));
  }

  /** The number of the slip that somebody got today: what comes up later on the same day goes on it as well. */
  slipOf(name: string): string | undefined {
    return this.slips.get(foldText(name));
  }

  /** Lines that a slip has. */
  linesOn(slip: string): number {
    return Math.max(0, ...this.rows.filter(({ values }) => values.slip === slip).map(({ key }) => Number(/-(\d+)$/.exec(key)?.[1] ?? 0)));
  }
}

function keyOf(name: string, { item, reason }: { readonly item: string; readonly reason: string }): string {
  return `${foldText(name)}\t${item}\t${reason}`;
}

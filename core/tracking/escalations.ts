import type { Day } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { message, say } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { asLevel, type Level, levelByRule } from "./escalation.ts";
import { type Item, leaves } from "./items.ts";
import { daysLate, isClosed } from "./light.ts";
import type { TrackedTable } from "./live-columns.ts";

/** The tables that decide on levels beside those of the items themselves, and the one that tells of them. */
export const escalationTables = ["meetings", "reminders", "history"] as const;

/** How far an item has been escalated. */
export interface Standing {
  /** `null` for what is not late. */
  readonly level: Level | null;
  /** The rule by which it got there, in the workbook's language. */
  readonly why: string;
  readonly daysLate: number | null;
}

/** States in which a meeting did not take place. */
const NOT_HELD = new Set(["proposed", "declined", "cancelled"]);

/**
 * The levels of a register's items on a day. A level that an item has stays while it is late, whoever
 * gave it; once the item is closed it stands as what it came to; an item that is open and not late,
 * since it was postponed or reopened, starts again.
 */
export class Escalations {
  /** Days on which an item's owner was reminded, of anything and of its being overdue. */
  private readonly reminded = new Map<string, Set<Day>>();
  private readonly chased = new Map<string, Set<Day>>();
  /** Meetings that took place before today, by date. */
  private readonly held: readonly { readonly date: Day; readonly series: string }[];

  constructor(
    private readonly snapshot: Snapshot,
    private readonly today: Day,
    private readonly calendar: WorkingCalendar,
    private readonly settings: BookSettings,
  ) {
    for (const { values } of rowsOf(snapshot, "reminders")) {
      if (values.role !== "owner" || values.date === null) continue;
      noted(this.reminded, values.item, values.date);
      if (values.reason === "overdue" && values.date < today) noted(this.chased, values.item, values.date);
    }
    this.held = rowsOf(snapshot, "meetings").flatMap(({ values: { date, series, state } }) =>
      date !== null && date < today && !NOT_HELD.has(state) ? [{ date, series }] : [],
    );
  }

  of({ row }: Item): Standing {
    const { values } = row;
    const stored = asLevel(values.escalation);
    if (isClosed(values.status)) return { level: stored, why: values.escalationReason, daysLate: null };
    const late = daysLate(values, this.today, this.calendar, this.settings);
    const found = levelByRule(
      {
        daysLate: late,
        chases: row.key === "" ? 0 : (this.chased.get(row.key)?.size ?? 0),
        postponed: values.postponed ?? 0,
        meetings: late === null ? 0 : this.meetingsSince(row),
      },
      this.settings.escalation,
    );
    if (late !== null && stored !== null && stored >= (found?.level ?? 0) && values.escalationReason !== "")
      return { level: stored, why: values.escalationReason, daysLate: late };
    if (!found) return { level: null, why: "", daysLate: null };
    const isByHand = late !== null && stored !== null && stored > found.level;
    const { code, params } = isByHand ? message("level-by-hand") : found.why;
    return { level: isByHand ? stored : found.level, why: say(this.snapshot.language, code, params), daysLate: late };
  }

  /** Days on which an item's owner was reminded of it. */
  remindersOf(no: string): number {
    return this.reminded.get(no)?.size ?? 0;
  }

  /** What the register has to take over: level, reason, and how often the owner was reminded. */
  rows(): ReadonlyMap<TrackedTable, readonly RowChange[]> {
    const found = new Map<TrackedTable, RowChange[]>([
      ["resolutions", []],
      ["actions", []],
    ]);
    for (const item of leaves(this.snapshot)) {
      const { key, row, values } = item.row;
      if (key === "") continue;
      const { level, why } = this.of(item);
      const reminded = this.remindersOf(key);
      const changed = {
        ...(level === values.escalation ? {} : { escalation: level }),
        ...(why === values.escalationReason ? {} : { escalationReason: why }),
        // A list that was kept by hand may have counted more.
        ...(reminded > (values.reminders ?? 0) ? { reminders: reminded } : {}),
      };
      if (Object.keys(changed).length > 0) found.get(item.table)?.push({ key, row, values: changed });
    }
    return found;
  }

  /** Meetings since an item's date, of the series to which it belongs where that is known. */
  private meetingsSince({ values }: Item["row"]): number {
    const meeting =
      "resolution" in values
        ? values.meeting || (rowByKey(this.snapshot, "resolutions", values.resolution)?.values.meeting ?? "")
        : values.meeting;
    const series = rowByKey(this.snapshot, "meetings", meeting)?.values.series ?? "";
    return this.held.filter(({ date, series: other }) => values.due !== null && date > values.due && (series === "" || other === series))
      .length;
  }
}

function noted(days: Map<string, Set<Day>>, item: string, date: Day): void {
  if (item === "") return;
  const known = days.get(item);
  if (known) known.add(date);
  else days.set(item, new Set([date]));
}

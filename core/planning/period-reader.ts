import type { Day } from "../base/plain-date.ts";
import { fromSerial, ymd } from "../base/plain-date.ts";
import type { Period } from "../calendar/period.ts";
import { type PeriodOptions, readPeriod } from "../calendar/read-period.ts";
import type { BalanceSettings } from "../register/book-settings.ts";
import { tableOf } from "../tables/tables.ts";
import type { TableData } from "../workbook/snapshot.ts";

/** Reads a table's periods, each spelling once. */
export type PeriodReader = (spelled: string) => Period | null;

/**
 * What a bare number, `N+1` and a date mean is said by the heading of the column (周次, 月份); else they are
 * the first periods of the balance, and dates that are all the first of a month are months.
 */
export function periodReader(table: TableData, near: Day, settings: BalanceSettings, dateSystem: 1900 | 1904): PeriodReader {
  const { across = "" } = tableOf(table.id).wide ?? {};
  const { place } = table;
  const heading = place.headings[(place.columns.get(across) ?? place.column) - place.column] ?? "";
  const spellings = new Set(table.rows.map(({ values }) => String(values[across as keyof typeof values] ?? "")));
  const serials = [...spellings].flatMap((text) => (/^\d{5}$/.test(text) ? (fromSerial(Number(text), dateSystem) ?? []) : []));
  const areMonths = serials.length > 0 && serials.every((day) => ymd(day).day === 1);
  const said: PeriodOptions["unit"] = /周|week/i.test(heading) ? "week" : /月|month/i.test(heading) ? "month" : undefined;
  const unit = said ?? (areMonths ? "month" : settings.weeks > 0 ? "week" : "month");
  const known = new Map<string, Period | null>();
  return (spelled) => {
    let found = known.get(spelled);
    if (found === undefined) {
      found = readPeriod(spelled, { near, weekRule: settings.weekRule, dateSystem, unit });
      known.set(spelled, found);
    }
    return found;
  };
}

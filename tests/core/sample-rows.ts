import fc from "fast-check";
import { type Day, dayOf } from "../../core/base/plain-date.ts";
import { isoWeek } from "../../core/calendar/weeks.ts";
import { makeCalendar } from "../../core/calendar/working-calendar.ts";
import { type SampleRows, sampleFactory } from "../../core/sample/sample-factory.ts";
import type { TableId } from "../../core/tables/tables.ts";

export type Row = Readonly<Record<string, unknown>>;
export type Language = "zh-CN" | "en";

export const calendar = makeCalendar({ pattern: { kind: "five" }, overrides: [] });
export const languages: readonly Language[] = ["zh-CN", "en"];

function meetingNo(date: Day, seq: number): string {
  const { year, week } = isoWeek(date);
  return `CX-${year}-W${String(week).padStart(2, "0")}-${seq}`;
}

export function sampleOn(today: Day, language: Language = "zh-CN"): SampleRows {
  return sampleFactory({ today, language, calendar, meetingNo });
}

export function rowsOf(sample: SampleRows, id: TableId): readonly Row[] {
  return sample[id] ?? [];
}

export function valuesOf(sample: SampleRows, id: TableId, field: string): unknown[] {
  return rowsOf(sample, id).map((row) => row[field]);
}

function date(year: number, month: number, day: number): Day {
  return dayOf(year, month, day) ?? Number.NaN;
}

export const sunday = date(2026, 11, 22);
export const anyDay = fc.integer({ min: date(2025, 1, 1), max: date(2027, 12, 31) });

export function onAnyDay(check: (sample: SampleRows, today: Day, language: Language) => void): void {
  const holds = (today: Day, language: Language) => {
    check(sampleOn(today, language), today, language);
  };
  fc.assert(fc.property(anyDay, fc.constantFrom(...languages), holds), { numRuns: 60 });
}

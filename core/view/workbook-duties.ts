import { dayOf, ymd } from "../base/plain-date.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { message, type Problem } from "../words/message.ts";
import { missingColumns } from "../workbook/missing-columns.ts";
import { rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { SCHEMA_VERSION } from "../workbook/state.ts";
import { type Duty, offer, type Situation } from "./duty.ts";

export function schemaOf(snapshot: Snapshot): number {
  return Number(snapshot.state.get("book", "schema") ?? SCHEMA_VERSION);
}

/** An older Concord made the workbook. */
export function workbookToUpgrade({ snapshot }: Situation): Duty[] {
  if (schemaOf(snapshot) >= SCHEMA_VERSION && missingColumns(snapshot).length === 0) return [];
  return [{ message: message("duty-upgrade"), severity: "warning", command: offer("upgrade-workbook", {}) }];
}

/** How far ahead working days are looked at beyond the meetings that are planned, in days. */
const MARGIN = 14;

/**
 * The coming weeks run into days whose official calendar is not known. Whoever has entered days there
 * knows it, and is not told again.
 */
export function calendarToFill({ snapshot, context, calendar, settings }: Situation): Duty[] {
  const from = context.today;
  const to = from + settings.planWeeks * 7 + MARGIN;
  const table = tableIn(snapshot, "companyCalendar");
  const isFilled = (year: number): boolean => {
    const first = Math.max(from, dayOf(year, 1, 1) ?? from);
    const last = Math.min(to, dayOf(year, 12, 31) ?? to);
    return rowsOf(snapshot, "companyCalendar").some(
      ({ values }) => values.from !== null && values.from <= last && (values.to ?? values.from) >= first,
    );
  };
  return calendarNotes(calendar, from, to)
    .filter(({ params }) => !isFilled(Number(params.year ?? ymd(from).year)))
    .map(({ code, params, severity }) => {
      const at = table && { sheet: table.place.sheet, row: table.end, column: table.place.columns.get("from") ?? table.place.column };
      return { message: { code, params }, severity, ...(at ? { at } : {}) };
    });
}

/** A check is offered loudly where something cannot be read, else quietly. */
export function workbookToCheck({ snapshot, settings }: Situation): Duty[] {
  const found: Problem[] = [...[...snapshot.tables.values()].flatMap(({ problems }) => problems), ...settings.problems].filter(
    ({ severity }) => severity !== "note",
  );
  const command = offer("check-workbook", {});
  if (found.length === 0) return [{ message: message("duty-check"), severity: "note", command }];
  const at = found.find((each) => each.at)?.at;
  return [{ message: message("duty-check-found", { n: found.length }), severity: "warning", command, ...(at ? { at } : {}) }];
}

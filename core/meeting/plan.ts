import type { Day, Weekday } from "../base/plain-date.ts";
import { toIso, weekdayOf } from "../base/plain-date.ts";
import { moveOffNonWorkdays, occurrences, type Recurrence } from "../calendar/recurrence.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Numbers } from "../register/numbers.ts";
import type { Value } from "../tables/field.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";

export interface Plan {
  readonly rows: readonly RowChange[];
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
}

interface PlanOptions {
  readonly from: Day;
  readonly to: Day;
  readonly calendar: WorkingCalendar;
  readonly settings: BookSettings;
  readonly numbers: Numbers;
}

/** The meetings of one series in a span of days that are not in the register yet. */
export function planSeries(snapshot: Snapshot, series: TableRow<"series">, options: PlanOptions): Plan {
  const { values } = series;
  const rule = recurrenceOf(values);
  if (typeof rule === "string") {
    const table = tableIn(snapshot, "series");
    const wrong = problem("error", "series-incomplete", { series: values.name }, table && cellOf(table, series, rule));
    return { rows: [], report: [], problems: [wrong] };
  }
  const move = values.holiday === "" ? options.settings.holidayMove : (values.holiday as BookSettings["holidayMove"]);
  const existing = rowsOf(snapshot, "meetings").filter((row) => row.values.series === values.name);
  const taken = new Set(existing.flatMap((row) => [row.values.seriesDate, row.values.date]));
  const rows: RowChange[] = [];
  const report: Message[] = [];
  const from = Math.max(options.from, values.from ?? options.from);
  for (const planned of occurrences(rule, from, options.to)) {
    if (taken.has(planned)) continue;
    const date = moveOffNonWorkdays(planned, options.calendar, move);
    if (date === null) {
      report.push(message("meeting-skipped", { series: values.name, date: toIso(planned) }));
      continue;
    }
    if (date < options.from || taken.has(date)) continue;
    taken.add(planned).add(date);
    const no = options.numbers.meeting(date);
    rows.push({ key: no, values: meetingValues(no, series, date, planned, options) });
    report.push(
      date === planned
        ? message("meeting-planned", { no, date: toIso(date) })
        : message("meeting-moved", { no, date: toIso(date), planned: toIso(planned) }),
    );
  }
  return { rows, report, problems: [] };
}

function meetingValues(no: string, { values }: TableRow<"series">, date: Day, planned: Day, options: PlanOptions): Record<string, Value> {
  return {
    no,
    name: values.name,
    kind: "regular",
    series: values.name,
    date,
    start: values.start,
    end: values.start === null ? null : values.start + (values.minutes ?? 60),
    place: values.place,
    chair: values.chair,
    recorder: values.recorder,
    organiser: options.settings.organiser,
    state: "planned",
    seriesDate: planned,
    minutesDue: options.calendar.addWorkdays(date, options.settings.minutesDays),
    plant: values.plant,
  };
}

type SeriesValues = TableRow<"series">["values"];

/** When a series meets; the field that is missing or wrong where that cannot be told. */
export function recurrenceOf(values: SeriesValues): Recurrence | keyof SeriesValues {
  const weekday = values.weekday === "" ? undefined : (Number(values.weekday) as Weekday);
  switch (values.cycle) {
    case "weekly":
      return weekday === undefined ? "weekday" : { cycle: "weekly", weekday };
    case "biweekly": {
      const day = weekday ?? (values.from === null ? undefined : weekdayOf(values.from));
      return day === undefined || values.from === null ? "from" : { cycle: "biweekly", weekday: day, anchor: values.from };
    }
    case "monthlyDate":
      return values.monthDay !== null && values.monthDay >= 1 && values.monthDay <= 31
        ? { cycle: "monthlyDate", day: values.monthDay }
        : "monthDay";
    case "monthlyWeekday": {
      const nth = values.nth;
      const isNth = nth === 1 || nth === 2 || nth === 3 || nth === 4 || nth === 5 || nth === -1;
      return weekday === undefined || !isNth ? "nth" : { cycle: "monthlyWeekday", nth, weekday };
    }
    default:
      return "cycle";
  }
}

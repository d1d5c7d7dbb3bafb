import { type Day, dayOf, toSerial, ymd } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { choiceSet } from "../tables/choices.ts";
import type { CellInput } from "../workbook/cells.ts";
import type { LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";

/**
 * The hidden sheet that live formulas stand on: today in one named cell, a running number of working
 * days for every date (working days between two dates are then one subtraction, make-up days and
 * holidays included), and the words by which a status is known in either language.
 */
const LIVE_SHEET = "_concord_live";
const TODAY_NAME = "concord_today";
export const liveId = "live";

const FIRST_YEAR = 2025;
const LAST_KNOWN_YEAR = 2028;

/** The cells that formulas refer to, as A1 text. */
export interface LiveRefs {
  readonly today: string;
  /** Whether today lies in the table: beyond it, working days are not known. */
  readonly isCovered: string;
  /** Working days from the first date of the table up to a date; an error for a date outside of it. */
  readonly workdays: (date: string) => string;
  /** The same, but a date before the table counts as its first one. */
  readonly workdaysSince: (date: string) => string;
  readonly isOneOf: (status: string, list: StatusList) => string;
}

type StatusList = keyof typeof lists;

/** Lists of the words for a status, or for the kind of a resolution, in columns of their own. */
const lists = {
  finished: { column: "G", codes: ["done", "verified"] },
  cancelled: { column: "H", codes: ["cancelled"] },
  split: { column: "I", codes: ["split"] },
  underWay: { column: "J", codes: ["confirmed", "inProgress", "postponed"] },
  undecided: { column: "K", codes: ["undecided"] },
} as const;

const LIST_ROWS = 40;

function range(today: Day): readonly [Day, Day] {
  const lastYear = Math.max(LAST_KNOWN_YEAR, ymd(today).year + 2);
  return [dayOf(FIRST_YEAR, 1, 1) ?? 0, dayOf(lastYear, 12, 31) ?? 0];
}

export function liveRefs(today: Day): LiveRefs {
  const [from, to] = range(today);
  const last = to - from + 2;
  const sheet = `'${LIVE_SHEET}'!`;
  // 0, not FALSE: LibreOffice saves that as FALSE(), and the formula would look like another one.
  const numberOn = (date: string): string => `VLOOKUP(${date},${sheet}$A$2:$B$${last},2,0)`;
  return {
    today: `${sheet}$E$1`,
    isCovered: `ISNUMBER(${numberOn(`${sheet}$E$1`)})`,
    workdays: (date) => numberOn(`INT(${date})`),
    workdaysSince: (date) => numberOn(`MAX(INT(${date}),${sheet}$A$2)`),
    isOneOf: (status, list) => `ISNUMBER(MATCH(TRIM(${status}),${sheet}$${lists[list].column}$2:$${lists[list].column}$${LIST_ROWS},0))`,
  };
}

/** Whether the day table of this day's formulas knows a date. */
export function isInTable(today: Day, date: Day): boolean {
  const [from, to] = range(today);
  return date >= from && date <= to;
}

export function liveSheet(today: Day, calendar: WorkingCalendar, dateSystem: 1900 | 1904): SheetLayout {
  const [from, to] = range(today);
  const numbers = calendar.runningNumbers(from, to);
  const spellings = Object.values(lists).map(({ codes }) => spellingsOf(codes));
  const cell = (column: number, value: CellInput): LayoutRow["cells"][number] => ({ column, columns: 1, value, style: NO_STYLE });
  const rows: LayoutRow[] = [
    {
      marker: "",
      height: 0,
      cells: [
        cell(0, "date"),
        cell(1, "workdays"),
        cell(3, "today"),
        { column: 4, columns: 1, value: { formula: "TODAY()", value: toSerial(today, dateSystem) }, style: DATE_STYLE },
        ...Object.keys(lists).map((name, index) => cell(6 + index, name)),
      ],
    },
  ];
  numbers.forEach((number, index) => {
    const words = spellings.flatMap((list, column) => (list[index] === undefined ? [] : [cell(6 + column, list[index])]));
    rows.push({
      marker: "",
      height: 0,
      cells: [{ column: 0, columns: 1, value: toSerial(from + index, dateSystem), style: DATE_STYLE }, cell(1, number), ...words],
    });
  });
  return {
    name: LIVE_SHEET,
    visibility: "veryHidden",
    widths: [12, 10, 4, 10, 12, 4, 14, 14, 14, 14, 14],
    hasMarkers: false,
    rows,
    validations: [],
    highlights: [],
    isOurs: true,
    named: [{ name: TODAY_NAME, row: 0, column: 4 }],
  };
}

const NO_STYLE = {};
const DATE_STYLE = { numberFormat: "yyyy-mm-dd" };

function spellingsOf(codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const choice = choiceSet("actionStatus")[code] ?? choiceSet("resolutionKind")[code];
    return choice ? [choice.zh, choice.en, ...(choice.also ?? [])] : [];
  });
}

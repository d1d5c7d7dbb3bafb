import { columnLetters } from "../base/place.ts";
import { toSerial } from "../base/plain-date.ts";
import { compareText } from "../base/text.ts";
import { colours, styles } from "../layout/styles.ts";
import { say, type WordKey } from "../words/message.ts";
import { MARK, type Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { type Light, lightOf, lightWords } from "./light.ts";
import type { LiveOptions, TrackedRow, TrackedTable } from "./live-columns.ts";
import { liveRefs } from "./live-sheet.ts";

export const summaryId = "summary";

/** The columns of the summary: what is open by its light, what is finished, and the rate. */
const COLUMNS: readonly { readonly heading: WordKey; readonly lights: readonly Light[] }[] = [
  { heading: "summary-open", lights: ["overdue", "noOwner", "noDate", "unconfirmed", "dueSoon", "onTrack"] },
  { heading: "light-overdue", lights: ["overdue"] },
  { heading: "light-due-soon", lights: ["dueSoon"] },
  { heading: "light-unconfirmed", lights: ["unconfirmed"] },
  { heading: "summary-incomplete", lights: ["noOwner", "noDate"] },
  { heading: "light-on-track", lights: ["onTrack"] },
  { heading: "light-done", lights: ["done"] },
  { heading: "light-done-late", lights: ["doneLate"] },
  { heading: "light-done-undated", lights: ["doneUndated"] },
];

const FIRST_ROW = 3;
const FIRST_COLUMN = 1;
const RATE_COLUMN = FIRST_COLUMN + COLUMNS.length;

/** Open, overdue and finished items by department: live formulas over the lights of both tables. */
export function summarySheet(
  snapshot: Snapshot,
  tables: readonly TrackedTable[],
  after: ReadonlyMap<TrackedTable, readonly TrackedRow[]>,
  options: LiveOptions,
): SheetLayout {
  const { language } = options;
  const items = tables.flatMap((table) =>
    (after.get(table) ?? []).map((row) => ({
      department: row.department,
      light: lightOf(row, options.today, options.calendar, options.settings),
    })),
  );
  const departments = departmentsIn(
    snapshot,
    items.map(({ department }) => department),
  );
  const rows: LayoutRow[] = [
    { marker: "", height: 32, cells: [wide(say(language, "summary-title"), styles.title)] },
    {
      marker: "",
      height: 18,
      cells: [
        { column: 0, columns: 1, value: say(language, "summary-as-of"), style: styles.label },
        {
          column: 1,
          columns: 2,
          value: { formula: liveRefs(options.today).today, value: toSerial(options.today, snapshot.survey.dateSystem) },
          style: styles.date,
        },
        {
          column: 3,
          columns: RATE_COLUMN - 2,
          value: { formula: `IF(${liveRefs(options.today).isCovered},"","${say(language, "summary-uncovered")}")`, value: "" },
          style: styles.note,
        },
      ],
    },
    {
      marker: "",
      height: 32,
      cells: [
        say(language, "summary-department"),
        ...COLUMNS.map(({ heading }) => say(language, heading)),
        say(language, "summary-rate"),
      ].map((value, column) => ({ column, columns: 1, value, style: styles.heading })),
    },
  ];
  for (const [index, department] of departments.entries()) rows.push(departmentRow(department, FIRST_ROW + index, tables, items, options));
  rows.push(otherRow(departments, tables, items, options));
  rows.push(totalRow(departments.length + 1, items, options));
  return {
    name: say(language, "summary-sheet"),
    visibility: "visible",
    widths: [20, ...COLUMNS.map(() => 11), 11],
    hasMarkers: false,
    rows,
    validations: [],
    highlights: [overdueHighlight(departments.length + 1)],
    isOurs: true,
    tab: "C00000",
    ...(snapshot.places.has("actions") ? { after: snapshot.places.get("actions")?.sheet ?? "" } : {}),
    freeze: { rows: FIRST_ROW, columns: 1 },
    page: {
      orientation: "landscape",
      paper: "A4",
      margins: { top: 15, bottom: 15, left: 12, right: 12 },
      fitWidth: 1,
      repeatRows: [FIRST_ROW - 1, FIRST_ROW - 1],
      footer: `&C&8${say(language, "page-footer")}`,
      centred: true,
    },
  };
}

interface Counted {
  readonly department: string;
  readonly light: Light;
}

/** Every department of the register or of an item, in one of its spellings: COUNTIFS takes `QC` and `qc` for one. */
export function departmentsIn(snapshot: Snapshot, named: readonly string[]): string[] {
  const known = rowsOf(snapshot, "departments").map(({ values }) => values.name);
  const found = new Map<string, string>();
  for (const name of [...known, ...[...named].sort(compareText)]) if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  found.delete("");
  return [...found.values()];
}

function isOf(item: Counted, department: string): boolean {
  return item.department.toLowerCase() === department.toLowerCase();
}

function departmentRow(
  department: string,
  row: number,
  tables: readonly TrackedTable[],
  items: readonly Counted[],
  options: LiveOptions,
): LayoutRow {
  const own = items.filter((item) => isOf(item, department));
  const withDepartment = tables.filter((table) => options.has(table, "department"));
  const counts = COLUMNS.map(({ lights }, index): LayoutCell => {
    const terms = withDepartment.flatMap((table) =>
      lights.map((light) => `COUNTIFS({${table}.department},"="&$A${row + 1},{${table}.light},"${wordOf(light, options)}")`),
    );
    const value = own.filter(({ light }) => lights.includes(light)).length;
    return { column: FIRST_COLUMN + index, columns: 1, value: { formula: terms.join("+") || "0", value }, style: styles.number };
  });
  return {
    marker: "",
    height: 20,
    cells: [{ column: 0, columns: 1, value: department, style: styles.text }, ...counts, rateCell(row, own)],
  };
}

/** What is left of all: without a department, or of one that was typed since the sheet was laid out. */
function otherRow(
  departments: readonly string[],
  tables: readonly TrackedTable[],
  items: readonly Counted[],
  options: LiveOptions,
): LayoutRow {
  const row = FIRST_ROW + departments.length;
  const own = items.filter((item) => !departments.some((department) => isOf(item, department)));
  const counts = COLUMNS.map(({ lights }, index): LayoutCell => {
    const letters = columnLetters(FIRST_COLUMN + index);
    const all = tables.flatMap((table) => lights.map((light) => `COUNTIF({${table}.light},"${wordOf(light, options)}")`)).join("+");
    const listed = departments.length === 0 ? "" : `-SUM(${letters}${FIRST_ROW + 1}:${letters}${row})`;
    const value = own.filter(({ light }) => lights.includes(light)).length;
    return { column: FIRST_COLUMN + index, columns: 1, value: { formula: `${all}${listed}`, value }, style: styles.number };
  });
  const name = say(options.language, "summary-nobody");
  return { marker: "", height: 20, cells: [{ column: 0, columns: 1, value: name, style: styles.text }, ...counts, rateCell(row, own)] };
}

function wordOf(light: Light, options: LiveOptions): string {
  return say(options.language, lightWords[light]);
}

/** Finished, of all that are open or finished. */
function rateCell(row: number, own: readonly Counted[]): LayoutCell {
  const at = (index: number): string => `${columnLetters(FIRST_COLUMN + index)}${row + 1}`;
  const closed = COLUMNS.flatMap(({ lights }, index) => (lights.every(isDone) ? [at(index)] : [])).join("+");
  const finished = own.filter(({ light }) => isDone(light)).length;
  const all = own.filter(({ light }) => light !== "cancelled" && light !== "split" && light !== "undecided").length;
  const formula = `IF(${at(0)}+${closed}=0,"",(${closed})/(${at(0)}+${closed}))`;
  return { column: RATE_COLUMN, columns: 1, value: { formula, value: all === 0 ? "" : finished / all }, style: styles.percent };
}

function isDone(light: Light): boolean {
  return light === "done" || light === "doneLate" || light === "doneUndated";
}

function totalRow(count: number, items: readonly Counted[], options: LiveOptions): LayoutRow {
  const row = FIRST_ROW + count;
  const bold: Style = { ...styles.number, bold: true };
  const sums = COLUMNS.map(({ lights }, index): LayoutCell => {
    const letters = columnLetters(FIRST_COLUMN + index);
    const value = items.filter(({ light }) => lights.includes(light)).length;
    return {
      column: FIRST_COLUMN + index,
      columns: 1,
      value: { formula: `SUM(${letters}${FIRST_ROW + 1}:${letters}${row})`, value },
      style: bold,
    };
  });
  return {
    marker: "",
    height: 22,
    cells: [{ column: 0, columns: 1, value: say(options.language, "summary-total"), style: styles.summary }, ...sums, rateCell(row, items)],
  };
}

function overdueHighlight(count: number): SheetLayout["highlights"][number] {
  const column = FIRST_COLUMN + 1;
  return {
    areas: [{ row: FIRST_ROW, column, rows: count + 1, columns: 1 }],
    formula: `AND(${MARK},N(${columnLetters(column)}${FIRST_ROW + 1})>0)`,
    style: colours.red,
  };
}

function wide(value: string, style: Style): LayoutCell {
  return { column: 0, columns: RATE_COLUMN + 1, value, style };
}

import type { LineLoad, ProductBalance } from "../balance/balance.ts";
import { toIso } from "../base/plain-date.ts";
import type { Period } from "../calendar/period.ts";
import { colours, styles } from "../layout/styles.ts";
import { say } from "../words/message.ts";
import type { CellInput, CellValue } from "../workbook/cells.ts";
import { type Highlight, MARK } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { type BalanceSheet, balanceId, type SheetOptions } from "./balance-sheet.ts";
import { cell, figures, HEAD_COLUMNS, HEAD_ROWS, headRows, looks, pageFor, periodColumn, wrapped } from "./grid.ts";
import { columnsOf, type GridWidths, gridWidths, largestIn, largestSum, namedRow } from "./grid-widths.ts";
import type { Source } from "./read-planning.ts";

export const capacityId = "capacitySheet";

const KINDS = ["available", "load", "use", "state"] as const;
const HOURS = figures(1);
const SHARE = { ...styles.percent, wrap: false, bold: true };
const FAINT = figures(1, { color: "7F7F7F" });
/** Hours are kept to a millionth. */
const DIGITS = 6;

/** The load of each line in each period, and the products that make it (产能负荷). */
export function capacitySheet(options: SheetOptions, main: BalanceSheet): SheetLayout | null {
  const { balance, snapshot, settings, today } = options;
  if (balance.lines.length === 0) return null;
  const { language } = snapshot;
  const room = Math.max(0, Math.floor(settings.balance.cells / balance.periods.length) - balance.lines.length * KINDS.length);
  const rows: LayoutRow[] = headRows({
    title: "capacity-title",
    language,
    periods: balance.periods,
    headings: ["capacity-line", "capacity-name", "balance-unit", "balance-item"],
    info: say(language, "capacity-info", { today: toIso(today) }),
    state: { formula: `{sheet.${balanceId}}$C$3`, value: say(language, "balance-state-current") },
  });
  const groups: { first: number; count: number; isCollapsed: boolean }[] = [];
  const perLine = Math.floor(room / balance.lines.length);
  const known = knownOf(options);
  const widths = widthsFor(options);
  for (const line of balance.lines) {
    const top = rows.length;
    const details = line.loads.slice(0, perLine);
    rows.push(...lineRows(line, top, details.length, options, widths));
    for (const detail of details) rows.push(detailRow(line, detail, known, options, main, widths));
    if (details.length > 0) groups.push({ first: top + KINDS.length, count: details.length, isCollapsed: true });
  }
  return {
    name: say(language, "capacity-sheet"),
    visibility: "visible",
    widths: columnsOf(widths, balance.periods.length),
    hasMarkers: true,
    rows: [...rows, { marker: "", height: 6, cells: [] }],
    validations: [],
    highlights: highlights(options, rows.length),
    groups: { rows: groups },
    isOurs: true,
    tab: "C55A11",
    freeze: { rows: HEAD_ROWS, columns: HEAD_COLUMNS },
    page: pageFor("capacity-title", language, settings, { rows: rows.length, periods: balance.periods.length }),
  };
}

/** Hours are shown with one decimal. */
function widthsFor({ balance: { lines, products } }: SheetOptions): GridWidths {
  const hours = lines.flatMap(({ available, load }) => [available.map((each) => each ?? 0), load]);
  const made = new Set(lines.flatMap(({ loads }) => loads.map(({ product }) => product)));
  const named = products.flatMap(({ product: { code, name } }) => (made.has(code) ? [{ code: "", name: `  ${code} ${name}` }] : []));
  return gridWidths({
    subjects: [...lines.map(({ line, name }) => ({ code: line, name })), ...named],
    figure: largestIn(hours),
    sum: largestSum(hours),
    decimals: 1,
  });
}

function lineRows(line: LineLoad, top: number, details: number, options: SheetOptions, widths: GridWidths): LayoutRow[] {
  const { balance, snapshot } = options;
  const { language } = snapshot;
  const ref = (kind: (typeof KINDS)[number], period: number): string => `${periodColumn(period)}${top + KINDS.indexOf(kind) + 1}`;
  const first = namedRow({ code: line.line, name: line.name }, widths, 16);
  const row = (kind: (typeof KINDS)[number], cells: readonly LayoutCell[], sum: CellInput): LayoutRow => ({
    marker: kind,
    height: kind === "available" ? first.height : 16,
    cells: [
      cell(1, line.line, kind === "available" ? wrapped(looks.code, first.wrap) : looks.repeated),
      cell(2, line.name, kind === "available" ? wrapped(looks.item, first.wrap) : looks.repeated),
      cell(3, kind === "use" || kind === "state" ? null : say(language, "capacity-hours"), looks.centred),
      cell(4, say(language, `capacity-${kind}`), kind === "use" ? looks.strongItem : looks.item),
      ...cells,
      cell(HEAD_COLUMNS + balance.periods.length, sum, kind === "use" ? SHARE : HOURS),
    ],
  });
  const all = (make: (period: Period, index: number) => LayoutCell): LayoutCell[] => balance.periods.map(make);
  const shown = (period: number): number => line.loads.slice(0, details).reduce((sum, { hours }) => sum + (hours[period] ?? 0), 0);
  const last = balance.periods.length - 1;
  const available = sumOf(line.available.map((hours) => hours ?? 0));
  const load = sumOf(line.load);
  return [
    row(
      "available",
      all((period, index) => cell(HEAD_COLUMNS + index, availableAt(line, period, index, options), HOURS)),
      { formula: `SUM(${ref("available", 0)}:${ref("available", last)})`, value: available },
    ),
    row(
      "load",
      all((_, index) => {
        const value = line.load[index] ?? 0;
        const column = periodColumn(index);
        const rest = Number((value - shown(index)).toFixed(DIGITS));
        const sum = details === 0 ? "0" : `SUM(${column}${top + KINDS.length + 1}:${column}${top + KINDS.length + details})`;
        return cell(HEAD_COLUMNS + index, { formula: rest === 0 ? sum : `${sum}+${rest}`, value }, figures(1, { bold: true }));
      }),
      { formula: `SUM(${ref("load", 0)}:${ref("load", last)})`, value: load },
    ),
    row(
      "use",
      all((_, index) => {
        const [hours, taken] = [ref("available", index), ref("load", index)];
        const formula = `IF(NOT(ISNUMBER(${hours})),"",IF(${hours}>0,${taken}/${hours},IF(${taken}=0,0,"${say(language, "capacity-none")}")))`;
        return cell(HEAD_COLUMNS + index, { formula, value: useOf(line, index, say(language, "capacity-none")) }, SHARE);
      }),
      {
        formula: `IF(${totalRef(top, 0, last)}>0,${totalRef(top, 1, last)}/${totalRef(top, 0, last)},"")`,
        value: available > 0 ? load / available : "",
      },
    ),
    row(
      "state",
      all((_, index) => {
        const [hours, taken] = [ref("available", index), ref("load", index)];
        const over = say(language, "capacity-over");
        const formula = `IF(ISNUMBER(${hours}),IF(ROUND(${taken}-${hours},${DIGITS})>0,"${over}",""),"")`;
        const value = (line.over[index] ?? 0) > 0 ? over : "";
        return cell(HEAD_COLUMNS + index, { formula, value }, looks.status);
      }),
      null,
    ),
  ];
}

function totalRef(top: number, offset: number, last: number): string {
  return `${periodColumn(last + 1)}${top + offset + 1}`;
}

function useOf(line: LineLoad, period: number, none: string): string | number {
  if ((line.available[period] ?? null) === null) return "";
  return line.utilisation[period] ?? none;
}

/** The hours of the capacity table are live; where it has none, those of an ordinary week are as they were. */
function availableAt(line: LineLoad, period: Period, index: number, { inputs, planning }: SheetOptions): CellInput {
  const value = line.available[index] ?? null;
  const isGiven = planning.data.capacity.some(
    (row) => row.line === line.line && row.period.start <= period.end && period.start <= row.period.end,
  );
  const sums = inputs.of("capacity");
  if (!sums || !isGiven || value === null) return value ?? "";
  const efficiency = planning.data.lines.find((row) => row.line === line.line)?.efficiency ?? 1;
  return { formula: `ROUND(MAX(0,${sums.inPeriod(line.line, "hours", period, DIGITS)})*${Math.max(0, efficiency)},${DIGITS})`, value };
}

/** What is known of each product, looked up once for all its periods. */
interface Known {
  readonly products: ReadonlyMap<string, ProductBalance>;
  readonly plans: ReadonlyMap<string, readonly Source[]>;
}

function knownOf({ balance, planning }: SheetOptions): Known {
  const plans = new Map<string, Source[]>();
  for (const source of planning.sources.productionPlan) {
    const rows = plans.get(source.code);
    if (rows) rows.push(source);
    else plans.set(source.code, [source]);
  }
  return { products: new Map(balance.products.map((each) => [each.product.code, each])), plans };
}

function detailRow(
  line: LineLoad,
  { product, hours }: LineLoad["loads"][number],
  known: Known,
  options: SheetOptions,
  main: BalanceSheet,
  widths: GridWidths,
): LayoutRow {
  const { balance, snapshot } = options;
  const { language } = snapshot;
  const of = known.products.get(product);
  const name = `${product} ${of?.product.name ?? ""}`.trim();
  const each = of?.product.hoursPerUnit ?? 0;
  const { height, wrap } = namedRow({ code: "", name: `  ${name}` }, widths, 14);
  const plannedAt = plannedOn(product, line.line, known, options, main);
  return {
    marker: "detail",
    height,
    cells: [
      cell(1, line.line, looks.repeated),
      cell(2, name, wrapped(looks.faintItem, wrap)),
      cell(3, say(language, "capacity-hours"), looks.centred),
      cell(4, say(language, "capacity-load"), looks.faintItem),
      ...balance.periods.map((period, index) => {
        const formula = `ROUND((${plannedAt(period, index)})*${each},${DIGITS})`;
        return cell(HEAD_COLUMNS + index, { formula, value: hours[index] ?? 0 }, FAINT);
      }),
      cell(HEAD_COLUMNS + balance.periods.length, null, FAINT),
    ],
  };
}

/** The plan of a product on a line in a period: what the balance shows where that is all of it, else from the plan itself. */
function plannedOn(
  product: string,
  line: string,
  known: Known,
  { inputs }: SheetOptions,
  main: BalanceSheet,
): (period: Period, index: number) => string {
  const of = known.products.get(product);
  const own = of?.product.line ?? "";
  const rows = known.plans.get(product) ?? [];
  const isOnOneLine = new Set(rows.map((row) => row.line || own)).size <= 1;
  const spellings = rows
    .filter((each) => (each.line || own) === line)
    .map(({ row: { values } }): CellValue => String(values["line" as keyof typeof values] ?? ""));
  const more: [string, readonly CellValue[]][] = isOnOneLine ? [] : [["line", spellings]];
  const shown = main.rowOf(product, "production");
  return (period, index) =>
    isOnOneLine && shown !== undefined && !inputs.isPartlyReceived(product, period)
      ? `{sheet.${balanceId}}${periodColumn(index)}$${shown}`
      : (inputs.of("productionPlan")?.inPeriod(product, "planned", period, of?.decimals ?? 0, more) ?? "0");
}

function highlights({ snapshot: { language }, balance }: SheetOptions, end: number): Highlight[] {
  const first = `${periodColumn(0)}${HEAD_ROWS + 1}`;
  const area = { row: HEAD_ROWS, column: HEAD_COLUMNS, rows: end - HEAD_ROWS, columns: balance.periods.length };
  const rule = (kind: string, formula: string, style: Highlight["style"]): Highlight => ({
    areas: [area],
    formula: `AND(${MARK},$A${HEAD_ROWS + 1}="${kind}",${formula})`,
    style,
  });
  return [
    rule("state", `${first}="${say(language, "capacity-over")}"`, { ...colours.red, bold: true }),
    rule("use", `OR(N(${first})>1.0000001,${first}="${say(language, "capacity-none")}")`, { ...colours.red, bold: true }),
    rule("use", `AND(N(${first})>0.9,N(${first})<=1.0000001)`, colours.amber),
    {
      areas: [{ row: 2, column: 2, rows: 1, columns: 1 }],
      formula: `AND(${MARK},$C$3<>"${say(language, "balance-state-current")}")`,
      style: { ...colours.amber, bold: true },
    },
  ];
}

function sumOf(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(DIGITS));
}

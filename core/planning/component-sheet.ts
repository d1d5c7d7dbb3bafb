import type { ComponentCoverage } from "../balance/balance.ts";
import { toIso, toSerial } from "../base/plain-date.ts";
import type { Period } from "../calendar/period.ts";
import { colours } from "../layout/styles.ts";
import { say } from "../words/message.ts";
import type { CellInput } from "../workbook/cells.ts";
import { MARK } from "../workbook/edits.ts";
import type { LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { type BalanceSheet, balanceId, type SheetOptions } from "./balance-sheet.ts";
import { cell, figures, HEAD_COLUMNS, HEAD_ROWS, headRows, looks, pageFor, periodColumn, wrapped } from "./grid.ts";
import { columnsOf, type GridWidths, gridWidths, largestIn, largestSum, namedRow } from "./grid-widths.ts";

export const componentsId = "componentSheet";

const KINDS = ["stock", "supply", "needed", "balance", "state"] as const;
type Kind = (typeof KINDS)[number];
/** A formula this long is as long as every program takes; of more products the need is a value. */
const MOST_PRODUCTS = 120;
const DIGITS = 6;

/** Whether components last for what is planned, netted once over all products that share them (物料保障). */
export function componentSheet(options: SheetOptions, main: BalanceSheet): SheetLayout | null {
  const { balance, snapshot, settings, today } = options;
  if (balance.components.length === 0) return null;
  const { language } = snapshot;
  const room = Math.max(1, Math.floor(settings.balance.cells / (KINDS.length * balance.periods.length)));
  const isLimited = balance.components.length > room;
  const shown = isLimited
    ? balance.components.filter(({ balance: left }) => left.some((quantity) => quantity < 0)).slice(0, room)
    : balance.components;
  const params = { today: toIso(today), n: balance.components.length, shown: shown.length };
  const rows: LayoutRow[] = headRows({
    title: "components-title",
    language,
    periods: balance.periods,
    headings: ["components-component", "components-name", "balance-unit", "balance-item"],
    info: say(language, isLimited ? "components-info-limited" : "components-info", params),
    state: { formula: `{sheet.${balanceId}}$C$3`, value: say(language, "balance-state-current") },
  });
  const uses = usesOf(options);
  const widths = widthsFor(shown);
  for (const component of shown)
    rows.push(...componentRows(component, rows.length, uses.get(component.component) ?? [], options, main, widths));
  const first = `${periodColumn(0)}${HEAD_ROWS + 1}`;
  const area = { row: HEAD_ROWS, column: HEAD_COLUMNS, rows: Math.max(1, rows.length - HEAD_ROWS), columns: balance.periods.length };
  return {
    name: say(language, "components-sheet"),
    visibility: "visible",
    widths: columnsOf(widths, balance.periods.length),
    hasMarkers: true,
    rows,
    validations: [],
    highlights: [
      { areas: [area], formula: `AND(${MARK},$A${HEAD_ROWS + 1}="balance",N(${first})<0)`, style: colours.red },
      {
        areas: [area],
        formula: `AND(${MARK},$A${HEAD_ROWS + 1}="state",${first}="${say(language, "components-short")}")`,
        style: { ...colours.red, bold: true },
      },
      {
        areas: [{ row: 2, column: 2, rows: 1, columns: 1 }],
        formula: `AND(${MARK},$C$3<>"${say(language, "balance-state-current")}")`,
        style: { ...colours.amber, bold: true },
      },
    ],
    isOurs: true,
    tab: "7F6000",
    freeze: { rows: HEAD_ROWS, columns: HEAD_COLUMNS },
    page: pageFor("components-title", language, settings, { rows: rows.length, periods: balance.periods.length }),
  };
}

function widthsFor(components: readonly ComponentCoverage[]): GridWidths {
  return gridWidths({
    subjects: components.map(({ component, name }) => ({ code: component, name })),
    figure: largestIn(components.flatMap(({ stock, supply, needed, balance }) => [[stock], supply, needed, balance])),
    sum: largestSum(components.flatMap(({ supply, needed }) => [supply, needed])),
    decimals: components.some(({ stock, supply }) => decimalsIn([stock, ...supply]) > 0) ? 2 : 0,
  });
}

function componentRows(
  component: ComponentCoverage,
  top: number,
  uses: readonly Use[],
  options: SheetOptions,
  main: BalanceSheet,
  widths: GridWidths,
): LayoutRow[] {
  const { balance, snapshot } = options;
  const { language } = snapshot;
  const ref = (kind: Kind, period: number): string => `${periodColumn(period)}${top + KINDS.indexOf(kind) + 1}`;
  const decimals = Math.min(2, decimalsIn([component.stock, ...component.supply]));
  const at = (kind: Kind, period: number): CellInput => {
    switch (kind) {
      case "stock":
        return period === 0 ? component.stock : { formula: ref("balance", period - 1), value: component.balance[period - 1] ?? 0 };
      case "supply":
        return supplyAt(component, balance.periods[period], period, options);
      case "needed":
        return neededAt(component, uses, period, main);
      case "balance":
        return {
          formula: `${ref("stock", period)}+${ref("supply", period)}-${ref("needed", period)}`,
          value: component.balance[period] ?? 0,
        };
      default: {
        const short = say(language, "components-short");
        const value = (component.balance[period] ?? 0) < 0 ? short : "";
        return { formula: `IF(ROUND(${ref("balance", period)},${DIGITS})<0,"${short}","")`, value };
      }
    }
  };
  const last = balance.periods.length - 1;
  const first = namedRow({ code: component.component, name: component.name }, widths, 15);
  return KINDS.map((kind): LayoutRow => {
    const isStrong = kind === "balance";
    const style = kind === "state" ? looks.status : figures(decimals, isStrong ? { bold: true, fill: "F2F2F2" } : {});
    const sum =
      kind === "supply" || kind === "needed" ? { formula: `SUM(${ref(kind, 0)}:${ref(kind, last)})`, value: sumOf(component[kind]) } : null;
    return {
      marker: kind,
      height: kind === "stock" ? first.height : 15,
      cells: [
        cell(1, component.component, kind === "stock" ? wrapped(looks.code, first.wrap) : looks.repeated),
        cell(2, component.name, kind === "stock" ? wrapped(looks.item, first.wrap) : looks.repeated),
        cell(3, component.unit, looks.centred),
        cell(4, say(language, `components-${kind}`), isStrong ? looks.strongItem : looks.item),
        ...balance.periods.map((_, period) => cell(HEAD_COLUMNS + period, at(kind, period), style)),
        cell(HEAD_COLUMNS + balance.periods.length, sum, style),
      ],
    };
  });
}

function supplyAt(component: ComponentCoverage, period: Period | undefined, index: number, { inputs, snapshot }: SheetOptions): CellInput {
  const value = component.supply[index] ?? 0;
  const sums = inputs.of("supply");
  if (!sums || !period) return value;
  const serial = (day: number): number => toSerial(day, snapshot.survey.dateSystem);
  return { formula: sums.between(component.component, "quantity", "expectedOn", serial(period.start), serial(period.end)), value };
}

/** What one product takes of a component: the rows of the list together. */
interface Use {
  readonly product: string;
  readonly each: string;
}

function usesOf({ planning }: SheetOptions): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Map<string, string[]>>();
  for (const { component, product, usage, yield: good } of planning.data.components) {
    if (!Number.isFinite(usage) || usage < 0) continue;
    const uses = found.get(component) ?? new Map<string, string[]>();
    found.set(component, uses);
    uses.set(product, [...(uses.get(product) ?? []), good !== null && good > 0 && good <= 1 ? `${usage}/${good}` : String(usage)]);
  }
  return new Map(
    [...found].map(([component, uses]) => [component, [...uses].map(([product, terms]) => ({ product, each: terms.join("+") }))]),
  );
}

/** Production still to come times usage, product by product; of products that the balance does not show, as it was. */
function neededAt(component: ComponentCoverage, uses: readonly Use[], period: number, main: BalanceSheet): CellInput {
  const value = component.needed[period] ?? 0;
  if (component.needs.length > MOST_PRODUCTS) return value;
  let rest = 0;
  const terms = component.needs.flatMap(({ product, needed }) => {
    const row = main.rowOf(product, "production");
    const use = uses.find((each) => each.product === product);
    if (row !== undefined && use) return [`ROUND({sheet.${balanceId}}${periodColumn(period)}$${row}*(${use.each}),${DIGITS})`];
    rest += needed[period] ?? 0;
    return [];
  });
  if (rest !== 0) terms.push(String(Number(rest.toFixed(DIGITS))));
  return terms.length === 0 ? value : { formula: terms.join("+"), value };
}

function decimalsIn(values: readonly number[]): number {
  return values.some((value) => !Number.isInteger(value)) ? 2 : 0;
}

function sumOf(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(DIGITS));
}

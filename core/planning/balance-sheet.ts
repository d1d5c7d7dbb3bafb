import type { Balance, FamilyTotal, ProductBalance } from "../balance/balance.ts";
import { roundTo } from "../balance/exact.ts";
import { sumOfProducts } from "../balance/family-total.ts";
import { type Day, toIso, toSerial } from "../base/plain-date.ts";
import { textWidth } from "../base/text.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { tableOf } from "../tables/tables.ts";
import { liveRefs } from "../tracking/live-sheet.ts";
import { nameIn } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { Group, Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import { balanceCharts, CHART_ROWS } from "./balance-charts.ts";
import { balanceHighlights } from "./balance-highlights.ts";
import { type Check, checkRows, stateFormula, tableChecks, totalOf } from "./checks.ts";
import { cell, figures, HEAD_COLUMNS, HEAD_ROWS, headRows, looks, pageFor, periodColumn } from "./grid.ts";
import { columnsOf, type GridWidths, gridWidths, largestIn, largestSum } from "./grid-widths.ts";
import type { LiveInputs } from "./live-inputs.ts";
import { productRows } from "./product-rows.ts";
import type { Planning } from "./read-planning.ts";
import { FLOWS, FOLDED, kindsFor, type RowKind, rowWords } from "./row-kinds.ts";
import { isImbalanced, STOCK_STATES, stateOf, stateWords } from "./stock-state.ts";

export const balanceId = "balance";

export interface BalanceSheet {
  readonly layout: SheetLayout;
  /** The row (from 1) of a product's figures, where the sheet shows the product. */
  readonly rowOf: (product: string, kind: RowKind) => number | undefined;
  readonly shown: number;
}

/** What a sheet of the balance is made of. */
export interface SheetOptions {
  readonly snapshot: Snapshot;
  readonly planning: Planning;
  readonly balance: Balance;
  readonly inputs: LiveInputs;
  readonly settings: BookSettings;
  readonly today: Day;
}

/** The figures of a family, in their order. */
const FAMILY_KINDS = [
  "opening",
  "forecast",
  "orders",
  "demand",
  "production",
  "closing",
  "safety",
  "gap",
] as const satisfies readonly RowKind[];
/** The figures of all products together, where one unit counts them all. */
const TOTAL_KINDS = ["demand", "production", "closing"] as const satisfies readonly RowKind[];

/** The sheet that shows what sales want, what production makes and what is left, product by product (产销存平衡表). */
export function balanceSheet(options: SheetOptions): BalanceSheet {
  return new Builder(options).build();
}

class Builder {
  private readonly rows: LayoutRow[] = [];
  private readonly tops = new Map<string, number>();
  private readonly kinds: readonly RowKind[];
  private readonly shown: readonly ProductBalance[];
  private readonly last: number;
  private readonly totals: readonly (typeof TOTAL_KINDS)[number][];
  private readonly folds: Group[] = [];
  private readonly widths: GridWidths;
  private chartTop = 0;
  private first = 0;
  private end = 0;

  constructor(private readonly options: SheetOptions) {
    const { snapshot, balance, settings, planning } = options;
    this.kinds = kindsFor(snapshot, balance, planning.data.rules.unmet);
    this.last = HEAD_COLUMNS + balance.periods.length;
    const room = Math.max(1, Math.floor(settings.balance.cells / Math.max(1, this.kinds.length * balance.periods.length)));
    this.shown = balance.products.length <= room ? balance.products : balance.products.filter(isImbalanced).slice(0, room);
    const units = new Set(balance.products.map(({ product }) => product.unit));
    this.totals = units.size > 1 ? [] : TOTAL_KINDS.filter((kind) => this.kinds.includes(kind));
    this.widths = widthsOf(balance, this.shown, this.totals.length > 0);
  }

  build(): BalanceSheet {
    const { snapshot, balance, settings } = this.options;
    const { language } = snapshot;
    this.rows.push(
      ...headRows({ title: "balance-title", language, periods: balance.periods, headings: HEADINGS, info: this.info(), state: null }),
    );
    this.chartTop = this.rows.length + STOCK_STATES.length + this.totals.length;
    this.first = this.chartTop + CHART_ROWS + 1;
    const bodies = this.groups();
    this.end =
      this.first + bodies.reduce((sum, { family, members }) => sum + this.familyHeight(family) + members.length * this.kinds.length, 0);
    this.rows.push(...this.overview(), ...this.totalRows());
    const band: LayoutRow = { marker: "chart", height: 16, cells: [] };
    this.rows.push(...Array.from({ length: CHART_ROWS }, () => band), { marker: "", height: 6, cells: [] });
    for (const { family, members } of bodies) {
      if (family) this.rows.push(...this.familyRows(family, members));
      if (members.length > 0) this.fold(this.rows.length, members.length * this.kinds.length, false);
      for (const member of members) this.add(member);
    }
    const checks = this.checks();
    const top = this.rows.length + 1;
    this.rows.push({ marker: "", height: 8, cells: [] });
    this.rows.push(...checkRows(checks, top, snapshot), { marker: "", height: 6, cells: [] });
    this.fold(top, checks.length, true);
    this.rows[2] = headRows({
      title: "balance-title",
      language,
      periods: balance.periods,
      headings: HEADINGS,
      info: this.info(),
      state: { formula: stateFormula(checks, top, snapshot), value: say(language, "balance-state-current") },
    })[2] as LayoutRow;
    const layout: SheetLayout = {
      name: say(language, "balance-sheet"),
      visibility: "visible",
      widths: columnsOf(this.widths, balance.periods.length),
      hasMarkers: true,
      rows: this.rows,
      validations: [],
      highlights: balanceHighlights({
        language,
        periods: balance.periods.length,
        first: this.first,
        end: this.end,
        last: this.last,
        rowKinds: this.kinds,
      }),
      charts: balanceCharts({
        language,
        periods: balance.periods.length,
        top: this.chartTop,
        last: this.last,
        totals: this.totals,
        unit: balance.products[0]?.product.unit ?? "",
      }),
      groups: { rows: this.folds },
      isOurs: true,
      tab: "2F5597",
      freeze: { rows: HEAD_ROWS, columns: HEAD_COLUMNS },
      page: pageFor("balance-title", language, settings, { rows: top - 1, periods: balance.periods.length }),
    };
    const rowOf = (product: string, kind: RowKind): number | undefined => {
      const start = this.tops.get(product);
      const index = this.kinds.indexOf(kind);
      return start === undefined || index < 0 ? undefined : start + index + 1;
    };
    return { layout, rowOf, shown: this.shown.length };
  }

  private add(product: ProductBalance): void {
    const { balance, planning, snapshot, inputs } = this.options;
    const top = this.rows.length;
    this.tops.set(product.product.code, top);
    const folded = this.kinds.filter((kind) => FOLDED.includes(kind));
    this.fold(top + this.kinds.indexOf(folded[0] ?? "opening"), folded.length, true);
    const { language } = snapshot;
    const { rules } = planning.data;
    this.rows.push(
      ...productRows(product, top, {
        kinds: this.kinds,
        periods: balance.periods,
        rules,
        language,
        inputs: inputs.for(product),
        widths: this.widths,
      }),
    );
  }

  private fold(first: number, count: number, isCollapsed: boolean): void {
    if (count > 0) this.folds.push({ first, count, isCollapsed });
  }

  /** The families in order, each with those of its products that are shown, then the products of none. */
  private groups(): { readonly family: FamilyTotal | null; readonly members: readonly ProductBalance[] }[] {
    const { families } = this.options.balance;
    const byFamily = new Map<string, ProductBalance[]>();
    for (const product of this.shown) {
      const { family } = product.product;
      byFamily.set(family, [...(byFamily.get(family) ?? []), product]);
    }
    return [
      ...families.map((family) => ({ family, members: byFamily.get(family.family) ?? [] })),
      { family: null, members: byFamily.get("") ?? [] },
    ];
  }

  private info(): string {
    const { snapshot, balance, planning, today } = this.options;
    const { language } = snapshot;
    const dates = planning.data.stock.flatMap(({ asOf }) => asOf ?? []);
    const params = {
      n: balance.products.length,
      shown: this.shown.length,
      today: toIso(today),
      asOf: dates.length === 0 ? "–" : toIso(dates.reduce((a, b) => Math.max(a, b))),
    };
    return say(language, this.shown.length < balance.products.length ? "balance-info-limited" : "balance-info", params);
  }

  /** How many products are short, below safety stock or in excess in each period. */
  private overview(): LayoutRow[] {
    const { balance, snapshot } = this.options;
    const { language } = snapshot;
    return STOCK_STATES.map((state, index): LayoutRow => {
      const word = say(language, stateWords[state]);
      return {
        marker: `count-${state}`,
        height: 16,
        cells: [
          cell(1, index === 0 ? say(language, "balance-overview") : null, looks.family, 3),
          cell(4, say(language, "balance-products-in", { state: word }), looks.familyItem),
          ...balance.periods.map((_, period) => {
            const column = periodColumn(period);
            const value = this.shown.filter((product) => stateOf(product, period) === state).length;
            return cell(
              HEAD_COLUMNS + period,
              { formula: `COUNTIF(${column}$${this.first + 1}:${column}$${this.end},"${word}")`, value },
              figures(0, { fill: "DDEBF7" }),
            );
          }),
          cell(this.last, null, looks.familyItem),
        ],
      };
    });
  }

  private totalRows(): LayoutRow[] {
    const { products } = this.options.balance;
    const { language } = this.options.snapshot;
    const decimals = products.reduce((most, product) => Math.max(most, product.decimals), 0);
    const range = { from: this.first + 1, to: this.end, decimals, look: figures(decimals, { bold: true, fill: "DDEBF7" }) };
    return this.totals.map((kind, at): LayoutRow => {
      const all = (period: number): number =>
        roundTo(
          products.reduce((sum, product) => sum + (product[kind][period] ?? 0), 0),
          decimals,
        );
      return {
        marker: `total-${kind}`,
        height: 16,
        cells: [
          cell(1, kind === this.totals[0] ? say(language, "balance-all") : null, looks.family, 2),
          cell(3, kind === this.totals[0] ? (products[0]?.product.unit ?? null) : null, looks.familyItem),
          cell(4, say(language, rowWords[kind]), looks.familyItem),
          ...this.sums(kind, this.shown, all, range),
          this.sumOfPeriods(kind, this.rows.length + STOCK_STATES.length + at, all, range),
        ],
      };
    });
  }

  /** A kind of row summed over the products shown; those not shown count as they were when the sheet was made. */
  private sums(
    kind: RowKind,
    members: readonly ProductBalance[],
    all: (period: number) => number,
    { from, to, decimals, look }: { readonly from: number; readonly to: number; readonly decimals: number; readonly look: Style },
  ): LayoutCell[] {
    return this.options.balance.periods.map((_, period) => {
      const column = periodColumn(period);
      const shown = roundTo(
        members.reduce((sum, member) => sum + (member[kind as "closing"][period] ?? 0), 0),
        decimals,
      );
      const sum = members.length === 0 ? "0" : `SUMIF($A$${from}:$A$${to},"${kind}",${column}$${from}:${column}$${to})`;
      const rest = roundTo(all(period) - shown, decimals);
      return cell(HEAD_COLUMNS + period, { formula: rest === 0 ? sum : `${sum}+${rest}`, value: all(period) }, look);
    });
  }

  /** What flows adds up over the periods; of stock that says nothing. */
  private sumOfPeriods(
    kind: RowKind,
    row: number,
    of: (period: number) => number,
    { decimals, look }: { readonly decimals: number; readonly look: Style },
  ): LayoutCell {
    if (!FLOWS.includes(kind)) return cell(this.last, null, looks.familyItem);
    const { periods } = this.options.balance;
    const value = roundTo(
      periods.reduce((sum, _, period) => sum + of(period), 0),
      decimals,
    );
    const span = `${periodColumn(0)}${row + 1}:${periodColumn(periods.length - 1)}${row + 1}`;
    return cell(this.last, { formula: `SUM(${span})`, value }, look);
  }

  private familyKinds(family: FamilyTotal): readonly RowKind[] {
    return family.unit === "" && family.products.length > 1 && this.isMixed(family)
      ? []
      : FAMILY_KINDS.filter((kind) => this.kinds.includes(kind));
  }

  private familyHeight(family: FamilyTotal | null): number {
    return family === null ? 0 : Math.max(1, this.familyKinds(family).length);
  }

  private isMixed({ products }: FamilyTotal): boolean {
    const codes = new Set(products);
    const units = new Set(this.options.balance.products.flatMap(({ product }) => (codes.has(product.code) ? [product.unit] : [])));
    return units.size > 1;
  }

  /** A family's sums over the rows of its products below; of those not shown, what held when the sheet was made. */
  private familyRows(family: FamilyTotal, members: readonly ProductBalance[]): LayoutRow[] {
    const { balance, snapshot } = this.options;
    const { language } = snapshot;
    const kinds = this.familyKinds(family);
    const from = this.rows.length + Math.max(1, kinds.length) + 1;
    const to = from + members.length * this.kinds.length - 1;
    const title = say(language, "balance-family", {
      family: shortened(family.family, this.widths.code + this.widths.name - FAMILY_NUMBER),
      n: family.products.length,
    });
    if (kinds.length === 0) {
      const cells = [
        cell(1, title, looks.family, 2),
        cell(3, null, looks.familyItem),
        cell(4, say(language, "balance-mixed-units"), looks.familyItem, this.last - 3),
      ];
      return [{ marker: "family", height: 16, cells }];
    }
    const decimals = balance.products.reduce(
      (most, { product, decimals: own }) => (product.family === family.family ? Math.max(most, own) : most),
      0,
    );
    const range = { from, to, decimals, look: figures(decimals, { bold: true, fill: "DDEBF7" }) };
    return kinds.map((kind, index): LayoutRow => {
      const of = (period: number): number =>
        kind === "gap"
          ? roundTo((family.closing[period] ?? 0) - (family.safety[period] ?? 0), decimals)
          : (family[kind as "closing"][period] ?? 0);
      return {
        marker: `family-${kind}`,
        height: 15,
        cells: [
          cell(1, index === 0 ? title : null, looks.family, 2),
          cell(3, index === 0 ? family.unit : null, looks.familyItem),
          cell(4, say(language, rowWords[kind]), looks.familyItem),
          ...this.sums(kind, members, of, range),
          this.sumOfPeriods(kind, this.rows.length + index, of, range),
        ],
      };
    });
  }

  private checks(): Check[] {
    const { snapshot, balance, settings, inputs, planning, today } = this.options;
    const { language, survey } = snapshot;
    const [first] = balance.periods;
    const total = periodColumn(balance.periods.length);
    const found: Check[] = tableChecks(snapshot, settings.spareRows);
    const shown = (kind: RowKind): string =>
      `SUMIF($A$${this.first + 1}:$A$${this.end},"${kind}",$${total}$${this.first + 1}:$${total}$${this.end})`;
    const sumOf = (list: (product: ProductBalance) => readonly number[]): number =>
      this.shown.reduce((sum, product) => sum + list(product).reduce((a, b) => a + b, 0), 0);
    const add = (
      id: "forecast" | "productionPlan",
      field: string,
      kind: RowKind,
      list: (product: ProductBalance) => readonly number[],
    ): void => {
      const table = tableIn(snapshot, id) as TableData | undefined;
      const live = inputs.of(id)?.total(field);
      if (!table || live === undefined || !this.kinds.includes(kind)) return;
      const label = nameIn(language, tableOf(id));
      found.push({ label, live: `${live}-${shown(kind)}`, stored: totalOf(table, field, planning.scales.of(id, field)) - sumOf(list) });
      const { backward, forward } = planning.data.rules;
      if (id === "forecast" && backward + forward > 0)
        found.push({ label, live, stored: totalOf(table, field, planning.scales.of(id, field)) });
    };
    add("forecast", "quantity", "forecast", ({ forecast }) => forecast);
    add("productionPlan", "planned", "production", ({ production }) => production);
    if (settings.balance.start === null && first) {
      const label = say(language, "balance-check-period");
      found.push({
        label,
        live: liveRefs(today).today,
        now: toSerial(today, survey.dateSystem),
        stored: toSerial(first.end, survey.dateSystem),
        isChanged: (live, stored) => `${live}>${stored}`,
      });
    }
    return found;
  }
}

/** Columns as wide as the names, the figures and their sums take. */
function widthsOf({ products, families }: Balance, shown: readonly ProductBalance[], isSummed: boolean): GridWidths {
  const decimals = products.reduce((most, product) => Math.max(most, product.decimals), 0);
  const all: FamilyTotal[] = [...families];
  if (isSummed) all.push({ family: "", unit: "", products: [], ...sumOfProducts(products, products[0]?.closing.length ?? 0) });
  const rows = [...shown, ...all];
  const flows = rows.flatMap(({ forecast, orders, demand, production }) => [forecast, orders, demand, production]);
  const stocks = rows.flatMap(({ opening, closing, safety }) => [opening, closing, safety]);
  return gridWidths({
    subjects: shown.map(({ product: { code, name } }) => ({ code, name })),
    figure: largestIn([...flows, ...stocks, ...shown.map(({ cumulativeAtp }) => cumulativeAtp)]),
    sum: largestSum(flows),
    decimals,
  });
}

const HEADINGS: readonly [WordKey, WordKey, WordKey, WordKey] = ["balance-product", "balance-name", "balance-unit", "balance-item"];

/** What the number of its products takes behind a family's name. */
const FAMILY_NUMBER = 13;

function shortened(name: string, width: number): string {
  let cut = name;
  while (textWidth(cut) > width) cut = cut.slice(0, -1);
  return cut === name ? name : `${cut.trimEnd()}…`;
}

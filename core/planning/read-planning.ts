import type { PlanningData, Span } from "../balance/planning-data.ts";
import type { Day } from "../base/plain-date.ts";
import { splitNames } from "../base/text.ts";
import { type Period, periodsBefore } from "../calendar/period.ts";
import type { BalanceSettings } from "../register/book-settings.ts";
import type { TableId } from "../tables/tables.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Params, type Problem, problem, type WordKey } from "../words/message.ts";
import { type CellValue, isCellError } from "../workbook/cells.ts";
import type { Change } from "../workbook/patch.ts";
import { cellOf, rowsOf, type Snapshot, type TableData, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { balancePeriods } from "./balance-periods.ts";
import { Codes } from "./codes.ts";
import { headingScales, type Scales, scaled } from "./heading-scale.ts";
import { orderShares } from "./order-shares.ts";
import { periodReader } from "./period-reader.ts";
import { isFormula, isTextOfNumber, numberIn, quantityCell } from "./quantity-cells.ts";

/** The tables that the balance is worked out from. */
export const planningTables = [
  "products",
  "forecast",
  "orders",
  "productionPlan",
  "stock",
  "lines",
  "capacity",
  "components",
  "supply",
] as const satisfies readonly TableId[];
export type PlanningTableId = (typeof planningTables)[number];

/** Where a row of the data stands in the workbook, and how its cells are spelled there. */
export interface Source {
  readonly row: TableRow;
  /** The product, line or component that it is of. */
  readonly code: string;
  /** What stands in the cell of that. */
  readonly spelled: CellValue;
  readonly period?: Period;
  /** What stands in the cell of the period, or heads the column of a wide table. */
  readonly across?: CellValue;
  /** Of a plan: the line, `""` for the product's own. */
  readonly line?: string;
}

/** For each table the rows of the data, in the same order. */
export type Sources = Readonly<Record<PlanningTableId, readonly Source[]>>;

export interface Planning {
  readonly data: PlanningData;
  readonly sources: Sources;
  readonly problems: readonly Problem[];
  /** What the numbers of columns count. */
  readonly scales: Scales;
  /** What some numbers count is not clear: nothing should be made of them. */
  readonly isUnclear: boolean;
  /** Numbers that stand as text, which live formulas cannot see, become numbers. */
  readonly tidied: readonly Change[];
}

/** The quantities that live formulas add up. */
const QUANTITIES: Readonly<Partial<Record<PlanningTableId, readonly string[]>>> = {
  forecast: ["quantity"],
  productionPlan: ["planned", "actual"],
  stock: ["onHand", "usable"],
  capacity: ["hours"],
  supply: ["quantity"],
};

/**
 * Reads the planning tables that the workbook has into the data of the balance. What cannot be read is left
 * out and said with its cell; a missing table is empty. @param since the periods from this day on that are over are read, too
 */
export function readPlanning(snapshot: Snapshot, settings: BalanceSettings, today: Day, since: Day = today): Planning {
  return new Reading(snapshot, settings, today).read(since);
}

class Reading {
  private readonly problems: Problem[] = [];
  private readonly codes: Codes;
  private readonly lineCodes: Codes;
  private readonly idle: ReadonlySet<string>;
  private readonly near: Day;
  private readonly scales: Scales;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly settings: BalanceSettings,
    today: Day,
  ) {
    this.near = settings.start ?? today;
    this.scales = headingScales(snapshot);
    const products = rowsOf(snapshot, "products").map(({ values }) => values);
    this.codes = new Codes(products.map(({ product }) => product));
    this.idle = new Set(products.flatMap(({ product, active }) => (active === false ? [product] : [])));
    this.lineCodes = new Codes(rowsOf(snapshot, "lines").map(({ values }) => values.line));
  }

  read(since: Day): Planning {
    const { weekRule, backward, forward, fence, unmet, lateness } = this.settings;
    const ahead = balancePeriods(this.settings, this.near);
    const [first] = ahead;
    const periods = [...(first ? periodsBefore(first, since, weekRule) : []), ...ahead];
    const tables = {
      products: this.products(),
      forecast: this.forecast(),
      orders: this.orders(first?.start ?? this.near),
      productionPlan: this.plan(),
      stock: this.stock(),
      lines: this.lines(),
      capacity: this.capacity(),
      components: this.components(),
      supply: this.supply(),
    };
    const rowsIn = <T>(list: readonly Read<T>[]): T[] => list.map(({ record }) => record);
    const rules = { current: first?.key ?? "", backward, forward, fence, unmet, lateness };
    const data: PlanningData = {
      periods,
      rules,
      products: rowsIn(tables.products),
      forecast: rowsIn(tables.forecast),
      orders: rowsIn(tables.orders),
      plan: rowsIn(tables.productionPlan),
      stock: rowsIn(tables.stock),
      lines: rowsIn(tables.lines),
      capacity: rowsIn(tables.capacity),
      components: rowsIn(tables.components),
      supply: rowsIn(tables.supply),
    };
    const sources = Object.fromEntries(
      planningTables.map((id) => [id, (tables[id] as readonly Read<unknown>[]).map(({ source }) => source)]),
    ) as unknown as Sources;
    for (const id of ["forecast", "productionPlan"] as const) this.tellGaps(id, sources[id], ahead);
    const own = [...this.scales.problems, ...this.problems];
    return {
      data,
      sources,
      scales: this.scales,
      isUnclear: own.some(({ severity }) => severity === "error"),
      problems: [...this.fromTables(), ...own],
      tidied: this.tidied(),
    };
  }

  private products() {
    return this.each("products", "product", this.codes, ({ values }, { code }) => ({
      code,
      name: values.name.trim(),
      family: values.family.trim(),
      unit: values.unit.trim(),
      safetyStock: values.safetyStock,
      safetyDays: values.safetyDays,
      minimumLot: values.minimumLot,
      lotMultiple: values.lotMultiple,
      maximumLot: values.maximumLot,
      maximumCover: values.maximumCover,
      line: this.lineOf(values.line),
      hoursPerUnit: values.hoursPerUnit,
      otherLines: splitNames(values.otherLines).map((line) => this.lineOf(line)),
    }));
  }

  private forecast() {
    return this.inPeriods("forecast", "product", this.codes, ({ values }, { code }, period) =>
      values.quantity === null ? null : { product: code, period, quantity: this.counted("forecast", "quantity", values.quantity) },
    );
  }

  private plan() {
    const found = this.inPeriods("productionPlan", "product", this.codes, ({ values }, { code }, period) =>
      values.planned === null && values.actual === null
        ? null
        : {
            product: code,
            period,
            line: this.lineOf(values.line),
            planned: this.counted("productionPlan", "planned", values.planned ?? 0),
            actual: values.actual === null ? null : this.counted("productionPlan", "actual", values.actual),
          },
    );
    return found.map(({ record, source }) => ({ record, source: { ...source, line: record.line } }));
  }

  private capacity() {
    return this.inPeriods("capacity", "line", this.lineCodes, ({ values }, { code }, period) =>
      values.hours === null ? null : { line: code, period, hours: values.hours },
    );
  }

  /** An order without a due date is due at once, rather than forgotten. */
  private orders(start: Day) {
    const { of: shares } = orderShares(tableIn(this.snapshot, "orders"));
    return this.each("orders", "product", this.codes, (row, { code }) => {
      const { no, line, customer, ordered, shipped, due, promised, priority, closed } = row.values;
      if (ordered === null) return null;
      if (due === null && promised === null && closed !== true) this.tell("orders", row, "due", "order-without-due", { order: no });
      const asked = {
        no,
        line,
        customer,
        product: code,
        ordered,
        shipped,
        due: due ?? promised ?? start,
        priority,
        closed: closed === true,
      };
      const allocated = shares.get(row.row);
      return allocated === undefined ? asked : { ...asked, allocated };
    });
  }

  private stock() {
    return this.each("stock", "product", this.codes, ({ values }, { code }) => {
      const { usable, onHand, asOf } = values;
      if (usable !== null) return { product: code, usable: this.counted("stock", "usable", usable), asOf };
      return onHand === null ? null : { product: code, usable: this.counted("stock", "onHand", onHand), asOf };
    });
  }

  private lines() {
    return this.each("lines", "line", this.lineCodes, ({ values }, { code }) => ({
      line: code,
      name: values.name.trim(),
      hoursPerWeek: values.hoursPerWeek,
      efficiency: values.efficiency,
    }));
  }

  private components() {
    return this.each("components", "product", this.codes, (row, { code }) => {
      const { component, name, unit, usage, stock } = row.values;
      if (component.trim() === "" || usage === null) {
        this.tell("components", row, component.trim() === "" ? "component" : "usage", "component-incomplete", { product: code });
        return null;
      }
      return { product: code, component: component.trim(), name: name.trim(), unit: unit.trim(), usage, yield: row.values.yield, stock };
    });
  }

  private supply() {
    const listed = new Codes(rowsOf(this.snapshot, "components").map(({ values }) => values.component.trim()));
    return this.each("supply", "component", listed, (row, { code }) => {
      const { expectedOn, quantity, orderNo } = row.values;
      if (quantity === null) return null;
      if (expectedOn === null) {
        this.tell("supply", row, "expectedOn", "supply-without-date", { component: code });
        return null;
      }
      return { component: code, expectedOn, quantity: this.counted("supply", "quantity", quantity), orderNo };
    });
  }

  private counted(id: PlanningTableId, field: string, quantity: number): number {
    return scaled(quantity, this.scales.of(id, field));
  }

  private lineOf(typed: string): string {
    return typed.trim() === "" ? "" : this.lineCodes.find(typed);
  }

  /** The rows of a table, each as a record of the data and where it came from; those for which there is none are left out. */
  private each<T extends PlanningTableId, R>(
    id: T,
    field: string,
    codes: Codes,
    make: (row: TableRow<T>, source: { readonly code: string; readonly spelled: CellValue }) => R | null,
  ): Read<R>[] {
    const table = tableIn(this.snapshot, id);
    if (!table) return [];
    return table.rows.flatMap((row): Read<R>[] => {
      if (this.isUnseen(id, table as unknown as TableData, row)) return [];
      const typed = String(row.values[field as keyof typeof row.values] ?? "");
      if (typed.trim() === "") {
        const said = (QUANTITIES[id] ?? ["ordered", "usage"]).some((each) => row.values[each as keyof typeof row.values] != null);
        if (said) this.tell(id, row, field, "code-missing", {});
        return [];
      }
      const code = codes.find(typed);
      if (codes === this.codes && this.idle.has(code)) return [];
      const source = { row, code, spelled: valueAt(table, row, field) ?? typed };
      const record = make(row, source);
      return record === null ? [] : [{ record, source }];
    });
  }

  private inPeriods<T extends "forecast" | "productionPlan" | "capacity", R>(
    id: T,
    field: string,
    codes: Codes,
    make: (row: TableRow<T>, source: { readonly code: string; readonly spelled: CellValue }, period: Period) => R | null,
  ): Read<R>[] {
    const table = tableIn(this.snapshot, id);
    if (!table) return [];
    const periodOf = periodReader(table as unknown as TableData, this.near, this.settings, this.snapshot.survey.dateSystem);
    const told = new Set<string>();
    const found = this.each(id, field, codes, (row, source): { readonly record: R; readonly period: Period } | null => {
      const period = periodOf(row.values.period);
      if (period === null) {
        if (!told.has(row.values.period)) this.tell(id, row, "period", "period-unreadable", { value: row.values.period.slice(0, 40) });
        told.add(row.values.period);
        return null;
      }
      const record = make(row, source, period);
      return record === null ? null : { record, period };
    });
    return found.map(({ record: { record, period }, source }) => {
      const across = table.place.wide
        ? source.row.values["period" as keyof typeof source.row.values]
        : valueAt(table, source.row, "period");
      return { record, source: { ...source, period, across: across ?? null } };
    });
  }

  /**
   * A formula that gives text for a quantity is seen by no other formula: it counts nowhere, and is said; so is a
   * quantity with a unit of its own below a heading with one.
   */
  private isUnseen(id: PlanningTableId, table: TableData, row: TableRow): boolean {
    const unseen = (QUANTITIES[id] ?? []).find((field) => isTextOfNumber(row, field) && isFormula(table, row, field));
    if (unseen !== undefined) this.tell(id, row, unseen, "number-from-text-formula", { value: row.raw[unseen] ?? "" });
    const twice = (QUANTITIES[id] ?? []).find((field) => this.scales.of(id, field) !== 1 && /[百千万k]/i.test(row.raw[field] ?? ""));
    if (twice !== undefined) {
      const params = { value: row.raw[twice] ?? "", n: this.scales.of(id, twice) };
      this.problems.push(problem("error", "cell-scale-unclear", params, quantityCell(table, row, twice)));
    }
    return unseen !== undefined || twice !== undefined;
  }

  private tidied(): Change[] {
    return planningTables.flatMap((id): Change[] => {
      const table = tableIn(this.snapshot, id) as TableData | undefined;
      const fields = QUANTITIES[id];
      if (!table || !fields) return [];
      const cells = table.rows.flatMap((row) =>
        fields.flatMap((field) => {
          if (!isTextOfNumber(row, field) || isFormula(table, row, field)) return [];
          return [{ row, field, at: quantityCell(table, row, field), value: numberIn(row, field) }];
        }),
      );
      if (cells.length === 0) return [];
      if (table.place.wide) return [{ kind: "cells", cells: cells.map(({ at, value }) => ({ at, value })) }];
      return [
        {
          kind: "rows",
          table: id,
          rows: cells.map(({ row, field, value }) => ({ key: row.key, row: row.row, values: { [field]: value } })),
        },
      ];
    });
  }

  /** Rows that name one thing twice add up, which ERP lists and stock by batch mean; of products and lines the first counts, which the balance says. */
  private fromTables(): Problem[] {
    return planningTables.flatMap((id) => {
      const isMaster = id === "products" || id === "lines";
      return (tableIn(this.snapshot, id)?.problems ?? []).flatMap((found): Problem[] => {
        if (found.code !== "row-twice") return [found];
        return isMaster ? [] : [{ ...found, severity: "note", code: "row-adds-up" }];
      });
    });
  }

  private tell(id: PlanningTableId, row: TableRow, field: string, code: WordKey, params: Params): void {
    const table = tableIn(this.snapshot, id);
    const named = tableOf(id).fields[field];
    const all = {
      table: nameIn(this.snapshot.language, tableOf(id)),
      field: named ? nameIn(this.snapshot.language, named) : field,
      ...params,
    };
    this.problems.push(problem("warning", code, all, table && cellOf(table as unknown as TableData, row, field)));
  }

  /** A period without any row, between others that have some, was most likely forgotten. */
  private tellGaps(id: "forecast" | "productionPlan", sources: readonly Source[], periods: PlanningData["periods"]): void {
    const covered = periods.map((period) => sources.some((source) => source.period && overlaps(source.period, period)));
    const last = covered.lastIndexOf(true);
    periods.forEach(({ key }, index) => {
      if (covered[index] || index > last || !covered.slice(0, index).includes(true)) return;
      const place = this.snapshot.places.get(id);
      const at = place && { sheet: place.sheet, row: place.headRow, column: place.columns.get("period") ?? place.column };
      const table = nameIn(this.snapshot.language, tableOf(id));
      this.problems.push(problem("warning", "period-without-rows", { table, period: key }, at));
    });
  }
}

interface Read<R> {
  readonly record: R;
  readonly source: Source;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function valueAt<T extends TableId>(table: TableData<T>, row: TableRow<T>, field: string): CellValue {
  const column = table.place.columns.get(field);
  const value = column === undefined ? null : (table.cells.values[row.row]?.[column] ?? null);
  return isCellError(value) ? null : value;
}

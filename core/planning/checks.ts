import { columnLetters, quoteSheet } from "../base/place.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import { type CellValue, isCellError } from "../workbook/cells.ts";
import type { LayoutRow } from "../workbook/sheet-layout.ts";
import { type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import { cell, figures, HEAD_COLUMNS, looks, periodColumn } from "./grid.ts";
import { scaled } from "./heading-scale.ts";
import type { PlanningTableId } from "./read-planning.ts";

/** Something that formulas do not follow: a figure that is live, and the one that held when the sheet was made. */
export interface Check {
  readonly label: string;
  readonly live: string;
  /** What the live figure is now, where it is not the stored one. */
  readonly now?: number;
  readonly stored: number;
  /** What makes it count as changed, in terms of the live and the stored cell; else a difference does. */
  readonly isChanged?: (live: string, stored: string) => string;
}

/** The fields whose figures are taken as they were, and the ones that say what they are of. */
const TAKEN: Readonly<Partial<Record<PlanningTableId, { readonly numbers: readonly string[]; readonly by: readonly string[] }>>> = {
  orders: { numbers: ["ordered", "shipped", "due"], by: ["product", "closed"] },
  products: { numbers: ["safetyDays", "maximumCover", "hoursPerUnit"], by: ["product", "line", "active"] },
  stock: { numbers: ["asOf"], by: [] },
  lines: { numbers: ["hoursPerWeek", "efficiency"], by: ["line"] },
  components: { numbers: ["usage", "yield", "stock"], by: ["product", "component"] },
};

/**
 * Checksums of what was taken as a value: sums of the numbers, of their products two by two, and of the numbers
 * weighed by the texts beside them. Sorting the table changes none of them.
 */
export function tableChecks(snapshot: Snapshot, spare: number): Check[] {
  return (Object.keys(TAKEN) as PlanningTableId[]).flatMap((id) => {
    const table = tableIn(snapshot, id) as TableData | undefined;
    const taken = TAKEN[id];
    if (!table || !taken) return [];
    const sums = new Columns(table, spare);
    const numbers = taken.numbers.filter((field) => sums.has(field));
    const texts = taken.by.filter((field) => sums.has(field));
    const label = nameIn(snapshot.language, tableOf(id));
    return [
      ...numbers.map((field) => ({ label, live: `SUM(${sums.range(field)})`, stored: sums.sum((row) => sums.number(row, field)) })),
      ...pairs(numbers.slice(0, 3)).map(([a, b]) => ({
        label,
        live: `SUMPRODUCT(${sums.range(a)},${sums.range(b)})`,
        stored: sums.sum((row) => sums.number(row, a) * sums.number(row, b)),
      })),
      ...texts.flatMap((text) =>
        numbers.slice(0, 1).map((field) => ({
          label,
          live: `SUMPRODUCT(LEN(${sums.range(text)})+UNICODE(RIGHT(" "&${sums.range(text)},1)),${sums.range(field)})`,
          stored: sums.sum((row) => sums.weight(row, text) * sums.number(row, field)),
        })),
      ),
    ];
  });
}

/** All figures of a field, counted or not: where those that a sheet shows account for less or more than when it was made, rows came, went or changed. */
export function totalOf(table: TableData, field: string, scale: number): number {
  const { place, cells, end } = table;
  const columns = place.wide?.filter((each) => each.field === field).map(({ column }) => column) ?? [place.columns.get(field) ?? -1];
  let sum = 0;
  for (let row = place.headRow + 1; row < end; row++)
    for (const column of columns) {
      const value = cells.values[row]?.[column];
      if (typeof value === "number") sum += value;
    }
  return scaled(sum, scale);
}

/** The checks as folded rows at the end of the sheet; a changed one has 1 in its last figure. */
export function checkRows(checks: readonly Check[], top: number, snapshot: Snapshot): LayoutRow[] {
  const look = figures(0, { color: "7F7F7F" });
  return checks.map(({ label, live, now: result, stored, isChanged }, index): LayoutRow => {
    const [now, then] = [`${periodColumn(0)}${top + index + 1}`, `${periodColumn(1)}${top + index + 1}`];
    const changed = isChanged?.(now, then) ?? `ABS(${now}-${then})>0.000001+ABS(${then})*1E-9`;
    return {
      marker: "check",
      height: 15,
      cells: [
        cell(1, say(snapshot.language, "balance-check"), looks.faintItem, 2),
        cell(3, label, looks.faintItem, 2),
        cell(HEAD_COLUMNS, { formula: live, value: result ?? stored }, look),
        cell(HEAD_COLUMNS + 1, stored, look),
        cell(HEAD_COLUMNS + 2, { formula: `IF(ISNUMBER(${now}),IF(${changed},1,0),1)`, value: 0 }, look),
      ],
    };
  });
}

/** Says in one cell what has changed since, by the names of the checks. */
export function stateFormula(checks: readonly Check[], top: number, snapshot: Snapshot): string {
  const { language } = snapshot;
  const column = periodColumn(2);
  const labels = [...new Set(checks.map(({ label }) => label))];
  const parts = labels.map((label) => {
    const rows = checks.flatMap((check, index) => (check.label === label ? [top + index + 1] : []));
    return `IF(SUM(${rows.map((row) => `${column}${row}`).join(",")})>0," ${label.replaceAll('"', '""')}","")`;
  });
  const range = `${column}${top + 1}:${column}${top + checks.length}`;
  const changed = say(language, "balance-state-changed").replaceAll('"', '""');
  return `IF(SUM(${range})=0,"${say(language, "balance-state-current")}","${changed}"&${parts.join("&")})`;
}

function pairs(fields: readonly string[]): [string, string][] {
  return fields.flatMap((a, index) => fields.slice(index + 1).map((b): [string, string] => [a, b]));
}

/** A table's columns as a formula's functions see them. */
class Columns {
  private readonly end: number;

  constructor(
    private readonly table: TableData,
    spare: number,
  ) {
    this.end = Math.min(table.end + spare, Math.max(table.below ?? Number.POSITIVE_INFINITY, table.end));
  }

  has(field: string): boolean {
    return this.table.place.columns.has(field);
  }

  range(field: string): string {
    const { place } = this.table;
    const letters = `$${columnLetters(place.columns.get(field) ?? place.column)}$`;
    return `${quoteSheet(place.sheet)}!${letters}${place.headRow + 2}:${letters}${this.end}`;
  }

  number(row: number, field: string): number {
    const value = this.value(row, field);
    return typeof value === "number" ? value : 0;
  }

  weight(row: number, field: string): number {
    const value = this.value(row, field);
    const text = value === null || isCellError(value) ? "" : String(value);
    return text.length + (` ${text}`.slice(-1).codePointAt(0) ?? 0);
  }

  sum(of: (row: number) => number): number {
    let sum = 0;
    for (let row = this.table.place.headRow + 1; row < Math.min(this.end, this.table.cells.values.length); row++) sum += of(row);
    return sum;
  }

  private value(row: number, field: string): CellValue {
    return this.table.cells.values[row]?.[this.table.place.columns.get(field) ?? -1] ?? null;
  }
}

import { exactSum } from "../balance/exact.ts";
import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { rowKey } from "../workbook/read-table.ts";
import { type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import { scaled } from "./heading-scale.ts";
import { isFormula, quantityCell } from "./quantity-cells.ts";
import type { Planning } from "./read-planning.ts";

/** What the plan should say of a product in a period on a line; `""` is the product's own line. */
export interface PlanTarget {
  readonly product: string;
  /** As the balance names it: "2026-W48". */
  readonly period: string;
  readonly line: string;
  readonly quantity: number;
}

export interface PlanWrites {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** How many figures of the plan change. */
  readonly changed: number;
}

/**
 * Brings the production plan to what is wanted, figure by figure, long or wide as it was typed. What cannot be written
 * (a formula of the person's, a plan typed for longer periods, a wide table without that column) is said and left.
 */
export function planWrites(snapshot: Snapshot, { data, sources, scales }: Planning, targets: readonly PlanTarget[]): PlanWrites {
  const table = tableIn(snapshot, "productionPlan") as TableData | undefined;
  const scale = scales.of("productionPlan", "planned");
  const rows: RowChange[] = [];
  const cells: { readonly at: ReturnType<typeof quantityCell>; readonly value: number }[] = [];
  const problems: Problem[] = [];
  const ownLine = new Map(data.products.map(({ code, line }) => [code, line]));
  const lineOf = (product: string, line: string): string => line || (ownLine.get(product) ?? "");
  const spans = new Map(data.periods.map((period) => [period.key, period]));
  for (const target of targets) {
    const { product, period, quantity } = target;
    const line = lineOf(product, target.line);
    const span = spans.get(period);
    const named = { product, period, line };
    if (!span) {
      problems.push(problem("error", "plan-period-unknown", named));
      continue;
    }
    const found = data.plan.flatMap((row, index) => {
      const source = sources.productionPlan[index];
      const isHere =
        row.product === product && lineOf(product, row.line) === line && row.period.start === span.start && row.period.end === span.end;
      return isHere && source ? [{ planned: row.planned, row: source.row }] : [];
    });
    let rest = exactSum([quantity, ...found.map(({ planned }) => -planned)]);
    if (rest === 0) continue;
    if (found.length === 0) {
      if (table?.place.wide)
        problems.push(problem("error", "plan-cell-missing", { ...named, table: nameIn(snapshot.language, tableOf("productionPlan")) }));
      else rows.push(newRow(target, line, scaled(quantity, 1 / scale)));
      continue;
    }
    for (const { planned, row } of found) {
      const next = Math.max(0, exactSum([planned, rest]));
      if (!table || next === planned) continue;
      const at = quantityCell(table, row, "planned");
      if (isFormula(table, row, "planned")) {
        problems.push(problem("error", "plan-is-formula", named, at));
        break;
      }
      rest = exactSum([rest, planned, -next]);
      if (table.place.wide) cells.push({ at, value: scaled(next, 1 / scale) });
      else rows.push({ key: row.key, row: row.row, values: { planned: scaled(next, 1 / scale) } });
    }
  }
  return {
    changes: [
      ...(rows.length > 0 ? [{ kind: "table" as const, table: "productionPlan" as const }] : []),
      { kind: "rows", table: "productionPlan", rows },
      { kind: "cells", cells },
    ],
    problems,
    changed: rows.length + cells.length,
  };
}

function newRow({ product, period }: PlanTarget, line: string, quantity: number): RowChange {
  const values = { product, period, line, planned: quantity };
  return { key: rowKey(tableOf("productionPlan"), values), values };
}

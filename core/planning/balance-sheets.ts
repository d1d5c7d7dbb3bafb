import type { Balance, BalanceProblem } from "../balance/balance.ts";
import { prepare } from "../balance/compute-balance.ts";
import { type Study, studyOf } from "../balance/study.ts";
import type { Day } from "../base/plain-date.ts";
import { type BookSettings, calendarIn } from "../register/book-settings.ts";
import { liveId, liveSheet } from "../tracking/live-sheet.ts";
import { type Problem, problem } from "../words/message.ts";
import type { Change, Patch } from "../workbook/patch.ts";
import { cellOf, type Snapshot, type TableData, tableIn } from "../workbook/snapshot.ts";
import { balanceId, balanceSheet } from "./balance-sheet.ts";
import { capacityId, capacitySheet } from "./capacity-sheet.ts";
import { componentSheet, componentsId } from "./component-sheet.ts";
import { LiveInputs } from "./live-inputs.ts";
import { type Planning, type PlanningTableId, readPlanning } from "./read-planning.ts";
import { stateOf } from "./stock-state.ts";
import { unreadSheets } from "./unread-sheets.ts";

/** The documents to read for a patch that brings the balance up to date. */
export const balanceSheetIds = [liveId, balanceId, capacityId, componentsId] as const;

export interface BalanceSheets {
  readonly study: Study;
  readonly patch: Patch;
  readonly problems: readonly Problem[];
  /** What some numbers count is not clear. */
  readonly isUnclear: boolean;
  /** How many quantities stood as text. */
  readonly tidied: number;
  /** How many products are short, below safety stock or in excess in some period. */
  readonly states: Readonly<Record<"short" | "below" | "excess", number>>;
}

/** The balance of a workbook as sheets; null where it has nothing to balance. */
export function balanceSheets(snapshot: Snapshot, settings: BookSettings, today: Day): BalanceSheets | null {
  const planning = readPlanning(snapshot, settings.balance, today);
  const study = studyOf(prepare(planning.data));
  const { balance } = study;
  if (balance.products.length === 0) return null;
  const inputs = new LiveInputs(snapshot, planning, { products: balance.products.length, spare: settings.spareRows });
  const options = { snapshot, planning, balance, inputs, settings, today };
  const main = balanceSheet(options);
  const capacity = capacitySheet(options, main);
  const components = componentSheet(options, main);
  const after = (id: string, name: string): string => snapshot.state.get("made", id) ?? name;
  const mainName = after(balanceId, main.layout.name);
  const capacityName = capacity ? after(capacityId, capacity.name) : mainName;
  const sheets: Change[] = [
    { kind: "sheet", id: liveId, sheet: liveSheet(today, calendarIn(snapshot, settings), snapshot.survey.dateSystem) },
    { kind: "sheet", id: balanceId, sheet: main.layout },
    ...(capacity ? [{ kind: "sheet" as const, id: capacityId, sheet: { ...capacity, after: mainName } }] : []),
    ...(components ? [{ kind: "sheet" as const, id: componentsId, sheet: { ...components, after: capacityName } }] : []),
  ];
  return {
    study,
    patch: [...planning.tidied, ...sheets],
    problems: [...unreadSheets(snapshot), ...planning.problems, ...balance.problems.map((found) => placed(snapshot, planning, found))],
    isUnclear: planning.isUnclear,
    tidied: planning.tidied.reduce(
      (sum, change) => sum + (change.kind === "rows" ? change.rows.length : change.kind === "cells" ? change.cells.length : 0),
      0,
    ),
    states: countStates(balance),
  };
}

function countStates({ products, periods }: Balance): BalanceSheets["states"] {
  const count = (state: "short" | "below" | "excess"): number =>
    products.filter((product) => periods.some((_, period) => stateOf(product, period) === state)).length;
  return { short: count("short"), below: count("below"), excess: count("excess") };
}

/** A problem of the data with the cell that it is about. */
function placed(snapshot: Snapshot, { sources }: Planning, { severity, code, params, table, row }: BalanceProblem): Problem {
  if (table === "periods") return problem(severity, code, params);
  const id: PlanningTableId = table === "plan" ? "productionPlan" : table;
  const source = sources[id][row];
  const data = tableIn(snapshot, id) as TableData | undefined;
  return problem(
    severity,
    code,
    params,
    source && data
      ? cellOf(data, source.row, id === "lines" || id === "capacity" ? "line" : id === "supply" ? "component" : "product")
      : undefined,
  );
}

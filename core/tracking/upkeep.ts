import { type Day, toIso } from "../base/plain-date.ts";
import type { Numbers } from "../register/numbers.ts";
import { canFollow, showStatus } from "../resolution/status.ts";
import type { Value } from "../tables/field.ts";
import { tableOf } from "../tables/tables.ts";
import type { Language } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { cellOf, type Snapshot, type TableData, type TableRow, tableIn } from "../workbook/snapshot.ts";
import type { TrackedTable } from "./live-columns.ts";

export interface Upkeep {
  readonly rows: readonly RowChange[];
  readonly problems: readonly Problem[];
  /** Rows that were typed by hand and got a number. */
  readonly numbered: number;
}

interface UpkeepOptions {
  readonly today: Day;
  readonly numbers: Numbers;
}

/**
 * What hand edits left to do in a tracked table: rows without a number get one, dates typed as text
 * become dates, oddly spelled words those of the list, a due date that was overtyped counts as a
 * postponement without reason, and a status that cannot follow is reported.
 */
export function upkeepOf(snapshot: Snapshot, id: TrackedTable, options: UpkeepOptions): Upkeep {
  const table = tableIn(snapshot, id);
  if (!table) return { rows: [], problems: [], numbered: 0 };
  const rows: RowChange[] = [];
  const problems: Problem[] = table.problems.filter(({ code }) => code !== "date-as-text");
  let numbered = 0;
  for (const row of table.rows) {
    const isSecond = row.key !== "" && table.byKey.get(row.key) !== row;
    const isNew = row.key === "" || isSecond;
    if (isNew && row.values.task === "") continue;
    const values: Record<string, Value> = { ...plainly(id, row), ...followed(table, row, isNew, snapshot.language, problems) };
    let key = row.key;
    if (isNew) {
      key = options.numbers.below(row.values.meeting || `X-${toIso(options.today)}`, id === "actions" ? "A" : "R");
      values.no = key;
      // What was typed and cannot be read is left for the person to correct.
      if (row.values.status === "" && !("status" in row.raw)) Object.assign(values, { status: "assigned", lastStatus: "assigned" });
      if (row.values.assignedOn === null && !("assignedOn" in row.raw)) values.assignedOn = options.today;
      numbered++;
    }
    if (Object.keys(values).length > 0) rows.push({ key, values, row: row.row });
  }
  return { rows, problems, numbered };
}

/** What could be read but live formulas cannot see: dates that stand as text, words spelled in another way. */
function plainly(id: TrackedTable, row: TableRow<TrackedTable>): Record<string, Value> {
  const fields = tableOf(id).fields;
  const values = row.values as Readonly<Record<string, Value>>;
  return Object.fromEntries(
    Object.keys(row.raw).flatMap((field): [string, Value][] => {
      const value = values[field];
      const type = fields[field]?.type;
      const isRead = type === "date" ? typeof value === "number" : typeof type === "object" && value !== "";
      return isRead && value !== undefined ? [[field, value]] : [];
    }),
  );
}

/** Compares the due date and status with those last seen. */
function followed(
  table: TableData<TrackedTable>,
  row: TableRow<TrackedTable>,
  isNew: boolean,
  language: Language,
  problems: Problem[],
): Record<string, Value> {
  const { values } = row;
  const changed: Record<string, Value> = {};
  if (values.due !== null && values.firstDue === null) changed.firstDue = values.lastDue ?? values.due;
  if (values.due !== values.lastDue && values.due !== null) {
    changed.lastDue = values.due;
    if (!isNew && values.lastDue !== null && values.due > values.lastDue) {
      changed.postponed = (values.postponed ?? 0) + 1;
      if (values.reason === "")
        problems.push(problem("warning", "due-overtyped", { item: row.key, due: toIso(values.due) }, cellOf(table, row, "due")));
    }
  }
  if (values.status !== values.lastStatus && values.status !== "") {
    if (values.lastStatus !== "" && !canFollow(values.lastStatus, values.status)) {
      problems.push(
        problem(
          "error",
          "status-impossible",
          { item: row.key, before: showStatus(values.lastStatus, language), after: showStatus(values.status, language) },
          cellOf(table, row, "status"),
        ),
      );
    } else changed.lastStatus = values.status;
  }
  return changed;
}

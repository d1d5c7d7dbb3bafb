import type { PlanChange } from "../balance/plan-change.ts";
import { readPeriod } from "../calendar/read-period.ts";
import { Codes } from "../planning/codes.ts";
import { settingsIn } from "../register/book-settings.ts";
import type { Code } from "../tables/choices.ts";
import { type Problem, problem } from "../words/message.ts";
import type { CellPlace } from "../workbook/cells.ts";
import { cellOf, rowsOf, type Snapshot, type TableData, type TableRow, tableIn } from "../workbook/snapshot.ts";

export interface ExpectedChange {
  readonly row: TableRow<"expectedChanges">;
  readonly change: PlanChange;
  /** The cell of its product. */
  readonly at: CellPlace;
}

/** The expected changes of some resolutions as the balance takes them; those that cannot be read are said with their cells. */
export function changesOf(
  snapshot: Snapshot,
  isWanted: (resolution: string) => boolean,
  near: number,
): { readonly changes: readonly ExpectedChange[]; readonly problems: readonly Problem[] } {
  const { weekRule, weeks } = settingsIn(snapshot).balance;
  const table = tableIn(snapshot, "expectedChanges") as TableData | undefined;
  const codes = new Codes(rowsOf(snapshot, "products").map(({ values }) => values.product));
  const problems: Problem[] = [];
  const changes = rowsOf(snapshot, "expectedChanges").flatMap((row): ExpectedChange[] => {
    const { resolution, kind, product, period, amount, line } = row.values;
    if (!table || !isWanted(resolution) || amount === null || amount === 0 || product.trim() === "") return [];
    const read = readPeriod(period, { near, weekRule, dateSystem: snapshot.survey.dateSystem, unit: weeks > 0 ? "week" : "month" });
    if (!read) {
      problems.push(problem("warning", "change-period-unreadable", { product, value: period.slice(0, 40) }, cellOf(table, row, "period")));
      return [];
    }
    const what = (kind || "plan") as Code<"changeKind">;
    return [
      {
        row,
        change: { product: codes.find(product), period: read.key, what, amount, line: line.trim() },
        at: cellOf(table, row, "product"),
      },
    ];
  });
  return { changes, problems };
}

import type { RowChange } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { Slip } from "./reminder-plan.ts";
import { Told } from "./told.ts";

/** Rows of the record for what is new on slips, numbered below the slip. */
export function recordRows(snapshot: Snapshot, slips: readonly Slip[], by: string): RowChange[] {
  const told = new Told(snapshot, slips[0]?.date ?? 0);
  return slips.flatMap(({ no: slip, date, to, lines }) => {
    let count = told.linesOn(slip);
    return lines
      .filter(({ isNew }) => isNew)
      .map(({ item, task, department, owner, reason, level, daysLate, role }): RowChange => {
        const no = `${slip}-${++count}`;
        const how = to.email === "" ? "text" : "mail";
        const values = { no, slip, date, name: to.name, role, item, task, department, owner, reason, level, daysLate, how, by };
        return { key: no, values };
      });
  });
}

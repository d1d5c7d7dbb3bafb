import { toIso, toTime } from "../base/plain-date.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import type { Context } from "../run/command.ts";
import type { Field, Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { tableOf } from "../tables/tables.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { rowsOf, tableIn } from "../workbook/snapshot.ts";
import { daysLate, lightOf } from "./light.ts";

/**
 * A table's rows by canonical field names, for other programs: dates as `yyyy-MM-dd`, times as `HH:mm`,
 * choices by code, blanks as `null`. Live columns are what core computes for today.
 */
export function tableRows(snapshot: Snapshot, id: TableId, context: Context): Record<string, Value>[] {
  const table = tableIn(snapshot, id);
  if (!table) return [];
  const settings = settingsIn(snapshot);
  const calendar = calendarIn(snapshot, settings);
  const fields = Object.entries(tableOf(id).fields) as readonly [string, Field][];
  const parents = new Set(rowsOf(snapshot, "actions").map(({ values }) => values.resolution));
  return table.rows.map((row) => {
    const values = row.values as Readonly<Record<string, Value>>;
    const plain = Object.fromEntries(fields.map(([name, field]) => [name, show(field, values[name] ?? null)]));
    if (id !== "resolutions" && id !== "actions") return plain;
    const hasActions = id === "resolutions" && parents.has(row.key);
    const item = { ...(row.values as Parameters<typeof lightOf>[0]), hasActions };
    return {
      ...plain,
      light: lightOf(item, context.today, calendar, settings),
      daysLate: daysLate(item, context.today, calendar, settings),
    };
  });
}

function show(field: Field, value: Value): Value {
  if (value === null || value === "") return null;
  if (field.type === "date" && typeof value === "number") return toIso(value);
  if (field.type === "time" && typeof value === "number") return toTime(value);
  return value;
}

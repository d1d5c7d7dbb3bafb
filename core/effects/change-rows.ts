import { foldText } from "../base/text.ts";
import type { Numbers } from "../register/numbers.ts";
import type { Item } from "../run/command.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

/**
 * The rows that say what a resolution is expected to change. One of the same kind, product, period and line
 * is brought to what is said now, so that saying it again adds nothing.
 * @returns the rows that change, and how many those are
 */
export function changeRows(
  snapshot: Snapshot,
  resolution: TableRow<"resolutions">,
  items: readonly Item[],
  numbers: Numbers,
): { readonly rows: readonly RowChange[]; readonly changed: number } {
  const own = rowsOf(snapshot, "expectedChanges").filter(({ key, values }) => key !== "" && values.resolution === resolution.key);
  const last = new Map(items.map((item) => [nameOf(item), item]));
  const rows = [...last].flatMap(([name, item]): RowChange[] => {
    const stands = own.find(({ values }) => nameOf(values) === name);
    if (stands) {
      const isSame = stands.values.amount === item.amount && (item.note === "" || stands.values.note === item.note);
      return isSame
        ? []
        : [{ key: stands.key, values: { amount: item.amount ?? null, ...(item.note === "" ? {} : { note: item.note ?? "" }) } }];
    }
    const no = numbers.below(resolution.key, "E");
    return [
      { key: no, values: { ...item, kind: item.kind || "plan", no, resolution: resolution.key, meeting: resolution.values.meeting } },
    ];
  });
  return { rows, changed: rows.length };
}

function nameOf({ kind, product, period, line }: Item): string {
  return [kind || "plan", product, period, line].map((part) => foldText(String(part ?? ""))).join("\t");
}

import type { ImbalanceKind } from "../balance/imbalance.ts";
import type { Language } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { rowByKey, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { nameOfKind } from "./say-imbalance.ts";

/** The imbalance of that number, as long as there is something to do about it. */
export function openImbalance(snapshot: Snapshot, no: string): TableRow<"imbalances"> | Problem {
  const row = rowByKey(snapshot, "imbalances", no);
  if (!row) return problem("error", "imbalance-unknown", { no });
  return row.values.status === "resolved" ? problem("error", "imbalance-resolved", { no: nameOf(row, snapshot.language) }) : row;
}

/** An imbalance as people call it. @example nameOf(row, "zh-CN") // "缺货 QX-750 2026-W49" */
export function nameOf({ values }: TableRow<"imbalances">, language: Language): string {
  return [nameOfKind(values.kind as ImbalanceKind, language), values.subject, values.from].join(" ");
}

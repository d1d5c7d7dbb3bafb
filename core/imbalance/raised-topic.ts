import type { ImbalanceKind } from "../balance/imbalance.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { TableRow } from "../workbook/snapshot.ts";
import { nameOfKind, show, unitOf } from "./say-imbalance.ts";

/** The topic that an imbalance becomes, its figures as they stood: what the register says of it later does not change them. */
export function raisedTopic(
  { values }: TableRow<"imbalances">,
  language: Language,
): Readonly<Record<"topic" | "background" | "proposal", string>> {
  const { kind, subject, from, to, amount, unit, why, suggestion } = values;
  const periods = from === to ? from : say(language, "period-range", { from, to });
  const named = nameOfKind(kind as ImbalanceKind, language);
  return {
    topic: say(language, "raised-title", {
      kind: named,
      subject,
      periods,
      amount: show(amount ?? 0),
      unit: unitOf({ kind: kind as ImbalanceKind, unit }, language),
    }).trimEnd(),
    background: why,
    proposal: suggestion,
  };
}

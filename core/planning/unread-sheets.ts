import { tableOf } from "../tables/tables.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem, say } from "../words/message.ts";
import type { SheetFacts } from "../workbook/host.ts";
import { sheetsNamedAs } from "../workbook/locate.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { type PlanningTableId, planningTables } from "./read-planning.ts";

/** Sheets named as a planning table whose headings nobody understands: what is on them counts nowhere, which has to be said. */
export function unreadSheets({ survey, places, language }: Snapshot): Problem[] {
  const read = new Set(planningTables.flatMap((id) => places.get(id)?.sheet ?? []));
  const suspects = planningTables.flatMap((id) =>
    sheetsNamedAs(survey, id).flatMap((facts) => (read.has(facts.name) || isBlank(facts) ? [] : [{ id, sheet: facts.name }])),
  );
  // To look for all other tables costs a host something.
  if (suspects.length === 0) return [];
  const taken = new Set([...places.values()].map(({ sheet }) => sheet));
  return suspects.flatMap(({ id, sheet }) => {
    if (taken.has(sheet)) return [];
    const params = { sheet, table: nameIn(language, tableOf(id)), headings: requiredHeadings(id, language) };
    return [problem("warning", "sheet-not-read", params, { sheet, row: 0, column: 0 })];
  });
}

function isBlank({ head }: SheetFacts): boolean {
  return head.every((row) => row.every((value) => value === null || value === ""));
}

function requiredHeadings(id: PlanningTableId, language: Snapshot["language"]): string {
  const names = Object.values(tableOf(id).fields).flatMap((field) => (field.required ? [nameIn(language, field)] : []));
  return names.join(say(language, "list-and"));
}

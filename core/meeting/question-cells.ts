import type { Value } from "../tables/field.ts";

/** Who answers a question. */
export interface Responsible {
  readonly department: string;
  readonly owner: string;
}

/** As section 7 shows it in one cell. */
export function showResponsible({ department, owner }: Responsible): string {
  if (department === "" || department === owner) return owner;
  return owner === "" ? department : `${department}/${owner}`;
}

/**
 * An open question of the register under the names of section 7. A question that is back on the agenda
 * is one that is still open: whether it was brought back is no matter of the sheet.
 */
export function questionCells(values: Readonly<Record<string, Value>>): Record<string, Value> {
  const { question = null, cause = null, nextStep = null, answerBy = null, escalateTo = null, answer = null } = values;
  const responsible = showResponsible({ department: String(values.department ?? ""), owner: String(values.owner ?? "") });
  const status = values.status === "closed" ? "closed" : "open";
  return { question, cause, nextStep, responsible, escalateTo, answerBy, status, answer };
}

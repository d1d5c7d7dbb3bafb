import type { ActionLine } from "../../core/index.ts";
import { saysAll } from "../parts/says-all.ts";

export const FILTERS = ["mine", "department", "overdue", "unconfirmed", "toVerify", "open", "closed"] as const;
export type ActionFilter = (typeof FILTERS)[number];

export function fits(line: ActionLine, filter: ActionFilter): boolean {
  switch (filter) {
    case "mine":
      return line.isOpen && line.isMine;
    case "department":
      return line.isOpen && line.isMyDepartment;
    case "overdue":
      return line.isOpen && line.light === "overdue";
    case "unconfirmed":
      return line.isOpen && line.light === "unconfirmed";
    case "toVerify":
      return line.status === "done";
    case "open":
      return line.isOpen;
    case "closed":
      return !line.isOpen;
  }
}

/** Where a person has items of their own, these come first; else all that is open. */
export function firstFilter(lines: readonly ActionLine[]): ActionFilter {
  return lines.some((line) => fits(line, "mine")) ? "mine" : "open";
}

/** Lines in which each of the words typed stands somewhere. */
export function holding(lines: readonly ActionLine[], search: string): readonly ActionLine[] {
  return lines.filter(({ no, task, owner, department, meeting }) => saysAll([no, task, owner, department, meeting], search));
}

import type { Value } from "../tables/field.ts";
import { remembered } from "./recorded.ts";

/**
 * Who is right about a field: the sheet, the register, both, or nobody without a person's word.
 * `cleared` is a cell that was emptied: that alone never erases.
 */
export type Verdict = "same" | "sheet" | "register" | "cleared" | "conflict";

/**
 * Compares a field of a document with the register and with what both said when last recorded. A
 * change on one side wins; different changes on both sides are a conflict. Without a memory, a filled
 * side wins over a blank one.
 * @example mergeField("张三", "李四", "张三") // "sheet"
 */
export function mergeField(base: Value | undefined, sheet: Value, register: Value): Verdict {
  const [said, kept] = [remembered(sheet), remembered(register)];
  if (said === kept) return "same";
  if (base === undefined) {
    if (isBlank(sheet)) return "register";
    return isBlank(register) ? "sheet" : "conflict";
  }
  if (said === base) return "register";
  if (kept !== base) return "conflict";
  return isBlank(sheet) ? "cleared" : "sheet";
}

export function isBlank(value: Value | undefined): boolean {
  return value === null || value === undefined || value === "";
}

import { type Problem, problem } from "../core/index.ts";
import { ExcelRefused } from "./host/refusal.ts";

/** What Excel refused, as a problem that a person can read; nothing for a bug, which has to surface. */
export function troubleOf(error: unknown): Problem | null {
  return error instanceof ExcelRefused ? problem("error", error.refusal.code as Problem["code"], error.refusal.params) : null;
}

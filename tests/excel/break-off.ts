import { type Problem, sayProblem } from "../../core/index.ts";
import { ExcelRefused } from "../../excel-addin/host/refusal.ts";
import { copyOf } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { type OpenedExcel, openExcel } from "../support/office/open-excel.ts";
import { type Case, runCase } from "./cases.ts";

/** `CONCORD_LAWS` breaks every request off after each of its actions. */
export const isDeep = process.env.CONCORD_LAWS !== undefined;

/** A request is sent to look or to change something; the client says which by what its actions do. */
export function changes(actions: readonly string[]): boolean {
  return actions.some((action) => action.startsWith("set "));
}

/** What a case's command sends to Excel where nothing comes in between, and what it comes to. */
export async function undisturbed(
  found: Case,
): Promise<{ readonly requests: readonly (readonly string[])[]; readonly end: readonly string[] }> {
  const { host, bridge, workbook } = openExcel(copyOf(found.book));
  await runCase(host, found);
  return { requests: [...bridge.actions], end: endOf(workbook) };
}

/** What a person is told of a run, where it failed, in both languages; on the port a refusal to read is thrown. */
export async function toldOf({ host }: OpenedExcel, found: Case): Promise<{ readonly codes: readonly string[]; readonly words: string }> {
  const problems = await runCase(host, found).then(
    (outcome) => outcome.problems.filter(({ severity }) => severity === "error"),
    (error: unknown) => {
      if (error instanceof ExcelRefused) return [{ severity: "error", ...error.refusal } as Problem];
      throw error;
    },
  );
  const words = (["zh-CN", "en"] as const).map((language) => problems.map((problem) => sayProblem(language, problem)).join(" "));
  return { codes: problems.map(({ code }) => code), words: words.join("\n") };
}

/** Opens a case's workbook and runs its command over a connection that breaks. */
export async function breakOff(
  found: Case,
  fault: { readonly sync: number; readonly afterActions: number },
): Promise<{ readonly excel: OpenedExcel; readonly told: Awaited<ReturnType<typeof toldOf>> }> {
  const excel = openExcel(copyOf(found.book));
  excel.bridge.fault = fault;
  const told = await toldOf(excel, found);
  excel.bridge.fault = undefined;
  return { excel, told };
}

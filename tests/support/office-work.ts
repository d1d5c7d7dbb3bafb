import { type Outcome, type Problem, say, sayProblem } from "../../core/index.ts";
import { Planner, type Row } from "../journey/planner.ts";

let saved: Promise<Uint8Array> | undefined;
let opened: Promise<Planner> | undefined;

/** The sample factory with its coming meetings as a saved file, opened: it can be saved and opened again. */
export async function openedSample(): Promise<Planner> {
  saved ??= (async () => {
    const planner = Planner.blank();
    for (const id of ["load-sample", "plan-meetings"]) await planner.run(id);
    return planner.bytes();
  })();
  return Planner.open(await saved);
}

/** The same apart, as a planner finds it on a Sunday; quick, and not to be saved. */
export async function plannedSample(): Promise<Planner> {
  opened ??= openedSample().then((planner) => planner.slim());
  return (await opened).copy();
}

/** The next meeting of the sample, a Wednesday, and the one after. */
export const NEXT = "CX-2026-W48-1";
export const AFTER = "CX-2026-W49-1";

export function codes({ problems }: Outcome, ...severities: Problem["severity"][]): string[] {
  const wanted = severities.length === 0 ? ["error", "warning", "note"] : severities;
  return problems.filter(({ severity }) => wanted.includes(severity)).map(({ code }) => code);
}

export function reported({ report }: Outcome): string[] {
  return report.map(({ code, params }) => say("zh-CN", code, params));
}

/** The sentences of one code, each with its cell. */
export function told({ problems }: Outcome, code: string): string[] {
  return problems.filter((found) => found.code === code).map((found) => sayProblem("zh-CN", found));
}

export async function rowsOfMeeting(planner: Planner, table: "topics" | "papers" | "attendance", meeting: string): Promise<Row[]> {
  return (await planner.rows(table)).filter((row) => row.meeting === meeting);
}

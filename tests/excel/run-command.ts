import { expect } from "vitest";
import { commandById, type Host, type Outcome, parseIso, run } from "../../core/index.ts";

/** The Sunday before the sample's next meeting. */
const TODAY = parseIso("2026-11-22") ?? Number.NaN;
const CONTEXT = { today: TODAY, now: 600, user: { name: "顾婷", department: "运营管理部" }, language: "zh-CN" } as const;

export async function runCommand(host: Host, id: string): Promise<Outcome> {
  return run(host, commandById(id) ?? expect.fail(`no command ${id}`), {}, CONTEXT);
}

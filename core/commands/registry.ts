import type { Command } from "../run/command.ts";
import { checkWorkbook } from "./check-workbook.ts";
import { decomposeResolution } from "./decompose-resolution.ts";
import { generateMinutes } from "./generate-minutes.ts";
import { loadSample } from "./load-sample.ts";
import { planMeetings } from "./plan-meetings.ts";
import { recordMinutes } from "./record-minutes.ts";
import { refreshTracking } from "./refresh-tracking.ts";
import { setUpWorkbook } from "./set-up-workbook.ts";
import { upgradeWorkbook } from "./upgrade-workbook.ts";

/** Every command, in the order in which a planner meets them. */
export const commands = [
  setUpWorkbook,
  loadSample,
  planMeetings,
  generateMinutes,
  recordMinutes,
  decomposeResolution,
  refreshTracking,
  checkWorkbook,
  upgradeWorkbook,
] as unknown as readonly Command[];

export function commandById(id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}

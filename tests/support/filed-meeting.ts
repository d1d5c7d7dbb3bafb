import { expect } from "vitest";
import { type Planner, sampleWithMinutes, serial } from "../journey/planner.ts";
import { codes } from "./office-work.ts";

export const MEETING = "CX-2026-W48-1";
/** The day of the meeting, and the day on which its minutes are due. */
export const HELD = "2026-11-25";
export const DUE = "2026-11-26";

/** Fills in the minutes as a recorder leaves them at the meeting's end: one person sent a delegate. */
export function fillIn(book: Planner): void {
  const sheet = book.minutes(MEETING);
  const own = sheet.rows("topics:").filter((row) => sheet.marker(row) !== "topics:");
  const resolved = { discussion: "已讨论", resolution: "W50 增排 120 台", kind: "决议", owner: "顾婷", due: serial("2026-12-04") };
  for (const row of own.length > 0 ? own : [sheet.spare("topics")]) sheet.type("topics", row, { topic: "排产缺口", ...resolved });
  sheet.type("actions", sheet.spare("actions"), { task: "提交报价 2 份", department: "销售部", owner: "何佳", due: serial("2026-11-30") });
  sheet.head("attendees", String(sheet.head("attendees")).replace("陈立新", "何佳、郑宇航（代陈立新）"));
  sheet.head("absentees", "陈立新（销售部，出差，郑宇航）");
}

async function recordedMinutes(): Promise<Planner> {
  const planner = await sampleWithMinutes();
  fillIn(planner);
  const { outcome } = await planner.on(HELD).record();
  expect(codes(outcome, "error")).toEqual([]);
  return planner;
}

let approved: Promise<Planner> | undefined;

/** The sample's meeting with approved minutes, each time apart. */
export async function approvedMinutes(): Promise<Planner> {
  approved ??= (async () => {
    const planner = await recordedMinutes();
    expect(codes(await planner.on(DUE).run("approve-minutes", { meeting: MEETING }))).toEqual([]);
    return planner;
  })();
  return (await approved).copy();
}

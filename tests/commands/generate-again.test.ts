import { describe, expect, it } from "vitest";
import { type Command, type Context, commandById, type Outcome, parseIso, run, toSerial } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";

const context: Context = {
  today: parseIso("2026-11-22") ?? 0,
  now: 540,
  user: { name: "林晓彤", department: "运营管理部" },
  language: "zh-CN",
};

function command(id: string): Command {
  const found = commandById(id);
  if (!found) throw new Error(id);
  return found;
}

async function sampleWithMinutes(): Promise<{ host: DeskHost; minutes: Sheet; does: (id: string) => Promise<Outcome> }> {
  const host = new DeskHost(new Workbook());
  const does = async (id: string): Promise<Outcome> => run(host, command(id), {}, context);
  await does("load-sample");
  await does("plan-meetings");
  await does("generate-minutes");
  const minutes = host.workbook.sheet("会议记录 CX-2026-W48-1");
  if (!minutes) throw new Error("no minutes");
  return { host, minutes, does };
}

function markers(sheet: Sheet): string[] {
  const { rows } = sheet.used();
  return Array.from({ length: rows }, (_, row) => String(sheet.cell(row, 0)?.value ?? ""));
}

/** Types an action into the first empty row below the table. */
function typeAction(host: DeskHost, no: string, due = 46360): void {
  const sheet = host.workbook.sheet("待办事项");
  if (!sheet) throw new Error("no actions");
  let row = 1;
  while (sheet.cell(row, 0)?.value) row++;
  [no, "盘点 QX-750 定子库存 300 件", "物流部", "许志华", due, "进行中"].forEach((value, column) => {
    sheet.setValue(row, column, value);
  });
}

describe("generating minutes that are there already", () => {
  it("changes nothing when nothing came up since", async () => {
    const { does, minutes } = await sampleWithMinutes();
    const before = markers(minutes);
    const again = await does("generate-minutes");
    expect(again.edits).toBe(0);
    expect(markers(minutes)).toEqual(before);
  });

  it("renews the line of what came of the review and what waits for a later meeting, unless a person changed it", async () => {
    const { host, does, minutes } = await sampleWithMinutes();
    const items = [{ setting: "reviewDays", value: "60" }];
    expect((await run(host, command("change-settings"), { items }, context)).edits).toBeGreaterThan(0);
    const line = (): number => markers(minutes).indexOf("review~");
    const said = (): string => String(minutes.cell(line(), 1)?.value ?? "");
    expect(said()).toContain("上次决议共");
    expect(said()).not.toContain("远期");
    typeAction(host, "CX-2026-W47-1-A8", toSerial(parseIso("2027-06-30") ?? 0, 1900));
    await does("generate-minutes");
    expect(said()).toContain("另有 1 项远期事项未列入（最早 2027-06-30 到期");
    expect((await does("generate-minutes")).edits).toBe(0);
    typeAction(host, "CX-2026-W47-1-A9");
    minutes.setValue(line(), 1, "按现场情况另行通报");
    await does("generate-minutes");
    expect(markers(minutes)).toContain("review:CX-2026-W47-1-A9");
    expect(said()).toBe("按现场情况另行通报");
  });

  it("adds what has come up for review since, merged like its neighbours, and leaves what was typed", async () => {
    const { host, does, minutes } = await sampleWithMinutes();
    const first = markers(minutes).findIndex((marker) => marker.startsWith("review:"));
    minutes.setValue(first, 10, "正在落实");
    typeAction(host, "CX-2026-W47-1-A9");
    const again = await does("generate-minutes");
    expect(again.report.map(({ code }) => code)).toEqual(["review-added"]);
    const row = markers(minutes).indexOf("review:CX-2026-W47-1-A9");
    expect(row).toBeGreaterThan(first);
    expect(minutes.cell(row, 3)?.value).toBe("盘点 QX-750 定子库存 300 件");
    expect(minutes.merges).toContainEqual({ row, column: 3, rows: 1, columns: 2 });
    expect(minutes.cell(first, 10)?.value).toBe("正在落实");
    expect((await does("generate-minutes")).edits).toBe(0);
  });

  it("knows the minutes again when their sheet was given another name", async () => {
    const { does, minutes } = await sampleWithMinutes();
    minutes.name = "本周会议";
    const again = await does("generate-minutes");
    expect(again.report.map(({ code, params }) => [code, params.sheet])).toEqual([["minutes-exist", "本周会议"]]);
    expect(again.edits).toBe(0);
  });
});

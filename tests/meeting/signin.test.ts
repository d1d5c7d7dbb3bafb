import { beforeEach, describe, expect, it } from "vitest";
import { type CellValue, sayProblem } from "../../core/index.ts";
import { signInColumn } from "../../core/meeting/signin-form.ts";
import type { Planner, Row } from "../journey/planner.ts";
import { signInOf, signInRows } from "../support/convening.ts";
import { codes, NEXT, plannedSample, rowsOfMeeting, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
  await planner.run("prepare-meeting");
  await planner.run("make-sign-in");
  planner.on("2026-11-25");
});

function sheet() {
  return signInOf(planner.workbook.sheets, NEXT) ?? expect.fail("no sign-in sheet");
}

function rowOf(name: string): number {
  return signInRows(sheet()).find((row) => sheet().cell(row, signInColumn("name"))?.value === name) ?? expect.fail(name);
}

function keyOf(name: string): string {
  return String(sheet().cell(rowOf(name), 0)?.value).slice("signin:".length);
}

function type(row: number, said: Readonly<Record<string, CellValue>>): void {
  for (const [id, value] of Object.entries(said)) sheet().setValue(row, signInColumn(id), value);
}

function said(name: string, id: string): CellValue {
  return sheet().cell(rowOf(name), signInColumn(id))?.value ?? null;
}

function spare(index = 0): number {
  return signInRows(sheet()).filter((row) => sheet().cell(row, 0)?.value === "signin:")[index] ?? expect.fail("no spare row");
}

async function person(name: string): Promise<Row | undefined> {
  return (await rowsOfMeeting(planner, "attendance", NEXT)).find((row) => row.name === name);
}

describe("a sign-in sheet that cannot be read as it stands", () => {
  it("names the cell of each: twice, no name, times that are none, arrived after leaving", async () => {
    type(rowOf("方静"), { arrived: "九点半" });
    type(rowOf("唐慧"), { arrived: "10:00", left: "09:40" });
    type(rowOf("许志华"), { arrived: 930 });
    type(rowOf("彭晓燕"), { status: "来过" });
    type(spare(0), { name: "吴国强", arrived: "09:30" });
    type(spare(1), { arrived: "09:30" });
    const outcome = await planner.run("record-attendance");
    const cell = (row: number, id: string): string => `签到表 ${NEXT}!${String.fromCharCode(65 + signInColumn(id))}${row + 1}`;
    const errors = outcome.problems.filter(({ severity }) => severity === "error");
    expect(errors.map((found) => `${sayProblem("zh-CN", found).split(" ").slice(0, 3).join(" ")} ${found.code}`)).toEqual([
      expect.stringContaining(`${cell(rowOf("方静"), "arrived")}`),
      expect.stringContaining(`${cell(rowOf("许志华"), "arrived")}`),
      expect.stringContaining(`${cell(rowOf("唐慧"), "left")}`),
      expect.stringContaining(`${cell(rowOf("彭晓燕"), "status")}`),
      expect.stringContaining(`${cell(spare(0), "name")}`),
      expect.stringContaining(`${cell(spare(1), "name")}`),
    ]);
    expect(errors.map(({ code }) => code)).toEqual([
      "time-unreadable",
      "time-unreadable",
      "arrived-after-left",
      "choice-unknown",
      "signin-twice",
      "signin-name-missing",
    ]);
    for (const name of ["方静", "唐慧", "彭晓燕"]) expect((await person(name))?.status).toBe("expected");
  });

  it("is made again where its hidden column is gone", async () => {
    for (const line of sheet().cells.values()) line.delete(0);
    expect(codes(await planner.run("record-attendance"))).toEqual(["signin-unreadable"]);
  });

  it("warns of a meeting that is still to come", async () => {
    type(rowOf("方静"), { reason: "出差" });
    expect(codes(await planner.on("2026-11-23").run("record-attendance"))).toEqual(["signin-too-early"]);
    expect((await person("方静"))?.status).toBe("leave");
  });

  it("says what is missing", async () => {
    const blank = await plannedSample();
    expect(codes(await blank.run("record-attendance"))).toEqual(["no-signin"]);
    expect(codes(await blank.run("record-attendance", { meeting: NEXT }))).toEqual(["signin-missing"]);
    expect(codes(await blank.run("make-sign-in", { meeting: "X-1" }))).toEqual(["meeting-unknown"]);
  });
});

describe("a choice that does not fit the rest of its row", () => {
  it("stands as it was chosen, and is said", async () => {
    type(rowOf("方静"), { status: "缺席", arrived: "09:31" });
    type(rowOf("陈立新"), { status: "出席", delegate: "郑宇航" });
    const outcome = await planner.run("record-attendance");
    expect(codes(outcome)).toEqual(["signin-delegate", "signin-away"]);
    expect([(await person("方静"))?.status, (await person("陈立新"))?.status]).toEqual(["absent", "present"]);
    expect(await person("郑宇航")).toBeUndefined();
  });
});

describe("the register and the sign-in sheet", () => {
  it("take over from each other what changed on one side", async () => {
    await planner.on("2026-11-24").run("request-leave", { meeting: NEXT, name: "方静", reason: "看样", delegate: "孙海涛" });
    type(rowOf("唐慧"), { arrived: "09:30", note: "带预算表" });
    await planner.on("2026-11-25").run("record-attendance");
    expect([said("方静", "status"), said("方静", "reason")]).toEqual(["请假", "看样"]);
    expect(await person("唐慧")).toMatchObject({ status: "present", note: "带预算表" });
  });

  it("ask where both changed, and where a cell was cleared", async () => {
    type(rowOf("唐慧"), { arrived: "09:30", note: "带预算表" });
    await planner.run("record-attendance");
    type(rowOf("唐慧"), { note: null, arrived: "09:40" });
    await planner.edit("attendance", keyOf("唐慧"), "arrived", "09:35");
    const outcome = await planner.run("record-attendance");
    expect(codes(outcome, "error")).toEqual(["both-changed", "cell-cleared"]);
    const id = keyOf("唐慧");
    await planner.run("record-attendance", { confirm: `${id}.arrived`, putBack: `${id}.note` });
    expect(await person("唐慧")).toMatchObject({ arrived: "09:40", status: "late", lateMinutes: 10, note: "带预算表" });
    expect(said("唐慧", "note")).toBe("带预算表");
    expect(codes(await planner.run("record-attendance"), "error")).toEqual([]);
  });

  it("do not take a name written over another's for that person", async () => {
    const id = keyOf("陈立新");
    type(rowOf("陈立新"), { name: "郑宇航", arrived: "09:30" });
    const outcome = await planner.run("record-attendance");
    expect(told(outcome, "signin-renamed")[0]).toContain("这一行原是「陈立新」，现写成「郑宇航」");
    expect((await person("陈立新"))?.status).toBe("expected");
    await planner.run("record-attendance", { putBack: `${id}.name` });
    expect((await person("陈立新"))?.status).toBe("present");
    expect(said("陈立新", "arrived")).toBe("09:30");
  });

  it("keep a row whose line was deleted, and put it back when asked to", async () => {
    const id = keyOf("方静");
    const row = rowOf("方静");
    for (const [column] of sheet().cells.get(row) ?? []) sheet().setValue(row, column, null);
    const outcome = await planner.run("record-attendance");
    expect(codes(outcome)).toContain("signin-row-deleted");
    expect((await person("方静"))?.status).toBe("expected");
    await planner.run("record-attendance", { putBack: id });
    expect(keyOf("方静")).toBe(id);
    expect(codes(await planner.run("record-attendance"))).not.toContain("signin-row-deleted");
  });

  it("count a copied row once", async () => {
    const line = [...(sheet().cells.get(rowOf("方静")) ?? [])];
    const to = spare();
    for (const [column, { value }] of line) sheet().setValue(to, column, value);
    expect(codes(await planner.run("record-attendance"), "error")).toEqual(["signin-twice"]);
    expect((await rowsOfMeeting(planner, "attendance", NEXT)).filter(({ name }) => name === "方静")).toHaveLength(1);
  });
});

describe("minutes made before the meeting", () => {
  beforeEach(async () => {
    await planner.on("2026-11-22").run("generate-minutes");
    planner.on("2026-11-25");
    for (const name of ["周明远", "吴国强", "蒋文博", "许志华", "唐慧", "彭晓燕", "林晓彤"]) type(rowOf(name), { signature: "√" });
    type(rowOf("陈立新"), { delegate: "郑宇航", signature: "郑", reason: "出差" });
    type(rowOf("方静"), { status: "缺席" });
  });

  it("say in their head who really came, and record it so", async () => {
    await planner.run("record-attendance");
    const minutes = planner.minutes(NEXT);
    expect(minutes.head("attendees")).toContain("销售部：郑宇航（代陈立新）");
    expect(minutes.head("attendees")).not.toContain("方静");
    expect(minutes.head("absentees")).toBe("陈立新（销售部，出差，郑宇航）；方静（采购部）");
    expect(minutes.head("counts")).toBe("应到 9 人，实到 8 人");
    await planner.run("record-minutes");
    expect([(await person("方静"))?.status, (await person("郑宇航"))?.status]).toEqual(["absent", "present"]);
    expect(await planner.row("meetings", NEXT)).toMatchObject({ expected: 9, present: 8 });
    expect((await planner.run("record-attendance")).edits).toBe(0);
  });

  it("are left alone where somebody typed in the head, and the difference is said", async () => {
    const minutes = planner.minutes(NEXT);
    minutes.head("attendees", "周明远、方静");
    const outcome = await planner.run("record-attendance");
    expect(codes(outcome)).toContain("minutes-attendance-differs");
    expect(minutes.head("attendees")).toBe("周明远、方静");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { CellValue } from "../../core/index.ts";
import { signInColumn } from "../../core/meeting/signin-form.ts";
import type { Planner, Row } from "../journey/planner.ts";
import { signInOf, signInRows } from "../support/convening.ts";
import { codes, NEXT, openedSample, plannedSample, reported, rowsOfMeeting, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
  await planner.run("prepare-meeting");
});

function sheet(of = planner) {
  return signInOf(of.workbook.sheets, NEXT) ?? expect.fail("no sign-in sheet");
}

function rowOf(name: string, of = planner): number {
  return signInRows(sheet(of)).find((row) => sheet(of).cell(row, signInColumn("name"))?.value === name) ?? expect.fail(name);
}

function sign(name: string, said: Readonly<Record<string, CellValue>>, of = planner): void {
  for (const [id, value] of Object.entries(said)) sheet(of).setValue(rowOf(name, of), signInColumn(id), value);
}

/** The sheet's rows that nobody has yet. */
function spare(index = 0): number {
  return signInRows(sheet()).filter((row) => sheet().cell(row, 0)?.value === "signin:")[index] ?? expect.fail("no spare row");
}

async function person(name: string, of = planner): Promise<Row> {
  return (await rowsOfMeeting(of, "attendance", NEXT)).find((row) => row.name === name) ?? expect.fail(name);
}

const EVERYBODY = ["周明远", "陈立新", "吴国强", "蒋文博", "方静", "许志华", "唐慧", "彭晓燕", "林晓彤"];

describe("四(一)1 参会人员签到", () => {
  it("签到表列出应到人员，代表排在被代表人之后，可打印签名；存盘后仍可登记", async () => {
    const opened = await openedSample();
    await opened.run("prepare-meeting");
    await opened.run("request-leave", { name: "陈立新", reason: "出差", delegate: "郑宇航" });
    const made = await opened.run("make-sign-in");
    expect(reported(made)).toEqual([`会议 ${NEXT}（2026-11-25）的签到表已生成在「签到表 ${NEXT}」，共 10 人。`]);
    opened.reopen();
    const names = signInRows(sheet(opened)).map((row) => sheet(opened).cell(row, signInColumn("name"))?.value ?? null);
    expect(names.slice(0, 4)).toEqual(["周明远", "陈立新", "郑宇航", "吴国强"]);
    expect(names.slice(10)).toEqual([null, null, null, null, null]);
    const page = sheet(opened).page ?? expect.fail("no page");
    expect([page.orientation, page.paper, page.fitWidth]).toEqual(["landscape", "A4", 1]);
    for (const name of EVERYBODY) if (name !== "陈立新") sign(name, { arrived: "09:30" }, opened);
    sign("郑宇航", { signature: "郑宇航" }, opened);
    const outcome = await opened.reopen().on("2026-11-25").run("record-attendance");
    expect(reported(outcome)).toEqual([`已登记会议 ${NEXT} 的签到：应到 9 人，实到 9 人；迟到 0，早退 0，请假 1，缺席 0。`]);
    expect(await opened.row("meetings", NEXT)).toMatchObject({ expected: 9, present: 9 });
    expect(await person("郑宇航", opened)).toMatchObject({ status: "present", kind: "standing", note: "代 陈立新 出席" });
  });

  it("再生成时只补上新增的人，已填的不动", async () => {
    await planner.run("make-sign-in");
    sign("方静", { arrived: "09:28", note: "先到" });
    await planner.run("request-leave", { name: "韩雪", reason: "培训", delegate: "蒋文博" });
    const again = await planner.run("make-sign-in");
    expect(codes(again, "error")).toEqual([]);
    expect(reported(again)[0]).toContain("补上 1 人");
    expect(sheet().cell(rowOf("方静"), signInColumn("note"))?.value).toBe("先到");
    expect(sheet().cell(rowOf("韩雪"), signInColumn("status"))?.value).toBe("请假");
    expect((await planner.run("make-sign-in")).edits).toBe(0);
  });

  it("空行不够时插入新行；插入、移动的行都读得回来", async () => {
    await planner.run("make-sign-in");
    for (let index = 0; index < 7; index++) await planner.run("request-leave", { name: `外协${index}`, reason: "出差" });
    await planner.run("make-sign-in");
    const rows = signInRows(sheet());
    expect(rows).toHaveLength(16);
    const orders = rows.map((row) => Number(sheet().cell(row, 1)?.value));
    expect([...orders].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    await planner.on("2026-11-25").run("record-attendance", { meeting: NEXT });
    expect(await person("外协6")).toMatchObject({ status: "leave", reason: "出差" });
  });

  it("未列名的人写在空行，登记为临时参会并得到编号", async () => {
    await planner.run("make-sign-in");
    sheet().setValue(spare(), signInColumn("name"), "外协厂王工");
    sheet().setValue(spare(), signInColumn("arrived"), "09:31");
    const outcome = await planner.on("2026-11-25").run("record-attendance");
    expect(await person("外协厂王工")).toMatchObject({ kind: "temporary", status: "late", lateMinutes: 1 });
    expect(codes(outcome)).toContain("attendee-unknown");
    expect((await planner.run("record-attendance")).edits).toBe(0);
  });
});

describe("五1 按时参会，不得无故迟到、早退、缺席", () => {
  beforeEach(async () => {
    await planner.run("make-sign-in");
    planner.on("2026-11-25");
  });

  it("迟到分钟从开始时间算，早退看离会时间；宽限按设置", async () => {
    sign("方静", { arrived: "09:37" });
    sign("唐慧", { arrived: "09:30", left: "10:40" });
    sign("许志华", { arrived: 9.5 / 24, left: 11 / 24 });
    await planner.run("record-attendance");
    expect(await person("方静")).toMatchObject({ status: "late", lateMinutes: 7 });
    expect(await person("唐慧")).toMatchObject({ status: "leftEarly", lateMinutes: null });
    expect(await person("许志华")).toMatchObject({ status: "present" });
    expect(sheet().cell(rowOf("方静"), signInColumn("status"))?.value).toBe("迟到");
    const settings = [
      { setting: "lateGrace", value: "10" },
      { setting: "earlyGrace", value: "30" },
    ];
    await planner.run("change-settings", { items: settings });
    await planner.run("record-attendance");
    expect([await person("方静"), await person("唐慧")]).toMatchObject([{ status: "present", lateMinutes: null }, { status: "present" }]);
  });

  it("签到时间改正后，按时间判定的出勤随之改变；人选定的不变", async () => {
    sign("方静", { arrived: "09:45" });
    sign("唐慧", { arrived: "09:45", status: "出席" });
    const first = await planner.run("record-attendance");
    expect(told(first, "signin-times")[0]).toContain("「唐慧」");
    sign("方静", { arrived: "09:25" });
    await planner.run("record-attendance");
    expect([(await person("方静")).status, (await person("唐慧")).status]).toEqual(["present", "present"]);
  });

  it("没有签到的不擅自算缺席：会后列出名字，选定后才登记", async () => {
    for (const name of EVERYBODY.slice(2)) sign(name, { signature: "√" });
    expect(codes(await planner.run("record-attendance"))).toEqual([]);
    planner.on("2026-11-26");
    const outcome = await planner.run("record-attendance");
    expect(told(outcome, "attendance-unsaid")[0]).toContain("有 2 人没有签到，也没有写明原因：周明远、陈立新");
    expect((await person("陈立新")).status).toBe("expected");
    const sure = await planner.run("record-attendance", { absentOthers: true });
    expect(codes(sure)).toEqual([]);
    expect((await person("陈立新")).status).toBe("absent");
    expect(await planner.row("meetings", NEXT)).toMatchObject({ expected: 9, present: 7 });
    expect((await planner.run("record-attendance", { absentOthers: true })).edits).toBe(0);
  });

  it("会议没结束，不登记缺席", async () => {
    const outcome = await planner.run("record-attendance", { absentOthers: true });
    expect(codes(outcome)).toEqual(["attendance-not-over"]);
    expect((await person("陈立新")).status).toBe("expected");
  });

  it("代表在被代表人的行里签名：本人请假，代表到会，部门算到会", async () => {
    sign("陈立新", { delegate: "郑宇航", arrived: "09:35" });
    await planner.run("record-attendance");
    expect(await person("陈立新")).toMatchObject({ status: "leave", delegate: "郑宇航" });
    expect(await person("郑宇航")).toMatchObject({ status: "late", lateMinutes: 5, note: "代 陈立新 出席" });
    expect(await planner.row("meetings", NEXT)).toMatchObject({ expected: 9, present: 1 });
    expect((await planner.run("record-attendance")).edits).toBe(0);
  });

  it("只写了缺席原因的算请假", async () => {
    sign("彭晓燕", { reason: "客户投诉现场处理" });
    await planner.run("record-attendance");
    expect((await person("彭晓燕")).status).toBe("leave");
  });
});

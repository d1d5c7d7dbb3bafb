import PostalMime from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../core/index.ts";
import { fileBytes } from "../../pane/word/file-bytes.ts";
import type { Planner } from "../journey/planner.ts";
import { approvedMinutes, MEETING } from "../support/filed-meeting.ts";
import { codes, reported, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await approvedMinutes();
});

async function sent(version = 1) {
  return (await planner.rows("distribution")).filter(
    (row) => row.meeting === MEETING && row.document === "minutes" && row.version === version,
  );
}

async function mailOf({ files = [] }: Outcome) {
  const file = files.find(({ kind }) => kind === "mail") ?? expect.fail("no mail");
  return PostalMime.parse(await fileBytes(file));
}

describe("四(二) 会后一个工作日内分发至所有参会人员及相关决策层", () => {
  it("参会、缺席、代理人员和决策层各登记一次，写明身份；状态和日期入账", async () => {
    const outcome = await planner.run("distribute-minutes", { meeting: MEETING });
    expect(codes(outcome, "error")).toEqual([]);
    const rows = await sent();
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const roles = Object.fromEntries(rows.map(({ name, role }) => [name, role]));
    expect(roles).toMatchObject({ 何佳: "参会人员", 陈立新: "缺席人员", 郑宇航: "授权代表", 周明远: "参会人员" });
    const makers = (await planner.rows("people")).filter(({ decisionMaker, active }) => decisionMaker === true && active !== false);
    expect(makers.length).toBeGreaterThan(0);
    for (const { name } of makers) expect(names).toContain(name);
    expect(await planner.row("meetings", MEETING)).toMatchObject({ state: "distributed", distributedOn: "2026-11-26" });
    expect(reported(outcome)).toEqual([`会议 ${MEETING} 的记录（第 1 版）已登记分发 ${rows.length} 人。`]);
  });

  it("给出可直接发送的邮件：收件人齐全，正文有决议和按责任人列出的待办，附 Word 记录", async () => {
    const outcome = await planner.run("distribute-minutes", { meeting: MEETING });
    const mail = await mailOf(outcome);
    expect(mail.subject).toBe(`会议记录：产销协调例会 2026-11-25（${MEETING}）`);
    expect(mail.to?.length).toBeGreaterThan(5);
    expect(mail.text).toContain("W50 增排 120 台");
    expect(mail.text).toContain("销售部/何佳：提交报价 2 份（2026-11-30）");
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([`会议记录 ${MEETING}.docx`]);
    expect(outcome.files?.map(({ name }) => name)).toEqual([
      `会议记录 ${MEETING}.eml`,
      `会议记录 ${MEETING}.docx`,
      `会议记录 ${MEETING} 摘要.txt`,
    ]);
  });

  it("没有邮箱的人指出姓名，不悄悄漏掉；补上邮箱后再分发即更新", async () => {
    const { email } = (await planner.rows("people")).find(({ name }) => name === "何佳") ?? expect.fail("no 何佳");
    await planner.edit("people", "何佳", "email", null);
    const outcome = await planner.run("distribute-minutes", { meeting: MEETING });
    expect(told(outcome, "recipients-unreachable")).toEqual(["有 1 人没有可用的邮箱，请另行送达：何佳"]);
    expect((await mailOf(outcome)).to?.map(({ name }) => name)).not.toContain("何佳");
    const row = async () => (await sent()).find(({ name }) => name === "何佳");
    expect((await row())?.email ?? "").toBe("");
    await planner.edit("people", "何佳", "email", email ?? null);
    expect(codes(await planner.run("distribute-minutes", { meeting: MEETING }))).toEqual([]);
    expect((await row())?.email).toBe(email);
  });

  it("没有审核的不能分发；审核后被改动的不能分发；再分发不重复登记", async () => {
    await planner.run("distribute-minutes", { meeting: MEETING });
    const again = await planner.on("2026-11-30").run("distribute-minutes", { meeting: MEETING });
    expect([again.edits, again.report[0]?.code, again.files?.length]).toEqual([0, "already-distributed", 3]);
    await planner.run("amend-minutes", { meeting: MEETING, reason: "报价份数有误" });
    expect(codes(await planner.run("distribute-minutes", { meeting: MEETING }))).toEqual(["approve-first"]);
    await planner.run("approve-minutes", { meeting: MEETING });
    const first = (await sent()).length;
    expect(codes(await planner.run("distribute-minutes", { meeting: MEETING }), "error")).toEqual([]);
    expect([(await sent()).length, (await sent(2)).length]).toEqual([first, first]);
    expect((await planner.row("meetings", MEETING)).distributedOn).toBe("2026-11-26");
    const amended = planner.minutes(`${MEETING}:2`);
    amended.head("place", "别处");
    expect(codes(await planner.run("distribute-minutes", { meeting: MEETING }))).toEqual(["sealed-cell-changed"]);
  });

  it("晚于时限的按工作日提醒", async () => {
    const outcome = await planner.on("2026-12-01").run("distribute-minutes", { meeting: MEETING });
    expect(told(outcome, "minutes-sent-late")).toEqual([`会议 ${MEETING} 的记录比时限晚 3 个工作日分发。`]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { type Planner, serial } from "../journey/planner.ts";
import { approvedMinutes, MEETING } from "../support/filed-meeting.ts";
import { codes, reported, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await approvedMinutes();
  await planner.run("distribute-minutes", { meeting: MEETING });
});

async function index() {
  return (await planner.rows("archive")).filter(({ meeting }) => meeting === MEETING);
}

/** A paper that came in, typed by hand. */
async function submitPaper(): Promise<string> {
  const paper = { meeting: MEETING, paper: "外协进度", department: "采购部", place: "\\\\fs\\产销\\外协.xlsx", note: "" };
  const sheet = planner.sheet("会议资料");
  const row = sheet.used().rows;
  const headings = Array.from({ length: sheet.used().columns }, (_, column) => String(sheet.cell(0, column)?.value ?? ""));
  const values = {
    资料编号: `${MEETING}-P1`,
    会议编号: MEETING,
    资料名称: paper.paper,
    提供部门: paper.department,
    资料状态: "已提交",
    实交时间: serial("2026-11-24"),
    存放位置: paper.place,
  };
  for (const [heading, value] of Object.entries(values)) sheet.setValue(row, headings.indexOf(heading), value);
  return `${MEETING}-P1`;
}

describe("四(三) 会议记录、通知、议题材料及附件统一编号存档", () => {
  it("每件一个归档编号，写明名称、存放位置、归档人、期限和指纹；会议和资料可从两头查到", async () => {
    const paper = await submitPaper();
    const outcome = await planner.run("archive-meeting", { meeting: MEETING });
    expect(codes(outcome, "error")).toEqual([]);
    const rows = await index();
    expect(rows.map(({ no }) => no)).toEqual(rows.map((_, at) => `CX-DA-2026-${String(at + 1).padStart(3, "0")}`));
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["minutes", "topics", "papers"]));
    for (const row of rows) {
      expect(row).toMatchObject({ filedBy: "顾婷", filedOn: "2026-11-26", retention: "10 年", medium: "electronic" });
      expect(row.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    }
    const minutes = rows.find(({ kind }) => kind === "minutes");
    expect(minutes).toMatchObject({ title: `会议记录 ${MEETING} 产销协调例会`, place: `本工作簿「会议记录 ${MEETING}」` });
    expect(await planner.row("meetings", MEETING)).toMatchObject({ state: "archived", archiveNo: minutes?.no });
    const filed = rows.find(({ kind }) => kind === "papers");
    expect(filed).toMatchObject({ title: `${paper} 外协进度`, place: "\\\\fs\\产销\\外协.xlsx" });
    expect((await planner.row("papers", paper)).archiveNo).toBe(filed?.no);
  });

  it("再归档不重复；编号规则改了，旧编号不变；删掉的编号不再用", async () => {
    await planner.run("archive-meeting", { meeting: MEETING });
    const before = await index();
    expect((await planner.run("archive-meeting", { meeting: MEETING })).edits).toBe(0);
    await planner.run("change-settings", { items: [{ setting: "归档编号规则", value: "DA{yy}-{seq:000}" }] });
    expect((await planner.run("archive-meeting", { meeting: MEETING })).edits).toBe(0);
    await planner.run("change-settings", { items: [{ setting: "归档编号规则", value: "" }] });
    const last = String(before.at(-1)?.no);
    await planner.strike("archive", last);
    await planner.run("archive-meeting", { meeting: MEETING });
    const after = (await index()).map(({ no }) => no);
    expect(after).toHaveLength(before.length);
    expect(after).not.toContain(last);
  });

  it("修订稿另编一号，原来的不变", async () => {
    await planner.run("archive-meeting", { meeting: MEETING });
    const before = await index();
    await planner.on("2026-11-27").run("amend-minutes", { meeting: MEETING, reason: "报价份数有误" });
    expect(codes(await planner.run("archive-meeting", { meeting: MEETING }))).toEqual(["approve-first"]);
    for (const id of ["approve-minutes", "distribute-minutes", "archive-meeting"])
      expect(codes(await planner.run(id, { meeting: MEETING }), "error")).toEqual([]);
    const after = await index();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([{ kind: "minutes", title: `会议记录 ${MEETING} 修订1 产销协调例会` }]);
    expect((await planner.row("meetings", MEETING)).archiveNo).toBe(before.find(({ kind }) => kind === "minutes")?.no);
  });

  it("没有记录表的会议说明缺记录表，不说空白的表名", async () => {
    await planner.run("plan-meetings");
    const coming = (await planner.rows("meetings")).find(({ state }) => state === "planned");
    const { problems } = await planner.run("archive-meeting", { meeting: coming?.no });
    expect(problems.map(({ code, params }) => [code, params.no])).toEqual([["minutes-missing", coming?.no]]);
  });

  it("没有审核的不能归档；没有分发的提醒；记录不在本簿的登记编号并提醒", async () => {
    const book = await approvedMinutes();
    expect(codes(await book.run("archive-meeting", { meeting: MEETING }))).toContain("distribute-first");
    const older = await planner.run("archive-meeting", { meeting: "CX-2026-W44-1" });
    expect(codes(older)).toEqual(["filed-without-sheet"]);
    expect(await planner.row("meetings", "CX-2026-W44-1")).toMatchObject({ state: "archived", archiveNo: "CX-DA-2026-001" });
    expect(codes(await planner.run("archive-meeting", { meeting: "CX-2026-W47-1" }))).toEqual(["approve-elsewhere-first"]);
  });
});

describe("四(三) 确保可追溯：核对归档", () => {
  beforeEach(async () => {
    await submitPaper();
    await planner.run("archive-meeting", { meeting: MEETING });
  });

  it("没有改动时说核对了几件，什么也不改", async () => {
    const outcome = await planner.run("verify-archive");
    const n = (await index()).length;
    expect([outcome.edits, outcome.problems, reported(outcome)]).toEqual([0, [], [`核对了 ${n} 件文件，0 件有问题。`]]);
  });

  it("存盘再打开，插入的行列不算改动，改了的单元格逐一指出", async () => {
    const { sheet } = planner.minutes(MEETING);
    const minutes = planner.minutes(MEETING);
    const at = minutes.row(`actions:${MEETING}-A1`);
    minutes.type("actions", at, { owner: "陈立新" });
    sheet.setValue(2, 3, null);
    sheet.setValue(4, 14, "旁注");
    sheet.isProtected = false;
    const outcome = await planner.run("verify-archive", { meeting: MEETING });
    expect(told(outcome, "sealed-unprotected")).toHaveLength(1);
    expect(told(outcome, "sealed-cell-changed")).toEqual([
      `会议记录 ${MEETING}!${minutes.address("actions", at, "owner")} 已审核或归档的内容被改动，现为「陈立新」。`,
    ]);
    expect(told(outcome, "sealed-cell-removed")[0]).toMatch(/!D3 /);
    expect(told(outcome, "sealed-cell-added")).toEqual([`会议记录 ${MEETING}!O5 审核或归档之后加上的内容：「旁注」。`]);
    expect(reported(outcome)[0]).toContain("1 件有问题");
  });

  it("工作表被删除、资料登记被改、归档目录的指纹被改，都说得出", async () => {
    await planner.edit("papers", `${MEETING}-P1`, "place", "别处");
    const minutes = (await index()).find(({ kind }) => kind === "minutes");
    await planner.edit("archive", String(minutes?.no), "fingerprint", "0000");
    const outcome = await planner.run("verify-archive");
    expect(told(outcome, "sealed-cell-changed")[0]).toMatch(/^会议资料!.*别处/);
    expect(told(outcome, "archive-row-changed")[0]).toContain(String(minutes?.no));
    const { sheets } = planner.workbook;
    sheets.splice(sheets.indexOf(planner.minutes(MEETING).sheet), 1);
    await planner.strike("archive", String(minutes?.no));
    const gone = await planner.run("verify-archive");
    expect(codes(gone)).toEqual(expect.arrayContaining(["sealed-sheet-missing", "archive-row-missing"]));
    expect(codes(await planner.run("generate-minutes", { meeting: MEETING }))).toEqual(["sealed-sheet-missing"]);
  });

  it("隐藏表丢了，仍凭归档目录的指纹核对", async () => {
    const { sheets } = planner.workbook;
    sheets.splice(sheets.indexOf(planner.sheet("_concord")), 1);
    expect((await planner.run("verify-archive")).problems).toEqual([]);
    planner.minutes(MEETING).head("place", "别处");
    expect(codes(await planner.run("verify-archive"))).toEqual(["archive-row-changed"]);
    expect(codes((await planner.record({ meeting: MEETING })).outcome)).toEqual(["minutes-approved"]);
  });
});

describe("四(三) 取消的会议", () => {
  it("通知照样编号存档，会议仍是已取消；再归档不重复", async () => {
    const [meeting] = (await planner.rows("meetings")).filter(({ state }) => state === "planned");
    const no = String(meeting?.no ?? expect.fail("The sample plans no further meeting."));
    await planner.run("send-notice", { meeting: no });
    await planner.run("cancel-meeting", { meeting: no, reason: "年终盘点" });
    await planner.run("send-notice", { meeting: no });
    const outcome = await planner.run("archive-meeting", { meeting: no });
    expect(codes(outcome, "error")).toEqual([]);
    const filed = (await planner.rows("archive")).filter((row) => row.meeting === no);
    expect(filed.filter(({ kind }) => kind === "notice")).toHaveLength(2);
    expect(filed.filter(({ kind }) => kind === "minutes")).toEqual([]);
    const after = (await planner.rows("meetings")).find((row) => row.no === no);
    expect(after).toMatchObject({ state: "cancelled", archiveNo: filed[0]?.no });
    expect((await planner.run("archive-meeting", { meeting: no })).edits).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "../../core/files/fingerprint.ts";
import type { Outcome } from "../../core/index.ts";
import { type Minutes, Planner, sampleWithMinutes, savedSample, serial } from "../journey/planner.ts";
import { fillIn, HELD, MEETING } from "../support/filed-meeting.ts";
import { codes, reported, told } from "../support/office-work.ts";

let planner: Planner;
let minutes: Minutes;

beforeEach(async () => {
  planner = await sampleWithMinutes();
  fillIn(planner);
  minutes = planner.minutes(MEETING);
});

async function recorded(): Promise<void> {
  const { outcome } = await planner.on(HELD).record();
  expect(codes(outcome, "error")).toEqual([]);
}

async function approved(): Promise<void> {
  await recorded();
  expect(codes(await planner.on("2026-11-26").run("approve-minutes", { meeting: MEETING }), "error")).toEqual([]);
}

/** What a command brings into the register, but for the lights. */
function said({ preview }: Outcome): Outcome["preview"] {
  return preview.filter(({ table, field }) => table !== undefined && field !== "light" && field !== "daysLate");
}

function fingerprintOf(book: Planner, no = MEETING): string {
  const sheet = book.minutes(no).sheet;
  const { rows, columns } = sheet.used();
  const values = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => sheet.cell(row, column)?.value ?? null),
  );
  return fingerprint({ cells: { values }, dateSystem: 1900, hasMarkers: true });
}

describe("四(二) 经主持人审核确认", () => {
  it("审核后状态、审核人、日期入账，签字栏填好，工作表锁定并留存指纹", async () => {
    await recorded();
    const outcome = await planner.on("2026-11-26").run("approve-minutes", { meeting: MEETING });
    expect(outcome.problems).toEqual([]);
    expect(await planner.row("meetings", MEETING)).toMatchObject({ state: "approved", approvedBy: "周明远", approvedOn: "2026-11-26" });
    expect(minutes.sheet.isProtected).toBe(true);
    const sign = (at: number, column: number) => minutes.sheet.cell(minutes.row(`sign:${at}`), column)?.value;
    expect(sign(0, 5)).toBe("审核：主持人（签字/日期）： 周明远 2026-11-26");
    expect(sign(1, 9)).toBe("完成整理时间： 2026-11-25");
    expect(reported(outcome)[0]).toContain(`指纹 ${fingerprintOf(planner).slice(0, 16)}`);
  });

  it("存盘再打开，仍然锁定，不能再登记，不能再审核", async () => {
    const book = Planner.open(await savedSample());
    fillIn(book);
    await book.on(HELD).record();
    expect(codes(await book.on("2026-11-26").run("approve-minutes"), "error")).toEqual([]);
    book.reopen();
    const before = [...book.minutes(MEETING).cells()];
    expect(book.minutes(MEETING).sheet.isProtected).toBe(true);
    const again = await book.run("approve-minutes", { meeting: MEETING });
    expect(told(again, "already-approved")[0]).toContain("已由 周明远 于 2026-11-26 审核");
    const { outcome } = await book.record({ meeting: MEETING });
    expect(codes(outcome)).toEqual(["minutes-approved"]);
    await book.run("generate-minutes", { meeting: MEETING });
    await book.run("refresh-tracking");
    expect([...book.minutes(MEETING).cells()]).toEqual(before);
  });

  it("人自己写的公式固定为数值", async () => {
    const row = minutes.rows("balance:")[0] ?? -1;
    minutes.type("balance", row, { opening: 100, demand: 70, planned: 50 });
    minutes.sheet.setFormula(row, minutes.column("balance", "closing"), `E${row + 1}+G${row + 1}-F${row + 1}`, 80);
    await approved();
    const cell = minutes.sheet.cell(row, minutes.column("balance", "closing"));
    expect([cell?.value, cell?.formula]).toEqual([80, undefined]);
  });

  it("公式没有计算结果的不能审核，指出单元格", async () => {
    await recorded();
    minutes.sheet.setFormula(3, 15, "1+1", null);
    const outcome = await planner.on("2026-11-26").run("approve-minutes", { meeting: MEETING });
    expect(told(outcome, "not-calculated")[0]).toMatch(/!P4 /);
    expect([outcome.edits, minutes.sheet.isProtected]).toEqual([0, false]);
  });

  it("没有登记、有未解决的问题、登记后又改过的，都不能审核", async () => {
    expect(codes(await planner.on(HELD).run("approve-minutes", { meeting: MEETING }))).toEqual(["not-recorded"]);
    await recorded();
    const spare = minutes.spare("actions");
    minutes.type("actions", spare, { task: "补订包装箱 200 只" });
    const unsound = await planner.run("approve-minutes", { meeting: MEETING });
    expect(codes(unsound, "error").slice(0, 2)).toEqual(["record-first", "owner-missing"]);
    minutes.type("actions", spare, { owner: "何佳", due: serial("2026-12-01") });
    expect(codes(await planner.run("approve-minutes", { meeting: MEETING }))).toEqual(["not-recorded"]);
    await recorded();
    expect(codes(await planner.run("approve-minutes", { meeting: MEETING }))).toEqual([]);
  });

  it("台账里后来的进展不妨碍审核", async () => {
    await recorded();
    await planner.edit("actions", `${MEETING}-A1`, "status", "进行中");
    expect(codes(await planner.on("2026-11-27").run("approve-minutes", { meeting: MEETING }))).toEqual([]);
  });

  it("会前不能审核；没有主持人不能审核；不是主持人审核要写理由", async () => {
    await planner.on("2026-11-24").record();
    expect(codes(await planner.run("approve-minutes", { meeting: MEETING }))).toEqual(["approved-before-meeting"]);
    planner.on(HELD);
    const warned = await planner.run("approve-minutes", { meeting: MEETING, approver: "顾婷" }, true);
    expect(warned.problems).toMatchObject([{ severity: "warning", code: "not-chair" }]);
    const reasoned = await planner.run("approve-minutes", { meeting: MEETING, approver: "顾婷", note: "主持人出差，电话确认" }, true);
    expect(reasoned.problems).toMatchObject([{ severity: "note", code: "not-chair" }]);
    expect(reported(reasoned)[1]).toContain("电话确认");
    minutes.head("chair", null);
    await planner.edit("meetings", MEETING, "chair", null);
    expect(codes(await planner.run("approve-minutes", { meeting: MEETING }))).toEqual(["chair-missing"]);
  });
});

describe("四(二) 更正另出编号的修订稿", () => {
  it("修订稿照原稿排好，写明理由和所替代的版本；原稿和指纹不动，状态回到已记录", async () => {
    await approved();
    const before = [...minutes.cells()];
    const outcome = await planner.on("2026-11-27").run("amend-minutes", { meeting: MEETING, reason: "报价份数有误" });
    expect(outcome.problems).toEqual([]);
    expect([...minutes.cells()]).toEqual(before);
    const amended = planner.minutes(`${MEETING}:2`);
    expect(amended.name).toBe(`会议记录 ${MEETING} 修订1`);
    expect(amended.sheet.cell(amended.row("title"), 1)?.value).toBe("产销协调会议记录（修订 1）");
    expect(amended.sheet.cell(amended.row("amendment"), 1)?.value).toBe(
      `修订 1：报价份数有误。替代第 1 版「会议记录 ${MEETING}」。原稿 2026-11-26 审核。`,
    );
    expect(amended.sheet.cell(amended.row("sign:0"), 5)?.value).toBe("审核：主持人（签字/日期）：");
    for (const block of ["review", "topics", "actions"] as const)
      expect(amended.rows(`${block}:`).map((row) => amended.said(block, row))).toEqual(
        minutes.rows(`${block}:`).map((row) => minutes.said(block, row)),
      );
    expect(await planner.row("meetings", MEETING)).toMatchObject({ state: "recorded" });
  });

  it("登记修订稿只改更正的内容；再审核后不能重复审核", async () => {
    await approved();
    await planner.on("2026-11-27").run("amend-minutes", { meeting: MEETING, reason: "报价份数有误" });
    expect(said(await planner.run("record-minutes", { meeting: MEETING }))).toEqual([]);
    const amended = planner.minutes(`${MEETING}:2`);
    amended.type("actions", amended.row(`actions:${MEETING}-A1`), { task: "提交报价 3 份" });
    const outcome = await planner.run("record-minutes", { meeting: MEETING }, true);
    expect(codes(outcome, "error")).toEqual([]);
    expect(said(outcome)).toMatchObject([{ table: "actions", key: `${MEETING}-A1`, field: "task", after: "提交报价 3 份" }]);
    await planner.run("record-minutes", { meeting: MEETING });
    expect(codes(await planner.run("approve-minutes", { meeting: MEETING }))).toEqual([]);
    expect(amended.sheet.isProtected).toBe(true);
    expect(codes(await planner.run("approve-minutes", { meeting: MEETING }))).toEqual(["already-approved"]);
    await planner.run("amend-minutes", { meeting: MEETING, reason: "再更正" });
    expect(planner.minutes(`${MEETING}:3`).sheet.cell(planner.minutes(`${MEETING}:3`).row("title"), 1)?.value).toContain("修订 2");
    expect(planner.minutes(`${MEETING}:3`).rows("amendment")).toHaveLength(1);
  });

  it("没有审核的不用修订；修订稿没审核完不能再修订；原稿被改动过的先核实", async () => {
    await recorded();
    expect(codes(await planner.run("amend-minutes", { meeting: MEETING, reason: "有误" }))).toEqual(["nothing-to-amend"]);
    await planner.on("2026-11-26").run("approve-minutes", { meeting: MEETING });
    const at = minutes.row(`actions:${MEETING}-A1`);
    const was = minutes.said("actions", at).task ?? null;
    minutes.type("actions", at, { task: "偷改" });
    const refused = await planner.run("amend-minutes", { meeting: MEETING, reason: "有误" });
    expect(told(refused, "sealed-cell-changed")).toEqual([
      `会议记录 ${MEETING}!${minutes.address("actions", at, "task")} 已审核或归档的内容被改动，现为「偷改」。`,
    ]);
    minutes.type("actions", at, { task: was });
    expect(codes(await planner.run("amend-minutes", { meeting: MEETING, reason: "有误" }))).toEqual([]);
    expect(codes(await planner.run("amend-minutes", { meeting: MEETING, reason: "有误" }))).toEqual(["amendment-open"]);
  });
});

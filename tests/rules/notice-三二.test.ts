import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome, OutFile } from "../../core/index.ts";
import type { Planner } from "../journey/planner.ts";
import { codes, NEXT, openedSample, plannedSample, reported, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
  await planner.run("prepare-meeting");
});

/** What a notice's sheet says, a line per row. */
function lines(of: Planner, id = NEXT): string[] {
  const sheet = of.workbook.sheets.find((each) => String(each.cell(0, 0)?.value ?? "").startsWith(`#notice ${id} `)) ?? expect.fail(id);
  return [...sheet.cells]
    .sort(([a], [b]) => a - b)
    .map(([, line]) =>
      [...line]
        .sort(([a], [b]) => a - b)
        .flatMap(([column, { value }]) => (column === 0 || value === null ? [] : [String(value)]))
        .join("|"),
    );
}

function textOf({ files = [] }: Outcome, extension: string): string {
  const file: OutFile | undefined = files.find(({ name }) => name.endsWith(extension));
  return file?.kind === "text" ? file.text : expect.fail(`no ${extension}`);
}

describe("三(二)1 会前发出会议通知", () => {
  it("通知写明编号、时间、地点、主持人、记录人、参会人员、带时刻的议程和资料；存盘后仍在", async () => {
    const opened = await openedSample();
    await opened.run("prepare-meeting");
    const outcome = await opened.run("send-notice");
    expect(reported(outcome)).toEqual([`会议 ${NEXT} 的通知 ${NEXT}-通知1 已生成在「会议通知 ${NEXT}」，发给 9 人。`]);
    const said = lines(opened.reopen());
    expect(said).toEqual(
      expect.arrayContaining([
        `通知编号|${NEXT}-通知1|会议编号|${NEXT}`,
        "会议时间|2026-11-25（周三） 09:30-11:00|会议地点/链接|办公楼二楼 201 会议室",
        "主持人|周明远|记录人|林晓彤",
        "1|09:30|回顾上次会议决议执行情况\n督办通报：CX-2026-W43-1-A2 与宏润铸造签订 WQ 泵壳质量协议（采购部/马俊）|运营管理部|10",
        "2|09:40|销售端反馈|销售部、客服部|15",
        "3|生产部|生产计划及达成、产能及瓶颈、质量反馈|2026-11-24",
        "发布部门|运营管理部|发布日期|2026-11-22",
      ]),
    );
    expect((await opened.row("meetings", NEXT)).state).toBe("noticed");
  });

  it("缺主持人、记录人、时间或地点的不发，指出单元格", async () => {
    for (const field of ["chair", "recorder", "start", "place"]) await planner.edit("meetings", NEXT, field, null);
    const outcome = await planner.run("send-notice", { meeting: NEXT });
    expect(codes(outcome, "error")).toEqual(["chair-missing", "recorder-missing", "start-missing", "place-missing"]);
    expect(outcome.problems.every(({ at }) => at?.sheet === "会议台账")).toBe(true);
    expect([outcome.edits, outcome.files ?? []]).toEqual([0, []]);
  });

  it("议程超时、资料未交、不足一个工作日、当天另有会议的提醒，照样发出", async () => {
    await planner.on("2026-11-25").run("propose-meeting", {
      name: "插单会",
      date: "2026-11-25",
      start: "14:00",
      minutes: 30,
      place: "301",
      trigger: "market",
      reason: "加单",
      proposer: "何佳",
      department: "销售部",
    });
    const outcome = await planner.run("send-notice", { meeting: NEXT });
    expect(codes(outcome, "error")).toEqual([]);
    expect(codes(outcome)).toEqual(expect.arrayContaining(["notice-short", "same-day-meeting", "agenda-too-long", "papers-late"]));
    expect((await planner.row("meetings", NEXT)).state).toBe("noticed");
  });

  it("提前一个工作日的不算晚；天数按设置", async () => {
    expect(codes(await planner.on("2026-11-24").run("send-notice"))).not.toContain("notice-short");
    await planner.run("change-settings", { items: [{ setting: "noticeDays", value: "3" }] });
    expect(told(await planner.run("send-notice"), "notice-short")[0]).toMatch(/^会议台账!E\d+ .*不足提前 3 个工作日/);
  });

  it("没有负责人的固定部门提醒", async () => {
    const departments = planner.sheet("部门");
    for (const [row, line] of departments.cells)
      if (line.get(0)?.value === "财务部") for (const column of [1, 2]) departments.setValue(row, column, null);
    expect(codes(await planner.run("send-notice"))).toContain("department-without-head");
  });

  it("发给谁、发到哪里登记在「分发」；没有邮箱的人指出，请另行通知", async () => {
    const people = planner.sheet("人员");
    for (const [row, line] of people.cells)
      if (line.get(0)?.value === "唐慧")
        for (const [column, { value }] of line) if (String(value).includes("@")) people.setValue(row, column, "");
    const outcome = await planner.run("send-notice");
    expect(told(outcome, "invitees-unreachable")[0]).toMatch(/^人员!D\d+ 有 1 人没有可用的邮箱，请另行通知：唐慧$/);
    const rows = await planner.rows("distribution");
    expect(rows).toHaveLength(9);
    expect(rows[1]).toMatchObject({
      no: `${NEXT}-D2`,
      document: "notice",
      version: 1,
      name: "陈立新",
      role: "固定",
      email: "chen.lixin@example.com",
    });
    expect(rows.find(({ name }) => name === "唐慧")).toMatchObject({ email: null, how: null });
  });

  it("再发一次，工作簿不变，文件照给", async () => {
    await planner.run("send-notice");
    const again = await planner.on("2026-11-23").run("send-notice", { meeting: NEXT });
    expect([again.edits, again.files?.map(({ name }) => name)]).toEqual([
      0,
      [".ics", ".eml", ".txt"].map((extension) => `会议通知 ${NEXT}-通知1${extension}`),
    ]);
  });
});

describe("三(一)2、四(三) 改期、取消后再通知", () => {
  it("改期后是第二版，写明原定时间和理由；第一版的表仍在；日历条目接着更新", async () => {
    const first = await planner.run("send-notice");
    await planner.run("move-meeting", { meeting: NEXT, date: "2026-11-27", start: "14:00", reason: "客户来访" });
    const outcome = await planner.run("send-notice", { meeting: NEXT });
    expect(reported(outcome)[0]).toContain(`变更通知 ${NEXT}-通知2`);
    expect(lines(planner, `${NEXT}:2`)).toEqual(
      expect.arrayContaining([
        "产销协调会议变更通知",
        "变更说明|原定 2026-11-25（周三） 09:30-11:00，办公楼二楼 201 会议室，现改为以下时间、地点。原因：客户来访",
        "会议时间|2026-11-27（周五） 14:00-15:30|会议地点/链接|办公楼二楼 201 会议室",
      ]),
    );
    expect(lines(planner)).toContain("会议时间|2026-11-25（周三） 09:30-11:00|会议地点/链接|办公楼二楼 201 会议室");
    const uid = (text: string): string | undefined => /^UID:.*$/m.exec(text)?.[0];
    expect(textOf(outcome, ".ics")).toContain("SEQUENCE:1");
    expect(uid(textOf(outcome, ".ics"))).toBe(uid(textOf(first, ".ics")));
    expect((await planner.run("send-notice", { meeting: NEXT })).edits).toBe(0);
  });

  it("改期又改回来，仍是原来那一版", async () => {
    await planner.run("send-notice");
    await planner.run("move-meeting", { meeting: NEXT, date: "2026-11-27", reason: "客户来访" });
    await planner.run("move-meeting", { meeting: NEXT, date: "2026-11-25", reason: "客户不来了" });
    await planner.run("send-notice", { meeting: NEXT });
    expect(planner.workbook.sheets.filter(({ name }) => name.startsWith("会议通知"))).toHaveLength(1);
    expect((await planner.row("meetings", NEXT)).state).toBe("noticed");
  });

  it("取消后发取消通知，写明原因，日历条目撤销；状态仍是已取消", async () => {
    await planner.run("send-notice");
    await planner.run("cancel-meeting", { meeting: NEXT, reason: "停电检修" });
    const outcome = await planner.run("send-notice", { meeting: NEXT });
    expect(lines(planner, `${NEXT}:2`)).toEqual(expect.arrayContaining(["产销协调会议取消通知", "取消原因|停电检修"]));
    expect(textOf(outcome, ".ics")).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
    expect((await planner.row("meetings", NEXT)).state).toBe("cancelled");
    expect((await planner.run("send-notice", { meeting: NEXT })).edits).toBe(0);
  });

  it("没有发过通知就取消的，不必再通知", async () => {
    await planner.run("cancel-meeting", { meeting: NEXT, reason: "停电检修" });
    expect(codes(await planner.run("send-notice", { meeting: NEXT }))).toEqual(["cancelled-unnoticed"]);
  });
});

describe("五2-3 会议纪律印在通知上", () => {
  it("按设置的文字印出；填「无」则不印", async () => {
    await planner.run("change-settings", { items: [{ setting: "conduct", value: "手机静音，不做与会议无关的事。" }] });
    const outcome = await planner.run("send-notice");
    expect(lines(planner)).toContain("会议纪律|手机静音，不做与会议无关的事。");
    expect(textOf(outcome, ".txt")).toContain("会议纪律\n手机静音");
    await planner.run("change-settings", { items: [{ setting: "conduct", value: "无" }] });
    expect(textOf(await planner.run("send-notice"), ".txt")).not.toContain("会议纪律");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { type Minutes, Planner, sampleWithMinutes, serial } from "../journey/planner.ts";

let planner: Planner;
let minutes: Minutes;

beforeAll(async () => {
  planner = await sampleWithMinutes();
  minutes = planner.minutes();
});

function texts(): string[] {
  return [...minutes.cells().values()].map(String);
}

describe("会议记录表", () => {
  it("三(三)1-2 各节按顺序：上次决议、销售端、生产端、供需平衡、议题决议、待办、未解决问题、下次会议", () => {
    const sections = minutes.rows("").filter((row) => /^\w+#$/.test(minutes.marker(row)));
    expect(sections.map((row) => minutes.sheet.cell(row, 1)?.value)).toEqual([
      "一、上次会议决议执行情况",
      "二、销售端反馈",
      "三、生产端反馈",
      "四、供需平衡分析与协调",
      "五、议题讨论及决议",
      "六、待办事项清单",
      "七、未解决问题及后续处理建议",
      "八、下次会议安排",
    ]);
  });

  it("三(三)1-2 回顾每一项未结事项，附编号、责任人、时限、状态和结转/延期次数", async () => {
    const shown = minutes.rows("review:").map((row) => minutes.said("review", row));
    const open = [...(await planner.rows("resolutions")), ...(await planner.rows("actions"))].filter(
      ({ status, meeting }) => !["done", "verified", "cancelled", "split"].includes(String(status)) && meeting !== null,
    );
    expect(shown.map(({ no }) => no).sort()).toEqual(open.map(({ no }) => no).sort());
    expect(shown[0]).toMatchObject({
      no: "CX-2026-W43-1-A2",
      owner: "马俊",
      due: serial("2026-11-05"),
      history: "5/0 督3",
      status: "进行中",
    });
  });

  it("四(一)1 记录表头：名称、编号、日期、时间、地点、主持人、记录人、参会、缺席及原因", () => {
    expect(["no", "name", "date", "time", "place", "chair", "recorder"].map((field) => minutes.head(field))).toEqual([
      "CX-2026-W48-1",
      "产销协调例会",
      "2026-11-25（周三）",
      "09:30-11:00",
      "办公楼二楼 201 会议室",
      "周明远",
      "林晓彤",
    ]);
    expect(minutes.head("attendees")).toContain("销售部：陈立新");
    expect(texts()).toContain("缺席人员及原因");
  });

  it("四(二) 会后第一个工作日为记录时限，遇长假顺延，调休上班日计入", async () => {
    expect(texts().some((text) => text.includes("2026-11-26"))).toBe(true);
    expect((await planner.row("meetings", "CX-2026-W48-1")).minutesDue).toBe("2026-11-26");
    const dues = await Promise.all(
      [
        ["2026-09-30", "2026-10-08"],
        ["2026-10-09", "2026-10-10"],
        ["2026-11-27", "2026-11-30"],
      ].map(async ([held = "", due]) => {
        const book = Planner.blank("zh-CN", held);
        await book.run("generate-minutes");
        const [meeting] = await book.rows("meetings");
        return [meeting?.date, meeting?.minutesDue, held, due];
      }),
    );
    for (const [date, minutesDue, held, due] of dues) expect([date, minutesDue]).toEqual([held, due]);
  });
});

describe("登记会议记录", () => {
  it("三(三)4 三(四)1 决议须有责任人和时限，措辞须具体；四(一)2-5 议题、决议、待办、未解决问题都登记入账", async () => {
    const book = await sampleWithMinutes();
    const sheet = book.minutes();
    sheet.type("topics", sheet.spare("topics"), { topic: "备货", resolution: "备足库存 600 台" });
    sheet.type("topics", sheet.spare("topics", 1), {
      topic: "交期",
      resolution: "相关部门尽快处理 3 单",
      owner: "何佳",
      due: serial("2026-11-30"),
    });
    sheet.type("open", sheet.spare("open"), { question: "是否开第二班", responsible: "唐慧", answerBy: serial("2026-12-02") });
    const { outcome } = await book.on("2026-11-25").record();
    expect(outcome.problems.map(({ code }) => code)).toEqual([
      "topic-without-outcome",
      "owner-missing",
      "due-missing",
      "wording-vague",
      "question-unanswered",
      "question-unanswered",
      "next-step-missing",
    ]);
    expect((await book.rows("resolutions")).filter(({ meeting }) => meeting === "CX-2026-W48-1")).toMatchObject([
      { task: "相关部门尽快处理 3 单" },
    ]);
  });

  it("三(四)2 任务分解：决议由各待办跟踪，全部验收后自动关闭", async () => {
    const book = await sampleWithMinutes();
    const R2 = "CX-2026-W47-1-R2";
    const actions = [
      { task: "W53 减 90 台", owner: "林晓彤", due: "2026-11-26" },
      { task: "W01 增 90 台", owner: "顾婷", due: "2026-11-27" },
    ];
    const split = await book.run("decompose-resolution", { resolution: R2, actions });
    expect(split.report).toMatchObject([{ code: "resolution-split", params: { n: 2 } }]);
    expect(await book.row("resolutions", R2)).toMatchObject({ status: "split" });
    expect((await book.run("decompose-resolution", { resolution: R2, actions })).edits).toBe(0);
    const parts = (await book.rows("actions")).filter(({ resolution }) => resolution === R2);
    expect(parts.map(({ status, owner }) => [status, owner])).toEqual([
      ["assigned", "林晓彤"],
      ["assigned", "顾婷"],
    ]);
    for (const { no } of parts) {
      await book.edit("actions", String(no), "status", "已完成");
      await book.edit("actions", String(no), "doneOn", serial("2026-11-26"));
    }
    await book.on("2026-11-26").run("refresh-tracking");
    for (const { no } of parts) await book.edit("actions", String(no), "status", "已验收");
    await book.run("refresh-tracking");
    expect(await book.row("resolutions", R2)).toMatchObject({ status: "verified", doneOn: "2026-11-26" });
  });

  it("三(四)2 一个工作日内未确认的标出", async () => {
    const book = await sampleWithMinutes();
    expect(await book.row("actions", "CX-2026-W47-1-A3")).toMatchObject({ status: "assigned", light: "unconfirmed" });
  });

  it("三(四)3 下次会议回顾本次的决议和待办", async () => {
    const book = await sampleWithMinutes();
    const sheet = book.minutes();
    sheet.type("actions", sheet.spare("actions"), { task: "提交报价 2 份", owner: "何佳", due: serial("2026-11-30") });
    await book.on("2026-11-25").record();
    await book.on("2026-11-26").run("generate-minutes");
    const next = book.minutes("CX-2026-W49-1");
    expect(next.said("review", next.row("review:CX-2026-W48-1-A1"))).toMatchObject({
      task: "提交报价 2 份",
      owner: "何佳",
      history: "1/0",
    });
    expect(next.said("review", next.row("review:CX-2026-W43-1-A2"))).toMatchObject({ history: "6/0 督3" });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { itemsToReview } from "../../core/tracking/items.ts";
import { snapshotOf } from "../support/registers.ts";
import { TrackedBook } from "../support/tracked-book.ts";

const NO = "CX-2026-W47-1-A1";
const typed = {
  no: NO,
  task: "补产 200 台",
  owner: "孙海涛",
  department: "生产部",
  due: "2026-11-27",
  status: "已下达",
  assignedOn: "2026-11-18",
};
const begun = TrackedBook.typed([typed], "2026-11-18");
let book: TrackedBook;

beforeEach(() => {
  book = begun.copy();
});

describe("三(四)2 一项任务从下达到完成", () => {
  it("is confirmed, makes progress, is done with its day and evidence, and is verified; each step is kept", () => {
    book.on("2026-11-19").run("confirm-action", { items: NO });
    book.on("2026-11-23").run("report-progress", { items: NO, progress: 60, note: "已排产" });
    book.on("2026-11-26").run("complete-action", { items: NO, on: "2026-11-25", evidence: "入库单" });
    book.on("2026-11-27").run("verify-action", { items: NO });
    expect(book.row(NO)).toMatchObject({
      status: "verified",
      confirmedOn: "2026-11-19",
      doneOn: "2026-11-25",
      evidence: "入库单",
      progress: 1,
      result: "11-23 已排产",
      verifiedOn: "2026-11-27",
      verifiedBy: "顾婷",
      light: "done",
    });
    expect(book.history(NO)).toEqual([
      "2026-11-18 | assigned | - | 孙海涛 | - | - | sheet",
      "2026-11-19 | confirmed | 已下达 | 已确认 | - | 顾婷 | pane",
      "2026-11-23 | progress | 0% | 60% | 11-23 已排产 | 顾婷 | pane",
      "2026-11-25 | done | 进行中 | 已完成 | 入库单 | 顾婷 | pane",
      "2026-11-27 | verified | 已完成 | 已验收 | - | 顾婷 | pane",
    ]);
  });

  it("goes to somebody else, who has to confirm anew; the first owner stays in the history", () => {
    book.on("2026-11-19").run("confirm-action", { items: NO });
    book.on("2026-11-20").run("reassign-action", { items: NO, owner: "沈丽萍", department: "采购部", reason: "物料问题" });
    expect(book.row(NO)).toMatchObject({ owner: "沈丽萍", department: "采购部", status: "assigned", confirmedOn: null });
    expect(book.history(NO).slice(2)).toEqual([
      "2026-11-20 | reassigned | 孙海涛 | 沈丽萍 | 物料问题 | 顾婷 | pane",
      "2026-11-20 | assigned | 已确认 | 已下达 | - | 顾婷 | pane",
    ]);
  });

  it("cannot be done on a day to come, nor go on once it is closed", () => {
    expect(book.codes("complete-action", { items: NO, on: "2026-12-01" })).toEqual(["day-to-come"]);
    book.run("cancel-action", { items: NO, reason: "订单取消" });
    for (const id of ["confirm-action", "complete-action"]) expect(book.codes(id, { items: NO })).toEqual(["item-closed"]);
    expect(book.codes("report-progress", { items: NO, note: "续" })).toEqual(["item-closed"]);
    expect(book.row(NO)).toMatchObject({ status: "cancelled", reason: "订单取消" });
  });

  it("does what can be done with several items, and says of the others why not", () => {
    const outcome = book.run("confirm-action", { items: `${NO}、X-A9` });
    expect(outcome.problems.map(({ code }) => code)).toEqual(["item-unknown"]);
    expect(outcome.report.map(({ code }) => code)).toEqual(["items-confirmed"]);
    expect(book.row(NO)).toMatchObject({ status: "confirmed" });
  });
});

describe("三(四)3 组织部门跟踪", () => {
  it("verifies only what is done, and warns of other departments and of the owner's own verdict", () => {
    expect(book.codes("verify-action", { items: NO })).toEqual(["status-impossible"]);
    book.on("2026-11-25").run("complete-action", { items: NO });
    book.user = { name: "孙海涛", department: "生产部" };
    expect(book.codes("verify-action", { items: NO })).toEqual(["verified-by-owner", "not-organiser"]);
    expect(book.row(NO)).toMatchObject({ status: "verified", verifiedBy: "孙海涛" });
  });

  it("postpones with a reason and an approval, keeps the first date, counts, and measures by the first date", () => {
    const postpone = { items: NO, newDue: "2026-12-04", reason: "缺模具", measures: "外协", approvedBy: "周明远" };
    expect(book.on("2026-11-26").codes("postpone-action", postpone)).toEqual([]);
    expect(book.codes("postpone-action", postpone)).toEqual([]);
    expect(book.row(NO)).toMatchObject({ status: "postponed", due: "2026-12-04", firstDue: "2026-11-27", postponed: 1, reason: "缺模具" });
    expect(book.history(NO).at(-1)).toBe("2026-11-26 | postponed | 2026-11-27 | 2026-12-04 | 缺模具；已采取措施：外协 | 顾婷 | pane");
    book.on("2026-12-03").run("complete-action", { items: NO });
    expect(book.row(NO)).toMatchObject({ light: "doneLate" });
  });

  it("reopens what was not accepted, and dates its next finish by itself", () => {
    book.on("2026-11-25").run("complete-action", { items: NO });
    book.on("2026-11-26").run("reopen-action", { items: NO, reason: "只补了 150 台" });
    expect(book.row(NO)).toMatchObject({ status: "inProgress", doneOn: null, reason: "只补了 150 台" });
    book.on("2026-11-30").run("complete-action", { items: NO });
    expect(book.row(NO)).toMatchObject({ status: "done", doneOn: "2026-11-30", light: "doneLate" });
  });
});

describe("三(四)3 下次会议回顾", () => {
  const reviewed = (since: string): string[] =>
    itemsToReview(
      snapshotOf(book.book, ["actions", "resolutions", "history"]),
      "CX-2026-W49-1",
      book.dayOf("2026-12-02"),
      book.dayOf(since),
    ).map(({ row }) => row.key);

  it("goes through what was cancelled since the last meeting, which does not just disappear, and once", () => {
    book.on("2026-11-27").run("cancel-action", { items: NO, reason: "订单取消" });
    expect(reviewed("2026-11-25")).toEqual([NO]);
    expect(reviewed("2026-11-28")).toEqual([]);
  });

  it("takes what is due on one day by its number: the second before the tenth", () => {
    const numbers = [10, 2, 1].map((each) => `CX-2026-W47-1-A${each}`);
    book = TrackedBook.typed(
      numbers.map((no) => ({ ...typed, no })),
      "2026-11-18",
    );
    expect(reviewed("2026-11-25")).toEqual([...numbers].reverse());
  });
});

describe("what is typed straight into the sheet", () => {
  it("is as good as a command: dated when it is first seen, and noted with whoever saw it", () => {
    book.type(NO, "status", "完成");
    expect(book.on("2026-11-30").row(NO)).toMatchObject({ light: "doneUndated" });
    const { report } = book.run("refresh-tracking");
    expect(report.map(({ code }) => code)).toContain("typed-changes");
    expect(book.row(NO)).toMatchObject({ status: "done", doneOn: "2026-11-30", light: "doneLate" });
    expect(book.history(NO).at(-1)).toBe("2026-11-30 | done | 已下达 | 已完成 | - | 顾婷 | sheet");
    book.type(NO, "doneOn", "2026-11-26");
    book.run("refresh-tracking");
    expect(book.row(NO)).toMatchObject({ doneOn: "2026-11-26", light: "done" });
    expect(book.history(NO).at(-1)).toBe("2026-11-26 | done | 2026-11-30 | 2026-11-26 | - | 顾婷 | sheet");
  });

  it("is seen by whatever command tracks next, also one about another item", () => {
    book.type(NO, "owner", "沈丽萍");
    book.type(NO, "progress", 0.4);
    book.run("confirm-action", { items: NO });
    expect(book.history(NO).map((line) => line.split(" | ").slice(1, 4).join(" "))).toEqual([
      "assigned - 孙海涛",
      "reassigned 孙海涛 沈丽萍",
      "progress 0% 40%",
      "confirmed 已下达 已确认",
    ]);
  });

  it.each([
    ["verified before it was done", { status: "已验收" }, "status-impossible"],
    ["postponed without a new date", { status: "已延期" }, "postpone-needs-date"],
    ["cancelled without a reason", { status: "已取消" }, "cancel-needs-reason"],
  ])("is said again and again while it cannot be: %s", (_, cells, code) => {
    for (const [field, value] of Object.entries(cells)) book.type(NO, field, value);
    expect(book.codes("refresh-tracking")).toContain(code);
    expect(book.codes("refresh-tracking")).toContain(code);
    expect(book.history(NO)).toEqual([]);
    book.run("complete-action", { items: NO });
    expect(book.row(NO)).toMatchObject({ status: "done", doneOn: "2026-11-18" });
    expect(book.codes("refresh-tracking")).not.toContain(code);
  });

  it("is cancelled by the command that gives the reason for what was typed without one, and told so", () => {
    book.type(NO, "status", "已取消");
    book.run("refresh-tracking");
    expect(book.codes("cancel-action", { items: NO, reason: "订单取消" })).toEqual([]);
    expect(book.history(NO).at(-1)).toBe("2026-11-18 | cancelled | 已下达 | 已取消 | 订单取消 | 顾婷 | pane");
    expect(book.run("cancel-action", { items: NO, reason: "订单取消" }).edits).toBe(0);
  });

  it.each([
    ["at more than the whole", { progress: 150 }, "progress-out-of-range"],
    ["at less than nothing", { progress: -0.5 }, "progress-out-of-range"],
    ["confirmed on a day to come", { confirmedOn: "2027-11-19" }, "day-to-come"],
    ["verified on a day to come", { status: "已完成", verifiedOn: "2027-11-19" }, "day-to-come"],
    ["done before it was assigned", { status: "已完成", doneOn: "2025-11-27" }, "done-before-assigned"],
  ])("is said where it cannot be meant: %s", (_, cells, code) => {
    for (const [field, value] of Object.entries(cells)) book.type(NO, field, value);
    expect(book.on("2026-11-20").codes("refresh-tracking")).toContain(code);
    expect(book.codes("refresh-tracking")).toContain(code);
    expect(book.history(NO).join()).not.toContain("progress");
  });

  it("says of a finish that a command dates before the item was assigned that this needs a look, and of a sound one nothing", () => {
    expect(book.on("2026-11-20").codes("complete-action", { items: NO, on: "2025-11-20" })).toContain("done-before-assigned");
    book.run("complete-action", { items: NO, on: "2026-11-18" });
    expect(book.codes("refresh-tracking")).toEqual([]);
  });

  it("takes 75 for seventy-five per cent, as commands do", () => {
    book.type(NO, "progress", 75);
    expect(book.codes("refresh-tracking")).toEqual([]);
    expect(book.row(NO)).toMatchObject({ progress: 0.75 });
    expect(book.history(NO).at(-1)).toContain("progress | 0% | 75%");
    expect(book.run("refresh-tracking").edits).toBe(0);
  });

  it("is verified by a day of verification beside what is done, as it is confirmed by a day beside what is assigned", () => {
    book.on("2026-11-25").run("complete-action", { items: NO });
    book.type(NO, "verifiedOn", "2026-11-26");
    book.on("2026-11-27").run("refresh-tracking");
    expect(book.row(NO)).toMatchObject({ status: "verified", verifiedOn: "2026-11-26" });
    expect(book.history(NO).at(-1)).toContain("verified | 已完成 | 已验收");
  });

  it("needs a reason for each postponement and for the end of it: one that explained the last is asked for again, and not told as the next one's", () => {
    book.run("postpone-action", { items: NO, newDue: "2026-12-04", reason: "缺模具", measures: "外协", approvedBy: "周明远" });
    book.type(NO, "due", "2026-12-11");
    expect(book.codes("refresh-tracking")).toEqual(["due-overtyped"]);
    expect(book.history(NO).at(-1)).toBe("2026-11-18 | postponed | 2026-12-04 | 2026-12-11 | - | 顾婷 | sheet");
    book.type(NO, "status", "已取消");
    expect(book.codes("refresh-tracking")).toEqual(["cancel-needs-reason"]);
    book.type(NO, "reason", "订单取消");
    expect(book.codes("refresh-tracking")).toEqual([]);
    expect(book.history(NO).at(-1)).toBe("2026-11-18 | cancelled | 已延期 | 已取消 | 订单取消 | 顾婷 | sheet");
  });

  it("never loses a status or a date to a cleared cell", () => {
    book.run("complete-action", { items: NO });
    for (const field of ["status", "due", "doneOn"]) book.type(NO, field, null);
    expect(book.codes("refresh-tracking")).toEqual(expect.arrayContaining(["status-put-back", "due-put-back"]));
    expect(book.row(NO)).toMatchObject({ status: "done", due: "2026-11-27", doneOn: "2026-11-18" });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { type Minutes, type Planner, type Row, sampleWithMinutes, serial } from "./planner.ts";

const ASSIGNED = "CX-2026-W47-1-A1"; // due 2026-11-26
/** The sample's one topic is untouched, two questions came back, and the meeting is three days ahead. */
const ALWAYS = /topic-without-outcome|question-unanswered|meeting-not-yet/;

let planner: Planner;
let minutes: Minutes;
let row: number;

beforeEach(async () => {
  planner = await sampleWithMinutes();
  minutes = planner.minutes();
  row = minutes.row(`review:${ASSIGNED}`);
});

const type = (values: Record<string, string | number>): void => minutes.type("review", row, values);
const at = (field: string): string => minutes.address("review", row, field);
const action = (): Promise<Row> => planner.row("actions", ASSIGNED);

async function problems(input: Record<string, unknown> = {}): Promise<string[]> {
  const found = await planner.record(input);
  return found.problems.filter((text) => !ALWAYS.test(text));
}

describe("a status chosen in the review", () => {
  it("is taken over with its day, and verified follows done", async () => {
    type({ status: "已完成", result: "已增产 200 台" });
    expect(await problems()).toEqual([]);
    expect(await action()).toMatchObject({ status: "done", doneOn: "2026-11-25", result: "已增产 200 台", lastStatus: "done", carried: 1 });
    type({ status: "已验收" });
    expect(await problems()).toEqual([]);
    expect(await action()).toMatchObject({ status: "verified", doneOn: "2026-11-25", verifiedOn: "2026-11-25", carried: 1 });
  });

  it("is refused where it cannot follow: verified before done", async () => {
    type({ status: "已验收", result: "口头说好了" });
    expect(await problems()).toEqual([`error status-impossible ${at("status")}`]);
    expect(await action()).toMatchObject({ status: "assigned", result: null, verifiedOn: null });
    expect(minutes.said("review", row)).toMatchObject({ status: "已验收", result: "口头说好了" });
  });

  it("takes the day of finishing back when the work is taken up again", async () => {
    type({ status: "已完成" });
    await planner.record();
    type({ status: "进行中" });
    await planner.record();
    expect(await action()).toMatchObject({ status: "inProgress", doneOn: null });
  });

  it("needs a reason where it is cancelled", async () => {
    type({ status: "已取消" });
    expect(await problems()).toEqual([`error cancel-needs-reason ${at("reason")}`]);
    type({ reason: "订单已取消" });
    expect(await problems()).toEqual([]);
    expect(await action()).toMatchObject({ status: "cancelled", reason: "订单已取消" });
  });

  it("is said where it is not one of the choices", async () => {
    type({ status: "差不多了", result: "完成一半" });
    expect(await problems()).toEqual([`error choice-unknown ${at("status")}`]);
    expect(await action()).toMatchObject({ status: "assigned", result: "完成一半" });
  });
});

describe("a new date in the review", () => {
  it("postpones with a reason, and counts once", async () => {
    type({ newDue: serial("2026-12-04"), reason: "缺模具" });
    expect(await problems()).toEqual([]);
    const postponed = {
      status: "postponed",
      due: "2026-12-04",
      firstDue: "2026-11-26",
      lastDue: "2026-12-04",
      postponed: 1,
      reason: "缺模具",
    };
    expect(await action()).toMatchObject(postponed);
    expect(minutes.said("review", row)).toMatchObject({ due: serial("2026-11-26"), status: "已延期", newDue: serial("2026-12-04") });
    const again = await planner.record();
    expect(again.outcome.edits).toBe(0);
    expect(await action()).toMatchObject(postponed);
  });

  it("is refused without a reason, and leaves the row as typed", async () => {
    type({ newDue: serial("2026-12-04") });
    const before = minutes.line(row);
    expect(await problems()).toEqual([`error postpone-needs-reason ${at("reason")}`]);
    expect(await action()).toMatchObject({ due: "2026-11-26", postponed: 0, status: "assigned" });
    expect(minutes.line(row)).toEqual(before);
  });

  it("is missed where the status says postponed", async () => {
    type({ status: "延期", reason: "缺模具" });
    expect(await problems()).toEqual([`error postpone-needs-date ${at("newDue")}`]);
  });

  it("may not lie before the meeting, and has to be a date", async () => {
    type({ newDue: serial("2026-11-20"), reason: "笔误" });
    expect(await problems()).toEqual([`error due-before-meeting ${at("newDue")}`]);
    type({ newDue: "尽快" });
    expect(await problems()).toEqual([`error due-vague ${at("newDue")}`]);
    expect(await action()).toMatchObject({ due: "2026-11-26" });
  });

  it("leaves an impossible row alone: nothing is written into it", async () => {
    type({ status: "已完成" });
    await planner.record();
    type({ newDue: serial("2026-12-04"), reason: "再看看", status: "延期" });
    const before = minutes.line(row);
    expect(await problems()).toEqual([`error status-impossible ${at("status")}`]);
    expect(minutes.line(row)).toEqual(before);
  });

  it("typed over the due date counts as a postponement without a reason, and is flagged", async () => {
    type({ due: serial("2026-12-04") });
    expect(await problems()).toEqual([`warning due-overtyped ${at("due")}`]);
    expect(await action()).toMatchObject({ due: "2026-12-04", firstDue: "2026-11-26", postponed: 1, status: "assigned" });
    expect((await planner.record()).outcome.edits).toBe(0);
  });
});

describe("a date changed on both sides", () => {
  it("follows the register where only that changed", async () => {
    await planner.edit("actions", ASSIGNED, "due", serial("2026-12-01"));
    expect(await problems()).toEqual(["warning due-overtyped E10"]);
    expect(minutes.said("review", row)).toMatchObject({ due: serial("2026-12-01") });
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("waits for a person's word where both changed", async () => {
    await planner.edit("actions", ASSIGNED, "due", serial("2026-12-01"));
    type({ newDue: serial("2026-12-08"), reason: "缺模具" });
    expect(await problems()).toEqual([`error both-changed ${at("newDue")}`, "warning due-overtyped E10"]);
    expect(await action()).toMatchObject({ due: "2026-12-01", postponed: 1 });
    expect(await problems({ confirm: `${ASSIGNED}.newDue` })).toEqual([]);
    expect(await action()).toMatchObject({ due: "2026-12-08", postponed: 2 });
    expect((await planner.record()).outcome.edits).toBe(0);
  });

  it("never loses a date to a cleared cell", async () => {
    minutes.clear("review", row, "due");
    expect(await problems()).toEqual([`error cell-cleared ${at("due")}`]);
    expect(await action()).toMatchObject({ due: "2026-11-26" });
    expect(await problems({ putBack: `${ASSIGNED}.due` })).toEqual([]);
    expect(minutes.said("review", row)).toMatchObject({ due: serial("2026-11-26") });
    minutes.clear("review", row, "due");
    expect(await problems({ confirm: `${ASSIGNED}.due` })).toEqual([]);
    expect(await action()).toMatchObject({ due: null, firstDue: "2026-11-26" });
  });
});

describe("a row of the review", () => {
  it("keeps an owner who is not in People, and says so", async () => {
    type({ owner: "小王" });
    expect(await problems()).toEqual([`warning owner-unknown ${at("owner")}`]);
    expect(await action()).toMatchObject({ owner: "小王" });
  });

  it("that was deleted changes nothing until a person says so", async () => {
    minutes.deleteRow(row);
    expect(await problems()).toEqual([expect.stringMatching(/^error agenda-row-deleted B\d+$/)]);
    expect(await problems({ putBack: ASSIGNED })).toEqual([]);
    const restored = minutes.row(`review:${ASSIGNED}`);
    expect(minutes.said("review", restored)).toMatchObject({ no: ASSIGNED, owner: "顾婷", due: serial("2026-11-26"), status: "已下达" });
    expect(await problems()).toEqual([]);
    minutes.deleteRow(restored);
    expect(await problems({ confirm: ASSIGNED })).toEqual([]);
    expect(await action()).toMatchObject({ status: "assigned" });
    expect(await problems()).toEqual([]);
  });

  it("whose item left the register is said", async () => {
    await planner.strike("actions", ASSIGNED);
    expect(await problems()).toEqual([`error row-gone-from-register ${at("no")}`]);
  });
});

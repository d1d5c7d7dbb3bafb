import { beforeEach, describe, expect, it } from "vitest";
import { editsOf, endsAlike } from "../support/cut-off.ts";
import { basis, contextOn } from "../support/registers.ts";
import { TrackedBook } from "../support/tracked-book.ts";

const SEVERAL = "CX-2026-W47-1-A1";
const shared = {
  no: SEVERAL,
  task: "核对在手订单",
  owner: "孙海涛、何佳(销售部)",
  department: "生产部",
  doneWhen: "清单已发",
  due: "2026-11-27",
  status: "已确认",
  assignedOn: "2026-11-18",
  meeting: "CX-2026-W47-1",
};
const begun = TrackedBook.typed([shared], "2026-11-18");
const held = new TrackedBook(basis("sample", begun.today, "zh-CN"), begun.today);
let book: TrackedBook;
let sample: TrackedBook;

beforeEach(() => {
  book = begun.copy();
  sample = held.copy();
});

/** Who has the actions of one task, in their order. */
function ownersOf(found: TrackedBook, task: unknown): unknown[] {
  return found
    .rows("actions")
    .filter((row) => row.task === task)
    .map(({ owner }) => owner);
}

/** A closed meeting's open action, with its owner typed over. */
function owedBy(owner: string): string {
  const { no } =
    sample.rows("actions").find(({ status }) => status === "assigned" || status === "inProgress") ?? expect.fail("none is open");
  sample.type(String(no), "owner", owner);
  return String(no);
}

describe("三(四)2 几人共担的任务每人一项", () => {
  it("stays with the first as theirs to confirm, and is an action of its own for each other, with the same task, date and measure", () => {
    const outcome = book.run("split-action", { item: SEVERAL });
    expect(outcome.report).toMatchObject([{ code: "split-one-each", params: { n: 2, names: "孙海涛、何佳" } }]);
    expect(book.row(SEVERAL)).toMatchObject({ owner: "孙海涛", status: "assigned" });
    const { task, due, doneWhen, meeting } = shared;
    expect(book.row("CX-2026-W47-1-A2")).toMatchObject({ owner: "何佳", task, due, doneWhen, meeting, status: "assigned", firstDue: due });
    expect(book.history(SEVERAL).slice(1)).toContain("2026-11-18 | reassigned | 孙海涛、何佳(销售部) | 孙海涛 | 按人拆分 | 顾婷 | pane");
    expect(book.history("CX-2026-W47-1-A2")).toEqual(["2026-11-18 | assigned | - | 何佳 | - | 顾婷 | pane"]);
  });

  it("is as late as it was where it was put off before: each part is measured by the first date", () => {
    book.run("postpone-action", { items: SEVERAL, newDue: "2026-12-18", reason: "缺料", approvedBy: "周明远" });
    book.run("split-action", { item: SEVERAL });
    book.on("2026-12-10").run("complete-action", { items: "CX-2026-W47-1-A2" });
    expect(book.row("CX-2026-W47-1-A2")).toMatchObject({ due: "2026-12-18", firstDue: "2026-11-27", postponed: 1, light: "doneLate" });
  });

  it("adds none when it is run again, with the owners given or not, and only whoever is new", () => {
    book.run("split-action", { item: SEVERAL });
    for (const owners of ["", "何佳、孙海涛"]) expect(book.run("split-action", { item: SEVERAL, owners }).edits).toBe(0);
    book.run("split-action", { item: SEVERAL, owners: "孙海涛、何佳、沈丽萍" });
    expect(ownersOf(book, shared.task)).toEqual(["孙海涛", "何佳", "沈丽萍"]);
  });

  it("is one for everyone who signs in at the meeting, but for who only sits in, each with their department", () => {
    const no = owedBy("全体参会人员");
    const { task, meeting } = sample.row(no);
    const expected = sample.rows("attendance").filter((row) => row.meeting === meeting && row.kind !== "observer");
    expect(expected.length).toBeGreaterThan(5);
    sample.run("split-action", { item: no });
    const parts = sample.rows("actions").filter((row) => row.task === task);
    expect(parts.map(({ owner, department }) => [owner, department]).sort()).toEqual(
      expected.map(({ name, department }) => [name, department]).sort(),
    );
    expect(sample.run("split-action", { item: no }).edits).toBe(0);
  });

  it("ends alike wherever it was cut off, though the item names but one owner by then", () => {
    const found = () => ({ book: book.copy().book, context: contextOn(book.today) });
    const edits = editsOf(found(), "split-action", { item: SEVERAL });
    expect(edits).toBeGreaterThan(3);
    for (let survives = 0; survives < edits; survives += 2)
      expect(endsAlike(found(), "split-action", { item: SEVERAL }, survives), `${survives} edits`).toEqual([]);
  });

  it("says what to do where nobody can tell who is meant, or there is but one owner", () => {
    book.type(SEVERAL, "owner", "相关部门");
    expect(book.codes("split-action", { item: SEVERAL })).toEqual(["owners-unnamed"]);
    book.type(SEVERAL, "owner", "全体参会人员");
    expect(book.codes("split-action", { item: SEVERAL })).toEqual(["nobody-expected"]);
    book.type(SEVERAL, "owner", "孙海涛");
    expect(book.codes("split-action", { item: SEVERAL })).toEqual(["one-owner"]);
    expect(book.rows("actions")).toHaveLength(1);
  });

  it("makes nothing on time: what runs past the first date of a resolution that was split is measured by that date", () => {
    const { no, due } = sample.rows("resolutions").find(({ status }) => status === "assigned") ?? expect.fail("none is open");
    const [first, later] = [String(due), "2027-01-15"];
    sample.run("postpone-action", { items: no, newDue: later, reason: "缺料", approvedBy: "周明远" });
    const actions = [
      { task: "订料 200 套", owner: "曹磊", due: first },
      { task: "补产 200 台", owner: "孙海涛" },
    ];
    sample.run("decompose-resolution", { resolution: no, actions });
    const parts = sample.rows("actions").filter(({ resolution }) => resolution === no);
    expect(parts).toMatchObject([
      { due: first, firstDue: first, postponed: 0 },
      { due: later, firstDue: first, postponed: 1 },
    ]);
  });

  it("splits a resolution, which closes when each has done their part", () => {
    const { no, task } =
      sample.rows("resolutions").find(({ status, kind }) => kind !== "undecided" && status === "assigned") ?? expect.fail("none is open");
    const resolution = String(no);
    sample.run("split-action", { item: resolution, owners: "陈一、周二" });
    expect(sample.row(resolution, "resolutions")).toMatchObject({ status: "split" });
    expect(ownersOf(sample, task)).toEqual(["陈一", "周二"]);
    expect(sample.run("split-action", { item: resolution, owners: "陈一、周二" }).edits).toBe(0);
    const items = sample
      .rows("actions")
      .filter((row) => row.resolution === no)
      .map((row) => String(row.no));
    for (const item of items) {
      expect(sample.row(resolution, "resolutions")).toMatchObject({ status: "split" });
      sample.run("complete-action", { items: item, evidence: "已核对" });
      sample.run("verify-action", { items: item });
    }
    expect(sample.row(resolution, "resolutions")).toMatchObject({ status: "verified" });
  });
});

import { describe, expect, it } from "vitest";
import type { ActionLine } from "../../../core/index.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { action, cellAt, emptyRegister, look, on, overtype, type } from "./looking.ts";

const today = on("2026-11-18");

/** The lines as 钱敏 of the purchasing department sees them, unless somebody else looks. */
function lines(book: Workbook, user = { name: "钱敏", department: "采购部" }): readonly ActionLine[] {
  return look(book, "actions", { ...today, user }).lines;
}

describe("the list of actions", () => {
  it("is not there in a workbook without resolutions or actions", () => {
    const book = new Workbook();
    book.addSheet("Sheet1");
    expect(look(book, "actions", today)).toEqual({ isThere: false, lines: [] });
    expect(look(emptyRegister(), "actions", today)).toEqual({ isThere: true, lines: [] });
  });

  it("begins with the most urgent and ends with what was closed last", () => {
    const book = emptyRegister();
    type(
      book,
      "actions",
      action("A-ok"),
      action("A-done", { status: "done", doneOn: "2026-11-12" }),
      action("A-soon", { due: "2026-11-20" }),
      action("A-wait", { status: "assigned" }),
      action("A-late1", { due: "2026-11-17" }),
      action("A-gone", { status: "verified", doneOn: "2026-11-13", verifiedOn: "2026-11-16" }),
      action("A-when", { due: null }),
      action("A-who", { owner: null, department: null }),
      action("A-late9", { due: "2026-11-05" }),
    );
    const found = lines(book);
    expect(found.map(({ no }) => no)).toEqual(["A-late9", "A-late1", "A-who", "A-when", "A-wait", "A-soon", "A-ok", "A-gone", "A-done"]);
    expect(found.map(({ light }) => light)).toEqual([
      "overdue",
      "overdue",
      "noOwner",
      "noDate",
      "unconfirmed",
      "dueSoon",
      "onTrack",
      "done",
      "done",
    ]);
    expect(found.filter(({ isOpen }) => !isOpen).map(({ no }) => no)).toEqual(["A-gone", "A-done"]);
    expect(found.map(({ daysLate }) => daysLate).slice(0, 3)).toEqual([9, 1, null]);
  });

  it("offers first to split what several owe, or everyone, among them", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-one"), action("A-two", { owner: "王敏、钱敏" }), action("A-all", { owner: "全体参会人员" }));
    const offered = lines(book).filter(({ steps }) => steps[0]?.id === "split-action");
    expect(offered.map(({ no }) => no).sort()).toEqual(["A-all", "A-two"]);
  });

  it("has a split resolution's actions and not the resolution", () => {
    const book = emptyRegister();
    type(book, "resolutions", action("R-1", { meeting: "M-1" }), action("R-2"), action("R-3", { kind: "undecided" }));
    type(book, "actions", action("R-1-A1", { resolution: "R-1" }));
    expect(lines(book).map(({ no, table, meeting }) => [no, table, meeting])).toEqual([
      ["R-1-A1", "actions", "M-1"],
      ["R-2", "resolutions", ""],
    ]);
  });

  it.each([
    ["钱敏", true],
    ["赵强、钱敏", true],
    ["赵强, 钱 敏", true],
    ["赵强;钱敏（牵头）", true],
    ["钱敏敏", false],
    ["", false],
  ])("knows whose it is when the owner is “%s”", (owner, isMine) => {
    const book = emptyRegister();
    type(book, "actions", action("A-1", { owner }));
    expect(lines(book)[0]?.isMine).toBe(isMine);
    expect(lines(book, { name: "", department: "" })[0]?.isMine).toBe(false);
  });

  it("knows my department's by the department, else by the owner's", () => {
    const book = emptyRegister();
    type(
      book,
      "people",
      { name: "钱敏", department: "采购部" },
      { name: "张三", department: "采购部" },
      { name: "李四", department: "生产部" },
    );
    type(
      book,
      "actions",
      action("A-1", { department: "采购部", owner: "李四" }),
      action("A-2", { department: "生产部、采购部", owner: "李四" }),
      action("A-3", { department: null, owner: "张三" }),
      action("A-4", { department: null, owner: "采购部" }),
      action("A-5", { department: "生产部", owner: "钱敏" }),
      action("A-6", { department: null, owner: "李四" }),
    );
    const ours = (user: { name: string; department: string }) =>
      lines(book, user).flatMap(({ no, isMyDepartment }) => (isMyDepartment ? [no] : []));
    expect(ours({ name: "钱敏", department: "采购部" })).toEqual(["A-1", "A-2", "A-3", "A-4"]);
    expect(ours({ name: "钱敏", department: "" })).toEqual(["A-1", "A-2", "A-3", "A-4"]);
    expect(ours({ name: "", department: "" })).toEqual([]);
  });

  it("leads to each item's number, or to its task where it has none", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-1"), action("", { task: "手工催交轴承" }));
    expect(lines(book).map(({ at }) => cellAt(book, at))).toEqual(["手工催交轴承", "A-1"]);
  });

  it("counts how often an item was carried and postponed", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-1", { carried: 3, postponed: 2 }), action("A-2"));
    expect(lines(book).map(({ no, carried, postponed }) => [no, carried, postponed])).toEqual([
      ["A-1", 3, 2],
      ["A-2", 0, 0],
    ]);
    overtype(book, "actions", "A-1", { postponed: 4 });
    expect(lines(book)[0]?.postponed).toBe(4);
  });
});

import { describe, expect, it } from "vitest";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { basis, contextOn, runOn } from "../../support/registers.ts";
import { action, cellAt, day, emptyRegister, look, meetingOn, on, type } from "./looking.ts";

const today = on("2026-11-18");

describe("the register of meetings", () => {
  it("is not there in a workbook without meetings", () => {
    const book = new Workbook();
    book.addSheet("Sheet1");
    expect(look(book, "register", today)).toEqual({ isThere: false, meetings: [] });
  });

  it("begins with the latest, and ends with those without a date", () => {
    const book = emptyRegister();
    type(
      book,
      "meetings",
      { no: "M-none", name: "待定", state: "proposed" },
      meetingOn("2026-11-09", { state: "recorded" }),
      meetingOn("2026-11-16", { start: 570 }),
      { ...meetingOn("2026-11-16", { start: 840, kind: "adHoc" }), no: "M-pm" },
      { name: "手工登记的会", date: "2026-10-12" },
    );
    const { meetings } = look(book, "register", today);
    expect(meetings.map(({ no, name }) => no || name)).toEqual(["M-pm", "M-2026-11-16", "M-2026-11-09", "手工登记的会", "M-none"]);
    expect(meetings.map(({ at }) => cellAt(book, at))).toEqual(["M-pm", "M-2026-11-16", "M-2026-11-09", "手工登记的会", "M-none"]);
    expect(meetings[0]).toMatchObject({ kind: "adHoc", state: "planned", date: day("2026-11-16"), weekday: 1, start: 840 });
    expect(meetings.at(-1)).toMatchObject({ state: "proposed", date: null, weekday: null, start: null });
  });

  it("counts what was decided, what is open and what is overdue", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-09"), meetingOn("2026-11-16"));
    type(
      book,
      "resolutions",
      action("R-1", { meeting: "M-2026-11-09" }),
      action("R-2", { meeting: "M-2026-11-09", due: "2026-11-12" }),
      action("R-3", { meeting: "M-2026-11-09", status: "done" }),
      action("R-4", { meeting: "M-2026-11-09", kind: "undecided" }),
    );
    type(
      book,
      "actions",
      action("A-1", { resolution: "R-1", due: "2026-11-12" }),
      action("A-2", { resolution: "R-1" }),
      action("A-3", { meeting: "M-2026-11-16" }),
      action("A-4"),
    );
    const counts = look(book, "register", today).meetings.map(({ no, resolutions, open, overdue }) => [no, resolutions, open, overdue]);
    // R-1 is followed by its two actions, R-2 by itself.
    expect(counts).toEqual([
      ["M-2026-11-16", 0, 1, 0],
      ["M-2026-11-09", 3, 3, 2],
    ]);
  });

  it("offers to make minutes of a meeting to come, to record those that were made, and nothing of one called off", () => {
    const book = emptyRegister();
    const comes = "M-2026-11-18";
    const states = ["planned", "recorded", "proposed", "cancelled"].map((state, index) => meetingOn(`2026-11-2${index}`, { state }));
    type(book, "meetings", meetingOn("2026-11-18"), ...states);
    const offered = () => look(book, "register", today).meetings.map(({ no, minutes }) => [no, minutes?.id, minutes?.input.meeting]);
    const others = [
      ["M-2026-11-23", undefined, undefined],
      ["M-2026-11-22", undefined, undefined],
      ["M-2026-11-21", undefined, undefined],
      ["M-2026-11-20", "generate-minutes", "M-2026-11-20"],
    ];
    expect(offered()).toEqual([...others, [comes, "generate-minutes", comes]]);
    runOn(book, "generate-minutes", { meeting: comes }, today);
    expect(offered()).toEqual([...others, [comes, "record-minutes", comes]]);
  });

  it("lists the documents that are there", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-23"), meetingOn("2026-11-30"));
    runOn(book, "generate-minutes", {}, today);
    const documents = () =>
      look(book, "register", today).meetings.map(({ no, documents: list }) => [no, list.map(({ kind, at }) => [kind, at.sheet])]);
    expect(documents()).toEqual([
      ["M-2026-11-30", []],
      ["M-2026-11-23", [["minutes-sheet", "会议记录 M-2026-11-23"]]],
    ]);
    const sheet = book.sheet("会议记录 M-2026-11-23") ?? expect.fail();
    sheet.name = "周一的会";
    expect(documents()[1]).toEqual(["M-2026-11-23", [["minutes-sheet", "周一的会"]]]);
    book.sheets.splice(book.sheets.indexOf(sheet), 1);
    expect(documents()[1]).toEqual(["M-2026-11-23", []]);
  });

  it("has the sample's six meetings with all that came of them", () => {
    const now = day("2026-11-18");
    const book = basis("sample", now, "zh-CN");
    const { meetings } = look(book, "register", contextOn(now));
    const { lines } = look(book, "actions", contextOn(now));
    expect(meetings).toHaveLength(6);
    expect(meetings.map(({ date }) => date)).toEqual(meetings.map(({ date }) => date).sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(meetings.reduce((sum, { resolutions }) => sum + resolutions, 0)).toBeGreaterThan(5);
    expect(meetings.reduce((sum, { open }) => sum + open, 0)).toBe(lines.filter(({ isOpen }) => isOpen).length);
    expect(meetings.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(lines.filter(({ light }) => light === "overdue").length);
    expect(lines.some(({ light }) => light === "overdue")).toBe(true);
  });
});

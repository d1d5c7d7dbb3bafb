import { describe, expect, it } from "vitest";
import { runOn } from "../../support/registers.ts";
import { cellAt, emptyRegister, look, meetingOn, on, overtype, type } from "./looking.ts";

/** The meeting that the week shows, its stage, and the working days to it. */
function shown(book: ReturnType<typeof emptyRegister>, iso: string): unknown[] {
  const { meeting } = look(book, "week", on(iso));
  return meeting ? [meeting.no.replace("M-2026-", ""), meeting.stage, meeting.workdaysLeft] : [];
}

describe("the meeting at hand", () => {
  it("is the next one before its day, and that day's on the day itself", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-16"), meetingOn("2026-11-23"));
    expect(shown(book, "2026-11-12")).toEqual(["11-16", "prepare", 2]);
    expect(shown(book, "2026-11-15")).toEqual(["11-16", "prepare", 1]);
    expect(shown(book, "2026-11-16")).toEqual(["11-16", "hold", 0]);
  });

  it("stays until its minutes are recorded or the next one's day comes", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-16"), meetingOn("2026-11-23"));
    for (const [iso, left] of [
      ["2026-11-17", -1],
      ["2026-11-20", -4],
      ["2026-11-22", -4],
    ] as const)
      expect(shown(book, iso)).toEqual(["11-16", "hold", left]);
    expect(shown(book, "2026-11-23")).toEqual(["11-23", "hold", 0]);
  });

  it("is the nearer of the last and the next once the last is recorded", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-16", { state: "recorded", recordedOn: "2026-11-16" }), meetingOn("2026-11-23"));
    const days = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"];
    expect(days.map((iso) => shown(book, iso).slice(0, 2).join(" "))).toEqual([
      "11-16 follow",
      "11-16 follow",
      "11-16 follow",
      "11-23 prepare",
      "11-23 prepare",
      "11-23 prepare",
      "11-23 prepare",
      "11-23 hold",
    ]);
  });

  it.each([
    ["recorded", "follow"],
    ["approved", "file"],
    ["distributed", "file"],
  ])("that is %s is at the stage %s", (state, stage) => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-16", { state, recordedOn: "2026-11-17" }));
    expect(shown(book, "2026-11-18")).toEqual(["11-16", stage, -2]);
  });

  it("is none when the last is filed, or lies more than two weeks back", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-16"));
    expect(shown(book, "2026-11-30")).toEqual(["11-16", "hold", -10]);
    expect(shown(book, "2026-12-01")).toEqual([]);
    overtype(book, "meetings", "M-2026-11-16", { state: "archived" });
    expect(shown(book, "2026-11-17")).toEqual([]);
  });

  it("is never one that was called off or is only proposed", () => {
    const book = emptyRegister();
    type(
      book,
      "meetings",
      meetingOn("2026-11-16", { state: "cancelled" }),
      meetingOn("2026-11-17", { state: "proposed" }),
      meetingOn("2026-11-18", { state: "declined" }),
      meetingOn("2026-11-20"),
    );
    expect(shown(book, "2026-11-18")).toEqual(["11-20", "prepare", 2]);
  });

  it("counts the make-up days that are worked", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-10-12"));
    // Saturday 2026-10-10 is worked for the National Day holiday.
    expect(shown(book, "2026-10-09")).toEqual(["10-12", "prepare", 2]);
  });

  it("is told with its number's cell and its minutes sheet", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-23", { start: 570, place: "二楼会议室", chair: "周建国" }));
    const before = look(book, "week", on("2026-11-18")).meeting;
    expect(before).toMatchObject({ name: "产销协调会", weekday: 1, start: 570, place: "二楼会议室", chair: "周建国", minutes: null });
    expect(cellAt(book, before?.at)).toBe("M-2026-11-23");
    runOn(book, "generate-minutes", {}, on("2026-11-18"));
    const { minutes } = look(book, "week", on("2026-11-18")).meeting ?? expect.fail("There is no meeting.");
    const sheet = book.sheet(minutes?.sheet ?? "") ?? expect.fail("There is no minutes sheet.");
    expect(sheet.cell(0, 0)?.value).toMatch(/^#minutes M-2026-11-23 /);
    book.sheets.splice(book.sheets.indexOf(sheet), 1);
    expect(look(book, "week", on("2026-11-18")).meeting?.minutes).toBeNull();
  });
});

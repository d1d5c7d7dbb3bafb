import { describe, expect, it } from "vitest";
import type { Context, WordKey } from "../../../core/index.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { runOn, smallRegister, snapshotOf } from "../../support/registers.ts";
import { action, cellAt, day, dutyOf, emptyRegister, look, meetingOn, mondays, on, overtype, type } from "./looking.ts";

const today = on("2026-11-18");

/** Does what a duty offers, and sees that it is gone. */
function doIt(book: Workbook, code: WordKey, context: Context): void {
  const { command } = dutyOf(book, code, context) ?? expect.fail(`There is no ${code}.`);
  const { problems } = runOn(book, command?.id ?? "", command?.input ?? {}, context);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(dutyOf(book, code, context)).toBeUndefined();
}

function setSchema(book: Workbook, schema: string): void {
  const sheet = book.sheet("_concord") ?? expect.fail("There is no hidden sheet.");
  const row = [...sheet.cells].find(([, line]) => line.get(1)?.value === "schema")?.[0] ?? expect.fail("It says no schema.");
  sheet.setValue(row, 2, schema);
}

describe("the week of a workbook", () => {
  it("without a register has nothing to do", () => {
    const book = new Workbook();
    book.addSheet("Sheet1").setValue(0, 0, "预算");
    expect(look(book, "week", today)).toMatchObject({ book: "none", found: [], meeting: null, duties: [] });
  });

  it("of a person's own tells what was found and where, until Concord works in it", () => {
    const { book, context } = smallRegister();
    const week = look(book, "week", context);
    expect(week).toMatchObject({ book: "own", language: "zh-CN", today: context.today });
    expect(week.found).toEqual([{ table: "actions", rows: 2, at: { sheet: "待办事项", row: 0, column: 0 } }]);
    runOn(book, "refresh-tracking", {}, context);
    expect(look(book, "week", context).book).toBe("concord");
  });

  it("that Concord set up is known again without its hidden sheet", () => {
    const book = emptyRegister();
    expect(look(book, "week", today).book).toBe("concord");
    book.sheets.splice(
      book.sheets.findIndex(({ name }) => name === "_concord"),
      1,
    );
    expect(look(book, "week", today).book).toBe("concord");
  });

  it("of a newer Concord offers nothing but says so", () => {
    const book = emptyRegister();
    setSchema(book, "99");
    expect(look(book, "week", today).duties).toEqual([
      expect.objectContaining({ severity: "error", message: { code: "workbook-newer", params: { schema: 99, known: 1 } } }),
    ]);
  });
});

describe("planning meetings", () => {
  it("is offered while a series has none ahead, with how many there will be", () => {
    const book = emptyRegister();
    type(book, "series", mondays);
    expect(dutyOf(book, "duty-plan-meetings", today)).toMatchObject({ message: { params: { n: 4 } }, command: { id: "plan-meetings" } });
    doIt(book, "duty-plan-meetings", today);
  });

  it("is not offered where the next date lies beyond what is planned ahead", () => {
    const book = emptyRegister();
    type(book, "series", { name: "月度例会", cycle: "monthlyDate", monthDay: 17, from: "2027-02-01" });
    expect(dutyOf(book, "duty-plan-meetings", today)).toBeUndefined();
  });

  it("is not offered for a series that is not active", () => {
    const book = emptyRegister();
    type(book, "series", { ...mondays, active: false });
    expect(dutyOf(book, "duty-plan-meetings", today)).toBeUndefined();
  });

  it("asks for a series where there is none, at the first free row", () => {
    const book = emptyRegister();
    const duty = dutyOf(book, "no-series", today);
    expect(duty?.at).toEqual({ sheet: "例会", row: 1, column: 0 });
    type(book, "series", mondays);
    expect(dutyOf(book, "no-series", today)).toBeUndefined();
  });

  it("names the cell of a series whose cycle is incomplete", () => {
    const book = emptyRegister();
    type(book, "series", { name: "半懂不懂", cycle: "weekly" });
    const { place } = snapshotOf(book, ["series"]).tables.get("series") ?? expect.fail();
    expect(dutyOf(book, "series-incomplete", today)?.at).toEqual({ sheet: "例会", row: 1, column: place.columns.get("weekday") });
  });

  it("gives way to making minutes at once in a list without series", () => {
    const { book } = smallRegister();
    doIt(book, "duty-first-minutes", today);
  });
});

describe("making minutes", () => {
  it("is offered for the meeting at hand until its sheet is there", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-23"));
    const duty = dutyOf(book, "duty-generate-minutes", today);
    expect(duty).toMatchObject({ severity: "note", command: { id: "generate-minutes", input: { meeting: "M-2026-11-23" } } });
    expect(cellAt(book, duty?.at)).toBe("M-2026-11-23");
    expect(dutyOf(book, "duty-generate-minutes", on("2026-11-23"))?.severity).toBe("warning");
    doIt(book, "duty-generate-minutes", today);
  });

  it("is offered for the next meeting, too, while the last one is at hand", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-11-16", { state: "recorded" }), meetingOn("2026-11-23"));
    expect(look(book, "week", today).meeting?.no).toBe("M-2026-11-16");
    expect(dutyOf(book, "duty-generate-minutes", today)?.command?.input).toEqual({ meeting: "M-2026-11-23" });
    doIt(book, "duty-generate-minutes", today);
  });

  it("waits while the meeting is more than five working days off", () => {
    const book = emptyRegister();
    type(book, "meetings", meetingOn("2026-12-07"));
    expect(dutyOf(book, "duty-generate-minutes", on("2026-11-27"))).toBeUndefined();
    expect(dutyOf(book, "duty-generate-minutes", on("2026-11-30"))).toBeDefined();
  });
});

describe("recording minutes", () => {
  const book = emptyRegister();
  type(book, "meetings", meetingOn("2026-11-19", { chair: "周建国", recorder: "林晓" }));
  runOn(book, "generate-minutes", {}, today);
  const codes: readonly WordKey[] = ["duty-minutes-due", "duty-minutes-today", "duty-minutes-passed", "duty-minutes-late"];
  const found = (context: Context) => look(book, "week", context).duties.filter(({ message }) => codes.includes(message.code));

  it("is no duty before the meeting's day", () => {
    expect(found(today)).toEqual([]);
  });

  it.each([
    ["on the day", on("2026-11-19", "15:00"), "duty-minutes-due", "note", { due: "2026-11-20", time: "17:30" }],
    ["on the working day after", on("2026-11-20", "17:30"), "duty-minutes-today", "warning", { time: "17:30" }],
    ["after that day's work", on("2026-11-20", "17:31"), "duty-minutes-passed", "error", { due: "2026-11-20" }],
    ["at the weekend", on("2026-11-22"), "duty-minutes-passed", "error", { due: "2026-11-20" }],
    ["from then on", on("2026-11-24"), "duty-minutes-late", "error", { n: 2 }],
    ["long after", on("2027-03-01"), "duty-minutes-late", "error", { no: "M-2026-11-19" }],
  ] as const)("is due by the next working day: %s", (_, context, code, severity, params) => {
    const [duty, ...others] = found(context);
    expect(others).toEqual([]);
    expect(duty).toMatchObject({
      severity,
      message: { code, params },
      command: { id: "record-minutes", input: { meeting: "M-2026-11-19" } },
      at: { sheet: "会议记录 M-2026-11-19" },
    });
  });

  it("comes first, and is done by its command", () => {
    const context = on("2026-11-20");
    expect(look(book, "week", context).duties[0]?.command?.id).toBe("record-minutes");
    doIt(book, "duty-minutes-today", context);
    expect(found(context)).toEqual([]);
  });
});

describe("items that need somebody", () => {
  const kinds = [
    ["duty-overdue", { due: "2026-11-16" }, { n: 1 }, "A-1"],
    ["duty-due-soon", { due: "2026-11-20" }, { n: 1, days: 2 }, "A-1"],
    ["duty-unconfirmed", { status: "assigned" }, { n: 1 }, "A-1"],
    ["duty-incomplete", { due: null }, { n: 1 }, null],
    ["duty-incomplete", { owner: null, department: null }, { n: 1 }, null],
  ] as const;

  it.each(kinds)("are counted as %s with %o, and their cell is right", (code, more, params, stands) => {
    const book = emptyRegister();
    type(book, "actions", action("A-0"));
    expect(dutyOf(book, code, today)).toBeUndefined();
    type(book, "actions", action("A-1", more));
    const duty = dutyOf(book, code, today);
    expect(duty?.message.params).toEqual(params);
    expect(cellAt(book, duty?.at)).toBe(stands);
    expect(duty?.at?.row).toBe(snapshotOf(book, ["actions"]).tables.get("actions")?.byKey.get("A-1")?.row);
    overtype(book, "actions", "A-1", { status: "done", doneOn: "2026-11-18" });
    expect(dutyOf(book, code, today)).toBeUndefined();
  });

  it("are led to by the one longest overdue", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-1", { due: "2026-11-16" }), action("A-2", { due: "2026-11-02" }), action("A-3", { due: "2026-11-09" }));
    const duty = dutyOf(book, "duty-overdue", today);
    expect(duty?.message.params).toEqual({ n: 3 });
    expect(cellAt(book, duty?.at)).toBe("A-2");
  });

  it("do not count twice when a resolution was split", () => {
    const book = emptyRegister();
    type(book, "resolutions", action("R-1", { due: "2026-11-16", status: "split" }));
    expect(dutyOf(book, "duty-overdue", today)).toBeUndefined();
  });
});

describe("keeping the tracking", () => {
  it("numbers what was typed without a number, led to by its task", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-1"), action("", { task: "手工催交轴承" }));
    const duty = dutyOf(book, "duty-unnumbered", today);
    expect(duty?.message.params).toEqual({ n: 1 });
    expect(cellAt(book, duty?.at)).toBe("手工催交轴承");
    doIt(book, "duty-unnumbered", today);
  });

  it("numbers the second of two rows with one number", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-1"), action("A-1", { task: "另一件事" }));
    expect(cellAt(book, dutyOf(book, "duty-unnumbered", today)?.at)).toBe("另一件事");
    runOn(book, "refresh-tracking", {}, today);
    expect(dutyOf(book, "duty-unnumbered", today)).toBeUndefined();
  });

  it("is not needed for rows under the spare lights of a register", () => {
    const book = emptyRegister();
    type(book, "actions", action("A-1"));
    expect(dutyOf(book, "duty-lights", today)).toBeUndefined();
  });

  it("brings lights to a person's own list, and again when the live sheet is gone", () => {
    const { book } = smallRegister();
    expect(dutyOf(book, "duty-lights", today)?.message.params).toEqual({ n: 2 });
    doIt(book, "duty-lights", today);
    book.sheets.splice(
      book.sheets.findIndex(({ name }) => name === "_concord_live"),
      1,
    );
    doIt(book, "duty-lights", today);
  });

  it("leaves a light that a person typed alone", () => {
    const { book } = smallRegister();
    runOn(book, "refresh-tracking", {}, today);
    const table = snapshotOf(book, ["actions"]).tables.get("actions") ?? expect.fail();
    book.sheet(table.place.sheet)?.setValue(table.rows[0]?.row ?? -1, table.place.columns.get("light") ?? -1, "看情况");
    expect(dutyOf(book, "duty-lights", today)).toBeUndefined();
  });
});

describe("looking after the workbook", () => {
  it("offers to upgrade one of an older Concord", () => {
    const book = emptyRegister();
    expect(dutyOf(book, "duty-upgrade", today)).toBeUndefined();
    setSchema(book, "0");
    doIt(book, "duty-upgrade", today);
  });

  it("speaks of the calendar only when days that are not known come near", () => {
    const book = emptyRegister();
    expect(dutyOf(book, "calendar-year-end", on("2026-06-01"))).toBeUndefined();
    expect(dutyOf(book, "calendar-provisional", today)).toBeUndefined();
    const duty = dutyOf(book, "calendar-provisional", on("2026-12-10"));
    expect(duty).toMatchObject({ severity: "note", message: { params: { year: 2027 } }, at: { sheet: "公司日历", row: 1, column: 0 } });
  });

  it("no longer speaks of a year in which the company's days are entered", () => {
    const book = emptyRegister();
    type(book, "companyCalendar", { from: "2027-01-02", to: "2027-01-03", kind: "off", reason: "元旦" });
    expect(dutyOf(book, "calendar-provisional", on("2026-12-10"))).toBeUndefined();
  });

  it("offers a check quietly and last, before that where something cannot be read", () => {
    const book = emptyRegister();
    expect(look(book, "week", today).duties.at(-1)).toMatchObject({ severity: "note", message: { code: "duty-check" } });
    type(book, "actions", action("A-1"));
    const { place, byKey } = snapshotOf(book, ["actions"]).tables.get("actions") ?? expect.fail();
    book.sheet(place.sheet)?.setValue(byKey.get("A-1")?.row ?? -1, place.columns.get("status") ?? -1, "搞定了");
    const found = dutyOf(book, "duty-check-found", today);
    expect(found).toMatchObject({ severity: "warning", message: { params: { n: 1 } }, command: { id: "check-workbook" } });
    expect(cellAt(book, found?.at)).toBe("搞定了");
    expect(dutyOf(book, "duty-check", today)).toBeUndefined();
  });
});

describe("the order of duties", () => {
  it("is the order of their weight", () => {
    const book = emptyRegister();
    type(book, "series", mondays);
    type(book, "meetings", meetingOn("2026-11-16"));
    type(book, "actions", action("A-1", { due: "2026-11-02" }), action("A-2", { status: "assigned" }), action("", { task: "手工" }));
    runOn(book, "generate-minutes", { meeting: "M-2026-11-16" }, on("2026-11-16"));
    const context = { ...today, today: day("2026-11-18") };
    expect(look(book, "week", context).duties.map(({ message }) => message.code)).toEqual([
      "duty-minutes-late",
      "duty-overdue",
      "duty-plan-meetings",
      "duty-reminders",
      "duty-unconfirmed",
      "duty-unnumbered",
      "calendar-year-end",
      "duty-check",
    ]);
  });
});

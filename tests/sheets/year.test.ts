import { describe, expect, it } from "vitest";
import { toIso } from "../../core/index.ts";
import { READERS } from "../excel/cases.ts";
import { copyOf } from "../support/book.ts";
import { commandIds, inputOf } from "../support/laws.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { newBook } from "../support/office/open-excel.ts";
import { keysOf } from "../support/preparing.ts";
import { type Register, runOn } from "../support/registers.ts";
import { chooseAtOnce } from "../support/sheets/at-once.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";
import { type Size, yearBook } from "../support/sheets/year-book.ts";

const YEAR: Size = { meetings: 52, actions: 1000, products: 500, weeks: 26 };
const PART: Size = { meetings: 13, actions: 100, products: 80, weeks: 26 };

/** `CONCORD_LAWS` tries a whole year, a part of one does by default: either way the calls are the same. */
const size = process.env.CONCORD_LAWS === undefined ? PART : YEAR;

/** Seconds that are allowed to the two commands which make some thirty sheets; all else is done within a minute. */
const SHEETS_TO_MAKE: Readonly<Record<string, number>> = { "set-up-workbook": 100, "load-sample": 108 };

/** Calls of Google's services that a command takes, however many rows there are. To fill in a builder is none. */
const CALLS: Readonly<Record<string, number>> = {
  "set-up-workbook": 973,
  "load-sample": 1048,
  "plan-meetings": 96,
  "propose-meeting": 137,
  "confirm-meeting": 143,
  "decline-meeting": 123,
  "move-meeting": 131,
  "cancel-meeting": 135,
  "propose-topic": 141,
  "decide-topics": 131,
  "refresh-balance": 428,
  "compare-balance": 268,
  "assign-imbalance": 117,
  "dismiss-imbalance": 107,
  "raise-imbalance": 155,
  "allocate-orders": 157,
  "adopt-plan": 161,
  "review-effects": 174,
  "prepare-meeting": 238,
  "submit-paper": 125,
  "request-leave": 149,
  "send-notice": 255,
  "make-sign-in": 190,
  "record-attendance": 209,
  "generate-minutes": 356,
  "record-minutes": 400,
  "expect-changes": 135,
  "check-effects": 172,
  "approve-minutes": 180,
  "amend-minutes": 264,
  "distribute-minutes": 182,
  "archive-meeting": 175,
  "verify-archive": 106,
  "attendance-statistics": 165,
  "decompose-resolution": 265,
  "split-action": 281,
  "confirm-action": 253,
  "report-progress": 253,
  "complete-action": 248,
  "verify-action": 252,
  "postpone-action": 253,
  "reassign-action": 252,
  "cancel-action": 253,
  "reopen-action": 256,
  "refresh-tracking": 270,
  "send-reminders": 320,
  "refresh-dashboard": 444,
  "change-settings": 324,
  "save-department": 124,
  "save-person": 124,
  "save-series": 137,
  "retire-person": 173,
  "check-workbook": 219,
  "upgrade-workbook": 328,
};

/** Written by one call, a command's calls are those that it reads with, and some for charts. */
const MOST_CALLS_AT_ONCE = 300;

/** A sheet that has fewer rows than are written gets some, once; and rows to mend are neighbours, or are not. */
const GIVE = 12;
/** A balance has a call for each group that it folds, and two for each that stands open; of more than a hundred it makes none. */
const OF_GROUPS = /shiftRowGroupDepth|getRowGroup|Group\.expand/;
const MOST_OF_GROUPS = 300;
/** Looks of more than 20,000 cells are laid value by value, not all at once. */
const GIVE_LARGE: Readonly<Record<string, number>> = { "refresh-balance": 24 };

/** An action of a year ago that goes on still. */
const OPEN = "CX-2025-W1-1-A0";

/** What is given to a command where a general input would do too much or nothing on a year. */
const inputs: Readonly<Record<string, (found: Register) => Readonly<Record<string, unknown>>>> = {
  "refresh-balance": () => ({}),
  "assign-imbalance": (found) => ({ imbalance: keysOf(found, "imbalances")[0], owner: "张三" }),
  "dismiss-imbalance": (found) => ({ imbalance: keysOf(found, "imbalances")[0], reason: "不急" }),
  "raise-imbalance": (found) => ({ imbalance: keysOf(found, "imbalances")[0] }),
  "adopt-plan": () => ({ plan: [{ product: "ZZ-1", period: "2026-W49", quantity: 120 }] }),
  "split-action": () => ({ item: OPEN, owners: "张三、钱敏" }),
  "confirm-action": () => ({ items: [OPEN], note: "已知" }),
  "report-progress": () => ({ items: [OPEN], progress: 60, note: "缺料" }),
  "postpone-action": ({ context }) => ({ items: [OPEN], newDue: toIso(context.today + 9), reason: "缺料", approvedBy: "" }),
  "reassign-action": () => ({ items: [OPEN], owner: "李四", reason: "调岗" }),
  "cancel-action": () => ({ items: [OPEN], reason: "订单取消", approvedBy: "总" }),
  "record-minutes": ({ book, context }) => {
    runOn(book, "generate-minutes", {}, context);
    const row = { row: 0, text: "核对泵体库存并出清单", more: "清单已发", owner: "张三", due: 9, kind: "" };
    const minutes = { topics: [row], actions: [row], open: [row], review: [], cleared: [] };
    fillMinutes(book, minutes, context.today);
    return {};
  },
};

/** What takes the most calls step by step; `CONCORD_LAWS` tries every command all at once, too. */
const isDeep = process.env.CONCORD_LAWS !== undefined;
const heavy = commandIds.filter((id) => isDeep || id in SHEETS_TO_MAKE || (CALLS[id] ?? 0) > 300);

describe("a year of data in Google Sheets", () => {
  const unbalanced = yearBook(size);
  const balanced = { ...unbalanced, book: copyOf(unbalanced.book) };
  runOn(balanced.book, "refresh-balance", {}, balanced.context);
  function bookFor(id: string): Register["book"] {
    if (id in SHEETS_TO_MAKE) return newBook();
    return copyOf((id === "refresh-balance" ? unbalanced : balanced).book);
  }

  it.each(commandIds)("%s stays under a minute at 100 ms a call, in as many calls as ever", (id) => {
    const { script, workbook } = openSheets(bookFor(id));
    const found = { book: workbook, context: balanced.context };
    const input = inputs[id]?.(found) ?? inputOf(id, found, 0);
    const { edits } = runInScript(script, id, input, found.context);
    const { last } = script;
    const asked = last.calls.filter(({ name }) => !/Builder\.|SpreadsheetApp\.new/.test(name));
    const ofGroups = asked.filter(({ name }) => OF_GROUPS.test(name)).length;
    const calls = asked.length - ofGroups;
    expect(ofGroups).toBeLessThanOrEqual(MOST_OF_GROUPS);
    expect(last.seconds).toBeLessThan(SHEETS_TO_MAKE[id] ?? 60);
    expect(Math.abs(calls - (CALLS[id] ?? 0)), `${calls} calls`).toBeLessThanOrEqual(GIVE_LARGE[id] ?? GIVE);
    expect(edits > 0).toBe(!READERS.includes(id));
  });

  it.each(Object.keys(SHEETS_TO_MAKE))("%s, where the sheets are there already, stays under a minute, too", (id) => {
    const { script, workbook } = openSheets(copyOf(balanced.book));
    runInScript(script, id, inputOf(id, { book: workbook, context: balanced.context }, 0), balanced.context);
    expect(script.last.calls.length).toBeGreaterThan(50);
    expect(script.last.seconds).toBeLessThan(60);
  });

  it.each(heavy)("%s, all at once, stays under a minute as well, in no more calls than it takes to read", (id) => {
    const book = bookFor(id);
    chooseAtOnce(book);
    const { script, workbook } = openSheets(book, "atOnce");
    const found = { book: workbook, context: balanced.context };
    const input = inputs[id]?.(found) ?? inputOf(id, found, 0);
    const { edits } = runInScript(script, id, input, found.context);
    const { seconds, calls } = script.last;
    const sent = calls.filter(({ name }) => name === "Spreadsheets.batchUpdate");
    expect(seconds).toBeLessThan(60);
    expect(calls.length).toBeLessThan(MOST_CALLS_AT_ONCE);
    expect(sent).toHaveLength(READERS.includes(id) ? 0 : 1);
    expect(edits > 0).toBe(!READERS.includes(id));
  });

  it("is counted for every command", () => {
    expect(Object.keys(CALLS).sort()).toEqual([...commandIds].sort());
  });
});

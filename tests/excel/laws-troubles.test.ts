import { describe, expect, it } from "vitest";
import { removeSheet } from "../../desk/workbook/remove-sheet.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { LONG } from "../support/laws.ts";
import { openExcel } from "../support/office/open-excel.ts";
import { actionsOf } from "./acts.ts";
import { isDeep, toldOf, undisturbed } from "./break-off.ts";
import { cases, runCase } from "./cases.ts";

const { open } = cases.find(({ id, on }) => id === "refresh-tracking" && on.endsWith("the sample")) ?? expect.fail("no case");

/** To survey, to read, to look, to write. */
const REQUESTS = [1, 2, 3, 4];

const errors: readonly (readonly [code: string, word: string, words: RegExp])[] = [
  ["InvalidOperationInCellEditMode", "excel-editing-cell", /Enter/],
  ["InactiveWorkbook", "excel-inactive", /不在前台.*\n.*not in front/],
  ["ActivityLimitReached", "excel-busy", /正忙.*\n.*busy/],
  ["AccessDenied", "excel-access-denied", /不允许写入.*\n.*does not allow/],
  ["RequestPayloadSizeLimitExceeded", "excel-too-large", /上限.*\n.*more to send/],
  ["ResponsePayloadSizeLimitExceeded", "excel-too-large", /上限.*\n.*more to send/],
  ["GeneralException", "excel-failed", /GeneralException.*\n.*GeneralException/],
];

/** The commonest is met at every request; the others in the write, and in turn in what comes before. */
function requestsFor(code: string): readonly number[] {
  const turn = errors.findIndex(([each]) => each === code);
  return isDeep || turn === 0 ? REQUESTS : [1 + (turn % 3), 4];
}

describe("an error of Excel's", () => {
  it.each(errors)(
    "%s at any request is told in words of its own, and running again completes",
    async (code, word, words) => {
      const found = open();
      const { requests, end } = await undisturbed(found);
      expect(requests).toHaveLength(REQUESTS.length);
      for (const sync of requestsFor(code)) {
        const excel = openExcel(copyOf(found.book));
        const afterActions = sync === 4 ? (requests[3]?.length ?? 0) >> 1 : 0;
        excel.bridge.fault = { sync, afterActions, code };
        const told = await toldOf(excel, found);
        // What is too large to read is read in smaller pieces.
        if (sync === 2 && word === "excel-too-large") expect(told.codes).toEqual([]);
        else {
          expect(told.codes, `request ${sync}`).toEqual([word]);
          expect(told.words).toMatch(words);
        }
        excel.bridge.fault = undefined;
        await runCase(excel.host, found);
        expect(differences(end, endOf(excel.workbook)), `request ${sync}`).toEqual([]);
      }
    },
    LONG,
  );
});

interface Trouble {
  readonly does: string;
  readonly act: (book: Workbook) => void;
  /** Told when it happens before the look, and before the write. */
  readonly told: readonly [atLook: string, atWrite: string | undefined];
  /** What a person does about it. */
  readonly mend?: (book: Workbook) => void;
}

const sheetOf = (book: Workbook) => actionsOf(book).sheet;

const troubles: readonly Trouble[] = [
  {
    does: "protects the sheet",
    act: (book) => Object.assign(sheetOf(book), { isProtected: true }),
    told: ["sheet-protected", "excel-access-denied"],
    mend: (book) => Object.assign(sheetOf(book), { isProtected: false }),
  },
  {
    // Nothing in Excel's API can make a write depend on a filter, so what comes in the last moment is not seen.
    does: "filters the sheet",
    act: (book) => Object.assign(sheetOf(book), { filter: { area: { row: 0, column: 0, rows: 5, columns: 5 }, hidesRows: true } }),
    told: ["excel-sheet-filtered", undefined],
    mend: (book) => Object.assign(sheetOf(book), { filter: undefined }),
  },
  {
    does: "renames the sheet",
    act: (book) => Object.assign(sheetOf(book), { name: "二厂待办" }),
    told: ["sheet-missing", "excel-not-found"],
  },
  { does: "deletes the sheet", act: (book) => removeSheet(book, sheetOf(book)), told: ["sheet-missing", "excel-not-found"] },
  {
    does: "renames the native table",
    act: (book) => Object.assign(sheetOf(book).tables[0] ?? expect.fail("no table"), { name: "Plan" }),
    told: ["", "excel-not-found"],
  },
];

describe("another person", () => {
  it.each(troubles)(
    "who $does between reading and writing is told of, and running again completes",
    async ({ act, told, mend }) => {
      const found = open();
      for (const [index, code] of told.entries()) {
        const excel = openExcel(copyOf(found.book));
        const gap = index + 3;
        excel.bridge.beforeSync = (sync) => {
          if (sync === gap) act(excel.workbook);
        };
        const said = await toldOf(excel, found);
        excel.bridge.beforeSync = () => {};
        if (code) {
          expect(said.codes, `before request ${gap}`).toEqual([code]);
          expect(said.words.split("\n").every((line) => line.length > 10)).toBe(true);
        } else expect(said.codes).toEqual([]);
        mend?.(excel.workbook);
        expect((await toldOf(excel, found)).codes, `before request ${gap}`).toEqual([]);
        expect((await runCase(excel.host, found)).edits, `before request ${gap}`).toBe(0);
      }
    },
    LONG,
  );

  it("who deletes a sheet between locating and reading is met by locating again", async () => {
    const found = open();
    const excel = openExcel(copyOf(found.book));
    excel.bridge.beforeSync = (sync) => {
      if (sync === 2) removeSheet(excel.workbook, sheetOf(excel.workbook));
    };
    expect((await toldOf(excel, found)).codes).toEqual([]);
    expect(excel.bridge.syncs).toBe(6);
  });
});

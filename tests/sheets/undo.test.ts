import { describe, expect, it } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { cases, runCase } from "../excel/cases.ts";
import { copyOf } from "../support/book.ts";
import { told } from "../support/office/told.ts";
import { snapshotOf } from "../support/registers.ts";
import { chooseAtOnce } from "../support/sheets/at-once.ts";
import { runInScript, undoInScript } from "../support/sheets/host-script.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";

/** What the sheets say, but for the Log and Concord's notes, which stay; a formula's result may move by itself. */
function said(workbook: Workbook): unknown {
  const log = snapshotOf(workbook, []).places.get("log")?.sheet;
  const { sheets, names } = told(workbook);
  const shown = sheets.filter(({ name }) => name !== "_concord" && name !== log);
  return {
    names,
    sheets: shown.map(({ name, cells }) => [name, cells.map(([row, column, value, formula]) => [row, column, formula ?? value])]),
  };
}

const TAKEN = ["load-sample", "generate-minutes", "record-minutes", "plan-meetings"];

describe.each(
  cases.filter(({ id, on }, index) => TAKEN.includes(id) && cases.findIndex((each) => each.id === id && each.on === on) === index),
)("$id on $on, taken back in Google Sheets", ({ id, open }) => {
  it.each(["steps", "atOnce"] as const)(
    "leaves the sheets, cells and names as they were, written by %s; what was typed since is kept",
    async (way) => {
      const found = open();
      if (way === "atOnce") chooseAtOnce(found.book);
      const desk = copyOf(found.book);
      await runCase(new DeskHost(desk), found);
      const { script, workbook, calculateLike } = openSheets(found.book, way);
      calculateLike(desk);
      const before = said(workbook);
      const { undo } = runInScript(script, id, found.input, found.context);
      expect(said(workbook)).not.toEqual(before);
      if (!undo) return expect.fail("nothing to undo");

      const [sheet] = undo.sheets;
      const cell = sheet?.cells.find(({ wrote }) => typeof wrote === "string" && wrote !== "");
      const at = sheet && cell && workbook.sheet(sheet.sheet)?.cell(cell.row, cell.column);
      if (at) {
        const { value } = at;
        at.value = "mine";
        expect(undoInScript(script, undo, found.context).problems).toEqual([expect.objectContaining({ code: "undo-changed-since" })]);
        expect(at.value).toBe("mine");
        at.value = value;
      }
      expect(undoInScript(script, undo, found.context).problems).toEqual([]);
      expect(said(workbook)).toEqual(before);
      // The settings that the sample brings say step by step.
      const isAtOnce = way === "atOnce" && id !== "load-sample";
      expect(script.last.calls.some(({ name }) => name === "Spreadsheets.batchUpdate")).toBe(isAtOnce);
    },
  );
});

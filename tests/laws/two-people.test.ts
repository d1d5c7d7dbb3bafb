import { describe, expect, it } from "vitest";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { MeddlingHost } from "../support/meddling-host.ts";
import { fillMinutes, minutesOf, rowsOfBlock } from "../support/minutes-by-hand.ts";
import { contextOn, date, runOn, smallRegister, snapshotOf } from "../support/registers.ts";

const context = contextOn(date(2026, 11, 18));
const action = { row: 0, text: "核对泵体库存", more: "清单已发", owner: "张三", due: 9, kind: "" };

function actionsOf(book: Workbook) {
  return snapshotOf(book, ["actions"]).tables.get("actions") ?? expect.fail("There are no actions.");
}

function tasksOf(book: Workbook): [string, unknown][] {
  return actionsOf(book).rows.map(({ key, values }) => [key, (values as { task: string }).task]);
}

describe("two people at once", () => {
  const made = smallRegister().book;
  for (const id of ["refresh-tracking", "generate-minutes"]) runOn(made, id, {}, context);
  fillMinutes(made, { topics: [], actions: [action], open: [], review: [], cleared: [] }, context.today);

  it("lose neither's row when both add one in the same place", () => {
    const book = copyOf(made);
    const host = new MeddlingHost(book, () => {
      const { place, end } = actionsOf(book);
      book.sheet(place.sheet)?.setValue(end, place.columns.get("task") ?? 0, "别人的任务");
    });
    const outcome = runOn(host, "record-minutes", {}, context);
    expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(host.applied).toBe(2);
    expect(tasksOf(book).map(([, task]) => task)).toEqual(["核对库存", "补齐欠料", "别人的任务", "核对泵体库存"]);
  });

  it("do not overwrite what the other has just typed in the minutes", () => {
    const book = copyOf(made);
    const sheet = minutesOf(book) ?? expect.fail("There are no minutes.");
    const at = rowsOfBlock(sheet, "actions")[0] ?? -1;
    const statusColumn = 11;
    const host = new MeddlingHost(book, () => sheet.setValue(at, statusColumn, "进行中"));
    runOn(host, "record-minutes", {}, context);
    expect(sheet.cell(at, statusColumn)?.value).toBe("进行中");
    expect(actionsOf(book).rows.at(-1)?.values).toMatchObject({ status: "inProgress" });
  });

  it("remember both's notes in the hidden sheet", () => {
    const book = copyOf(made);
    const state = book.sheet("_concord") ?? expect.fail("There is no hidden sheet.");
    const host = new MeddlingHost(book, () => {
      const row = state.used().rows;
      for (const [column, text] of ["number", "THEIRS-A", "5"].entries()) state.setValue(row, column, text);
    });
    runOn(host, "record-minutes", {}, context);
    const keys = [...state.cells.values()].map((line) => line.get(1)?.value);
    expect(keys).toContain("THEIRS-A");
    expect(keys.some((key) => /-A$/.test(String(key)) && key !== "THEIRS-A")).toBe(true);
  });

  it("say so, and write nothing, where one never stops", () => {
    const book = copyOf(made);
    const before = tasksOf(book).length;
    const host = new MeddlingHost(book, () => undefined);
    const meddle = host.apply.bind(host);
    let count = 0;
    host.apply = (edits) => {
      const { place, end } = actionsOf(book);
      book.sheet(place.sheet)?.setValue(end, place.columns.get("task") ?? 0, `别人的任务${count++}`);
      return meddle(edits);
    };
    const outcome = runOn(host, "record-minutes", {}, context);
    expect(outcome.problems).toContainEqual(expect.objectContaining({ code: "changed-meanwhile", severity: "error" }));
    expect(outcome.edits).toBe(0);
    expect(tasksOf(book)).toHaveLength(before + count);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit, Receipt } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { cases, READERS, runCase } from "../excel/cases.ts";
import { copyOf, differences, tell } from "../support/book.ts";
import { area } from "../support/host-bench.ts";
import { anyBatches } from "../support/sheets/any-edits.ts";
import { chooseAtOnce } from "../support/sheets/at-once.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";
import { toldWhole } from "../support/sheets/told-whole.ts";

/** `CONCORD_LAWS` tries every command and more edits; by default commands whose edits are of different kinds. */
const isDeep = process.env.CONCORD_LAWS !== undefined;
const FEW: readonly (readonly [id: string, on: string])[] = [
  ["refresh-tracking", "a planner's own list"],
  ["upgrade-workbook", "a workbook of an older Concord"],
  ["set-up-workbook", "an empty workbook"],
  ["record-minutes", "minutes and a register with rows and notes of a person's own"],
  ["refresh-balance", "the sample"],
  ["approve-minutes", "the sample"],
  ["refresh-dashboard", "the sample"],
  ["expect-changes", "the sample"],
];
const tried = cases.filter(({ id, on }) => isDeep || FEW.some((few) => few[0] === id && few[1] === on));
/** Merges and groups that rows moved since are told by where they are by then. */
const MOVED: readonly (readonly Edit[])[] = [
  [
    { kind: "merge", sheet: "Plan", areas: [area(3, 0, 2, 2)] },
    { kind: "group", sheet: "Plan", axis: "rows", first: 1, count: 15, groups: [{ first: 3, count: 4, isCollapsed: false }] },
  ],
  [
    { kind: "insertRows", sheet: "Plan", row: 1, count: 2 },
    { kind: "merge", sheet: "Plan", areas: [area(5, 0, 1, 3)] },
    { kind: "group", sheet: "Plan", axis: "rows", first: 1, count: 15, groups: [] },
  ],
];
const numRuns = isDeep ? 2000 : 60;

describe.each(tried)("$id on $on, written all at once", ({ id, open }) => {
  it("is one call and leaves what step by step leaves; again there is nothing to do", async () => {
    const found = open();
    chooseAtOnce(found.book);
    const desk = copyOf(found.book);
    await runCase(new DeskHost(desk), found);
    const written = (way: "steps" | "atOnce") => {
      const sheets = openSheets(copyOf(found.book), way);
      sheets.calculateLike(desk);
      const { problems } = runInScript(sheets.script, id, found.input, found.context);
      return { ...sheets, problems, calls: sheets.script.last.calls };
    };
    const [steps, once] = [written("steps"), written("atOnce")];
    expect(once.problems).toEqual(steps.problems.filter(({ code }) => code !== "sheets-api-missing"));
    expect(toldWhole(once.script)).toEqual(toldWhole(steps.script));
    expect(once.workbook.sheets[once.workbook.active]?.name).toBe(steps.workbook.sheets[steps.workbook.active]?.name);
    expect(once.calls.filter(({ name }) => name === "Spreadsheets.batchUpdate").length).toBe(READERS.includes(id) ? 0 : 1);

    const before = tell(once.workbook);
    const again = runInScript(once.script, id, found.input, found.context);
    expect({ edits: again.edits, changes: again.changes }).toEqual({ edits: 0, changes: 0 });
    expect(differences(before, tell(once.workbook))).toEqual([]);
  });
});

describe("edits of any kind, written all at once", () => {
  it("leave what they leave step by step, wherever that can make them", { timeout: 600_000 }, () => {
    let made = 0;
    fc.assert(
      fc.property(anyBatches, (batches) => {
        const [steps, once] = [opened("steps"), opened("atOnce")];
        for (const edits of batches) {
          const [there, here] = [steps.apply(edits), once.apply(edits)];
          // What step by step cannot make, such as freezing a part of a merge, stops it midway.
          if (there.refused?.code === "sheets-failed") return;
          expect(here).toEqual(there);
          expect(toldWhole(once.script)).toEqual(toldWhole(steps.script));
          if (!here.refused) made++;
        }
      }),
      { numRuns, examples: [[MOVED]] },
    );
    expect(made).toBeGreaterThan(numRuns);
  });
});

function opened(way: "steps" | "atOnce") {
  const workbook = new Workbook();
  for (const name of ["Plan", "Other"]) workbook.addSheet(name);
  const sheets = openSheets(workbook, way);
  const apply = (edits: readonly Edit[]): Receipt => {
    sheets.calculate(edits);
    return sheets.host.apply(edits);
  };
  return { script: sheets.script, apply };
}

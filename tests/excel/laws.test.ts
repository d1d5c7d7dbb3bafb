import { describe, expect, it } from "vitest";
import type { Outcome } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { copyOf, differences, tell } from "../support/book.ts";
import { commandIds } from "../support/laws.ts";
import { openExcel } from "../support/office/open-excel.ts";
import { looks, told } from "../support/office/told.ts";
import { cases, READERS, runCase } from "./cases.ts";

describe("the commands tried in Excel", () => {
  it("are all of the registry", () => {
    expect(new Set(cases.map(({ id }) => id))).toEqual(new Set(commandIds));
  });
});

describe.each(cases)("$id on $on, in Excel", ({ id, open }) => {
  it("ends as on the desk, the Log included, in at most four round trips; again there is nothing to do, in two", async () => {
    const found = open();
    const desk = copyOf(found.book);
    const there = await runCase(new DeskHost(desk), found);
    const { host, bridge, workbook } = openExcel(found.book);
    const here = await runCase(host, found);
    expect(saidBy(here)).toEqual(saidBy(there));
    expect(here.problems.filter(({ code }) => /^(?:excel|changed|sheet|table)-/.test(code))).toEqual([]);
    expect(here.edits > 0).toBe(!READERS.includes(id));
    expect(told(workbook)).toEqual(told(desk));
    for (const { name } of desk.sheets) expect(looks(workbook, name), name).toEqual(looks(desk, name));
    expect(bridge.syncs).toBeLessThanOrEqual(READERS.includes(id) ? 2 : 4);

    const [before, syncs] = [tell(workbook), bridge.syncs];
    const again = await runCase(host, found);
    expect({ edits: again.edits, changes: again.changes, syncs: bridge.syncs - syncs }).toEqual({ edits: 0, changes: 0, syncs: 2 });
    expect(differences(before, tell(workbook))).toEqual([]);
  });
});

function saidBy({ report, problems, changes, preview, edits }: Outcome): Partial<Outcome> {
  return { report, problems, changes, preview, edits };
}

import { describe, expect, it } from "vitest";
import type { Outcome } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { cases, READERS, runCase } from "../excel/cases.ts";
import { copyOf, differences, tell } from "../support/book.ts";
import { runInScript } from "../support/sheets/host-script.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";
import { looksAlike, toldAlike } from "../support/sheets/told-alike.ts";

/** Commands that make some thirty sheets at once, with the seconds that these may take; all else is done within a minute. */
const SHEETS_TO_MAKE: Readonly<Record<string, number>> = { "set-up-workbook": 100, "load-sample": 108 };

describe.each(cases)("$id on $on, in Google Sheets", ({ id, open }) => {
  it("ends as on the desk, the Log included; again there is nothing to do", async () => {
    const found = open();
    const desk = copyOf(found.book);
    const there = await runCase(new DeskHost(desk), found);
    const { script, workbook, calculateLike } = openSheets(found.book);
    calculateLike(desk);
    const here = runInScript(script, id, found.input, found.context);
    expect(script.last.seconds).toBeLessThan(SHEETS_TO_MAKE[id] ?? 60);
    expect(saidBy(here)).toEqual(JSON.parse(JSON.stringify(saidBy(there))));
    expect(toldAlike(workbook)).toEqual(toldAlike(desk));
    for (const { name } of desk.sheets) expect(looksAlike(workbook, name), name).toEqual(looksAlike(desk, name));

    const before = tell(workbook);
    const again = runInScript(script, id, found.input, found.context);
    expect({ edits: again.edits, changes: again.changes }).toEqual({ edits: 0, changes: 0 });
    expect(differences(before, tell(workbook))).toEqual([]);
    expect(here.edits > 0).toBe(!READERS.includes(id));
  });
});

/** How many edits it takes may differ: Sheets has no native tables that grow. */
function saidBy({ report, problems, changes, preview }: Omit<Outcome, "snapshot">): unknown {
  return { report, problems, changes, preview };
}

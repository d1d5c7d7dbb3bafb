import { describe, expect, it } from "vitest";
import { differences } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { LONG } from "../support/laws.ts";
import { breakOff, changes, isDeep, undisturbed } from "./break-off.ts";
import { cases, READERS, runCase } from "./cases.ts";

/** Nothing was done, or not all. */
const NOT_DONE = /^(?:excel|changed|sheet|table)-/;

/** What makes, moves, names or fills something; a look is set alike however often. */
const TELLING =
  /(?:Add|Insert|Resize|Merge|Delete|Clear|Name|Visibility|Position|Formulas|Formula|Rule|Header|Footer|FreezeAt|SetPrintArea)$/;

/** What a write has been broken off after, by any command so far. */
const met = new Set<string>();

/**
 * Half way, and right after the first telling action of each kind that no command before was broken off after.
 * An answer lost when all was done is tried on every third: then the law is that of running twice.
 */
function momentsOf(actions: readonly string[], turn: number): number[] {
  const all = actions.length;
  const moments = new Set(isDeep ? actions.keys() : [all >> 1]);
  for (const [index, action] of actions.entries()) {
    if (!TELLING.test(action) || met.has(action)) continue;
    moments.add(index + 1);
    met.add(action);
  }
  if (isDeep || turn % 3 === 0) moments.add(all);
  return [...moments].sort((a, b) => a - b);
}

const writers = cases.filter(({ id }) => !READERS.includes(id)).map((each, turn) => ({ ...each, turn }));

describe.each(writers)("a connection that breaks while $id on $on writes", ({ open, turn }) => {
  it(
    "is told, and the next run comes to the same end",
    async () => {
      const found = open();
      const { requests, end } = await undisturbed(found);
      let writes = 0;
      for (const [index, actions] of requests.entries()) {
        if (!changes(actions)) continue;
        writes++;
        for (const afterActions of momentsOf(actions, turn)) {
          const where = `request ${index + 1}, after ${afterActions} of ${actions.length} actions: ${actions[afterActions - 1]}`;
          const { excel, told } = await breakOff(found, { sync: index + 1, afterActions });
          expect(told.codes[0], where).toBe("excel-connection");
          // What a command says of work that is done already is its own.
          const { problems } = await runCase(excel.host, found);
          expect(
            problems.filter(({ code }) => NOT_DONE.test(code)),
            where,
          ).toEqual([]);
          expect(differences(end, endOf(excel.workbook)), where).toEqual([]);
        }
      }
      expect(writes).toBeGreaterThan(0);
    },
    isDeep ? 100 * LONG : 2 * LONG,
  );
});

it("breaks off writes of every kind", () => {
  const kinds = [
    "get Worksheets.Add",
    "set Worksheets.Add.Position",
    "get Tables.Add",
    "set Tables.Add.Name",
    "call Tables.Resize",
    "get Names.Add",
    "get GetRange.Insert",
    "Formulas",
    "Merge",
    "ConditionalFormats.Add",
    "DataValidation",
    "CenterHeader",
  ];
  expect(kinds.filter((kind) => ![...met].some((action) => action.includes(kind)))).toEqual([]);
});

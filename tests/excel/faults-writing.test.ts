import { describe, expect, it } from "vitest";
import { differences } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { LONG } from "../support/laws.ts";
import { breakOff, changes, isDeep, undisturbed } from "./break-off.ts";
import { cases, READERS, runCase } from "./cases.ts";

/** Nothing was done, or not all. */
const NOT_DONE = /^(?:excel|changed|sheet|table)-/;

/** What a write has been broken off after, by any command so far. */
const met = new Set<string>();

/** Half way, before the answer, and right after the first action of each kind that no command before was broken off after. */
function momentsOf(actions: readonly string[]): number[] {
  const all = actions.length;
  const moments = new Set(isDeep ? actions.keys() : [all >> 1]);
  for (const [index, action] of actions.entries()) {
    if (!met.has(action)) moments.add(index + 1);
    met.add(action);
  }
  return [...moments.add(all)].sort((a, b) => a - b);
}

describe.each(cases.filter(({ id }) => !READERS.includes(id)))("a connection that breaks while $id on $on writes", ({ open }) => {
  it(
    "is told, and the next run comes to the same end",
    async () => {
      const found = open();
      const { requests, end } = await undisturbed(found);
      let writes = 0;
      for (const [index, actions] of requests.entries()) {
        if (!changes(actions)) continue;
        writes++;
        for (const afterActions of momentsOf(actions)) {
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
    "HeadersFooters",
  ];
  expect(kinds.filter((kind) => ![...met].some((action) => action.includes(kind)))).toEqual([]);
});

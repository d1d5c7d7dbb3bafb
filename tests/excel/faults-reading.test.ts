import { describe, expect, it } from "vitest";
import { differences, tell } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { LONG } from "../support/laws.ts";
import { breakOff, changes, isDeep, undisturbed } from "./break-off.ts";
import { cases, runCase } from "./cases.ts";

describe.each(cases)("a connection that breaks while $id on $on looks", ({ open }) => {
  it(
    "before a request, in the middle of it or before its answer, is told; nothing is changed, and the next run does it all",
    async () => {
      const found = open();
      const { requests, end } = await undisturbed(found);
      const before = tell(found.book);
      let looks = 0;
      for (const [index, actions] of requests.entries()) {
        if (changes(actions)) continue;
        looks++;
        const all = actions.length;
        for (const afterActions of isDeep ? actions.keys() : [0, all >> 1, all]) {
          const where = `request ${index + 1}, after ${afterActions} actions`;
          const { excel, told } = await breakOff(found, { sync: index + 1, afterActions });
          expect(told.codes, where).toEqual(["excel-connection"]);
          expect(told.words).toMatch(/连接中断.*\n.*connection to Excel broke/);
          expect(differences(before, tell(excel.workbook)), where).toEqual([]);
          // The workbook is as it was: what the host remembers is all that could tell the runs apart.
          if (afterActions !== all) continue;
          await runCase(excel.host, found);
          expect(differences(end, endOf(excel.workbook)), where).toEqual([]);
        }
      }
      expect(looks).toBeGreaterThanOrEqual(2);
    },
    isDeep ? 20 * LONG : LONG,
  );
});

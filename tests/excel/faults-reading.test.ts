import { describe, expect, it } from "vitest";
import { differences, tell } from "../support/book.ts";
import { endOf } from "../support/cut-off.ts";
import { LONG } from "../support/laws.ts";
import { breakOff, changes, isDeep, undisturbed } from "./break-off.ts";
import { cases, runCase } from "./cases.ts";

/** Every third runs again: the workbook is as it was, so that the host alone could tell the runs apart. */
const looking = cases.map((each, turn) => ({ ...each, runsAgain: isDeep || turn % 3 === 0 }));

describe.each(looking)("a connection that breaks while $id on $on looks", ({ open, runsAgain }) => {
  it(
    "in the middle of a request or before its answer is told; nothing is changed, and the next run does it all",
    async () => {
      const found = open();
      const { requests, end } = await undisturbed(found);
      const looks = requests.filter((actions) => !changes(actions)).length;
      expect(looks).toBeGreaterThanOrEqual(2);
      for (const [index, actions] of requests.slice(0, looks).entries()) {
        const moments = isDeep ? [...actions.keys()] : [actions.length >> 1];
        for (const afterActions of moments) {
          const { told } = await breakOff(found, { sync: index + 1, afterActions });
          expect(told.codes[0], `request ${index + 1}, after ${afterActions} actions`).toBe("excel-connection");
          expect(told.words).toMatch(/连接中断.*\n.*connection to Excel broke/);
        }
      }
      // Everything that looks has been done by now.
      const { excel, told } = await breakOff(found, { sync: looks, afterActions: Number.POSITIVE_INFINITY });
      expect(told.codes[0]).toBe("excel-connection");
      expect(differences(tell(found.book), tell(excel.workbook))).toEqual([]);
      if (!runsAgain) return;
      await runCase(excel.host, found);
      expect(differences(end, endOf(excel.workbook))).toEqual([]);
    },
    isDeep ? 20 * LONG : LONG,
  );
});

import { beforeAll, describe, expect, it } from "vitest";
import { commandById, run } from "../../core/index.ts";
import { LARGE_ON, largePlanningBook } from "../support/large-planning-book.ts";
import { openExcel } from "../support/office/open-excel.ts";
import { contextOn } from "../support/registers.ts";

const [PRODUCTS, WEEKS] = [1000, 26];
/** Each product has 16 rows at the most: all are laid out. */
const CELLS = 500_000;
/** Of the 4 MB of each further round trip, as much as requests that are cut between pieces really fill. */
const FURTHER = 4_000_000;

interface Trips {
  readonly edits: number;
  /** The bytes of each round trip, each way. */
  readonly sent: readonly number[];
  readonly answered: readonly number[];
}

describe(`a balance of ${PRODUCTS} products and ${WEEKS} weeks in Excel costs four round trips, and one more for each further 4 MB each way`, () => {
  const trips = new Map<string, Trips>();

  beforeAll(async () => {
    const workbook = largePlanningBook(PRODUCTS, WEEKS, CELLS);
    const { host, bridge } = openExcel(workbook);
    const refresh = async (named: string): Promise<void> => {
      const before = bridge.syncs;
      const command = commandById("refresh-balance") ?? expect.fail("There is no such command.");
      const outcome = await run(host, command, {}, contextOn(LARGE_ON));
      expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      trips.set(named, { edits: outcome.edits, sent: bridge.bytes.slice(before), answered: bridge.answered.slice(before) });
    };
    await refresh("the first time");
    await refresh("where nothing changed");
    const orders = workbook.sheet("订单") ?? expect.fail("There are no orders.");
    for (let row = 1; row <= 500; row++) orders.setValue(row, 3, 1 + (row % 70));
    await refresh("after 500 orders changed");
  }, 900_000);

  it.each([
    ["the first time", true],
    ["where nothing changed", false],
    ["after 500 orders changed", true],
  ])("%s", (named, writes) => {
    const { edits, sent, answered } = trips.get(named) ?? expect.fail("It did not run.");
    expect(edits > 0).toBe(writes);
    const total = (bytes: readonly number[]): number => bytes.reduce((sum, each) => sum + each, 0);
    const told = sent.map((bytes, index) => `${(bytes / 1e6).toFixed(2)}/${((answered[index] ?? 0) / 1e6).toFixed(2)}`).join(" ");
    expect(sent.length, told).toBeLessThanOrEqual(
      (writes ? 4 : 2) + Math.floor(total(sent) / FURTHER) + Math.floor(total(answered) / FURTHER),
    );
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { writeXlsx } from "../../desk/xlsx/index.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { contextOn, date, runOn, smallRegister } from "../support/registers.ts";

/** The file of a meeting from its list to its recorded minutes. */
function fileIn(zone: string): Buffer {
  process.env.TZ = zone;
  const { book } = smallRegister();
  const context = contextOn(date(2026, 11, 18));
  for (const id of ["refresh-tracking", "generate-minutes"]) runOn(book, id, {}, context);
  const row = { row: 0, text: "核对泵体库存", more: "清单已发", owner: "张三", due: 9, kind: "" };
  fillMinutes(book, { topics: [row], actions: [row], open: [row], review: [], cleared: [] }, context.today);
  for (const id of ["record-minutes", "refresh-tracking"]) runOn(book, id, {}, contextOn(context.today + 2));
  return Buffer.from(writeXlsx(book));
}

describe("the same inputs", () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  it("give the same bytes at any time in any zone", () => {
    const [shanghai, ...others] = ["Asia/Shanghai", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"].map(fileIn);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-840);
    for (const other of others) expect(other.equals(shanghai ?? Buffer.of())).toBe(true);
  });
});

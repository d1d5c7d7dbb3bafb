import { beforeAll, describe, expect, it } from "vitest";
import { type CellPlace, toSerial } from "../../../core/index.ts";
import { Workbook } from "../../../desk/workbook/workbook.ts";
import { copyOf } from "../../support/book.ts";
import { addRows, overtypeIn } from "../../support/overtyping.ts";
import { runOn } from "../../support/registers.ts";
import { day, dutyOf, look, on } from "./looking.ts";

const held = on("2026-11-25");
const friday = on("2026-11-27");
let book: Workbook;

beforeAll(() => {
  book = new Workbook();
  for (const id of ["load-sample", "plan-meetings"]) runOn(book, id, {}, held);
});

describe("what changed since the last meeting", () => {
  it("is nothing to see before any meeting kept a balance", () => {
    expect(look(book, "balance", held).since).toBeUndefined();
  });

  it("is counted by cause, and each product leads to what was typed", () => {
    const now = copyOf(book);
    runOn(now, "generate-minutes", { meeting: "CX-2026-W48-1" }, held);
    expect(look(now, "balance", friday).since).toMatchObject({
      meeting: "CX-2026-W48-1",
      date: day("2026-11-25"),
      changed: 0,
      products: [],
    });
    overtypeIn(
      now,
      "productionPlan",
      ({ product, period }) => product === "JD-800" && period === "2026-W51",
      "planned",
      (was) => was + 700,
    );
    overtypeIn(
      now,
      "stock",
      ({ product }) => product === "ZB-250",
      "onHand",
      (was) => was - 65,
    );
    overtypeIn(
      now,
      "stock",
      ({ product }) => product === "ZB-250",
      "usable",
      (was) => was - 65,
    );
    addRows(now, "orders", [{ no: "SO-NEW", line: 10, product: "BP-900", ordered: 450, due: toSerial(day("2026-12-10"), 1900) }]);
    const { since } = look(now, "balance", friday);
    const cell = (at: CellPlace | undefined) => at && now.sheet(at.sheet)?.cell(at.row, at.column)?.value;
    expect(since?.causes.map(({ products }) => products)).toEqual([1, 1, 1, 0]);
    expect(since?.products.map(({ product, amount, at }) => [product, Math.sign(amount), at?.sheet])).toEqual([
      ["JD-800", 1, "生产计划"],
      ["BP-900", -1, "订单"],
      ["ZB-250", -1, "库存"],
    ]);
    expect(cell(since?.products[1]?.at)).toBe(450);
    expect(since?.sheet).toBeUndefined();
    runOn(now, "compare-balance", {}, friday);
    expect(look(now, "balance", friday).since?.sheet).toMatchObject({ sheet: "产销变化表" });
  });

  it("cannot be told once all weeks that were kept are over", () => {
    const now = copyOf(book);
    runOn(now, "generate-minutes", { meeting: "CX-2026-W48-1" }, held);
    expect(look(now, "balance", on("2027-05-20")).since).toMatchObject({ isOver: true, changed: 0, fates: [] });
  });

  it("is offered in the days before the next meeting until somebody has looked, and said in its minutes", () => {
    const now = copyOf(book);
    runOn(now, "generate-minutes", { meeting: "CX-2026-W48-1" }, held);
    const before = on("2026-12-01");
    expect(dutyOf(now, "duty-compare-balance", on("2026-11-26"))).toBeUndefined();
    expect(dutyOf(now, "duty-compare-balance", before)?.command).toEqual({ id: "compare-balance", input: { meeting: "CX-2026-W48-1" } });
    runOn(now, "compare-balance", {}, before);
    expect(dutyOf(now, "duty-compare-balance", before)).toBeUndefined();
    runOn(now, "generate-minutes", { meeting: "CX-2026-W49-1" }, before);
    const cells = [...(now.sheet("会议记录 CX-2026-W49-1")?.cells.values() ?? [])].flatMap((line) =>
      [...line.values()].map(({ value }) => value),
    );
    expect(cells.filter((value) => typeof value === "string" && value.includes("\n与上次会议 CX-2026-W48-1 相比："))).toHaveLength(1);
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CAUSES } from "../../core/balance/compare-baseline.ts";
import { baselineOf, meetingsWithBaseline } from "../../core/effects/baseline-store.ts";
import { changesMarker } from "../../core/effects/changes-sheet.ts";
import { parseIso, say, toIso, toSerial } from "../../core/index.ts";
import { planningStudy } from "../../core/planning/planning-study.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { addRows, overtypeIn } from "../support/overtyping.ts";
import { overtype, PLANNED_ON, planningBook, planningStory } from "../support/planning-book.ts";
import { runOn, snapshotOf } from "../support/registers.ts";

const held = { today: parseIso("2026-11-25") ?? 0, now: 540, user: { name: "林晓彤", department: "" }, language: "zh-CN" as const };
const friday = { ...held, today: held.today + 2 };
const MEETING = "CX-2026-W48-1";
const SHEET = "产销变化表";
const MOST_ROWS = 3000;

/** The rows of the sheet as they are marked: marker, label, figures. */
function rowsIn(sheet: Sheet | undefined): { readonly marker: string; readonly label: string; readonly figures: readonly number[] }[] {
  return Array.from({ length: MOST_ROWS }, (_, row) => {
    const values = [...(sheet?.cells.get(row) ?? [])].sort(([a], [b]) => a - b);
    const marker = String(sheet?.cell(row, 0)?.value ?? "");
    const label = String(sheet?.cell(row, 1)?.value ?? "");
    return { marker, label, figures: values.flatMap(([column, { value }]) => (column > 1 && typeof value === "number" ? [value] : [])) };
  });
}

/** The rows of each product's block, by its code; of the rest under "". */
function blocksIn(sheet: Sheet | undefined): Map<string, Record<string, readonly number[]> & { readonly why?: never }> {
  const found = new Map<string, Record<string, readonly number[]>>();
  let block: Record<string, readonly number[]> | undefined;
  for (const { marker, figures } of rowsIn(sheet)) {
    if (marker.startsWith("product ") || marker === "rest") {
      block = {};
      found.set(marker === "rest" ? "" : marker.slice("product ".length), block);
    } else if (marker !== "" && marker !== "why" && !marker.startsWith("fate") && marker !== "sum" && block) block[marker] = figures;
  }
  return found as Map<string, Record<string, readonly number[]>>;
}

const wordsOf = (sheet: Sheet | undefined, product: string): string => {
  const rows = rowsIn(sheet);
  return rows[rows.findIndex(({ marker }) => marker === changesMarker(product)) + 1]?.label ?? "";
};
const textOf = (sheet: Sheet | undefined): string =>
  rowsIn(sheet)
    .map(({ label }) => label)
    .join("\n");

/** Every change is the difference of the closings and the sum of its causes, to the thousandth. @returns how many were looked at */
function addsUp(blocks: ReturnType<typeof blocksIn>): number {
  let looked = 0;
  for (const [product, block] of blocks)
    (block.change ?? []).forEach((change, at) => {
      const causes = CAUSES.reduce((sum, cause) => sum + (block[cause]?.[at] ?? 0), 0);
      expect(causes, product).toBeCloseTo(change, 3);
      expect((block.now?.[at] ?? 0) - (block.before?.[at] ?? 0), product).toBeCloseTo(change, 3);
      looked += 1;
    });
  return looked;
}

const compared = (book: Workbook, context = friday, input = {}) => runOn(book, "compare-balance", input, context);

describe("what changed since the meeting", () => {
  let book: Workbook;
  beforeAll(() => {
    book = new Workbook();
    for (const id of ["load-sample", "plan-meetings"]) runOn(book, id, {}, held);
    runOn(book, "generate-minutes", { meeting: MEETING }, held);
  });

  it("names each product with its cause: a plan cell, an order, a stock count, a forecast", () => {
    const now = copyOf(book);
    overtypeIn(
      now,
      "productionPlan",
      ({ product, period }) => product === "JD-800" && period === "2026-W51",
      "planned",
      (was) => was + 70,
    );
    const order = {
      no: "SO-NEW",
      line: 10,
      product: "BP-900",
      ordered: 150,
      due: toSerial(parseIso("2026-12-10") ?? 0, 1900),
      customer: "新客户",
    };
    addRows(now, "orders", [order]);
    for (const field of ["onHand", "usable"])
      overtypeIn(
        now,
        "stock",
        ({ product }) => product === "ZB-250",
        field,
        (was) => was - 65,
      );
    overtypeIn(
      now,
      "forecast",
      ({ product, period }) => product === "QX-1100" && period === "2026-W53",
      "quantity",
      (was) => was + 40,
    );
    const outcome = compared(now);
    const sheet = now.sheet(SHEET);
    expect(outcome.report.map(({ code }) => code)).toEqual(["balance-compared", "balance-compared-gaps"]);
    expect([...blocksIn(sheet).keys()].sort()).toEqual(["BP-900", "JD-800", "QX-1100", "ZB-250"]);
    expect(wordsOf(sheet, "JD-800")).toMatch(/^生产 \+70：计划 2026-W51 \d+→\d+。$/);
    expect(wordsOf(sheet, "BP-900")).toMatch(/^销售 -\d+：新订单 SO-NEW-10 150（2026-W50）。$/);
    expect(wordsOf(sheet, "ZB-250")).toMatch(/^库存 -65：现存 \d+，按当时应有 \d+。$/);
    expect(wordsOf(sheet, "QX-1100")).toMatch(/^销售 -40：预测 2026-W53 \d+→\d+。$/);
    expect(now.sheet(SHEET)?.ourCharts).toHaveLength(1);
    expect(addsUp(blocksIn(sheet))).toBe(4 * 13);
    expect(compared(now).edits).toBe(0);
  });

  it("says so where nothing changed, and clears the sheet of what it said before", () => {
    const now = copyOf(book);
    overtypeIn(
      now,
      "productionPlan",
      ({ product, period }) => product === "JD-800" && period === "2026-W51",
      "planned",
      (was) => was + 70,
    );
    compared(now);
    overtypeIn(
      now,
      "productionPlan",
      ({ product, period }) => product === "JD-800" && period === "2026-W51",
      "planned",
      (was) => was - 70,
    );
    compared(now);
    expect(textOf(now.sheet(SHEET))).toContain("完全一致");
    expect(blocksIn(now.sheet(SHEET)).size).toBe(0);
    expect(now.sheet(SHEET)?.ourCharts).toEqual([]);
  });

  it("says what to do where no meeting's balance is kept, or not that one's, or where its weeks are over", () => {
    const young = new Workbook();
    runOn(young, "load-sample", {}, held);
    expect(compared(young)).toMatchObject({ edits: 0, problems: [{ severity: "error", code: "baseline-none-yet" }] });
    const other = compared(copyOf(book), friday, { meeting: "CX-2026-W01-1" });
    expect(other.problems).toMatchObject([{ code: "baseline-not-kept", params: { no: "CX-2026-W01-1", kept: MEETING } }]);
    const late = compared(copyOf(book), { ...held, today: held.today + 140 });
    expect(late.problems).toMatchObject([{ code: "baseline-over", params: { from: "2026-W48", to: "2027-W07", now: "2027-W15" } }]);
  });

  it("takes the last meeting before today, and another that is named", () => {
    const now = copyOf(book);
    const next = { ...held, today: held.today + 7 };
    runOn(now, "generate-minutes", { meeting: "CX-2026-W49-1" }, next);
    expect(compared(now, next).report[0]?.params.no).toBe(MEETING);
    expect(compared(now, { ...next, today: next.today + 1 }).report[0]?.params.no).toBe("CX-2026-W49-1");
    expect(compared(now, { ...next, today: next.today + 1 }, { meeting: MEETING }).report[0]?.params.no).toBe(MEETING);
  });
});

describe("a book too large for every product to be kept or listed", () => {
  const PRODUCTS = 120;
  let book: Workbook;
  beforeAll(() => {
    book = new Workbook();
    runOn(book, "set-up-workbook", {}, held);
    const codes = Array.from({ length: PRODUCTS }, (_, index) => `P-${1000 + index}`);
    addRows(
      book,
      "products",
      codes.map((product) => ({ product, unit: "台" })),
    );
    addRows(
      book,
      "stock",
      codes.map((product, index) => ({ product, onHand: 10 + index })),
    );
    runOn(book, "generate-minutes", {}, held);
    const data = snapshotOf(book, ["stock"]).tables.get("stock");
    for (const { row } of data?.rows ?? []) book.sheet(data?.place.sheet ?? "")?.setValue(row, data?.place.columns.get("onHand") ?? 0, 7);
  });

  it("keeps as many as there is room for, and says the others' sums as sums", () => {
    compared(book);
    const blocks = blocksIn(book.sheet(SHEET));
    const [rest, ...kept] = [blocks.get(""), ...[...blocks.keys()].filter((code) => code !== "")];
    expect(kept.length).toBe(76);
    expect(textOf(book.sheet(SHEET))).toContain(say("zh-CN", "changes-rest-title", { before: PRODUCTS - 76, now: PRODUCTS - 76 }));
    // All that is in stock came down to 7 of each.
    const all = Array.from({ length: PRODUCTS }, (_, index) => 3 + index).reduce((sum, less) => sum - less, 0);
    const listed = kept.reduce((sum, code) => sum + (blocks.get(code)?.change?.[0] ?? 0), 0);
    expect((rest?.change?.[0] ?? 0) + listed).toBe(all);
    expect(addsUp(blocks)).toBe(77 * 13);
  });

  it("lists those with the largest effect within the limit of cells, and says how many it leaves out", () => {
    const few = copyOf(book);
    runOn(few, "change-settings", { items: [{ setting: "balanceCells", value: "1500" }] }, held);
    compared(few);
    const listed = [...blocksIn(few.sheet(SHEET)).keys()].filter((code) => code !== "");
    expect(listed.slice(0, 2)).toEqual(["P-1075", "P-1074"]);
    expect(textOf(few.sheet(SHEET))).toContain(say("zh-CN", "changes-left-out", { n: 76 - listed.length }));
  });
});

describe("every line of the sheet", () => {
  it("adds up and ends in the closings of both balances, for any book and any later changes", async () => {
    let looked = 0;
    const today = parseIso(PLANNED_ON) ?? 0;
    const property = fc.asyncProperty(planningStory, fc.nat(1e6), fc.constantFrom(0, 0, 7, 14), async (story, seed, days) => {
      const book = planningBook(story);
      await book.run("generate-minutes", PLANNED_ON, {}, true);
      overtype(book, seed, ["销售预测", "订单", "生产计划", "库存"]);
      const later = today + days;
      const { problems } = await book.run("compare-balance", toIso(later), {}, true);
      const snapshot = await book.snapshot();
      const [meeting = ""] = meetingsWithBaseline(snapshot);
      const baseline = baselineOf(snapshot.state, meeting);
      const study = planningStudy(snapshot, later, today);
      const from = baseline?.periods.indexOf(study.periods[0]?.key ?? "") ?? -1;
      if (problems.some(({ code }) => code === "baseline-over")) {
        expect(from < 0 || baseline?.periods[from] !== study.periods[0]?.key).toBe(true);
        return;
      }
      const blocks = blocksIn(book.sheet(SHEET));
      looked += addsUp(blocks);
      for (const [code, block] of blocks) {
        if (code === "") continue;
        const width = block.now?.length ?? 0;
        expect(block.now).toEqual(study.products.get(code)?.closing.slice(0, width));
        expect(block.before).toEqual(baseline?.products.find((each) => each.product === code)?.closing.slice(from, from + width));
      }
    });
    await fc.assert(property, { numRuns: 15, seed: 20_261_126 });
    expect(looked).toBeGreaterThan(100);
  }, 120_000);
});

import { beforeAll, describe, expect, it } from "vitest";
import { toSerial } from "../../core/base/plain-date.ts";
import { parseIso, type TableId, tableRows } from "../../core/index.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf } from "../support/book.ts";
import { runOn, snapshotOf } from "../support/registers.ts";

const held = { today: parseIso("2026-11-25") ?? 0, now: 540, user: { name: "林晓彤", department: "" }, language: "zh-CN" as const };
const nextWeek = { ...held, today: held.today + 7 };
const MEETING = "CX-2026-W48-1";
const RESOLUTION = `${MEETING}-R1`;
let book: Workbook;
let shortage: Row;

type Row = Record<string, string | number | null>;
const rowsIn = (of: Workbook, table: TableId): Row[] => tableRows(snapshotOf(of, [table]), table, held) as Row[];
const verdicts = (of: Workbook) => rowsIn(of, "expectedChanges").map(({ verdict }) => verdict);
const lineBelow = (of: Workbook): string => {
  const sheet = of.sheet(`会议记录 ${MEETING}`);
  const row = Array.from({ length: 120 }, (_, index) => index).find((index) => sheet?.cell(index, 0)?.value === "balance~") ?? -1;
  return String(sheet?.cell(row, 1)?.value ?? "");
};

/** The sample factory's shortage is raised, discussed, and a resolution expects so much more in the week before it. */
beforeAll(() => {
  book = new Workbook();
  for (const id of ["load-sample", "plan-meetings", "refresh-balance"]) runOn(book, id, {}, held);
  shortage = rowsIn(book, "imbalances").find(({ kind, subject }) => kind === "shortage" && subject === "JD-800") ?? {};
  runOn(book, "raise-imbalance", { imbalance: shortage.no ?? "" }, held);
  runOn(book, "generate-minutes", { meeting: MEETING }, held);
  const topic = String(rowsIn(book, "imbalances").find(({ no }) => no === shortage.no)?.topic);
  const data = snapshotOf(book, ["resolutions"]).tables.get("resolutions");
  const sheet = data && book.sheet(data.place.sheet);
  const typed = { no: RESOLUTION, task: "JD-800 增产 480 台", department: "生产部", owner: "孙海涛", meeting: MEETING, topic };
  for (const [field, value] of Object.entries(typed)) sheet?.setValue(data?.end ?? 0, data?.place.columns.get(field) ?? 0, value);
  runOn(
    book,
    "expect-changes",
    { resolution: RESOLUTION, changes: [{ product: "JD-800", period: shortage.from, amount: 480, line: "C" }] },
    held,
  );
});

describe("the loop from an imbalance to a resolution to the proof", () => {
  it("says before the meeting ends what its resolutions do together, and says it in the minutes", () => {
    const { report } = runOn(book, "check-effects", {}, held);
    expect(report[0]?.code).toBe("effects-checked");
    expect(lineBelow(book)).toMatch(/▸ 合计效果：消除 [1-9]/);
    expect(runOn(book, "check-effects", {}, held).edits).toBe(0);
  });

  it("proves a week later, figure by figure, what the changed plan brought", () => {
    const done = copyOf(book);
    const planned = rowsIn(done, "productionPlan").find(({ product, period }) => product === "JD-800" && period === shortage.from);
    runOn(
      done,
      "adopt-plan",
      { plan: [{ product: "JD-800", period: shortage.from, line: "C", quantity: Number(planned?.planned) + 480 }] },
      held,
    );
    runOn(done, "review-effects", { meeting: MEETING }, nextWeek);
    expect(verdicts(done)).toEqual(["reduced"]);
    expect(rowsIn(done, "expectedChanges")[0]?.detail).toContain("预期 +480，实际 +480");
    expect(runOn(done, "review-effects", { meeting: MEETING }, nextWeek).edits).toBe(0);
  });

  it("shows what the stock it was about came to, in causes that add up", () => {
    const done = copyOf(book);
    const orders = snapshotOf(done, ["orders"]).tables.get("orders");
    const sheet = orders && done.sheet(orders.place.sheet);
    const more = { no: "SO-NEW", product: "JD-800", ordered: 300, due: toSerial(held.today + 26, 1900) };
    for (const [field, value] of Object.entries(more)) sheet?.setValue(orders?.end ?? 0, orders?.place.columns.get(field) ?? 0, value);
    runOn(done, "review-effects", { meeting: MEETING }, nextWeek);
    const detail = String(rowsIn(done, "expectedChanges")[0]?.detail);
    const [, then, now, change, causes = ""] = /末库存 (-?\d+) → (-?\d+)（([+-]?\d+)）：([^。]+)。/.exec(detail) ?? [];
    expect(Number(now) - Number(then)).toBe(Number(change));
    expect(causes).toContain("销售 -");
    expect(causes.split("、").reduce((sum, cause) => sum + Number(cause.split(" ")[1]), 0)).toBe(Number(change));
  });

  it("counts before the meeting ends only what the balance has, and names what it has not", () => {
    const more = copyOf(book);
    runOn(
      more,
      "expect-changes",
      {
        resolution: RESOLUTION,
        changes: [
          { product: "没有的", period: shortage.from, amount: 5 },
          { product: "JD-800", period: "2026-12", amount: 5 },
        ],
      },
      held,
    );
    const { report, problems } = runOn(more, "check-effects", {}, held);
    expect(report[0]?.params.n).toBe(1);
    expect(problems.map(({ code, at }) => [code, at?.sheet])).toEqual([
      ["change-not-in-balance", "预期变动"],
      ["change-not-in-balance", "预期变动"],
    ]);
  });

  it("says that it was not carried out where nothing changed", () => {
    const idle = copyOf(book);
    runOn(idle, "review-effects", { meeting: MEETING }, nextWeek);
    expect(verdicts(idle)).toEqual(["notExecuted"]);
  });

  it("says so where the meeting has no frozen balance", () => {
    expect(runOn(book, "review-effects", { meeting: "CX-2026-W47-1" }, held).problems[0]?.code).toBe("baseline-not-kept");
  });

  it("draws the stock of the section's products in an amendment as in the minutes, over the amendment's own cells", () => {
    const approved = copyOf(book);
    for (const id of ["record-minutes", "approve-minutes"]) runOn(approved, id, { meeting: MEETING }, nextWeek);
    runOn(approved, "amend-minutes", { meeting: MEETING, reason: "数量有误" }, nextWeek);
    const [minutes, amendment] = [`会议记录 ${MEETING}`, `会议记录 ${MEETING} 修订1`].map((name) => approved.sheet(name));
    const [was, is] = [minutes, amendment].map((sheet) => sheet?.ourCharts[0]?.told);
    const below = (is?.area.row ?? 0) - (was?.area.row ?? 0);
    expect(below).toBe(1);
    expect(is?.series.map(({ values }) => values.area)).toEqual(
      was?.series.map(({ values }) => ({ ...values.area, row: values.area.row + below })),
    );
    expect(amendment?.cell(is?.categories.area.row ?? 0, is?.categories.area.column ?? 0)?.value).toBeTypeOf("string");
  });
});

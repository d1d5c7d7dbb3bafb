import fc from "fast-check";
import { toIso } from "../../core/base/plain-date.ts";
import { horizon } from "../../core/calendar/period.ts";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fill } from "../desk/xlsx-fixtures.ts";
import { Book, day, serial } from "../system/books.ts";

/** The day of every generated planning book: a Wednesday, so that stock may be counted within the current week. */
export const PLANNED_ON = "2026-11-25";

/** Codes that programs are tempted to take for numbers, dates, wildcards or each other. */
const CODES = [
  "QX-750",
  "00123",
  "7",
  "0070",
  "1-2",
  "A*B",
  "a?b",
  "Nov-26",
  "1E5",
  "12345678901234567890",
  "泵 3",
  "=X1",
  "TRUE",
] as const;
const LINES = ["A", "B", "总装 1"] as const;
const COMPONENTS = ["CU-062", "0088", "轴承*"] as const;

/** What is drawn by lot for a book; the rest follows from it. */
export interface PlanningStory {
  readonly seed: number;
  readonly products: number;
  readonly isWide: boolean;
  readonly weeks: number;
  readonly months: number;
  readonly decimals: 0 | 1 | 3;
  readonly backward: number;
  readonly unmet: "backlog" | "lost";
  readonly lateness: number;
  readonly fence: number;
  /** Days from `PLANNED_ON` on which stock was counted; null where nobody said. */
  readonly counted: number | null;
  /** Forecast by months although weeks are balanced. */
  readonly isByMonth: boolean;
  /** Forecast, plan and stock count thousands, as their headings say. */
  readonly isInThousands: boolean;
}

export const planningStory: fc.Arbitrary<PlanningStory> = fc
  .record({
    seed: fc.nat(1e6),
    products: fc.integer({ min: 2, max: CODES.length }),
    isWide: fc.boolean(),
    weeks: fc.constantFrom(0, 4, 7),
    months: fc.constantFrom(0, 2),
    decimals: fc.constantFrom<0 | 1 | 3>(0, 0, 1, 3),
    backward: fc.constantFrom(0, 0, 1),
    unmet: fc.constantFrom<"backlog" | "lost">("backlog", "backlog", "lost"),
    lateness: fc.constantFrom(0, 2),
    fence: fc.constantFrom(0, 0, 2),
    counted: fc.constantFrom(null, -5, -2, 0),
    isByMonth: fc.boolean(),
    isInThousands: fc.constantFrom(false, false, true),
  })
  .map((story) => ({ ...story, months: story.weeks === 0 ? 3 : story.months }));

/** A planner's own workbook: only the planning tables, in whatever form the story says. */
export function planningBook(story: PlanningStory): Book {
  const lot = lots(story.seed);
  const book = new Book(undefined, "zh-CN");
  const add = (name: string, lines: readonly (readonly CellValue[])[]): void => fill(book.file.workbook.addSheet(name), lines);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(lot() * list.length)] as T;
  const quantity = (most: number): number => Math.round(lot() * most * 10 ** story.decimals) / 10 ** story.decimals;
  const codes = CODES.slice(0, story.products);
  const inThousands = (heading: string): string => (story.isInThousands ? `${heading}(千台)` : heading);
  const rule = { weeks: story.weeks, months: story.months, weekRule: "iso" as const };
  const periods = horizon(day(PLANNED_ON), rule);
  const byMonth = horizon(day(PLANNED_ON), { weeks: 0, months: 4, weekRule: "iso" });
  const spelled = periods
    .map(({ key }, index) => (index % 3 === 1 && key.includes("W") ? key.slice(5) : key))
    .filter((key) => !key.endsWith("+"));
  const forecastIn = story.isByMonth ? byMonth.map(({ key }) => key) : spelled;
  add("设置", [
    ["代号", "设置项", "值"],
    ["balanceWeeks", "", String(story.weeks)],
    ["balanceMonths", "", String(story.months)],
    ["consumeBackward", "", String(story.backward)],
    ["unmetDemand", "", story.unmet],
    ["lateness", "", String(story.lateness)],
    ["demandFence", "", String(story.fence)],
  ]);
  add("产品", [
    ["产品编码", "产品名称", "产品系列", "单位", "安全库存", "安全库存天数", "最高可供周数", "产线", "单位工时(小时)"],
    ...codes.map((code, index) => [
      code,
      `产品${index + 1}`,
      index % 4 === 3 ? null : `系列${index % 2}`,
      "台",
      index % 3 === 0 ? quantity(30) : null,
      index % 3 === 1 ? Math.floor(lot() * 20) : null,
      index % 2 === 0 ? pick([1, 2.5, 4]) : null,
      pick(LINES),
      Math.round(lot() * 100) / 1000,
    ]),
  ]);
  const header = ["产品编码", ...forecastIn];
  if (story.isWide)
    add("销售预测", [
      [story.isInThousands ? "滚动预测（单位：千台）" : "滚动预测"],
      header,
      ...codes.map((code) => [code, ...forecastIn.map(() => quantity(120))]),
      ["合计"],
    ]);
  else
    add("销售预测", [
      ["产品编码", "期间", inThousands("预测数量"), "客户"],
      ...codes.flatMap((code) => forecastIn.map((period): CellValue[] => [asTyped(code, lot), period, quantity(120), null])),
      ...codes.slice(0, 2).map((code): CellValue[] => [code, forecastIn[0] ?? "", quantity(40), "大客户"]),
    ]);
  add("订单", [
    ["订单号", "行号", "产品编码", "订单数量", "已发数量", "要求交期", "已关闭"],
    ...Array.from({ length: 40 }, (_, index): CellValue[] => {
      const ordered = index % 13 === 5 ? -quantity(20) : quantity(60);
      return [
        `SO-${index}`,
        10,
        pick(codes),
        ordered,
        index % 4 === 0 ? 5 : null,
        serial(PLANNED_ON) + Math.floor(lot() * 80) - 12,
        index % 11 === 3 ? "是" : null,
      ];
    }),
  ]);
  const planned = (): CellValue[][] =>
    codes.flatMap((code, index) =>
      spelled.flatMap((period, at): CellValue[][] => {
        const line = index % 3 === 0 ? null : pick(LINES);
        const row: CellValue[] = [code, period, line, quantity(120), at === 0 ? quantity(90) : null];
        return index % 4 === 1 && at % 2 === 0 ? [row, [code, period, pick(LINES.slice(0, 2)), quantity(50), null]] : [row];
      }),
    );
  if (story.isWide) {
    add("生产计划", [
      ["产品编码", "产线", ...spelled.flatMap((period) => [period, null])],
      [null, null, ...spelled.flatMap(() => [inThousands("计划"), inThousands("实际")])],
      ...codes.map((code, index) => [
        code,
        index % 2 === 0 ? "A" : null,
        ...spelled.flatMap((_, at) => [quantity(120), at === 0 ? quantity(90) : null]),
      ]),
    ]);
  } else add("生产计划", [["产品编码", "期间", "产线", inThousands("计划数量"), inThousands("实际产量")], ...planned()]);
  const asOf = story.counted === null ? null : serial(toIso(day(PLANNED_ON) + story.counted));
  add("库存", [
    ["产品编码", "仓库", inThousands("库存数量"), inThousands("可用库存"), "库存日期"],
    ...codes.flatMap((code, index): CellValue[][] => [
      [asTyped(code, lot), "成品仓", quantity(200), index % 3 === 0 ? null : quantity(150), asOf],
      ...(index % 2 === 0 ? [[code, "港前仓", index % 6 === 0 ? -quantity(90) : quantity(40), null, asOf]] : []),
    ]),
  ]);
  add("产线", [
    ["产线", "产线名称", "每周可用工时", "效率"],
    ["A", "A 线", 40, 0.9],
    ["B", "B 线", 0, null],
    ["总装 1", "总装", null, 0.85],
  ]);
  add("产能", [
    ["产线", "期间", "可用工时"],
    ...["A", "总装 1"].flatMap((line) => spelled.slice(0, -1).map((period): CellValue[] => [line, period, Math.floor(lot() * 60)])),
  ]);
  add("物料清单", [
    ["产品编码", "物料编码", "物料名称", "单位", "单位用量", "良率", "物料库存"],
    ...codes.flatMap((code, index): CellValue[][] => [
      [code, COMPONENTS[index % 3] ?? "", "物料", "个", 1 + (index % 3), 0.97, 300],
      ...(index % 2 === 0 ? [[code, COMPONENTS[(index + 1) % 3] ?? "", "物料", "kg", 0.125, null, 300]] : []),
    ]),
  ]);
  add("到料计划", [
    ["物料编码", "预计到货日期", "到料数量", "采购订单号"],
    ...Array.from({ length: 12 }, (_, index): CellValue[] => [
      pick(COMPONENTS),
      serial(PLANNED_ON) + Math.floor(lot() * 60) - 5,
      quantity(400),
      `PO-${index}`,
    ]),
  ]);
  return book;
}

/** The columns of numbers that live formulas follow, from one column on, but for these. */
export const LIVE: Readonly<Record<string, { readonly from: number; readonly but?: number; readonly to?: number }>> = {
  销售预测: { from: 1 },
  生产计划: { from: 2 },
  库存: { from: 2, but: 4 },
  产能: { from: 2 },
  到料计划: { from: 2 },
  产品: { from: 4, to: 4 },
};

/** Those that were taken as values: quantities of orders, and the rules of products and components. */
export const TAKEN: typeof LIVE = {
  订单: { from: 3, to: 4 },
  物料清单: { from: 4 },
};

/** Changes a third of the numbers of some tables, at least one of each, as a planner overtypes them. */
export function overtype(book: Book, seed: number, tables: readonly string[]): void {
  const lot = lots(seed);
  for (const name of tables) {
    const { from, but, to = Number.POSITIVE_INFINITY } = LIVE[name] ?? TAKEN[name] ?? { from: 0 };
    const sheet = book.sheet(name);
    let changed = 0;
    for (const [row, line] of [...sheet.cells])
      for (const [column, { value }] of [...line]) {
        if (typeof value !== "number" || value === 0 || column < from || column > to || column === but || row === 0) continue;
        if (changed > 0 && lot() > 0.33) continue;
        sheet.setValue(row, column, Math.round(Math.abs(value) * lot() * 2) + 1);
        changed += 1;
      }
    if (changed === 0) throw new Error(`no number in ${name} was changed`);
  }
}

/** ERP pastes turn a code of digits into a number now and then. */
function asTyped(code: string, lot: () => number): CellValue {
  return /^\d{1,15}$/.test(code) && lot() < 0.5 ? Number(code) : code;
}

/** Numbers from 0 to 1, the same for the same seed. Source: Numerical Recipes, "quick and dirty" generator. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

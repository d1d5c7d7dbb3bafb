import { beforeEach, describe, expect, it } from "vitest";
import { PLANNED_ON, type PlanningStory, planningBook } from "../support/planning-book.ts";
import type { Book } from "../system/books.ts";

const STORY: PlanningStory = {
  seed: 11,
  products: 6,
  isWide: false,
  weeks: 4,
  months: 0,
  decimals: 0,
  backward: 0,
  unmet: "backlog",
  lateness: 0,
  fence: 0,
  counted: null,
  isByMonth: false,
  isInThousands: false,
};
const BALANCE = "产销存平衡表";
/** The sum stands right of four weeks; one column is left free. */
const LAST = 9;
const NOTE = LAST + 2;
let book: Book;

beforeEach(async () => {
  book = planningBook(STORY);
  await refresh();
});

const refresh = async (): Promise<void> => {
  await book.run("refresh-balance", PLANNED_ON, {}, true);
};

function value(row: number, column: number): unknown {
  return book.sheet(BALANCE).cell(row, column)?.value ?? null;
}

/** The row of a product's closing stock; -1 where it is not on the sheet. */
function rowOf(product: string, marker = "closing"): number {
  const rows = [...book.sheet(BALANCE).cells.keys()];
  return rows.find((row) => value(row, 0) === marker && value(row, 1) === product) ?? -1;
}

const products = (): string[] => [
  ...new Set([...book.sheet(BALANCE).cells.keys()].flatMap((row) => (value(row, 0) === "closing" ? [String(value(row, 1))] : []))),
];

/** A product of the first family, which pushes all others down. */
function addProduct(): void {
  const sheet = book.sheet("产品");
  const [, first] = [...sheet.cells.keys()].sort((a, b) => a - b);
  for (const [column, text] of [
    [0, "AA-1"],
    [1, "新产品"],
    [2, String(sheet.cell(first ?? 1, 2)?.value)],
    [3, "台"],
  ] as const)
    sheet.setValue(STORY.products + 1, column, text);
}

async function weeks(count: number): Promise<void> {
  book.sheet("设置").setValue(1, 2, String(count));
  await refresh();
}

describe("what a planner writes beside the balance", () => {
  it("stays with its product where others come before it, formulas too", async () => {
    const last = products().at(-1) ?? "";
    const before = rowOf(last);
    book.sheet(BALANCE).setValue(before, NOTE, "等模具");
    book.sheet(BALANCE).setFormula(before, NOTE + 1, `J${before + 1}*2+LEN("J${before + 1}")`, 0);
    addProduct();
    await refresh();
    const after = rowOf(last);
    expect(after).toBeGreaterThan(before);
    expect(value(after, NOTE)).toBe("等模具");
    expect(book.sheet(BALANCE).cell(after, NOTE + 1)?.formula).toBe(`J${after + 1}*2+LEN("J${before + 1}")`);
    expect(value(before, NOTE)).toBeNull();
    expect((await book.run("refresh-balance", PLANNED_ON, {}, true)).edits).toBe(0);
  });

  it("keeps its distance where weeks come or go, and no figure of a week that went stays", async () => {
    const last = products().at(-1) ?? "";
    book.sheet(BALANCE).setValue(3, NOTE, "说明");
    book.sheet(BALANCE).setValue(rowOf(last), NOTE, "等模具");
    await weeks(9);
    expect([value(3, NOTE + 5), value(rowOf(last), NOTE + 5)]).toEqual(["说明", "等模具"]);
    await weeks(3);
    expect([value(3, NOTE - 1), value(rowOf(last), NOTE - 1)]).toEqual(["说明", "等模具"]);
    const beyond = [...book.sheet(BALANCE).cells].flatMap(([, line]) =>
      [...line].filter(([column, cell]) => column > LAST - 1 && column !== NOTE - 1 && (cell.value !== null || cell.formula !== undefined)),
    );
    expect(beyond).toEqual([]);
  });

  it("goes below with its product's code where the product is no longer in the tables", async () => {
    const gone = products().at(-1) ?? "";
    book.sheet(BALANCE).setValue(rowOf(gone), NOTE, "停产前清库存");
    for (const name of ["产品", "销售预测", "订单", "生产计划", "库存", "物料清单"]) {
      const sheet = book.sheet(name);
      for (const [row, line] of [...sheet.cells]) {
        const names = [...line].some(([, cell]) => String(cell.value) === gone);
        if (names) for (const column of [...line.keys()]) sheet.setValue(row, column, null);
      }
    }
    await refresh();
    expect(rowOf(gone)).toBe(-1);
    const row = [...book.sheet(BALANCE).cells.keys()].find((each) => value(each, NOTE) === "停产前清库存") ?? -1;
    expect(value(row, 1)).toBe(gone);
    await refresh();
    expect(value(row, NOTE)).toBe("停产前清库存");
  });
});

describe("the look of the balance where its rows moved", () => {
  it("is that of what stands there now: nothing is merged over a name, and no family's fill stays on a product", async () => {
    addProduct();
    await refresh();
    const { workbook } = book.file;
    const sheet = book.sheet(BALANCE);
    const merged = sheet.merges.filter(({ row }) => ["opening", "closing", "status"].includes(String(value(row, 0))));
    expect(merged).toEqual([]);
    const fills = [...sheet.cells.keys()].flatMap((row) =>
      value(row, 0) === "opening" ? [workbook.styles.at(sheet.styleAt(row, 5)).fill ?? null] : [],
    );
    expect(new Set(fills)).toEqual(new Set([null]));
  });
});

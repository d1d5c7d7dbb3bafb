import { describe, expect, it } from "vitest";
import type { Language } from "../../core/words/language.ts";
import { PLANNED_ON } from "../support/planning-book.ts";
import { type Book, sampleBook } from "../system/books.ts";

const LONG = {
  "zh-CN": "精密行星减速机 低背隙高扭矩法兰输出型 带编码器接口 出口欧盟认证版(含安装支架与密封件)",
  en: "Precision planetary gearbox, low backlash, flange output, encoder interface, EU export version with mounting brackets",
} as const;
const SHEETS = {
  "zh-CN": ["产销存平衡表", "产能负荷表", "物料保障表"],
  en: ["Balance", "Capacity load", "Component coverage"],
} as const;

/** The sample factory with a long name on its first product, line and component, and a very large stock. */
async function refreshed(language: Language): Promise<Book> {
  const book = await sampleBook(PLANNED_ON, language);
  for (const id of ["products", "lines", "components"] as const) {
    const [row] = (await book.table(id)).rows;
    await book.type(id, row?.row ?? 1, { name: LONG[language] });
  }
  const [stock] = (await book.table("stock")).rows;
  await book.type("stock", stock?.row ?? 1, { onHand: 1e12, usable: 1e12 });
  await book.run("refresh-balance", PLANNED_ON, {}, true);
  return book;
}

describe("names and figures too long for a column", () => {
  it.each(["zh-CN", "en"] as const)("a name has as many lines as it takes in the row that names, %s", async (language) => {
    const book = await refreshed(language);
    for (const name of SHEETS[language]) {
      const sheet = book.sheet(name);
      const named = [...sheet.cells].flatMap(([row, line]) => (String(line.get(2)?.value ?? "").endsWith(LONG[language]) ? [row] : []));
      const first = named[0] ?? -1;
      expect(book.file.workbook.styles.at(sheet.styleAt(first, 2)).wrap).toBe(true);
      expect(sheet.rows.get(first)?.height).toBeGreaterThan(2 * (sheet.rows.get(first + 1)?.height ?? 99) - 5);
    }
  });

  it("no figure is wider than its column, and no page than it was for names alone", async () => {
    const book = await refreshed("zh-CN");
    const sheet = book.sheet("产销存平衡表");
    const widthOf = (column: number): number => sheet.columns.get(column)?.width ?? 0;
    const tooWide = [...sheet.cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { value }]) =>
        column >= 5 && typeof value === "number" && value.toLocaleString("en").length + 1 > widthOf(column)
          ? [`${row},${column} ${value}`]
          : [],
      ),
    );
    expect(tooWide).toEqual([]);
    expect(widthOf(2)).toBeLessThanOrEqual(42);
    const plain = await sampleBook(PLANNED_ON, "zh-CN");
    await plain.run("refresh-balance", PLANNED_ON, {}, true);
    expect(widthOf(2)).toBeGreaterThan(plain.sheet("产销存平衡表").columns.get(2)?.width ?? 99);
  });

  it("what flows adds up at the right, of families and of all products too", async () => {
    const book = await refreshed("zh-CN");
    const sheet = book.sheet("产销存平衡表");
    const rows = [...sheet.cells].filter(([, line]) =>
      /^(family|total)-(forecast|orders|demand|production)$/.test(String(line.get(0)?.value)),
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const [row, line] of rows) {
      const figures = Array.from({ length: 13 }, (_, period) => Number(line.get(5 + period)?.value));
      expect(line.get(18)).toMatchObject({ formula: `SUM(F${row + 1}:R${row + 1})`, value: figures.reduce((sum, each) => sum + each, 0) });
    }
    expect([...sheet.cells].filter(([, line]) => line.get(0)?.value === "family-closing" && line.get(18)?.value != null)).toEqual([]);
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CellValue } from "../../core/workbook/cells.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { overtype, PLANNED_ON, type PlanningStory, planningBook, planningStory } from "../support/planning-book.ts";
import { Book } from "../system/books.ts";

const SHEETS = ["产销存平衡表", "产能负荷表", "物料保障表"];
const RUNS = Number(process.env.CONCORD_LAWS ?? 10);

interface Compared {
  readonly story: PlanningStory;
  readonly formulas: number;
  readonly differences: readonly string[];
}

/** Every formula cell of the three sheets whose result is another one than core's. */
function compare(story: PlanningStory, core: Book, other: Book, isChanged: boolean): Compared {
  let formulas = 0;
  const differences: string[] = [];
  for (const name of SHEETS) {
    const ours = core.sheet(name);
    const theirs = other.sheet(name);
    for (const [row, line] of ours.cells) {
      const marker = line.get(0)?.value;
      // What formulas do not follow is told by the checks; these have to differ.
      if (isChanged && (marker === "check" || row === 2)) continue;
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        formulas += 1;
        const found = theirs.cell(row, column)?.value ?? null;
        if (!isSame(cell.value, found))
          differences.push(
            `${line.get(1)?.value} ${name} R${row + 1}C${column + 1} ${String(marker)}: ${show(cell.value)} but ${show(found)} =${cell.formula}`,
          );
      }
    }
  }
  return { story, formulas, differences: differences.slice(0, 5) };
}

function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-6 + Math.abs(a) * 1e-9;
  return (a ?? "") === (b ?? "");
}

function show(value: CellValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

describe("the balance, capacity and component sheets in another program", () => {
  const before: Compared[] = [];
  const after: Compared[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    const stories = fc.sample(fc.noBias(planningStory), {
      numRuns: RUNS,
      seed: process.env.CONCORD_LAWS === undefined ? 20_261_125 : Math.floor(performance.now()),
    });
    const made: { readonly story: PlanningStory; readonly fresh: Book; readonly changed: Uint8Array; readonly redone: Book }[] = [];
    for (const story of stories) {
      const fresh = planningBook(story);
      await fresh.run("refresh-balance", PLANNED_ON, {}, true);
      const bytes = fresh.bytes();
      const typed = new Book(bytes);
      expect(overtype(typed, story.seed)).toBeGreaterThan(0);
      // Consumption over several periods is a value until the next refresh.
      const changed = typed.bytes();
      const redone = new Book(changed);
      await redone.run("refresh-balance", PLANNED_ON, {}, true);
      made.push({ story, fresh: new Book(bytes), changed, redone });
    }
    for (const { fresh } of made) fresh.setToday(PLANNED_ON);
    const files = made.flatMap(({ fresh, changed }) => {
      const typed = new Book(changed);
      typed.setToday(PLANNED_ON);
      return [fresh.bytes(), typed.bytes()];
    });
    const computed = (await recalculatedAll(files)).map((bytes) => new Book(bytes));
    made.forEach(({ story, fresh, redone }, index) => {
      const [same, changed] = [computed[index * 2], computed[index * 2 + 1]];
      if (!same || !changed) throw new Error("a book was lost");
      before.push(compare(story, fresh, same, false));
      if (story.backward === 0) after.push(compare(story, redone, changed, true));
      else told.push(String(changed.sheet("产销存平衡表").cell(2, 2)?.value));
    });
  }, 300_000);

  it("computes every formula as core did", () => {
    expect(before.length).toBe(RUNS);
    expect(before.reduce((sum, { formulas }) => sum + formulas, 0)).toBeGreaterThan(RUNS * 200);
    expect(before.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  it("follows a plan, a forecast, stock, hours and supply that were typed over, as core would", () => {
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  it("says that inputs changed where orders eat forecast of other periods", () => {
    expect(told.length).toBeGreaterThan(0);
    for (const state of told) expect(state).toMatch(/^输入已变，请运行“刷新产销平衡”：/);
  });
});

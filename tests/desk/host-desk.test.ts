import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { type Edit, type Highlight, MARK } from "../../core/workbook/edits.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { FaultyHost } from "../support/faulty-host.ts";
import { area, newSheet, write } from "../support/host-bench.ts";

let workbook: Workbook;
let host: DeskHost;
let plan: Sheet;

beforeEach(() => {
  workbook = new Workbook();
  plan = workbook.addSheet("Plan");
  host = new DeskHost(workbook);
});

const insert = (row: number, count: number): Edit => ({ kind: "insertRows", sheet: "Plan", row, count });
const rule = (formula: string): Highlight => ({ areas: [area(1, 0, 9)], formula, style: { fill: "FFC7CE" } });
const refused = (code: string, params: object) => ({ applied: 0, stale: [], refused: { code, params } });

describe("what changed", () => {
  it("is nothing where a batch says what is so already", () => {
    const batch: Edit[] = [
      newSheet("plan"),
      write(0, 0, [["No", null, { formula: "1+1", value: 2 }]], [["No"]]),
      { kind: "format", sheet: "Plan", areas: [area(0, 0, 2, 2)], style: { bold: true, border: { top: "thin" } } },
      { kind: "merge", sheet: "Plan", areas: [area(4, 0, 1, 3)] },
      { kind: "widths", sheet: "Plan", column: 0, widths: [12] },
      { kind: "heights", sheet: "Plan", row: 0, heights: [24] },
      { kind: "hideColumns", sheet: "Plan", column: 5, count: 1, hidden: true },
      {
        kind: "validate",
        sheet: "Plan",
        validations: [{ areas: [area(1, 1, 9)], rule: { type: "date", from: 1, to: 9 }, title: "", message: "" }],
      },
      { kind: "highlight", sheet: "Plan", highlights: [rule(`${MARK}*1`)] },
      { kind: "freeze", sheet: "Plan", rows: 1, columns: 1 },
      { kind: "table", sheet: "Plan", name: "Plan", area: area(0, 0, 3, 2) },
      { kind: "name", name: "Today", at: { sheet: "Plan", row: 0, column: 3 } },
      { kind: "protect", sheet: "Plan", protect: false },
    ];
    plan.setValue(0, 0, "No");
    expect(host.apply(batch).applied).toBe(batch.length);
    expect(plan.changed.size).toBe(8);
    plan.changed.clear();
    plan.changedCells.clear();
    const names = structuredClone(workbook.names);
    expect(host.apply(batch).applied).toBe(batch.length);
    expect(plan.changed.size + plan.changedCells.size).toBe(0);
    expect(workbook.names).toEqual(names);
  });

  it("moves down with the rows it was in", () => {
    host.apply([write(2, 1, [["x"]]), insert(1, 3)]);
    expect([...plan.changedCells]).toEqual([[5, new Set([1])]]);
    expect(plan.rowMoves).toEqual([{ kind: "insert", sheet: "Plan", row: 1, count: 3 }]);
  });
});

describe("what is a person's", () => {
  it("stays: their own highlights, behind ours", () => {
    const [own, ours] = [rule("$A2>7"), rule(`AND(${MARK},$A2=1)`)];
    plan.highlights = [own, rule(`AND(${MARK},$A2=9)`)];
    host.apply([{ kind: "highlight", sheet: "Plan", highlights: [ours] }]);
    expect(plan.highlights).toEqual([ours, own]);
  });

  it("stays in front: the sheet they look at, when another comes before it", () => {
    workbook.addSheet("Front");
    workbook.active = 1;
    host.apply([newSheet("Between", { after: "Plan" })]);
    expect(workbook.sheets[workbook.active]?.name).toBe("Front");
  });

  it("stays a text, whatever they type", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (text) => {
        host.apply([write(0, 0, [[text]])]);
        expect(host.read(["Plan"])).toEqual([{ sheet: "Plan", values: [[text]], formulas: new Map() }]);
      }),
    );
  });
});

describe("inserted rows", () => {
  it("keep a highlight's distance between its first cell and the cells it looks at", () => {
    plan.highlights = [rule("AND($A1<$A2,$A2<$A$12)")];
    host.apply([insert(1, 2)]);
    expect(plan.highlights).toEqual([{ ...rule("AND($A3<$A4,$A4<$A$14)"), areas: [area(3, 0, 9)] }]);
    host.apply([insert(5, 1)]);
    expect(plan.highlights).toEqual([{ ...rule("AND($A3<$A4,$A4<$A$15)"), areas: [area(3, 0, 10)] }]);
  });

  it("are followed by validations, and by lists taken from the sheet", () => {
    const source = { type: "listFrom", sheet: "plan", area: area(2, 0, 4) } as const;
    const validation = { areas: [area(3, 1)], rule: source, title: "", message: "" };
    const other = workbook.addSheet("Other");
    plan.validations = [validation];
    other.validations = [validation];
    host.apply([insert(3, 2)]);
    const rule = { ...source, area: area(2, 0, 6) };
    expect(plan.validations).toEqual([{ ...validation, areas: [area(5, 1)], rule }]);
    expect(other.validations).toEqual([{ ...validation, rule }]);
  });

  it("are followed by the filter, the printed area and the repeated rows", () => {
    const margins = { top: 1, bottom: 1, left: 1, right: 1 };
    plan.filter = { area: area(2, 0, 5, 3), hidesRows: false };
    plan.page = {
      orientation: "portrait",
      paper: "A4",
      margins,
      fitWidth: 1,
      centred: false,
      printArea: area(0, 0, 7, 3),
      repeatRows: [1, 2],
    };
    host.apply([insert(1, 1)]);
    expect(plan.filter.area).toEqual(area(3, 0, 5, 3));
    expect(plan.page).toMatchObject({ printArea: area(0, 0, 8, 3), repeatRows: [2, 3] });
  });

  it("have the height of the row above, and are never hidden", () => {
    plan.rows.set(0, { height: 30, hidden: true }).set(1, { hidden: true });
    host.apply([insert(1, 1)]);
    expect([...plan.rows].sort()).toEqual([
      [0, { height: 30, hidden: true }],
      [1, { height: 30 }],
      [2, { hidden: true }],
    ]);
  });
});

describe("a batch that cannot be", () => {
  it("names a stale cell where it stands now, before the rows that the batch inserts", () => {
    plan.setValue(4, 0, "b");
    const receipt = host.apply([insert(1, 2), write(6, 0, [["c"]], [["a"]])]);
    expect(receipt).toEqual({ applied: 0, stale: [{ sheet: "Plan", row: 4, column: 0 }] });
    expect(plan.rowMoves).toEqual([]);
  });

  it("refuses two tables of one name, and one table over another", () => {
    workbook.addSheet("Other").tables.push({ name: "People", area: area(0, 0, 3, 3), hasTotals: false });
    const table = (sheet: string, name: string): Edit => ({ kind: "table", sheet, name, area: area(2, 2, 3, 3) });
    expect(host.apply([table("Plan", "people")])).toEqual(refused("table-clash", { sheet: "Plan", table: "people" }));
    expect(host.apply([table("Other", "New")])).toEqual(refused("table-clash", { sheet: "Other", table: "New" }));
  });

  it("refuses choices from a sheet that is not there", () => {
    const from = { type: "listFrom", sheet: "Nowhere", area: area(0, 0) } as const;
    const validations = [{ areas: [area(0, 0)], rule: from, title: "", message: "" }];
    const receipt = host.apply([{ kind: "validate", sheet: "Plan", validations }]);
    expect(receipt).toEqual(refused("sheet-missing", { sheet: "Nowhere" }));
  });

  it.each<Edit>([
    insert(0, 1),
    { kind: "format", sheet: "Plan", areas: [area(0, 0)], style: { bold: true } },
    { kind: "merge", sheet: "Plan", areas: [area(0, 0, 1, 2)] },
    { kind: "widths", sheet: "Plan", column: 0, widths: [9] },
  ])("refuses to rebuild a protected sheet: $kind", (edit) => {
    plan.isProtected = true;
    expect(host.apply([edit])).toEqual(refused("sheet-protected", { sheet: "Plan" }));
    expect(plan.changed.size).toBe(0);
  });
});

describe("a host that fails", () => {
  const batch = [write(0, 0, [["a"]]), write(1, 0, [["b"]]), write(2, 0, [["c"]])];

  it("has made the first edits, and no others", () => {
    expect(new FaultyHost(host, 2, "returns").apply(batch)).toEqual({ applied: 2, stale: [] });
    expect(host.read(["Plan"])[0]?.values).toEqual([["a"], ["b"]]);
  });

  it("may throw after them", () => {
    expect(() => new FaultyHost(host, 1, "throws").apply(batch)).toThrow("after 1 edits");
    expect(host.read(["Plan"])[0]?.values).toEqual([["a"]]);
  });
});

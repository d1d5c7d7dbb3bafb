import { describe, expect, it } from "vitest";
import { shownText } from "../../core/files/shown-text.ts";
import type { LayoutRow, SheetLayout } from "../../core/index.ts";
import { documentAsItStands } from "../../core/meeting/documents-as-they-stand.ts";
import { readSnapshot } from "../../core/run/read-snapshot.ts";
import { valueIn } from "../../core/workbook/cells.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { sampleWithMinutes } from "../journey/planner.ts";
import { standingMinutes, workOn } from "./minutes-in-hand.ts";

function textsOf(row: LayoutRow | undefined): string[] {
  return (row?.cells ?? [])
    .map(({ value, style }) => shownText(valueIn(value ?? null), style.numberFormat, 1900))
    .filter((text) => text !== "");
}

function rowWith(layout: SheetLayout, text: string): LayoutRow | undefined {
  return layout.rows.find((row) => textsOf(row).some((each) => each.includes(text)));
}

describe.each(["zh-CN", "en"] as const)("the minutes as they stand (%s)", (language) => {
  it("are what was laid out, where nobody touched them", async () => {
    const planner = await sampleWithMinutes(language);
    const layout = await standingMinutes(planner);
    const { sheet } = planner.minutes();
    expect(layout.rows).toHaveLength(sheet.used().rows);
    layout.rows.forEach((row, index) => {
      expect(row.marker).toBe(String(sheet.cell(index, 0)?.value ?? ""));
      for (const { column, columns, value } of row.cells) {
        expect(valueIn(value ?? null)).toEqual(sheet.cell(index, column)?.value ?? null);
        if (columns > 1) expect(sheet.merges).toContainEqual({ row: index, column, rows: 1, columns });
      }
    });
  });

  it("say each cell that a person wrote, in the looks of its block", async () => {
    const planner = await sampleWithMinutes(language);
    workOn(planner);
    const layout = await standingMinutes(planner);
    const { sheet } = planner.minutes();
    const said = layout.rows.flatMap(textsOf);
    for (const [row, line] of sheet.cells)
      for (const [column, { value }] of line) {
        if (column === 0 || column > 12 || typeof value !== "string" || value === "") continue;
        expect(said, `R${row + 1}C${column + 1}`).toContain(value);
      }
    const inserted = rowWith(layout, "插入的议题 3");
    const spare = layout.rows.filter(({ marker }) => marker === "topics:").at(-1);
    expect(inserted?.cells.map(({ column, columns, style }) => ({ column, columns, style }))).toEqual(
      spare?.cells.map(({ column, columns, style }) => ({ column, columns, style })),
    );
    expect(textsOf(inserted)[2]).toBe("2026-12-09");
    expect(inserted?.height).toBeGreaterThan(spare?.height ?? 0);
    expect(textsOf(rowWith(layout, "QX-370 泵")).slice(-4)).toEqual(["QX-370 泵", "1,235", "-4,345", "93%"]);
    expect(textsOf(layout.rows.find(({ marker }) => marker === "head:2"))).toContain("2026-11-26");
    expect(textsOf(layout.rows.find(({ marker }) => marker === "next:0"))).toContain("2026-12-03");
    expect(layout.rows.at(-1)?.cells).toMatchObject([{ column: 2, columns: 11, value: "手写：样机下周到" }]);
    expect(layout.page?.printArea?.rows).toBe(layout.rows.length);
  });
});

describe("a document as it stands", () => {
  it("is none where its sheet is gone or is no document that can leave so", async () => {
    const planner = await sampleWithMinutes();
    const snapshot = await readSnapshot(new DeskHost(planner.workbook), () => ({ tables: [], documents: ["settings"] }), "zh-CN");
    expect(documentAsItStands(snapshot, "minutes:CX-1999-W01-1")).toBeNull();
    expect(documentAsItStands(snapshot, "settings")).toBeNull();
  });
});

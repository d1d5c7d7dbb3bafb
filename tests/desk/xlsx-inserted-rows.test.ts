import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertRows } from "../../desk/workbook/move-rows.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { losses, writeXlsx } from "../../desk/xlsx/index.ts";
import { fileOf, open, partsOf, RICH_SHEET, richParts, sheetOf } from "./xlsx-fixtures.ts";

const rich = () => open(fileOf(richParts()));

describe("a sheet with rows inserted", () => {
  const inserted = () => {
    const file = rich();
    insertRows(file.workbook, sheetOf(file.workbook, "Rich"), 3, 2);
    return { file, xml: partsOf(writeXlsx(file))["xl/worksheets/sheet1.xml"] ?? "" };
  };

  it("moves rows with all that hangs on them", () => {
    const { xml } = inserted();
    expect(xml).toContain('<row r="3" outlineLevel="1">');
    expect(xml).toContain('<c r="A8" vm="1"><v>1</v></c>');
    expect(xml).toContain("<f>A7*$A$8+SUM(A$2:A7)</f>");
    expect(xml).toContain('<f t="array" ref="C2:C3">A2:A3*2</f>');
  });

  it("moves rules that are not modelled", () => {
    const { xml } = inserted();
    expect(xml).toMatch(/<dataValidation type="custom"[^>]*sqref="A2:A7"/);
    expect(xml).toMatch(/<conditionalFormatting sqref="A2:A7"><cfRule type="colorScale"/);
    expect(xml).toContain('stopIfTrue="1"');
  });

  it("moves links, breaks and sparklines", () => {
    const parts = richParts();
    const sheet = RICH_SHEET.replace('<hyperlink ref="A1"', '<hyperlink ref="A5"').replace(
      "<ignoredErrors>",
      '<rowBreaks count="1"><brk id="4" max="16383" man="1"/></rowBreaks><ignoredErrors>',
    );
    const file = open(fileOf({ ...parts, "xl/worksheets/sheet1.xml": sheet }));
    insertRows(file.workbook, sheetOf(file.workbook, "Rich"), 3, 2);
    const xml = partsOf(writeXlsx(file))["xl/worksheets/sheet1.xml"] ?? "";
    expect(xml).toContain('<hyperlink ref="A7"');
    expect(xml).toContain('<brk id="6"');
    expect(xml).toContain("<xm:f>Rich!A2:A7</xm:f><xm:sqref>F2</xm:sqref>");
    expect(losses(file)).toEqual(["drawings-stay:Rich", "comments-stay:Rich"]);
  });

  it("reads back as the model had it", () => {
    const { file } = inserted();
    const [was, now] = [sheetOf(file.workbook, "Rich"), sheetOf(open(writeXlsx(file)).workbook, "Rich")];
    for (const [row, line] of was.cells) {
      for (const [column, cell] of line) expect(now.cell(row, column), `${row},${column}`).toMatchObject({ value: cell.value });
      for (const [column, cell] of line) expect(now.cell(row, column)?.formula).toBe(cell.formula);
    }
    expect(now.validations).toEqual(was.validations);
    expect(now.highlights).toEqual(was.highlights);
    expect(now.page?.printArea).toEqual(was.page?.printArea);
  });

  it("reads back as the model had it after any insertions and edits", () => {
    const edit = fc.oneof(
      fc.record({ kind: fc.constant("insert" as const), row: fc.nat({ max: 9 }), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant("look" as const), row: fc.nat({ max: 9 }), bold: fc.boolean() }),
      fc.record({
        kind: fc.constant("value" as const),
        row: fc.nat({ max: 9 }),
        column: fc.nat({ max: 6 }),
        value: fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const { workbook } = rich();
        const was = sheetOf(workbook, "Rich");
        for (const each of edits) {
          if (each.kind === "insert") insertRows(workbook, was, each.row, each.count);
          else if (each.kind === "value") was.setValue(each.row, each.column, each.value);
          else was.format({ row: each.row, column: 0, rows: 2, columns: 3 }, { bold: each.bold });
        }
        const again = open(writeXlsx(workbook)).workbook;
        const now = sheetOf(again, "Rich");
        expect(contents(again, now)).toEqual(contents(workbook, was));
        expect([now.validations, now.highlights, again.names]).toEqual([was.validations, was.highlights, workbook.names]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Every cell by its place: what it holds and how it looks. */
function contents(workbook: Workbook, sheet: Sheet): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [row, line] of sheet.cells) {
    for (const [column, { value, formula, style }] of line) {
      const { bold = false, ...look } = workbook.styles.at(style);
      found.set(`${row},${column}`, { value, formula, bold, look });
    }
  }
  return found;
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Outcome, undo } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { deleteRows, insertRows } from "../../desk/workbook/move-rows.ts";
import { removeSheet } from "../../desk/workbook/remove-sheet.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { losses, writeXlsx } from "../../desk/xlsx/index.ts";
import { fillMinutes } from "../support/minutes-by-hand.ts";
import { contextOn, date, runOn, smallRegister } from "../support/registers.ts";
import { fileOf, open, partsOf, RICH_SHEET, richParts, sheetOf } from "./xlsx-fixtures.ts";

const rich = () => open(fileOf(richParts()));
const xmlOf = (bytes: Uint8Array) => partsOf(bytes)["xl/worksheets/sheet1.xml"] ?? "";

describe("a sheet with rows deleted", () => {
  const deleted = (row: number, count: number, parts = richParts()) => {
    const file = open(fileOf(parts));
    deleteRows(file.workbook, sheetOf(file.workbook, "Rich"), row, count);
    return { file, xml: xmlOf(writeXlsx(file)) };
  };

  it("moves rows up with all that hangs on them", () => {
    const { xml } = deleted(3, 2);
    expect(xml).toContain('<row r="3" outlineLevel="1">');
    expect(xml).toContain('<c r="A4" vm="1"><v>1</v></c>');
    expect(xml).toContain("<f>A3*$A$4+SUM(A$2:A3)</f>");
    expect(xml).not.toContain('r="A5"');
  });

  it("shrinks rules that are not modelled, and drops those whose rows are gone", () => {
    const { xml } = deleted(3, 2);
    expect(xml).toMatch(/<dataValidation type="custom"[^>]*sqref="A2:A3"/);
    expect(xml).toMatch(/<conditionalFormatting sqref="A2:A3"><cfRule type="colorScale"/);
    const gone = deleted(1, 4).xml;
    expect(gone).not.toContain('type="custom"');
    expect(gone).not.toContain("colorScale");
  });

  it("moves links, breaks and sparklines, and drops those whose rows are gone", () => {
    const sheet = RICH_SHEET.replace('<hyperlink ref="A1"', '<hyperlink ref="A5"').replace(
      "<ignoredErrors>",
      '<rowBreaks count="1"><brk id="5" max="16383" man="1"/></rowBreaks><ignoredErrors>',
    );
    const parts = { ...richParts(), "xl/worksheets/sheet1.xml": sheet };
    const moved = deleted(2, 1, parts).xml;
    expect(moved).toContain('<hyperlink ref="A4"');
    expect(moved).toContain('<brk id="4"');
    expect(moved).toContain("<xm:f>Rich!A2:A4</xm:f><xm:sqref>F2</xm:sqref>");
    const gone = deleted(1, 5, parts).xml;
    expect(gone).not.toContain("hyperlink");
    expect(gone).not.toContain("<brk");
    expect(gone).not.toContain("sparkline");
  });

  it("reads back as the model had it after any rows inserted and deleted, and any edits", () => {
    const edit = fc.oneof(
      fc.record({
        kind: fc.constantFrom("insert" as const, "delete" as const),
        row: fc.nat({ max: 9 }),
        count: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({
        kind: fc.constant("value" as const),
        row: fc.nat({ max: 9 }),
        column: fc.nat({ max: 6 }),
        value: fc.oneof(fc.integer(), fc.string()),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const { workbook } = rich();
        const was = sheetOf(workbook, "Rich");
        for (const each of edits) {
          if (each.kind === "insert") insertRows(workbook, was, each.row, each.count);
          if (each.kind === "delete") deleteRows(workbook, was, each.row, each.count);
          if (each.kind === "value") was.setValue(each.row, each.column, each.value);
        }
        const again = open(writeXlsx(workbook)).workbook;
        const now = sheetOf(again, "Rich");
        expect(contents(now)).toEqual(contents(was));
        expect([now.validations, now.highlights, now.merges, again.names]).toEqual([
          was.validations,
          was.highlights,
          was.merges,
          workbook.names,
        ]);
      }),
      { numRuns: 80 },
    );
  });

  it("comes out as it went in where as many rows were inserted in the same place before", () => {
    const file = rich();
    const sheet = sheetOf(file.workbook, "Rich");
    insertRows(file.workbook, sheet, 3, 2);
    deleteRows(file.workbook, sheet, 3, 2);
    const [was, now] = [sheetOf(rich().workbook, "Rich"), sheetOf(open(writeXlsx(file)).workbook, "Rich")];
    expect(contents(now)).toEqual(contents(was));
    expect([now.validations, now.highlights, now.page]).toEqual([was.validations, was.highlights, was.page]);
    // Pictures and comments, which do not move along, stand where they should.
    expect(losses(file)).toEqual([]);
  });
});

describe("what was taken away", () => {
  /** A file with a table on a sheet of its own. */
  function withTable(): Uint8Array {
    const workbook = new Workbook();
    workbook.addSheet("Other").setFormula(0, 0, "Plan!A2", 1);
    const plan = workbook.addSheet("Plan");
    for (const [row, value] of ["No", 1, 2, 3].entries()) plan.setValue(row, 0, value);
    plan.tables.push({ name: "Numbers", area: { row: 0, column: 0, rows: 4, columns: 1 }, hasTotals: false });
    return writeXlsx(workbook);
  }
  const named = (parts: Record<string, string>, what: string) =>
    [...Object.keys(parts), ...Object.values(parts)].filter((text) => text.includes(what));

  it("is in no part of the file: a sheet with its table", () => {
    const file = open(withTable());
    expect(named(partsOf(withTable()), "tables/table1.xml")).not.toEqual([]);
    removeSheet(file.workbook, sheetOf(file.workbook, "Plan"));
    const parts = partsOf(writeXlsx(file));
    expect(named(parts, "tables/table1.xml")).toEqual([]);
    expect(Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"))).toHaveLength(1);
    expect(sheetOf(open(writeXlsx(file)).workbook, "Other").cell(0, 0)).toMatchObject({ formula: "#REF!", value: { error: "#REF!" } });
  });

  it("is in no part of the file: a table whose rows are all gone", () => {
    const file = open(withTable());
    deleteRows(file.workbook, sheetOf(file.workbook, "Plan"), 0, 4);
    const parts = partsOf(writeXlsx(file));
    expect(named(parts, "tables/table1.xml")).toEqual([]);
    expect(named(parts, "tablePart")).toEqual([]);
    expect(open(writeXlsx(file)).workbook.sheets).toHaveLength(2);
  });
});

describe("a workbook opened from a file", () => {
  it("reads the same once a command was run on it and taken back", () => {
    const context = contextOn(date(2026, 11, 18));
    const { book } = smallRegister();
    for (const id of ["refresh-tracking", "generate-minutes"]) runOn(book, id, {}, context);
    const list = book.sheets[0] ?? expect.fail("There is no list.");
    list.setValue(3, 0, "备注：本表由计划员维护");
    list.setFormula(4, 1, "SUM(C2:C3)+A4", 1);
    const row = { row: 0, text: "核对泵体库存并出清单", more: "清单已发", owner: "张三", due: 9, kind: "" };
    fillMinutes(book, { topics: [row], actions: [row, { ...row, row: 1 }], open: [row], review: [], cleared: [] }, context.today);
    const bytes = writeXlsx(book);
    const file = open(bytes);
    const { undo: taken } = runOn(file.workbook, "record-minutes", {}, context);
    expect(taken?.inserted.length).toBeGreaterThan(0);
    const { problems } = undo(new DeskHost(file.workbook), taken ?? expect.fail("nothing to undo"), context) as Outcome;
    expect(problems).toEqual([]);
    const [before, after] = [open(bytes).workbook, open(writeXlsx(file)).workbook];
    const shown = (workbook: Workbook) => workbook.sheets.filter(({ name }) => name !== "_concord" && name !== "日志");
    expect(shown(after).map(({ name }) => name)).toEqual(shown(before).map(({ name }) => name));
    for (const sheet of shown(before)) expect([sheet.name, said(sheetOf(after, sheet.name))]).toEqual([sheet.name, said(sheet)]);
    expect(after.names).toEqual(before.names);
    const parts = partsOf(writeXlsx(file));
    const types = parts["[Content_Types].xml"] ?? "";
    for (const [, part = ""] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(Object.keys(parts)).toContain(part);
  });
});

/** Every cell by its place: what it holds. */
function contents(sheet: Sheet): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [row, line] of sheet.cells) for (const [column, { value, formula }] of line) found.set(`${row},${column}`, { value, formula });
  return found;
}

/** What its filled cells say: a formula's result may move by itself. */
function said({ cells, tables, merges }: Sheet): unknown {
  const filled = [...cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, { value, formula }]) => (value === null && formula === undefined ? [] : [[row, column, formula ?? value]])),
  );
  const areas = merges.map((area) => JSON.stringify(area)).sort();
  return { filled: filled.map((cell) => JSON.stringify(cell)).sort(), tables: tables.map(({ name, area }) => [name, area]), areas };
}

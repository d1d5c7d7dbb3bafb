import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftFormula, withoutSheet } from "../../desk/workbook/shift-formula.ts";

/** Two rows inserted before row 5 of the sheet `Plan 1`, as a formula of that sheet sees it. */
const shift = (formula: string, home = "Plan 1") => shiftFormula(formula, home, { kind: "insert", sheet: "Plan 1", row: 4, count: 2 });

describe("a formula after rows were inserted", () => {
  it.each([
    ["A4+A5", "A4+A7"],
    ["$A$5+A$5+$A5+aa5", "$A$7+A$7+$A7+aa7"],
    ["SUM(A1:B5,A5:A9)", "SUM(A1:B7,A7:A11)"],
    ["'Plan 1'!A5+'plan 1'!A5:B6", "'Plan 1'!A7+'plan 1'!A7:B8"],
    ["SUM($5:5)+A5:INDEX(A:A,9)", "SUM($7:7)+A7:INDEX(A:A,9)"],
    ['IF(A5="A5 ""A5""",A5,1E5)', 'IF(A7="A5 ""A5""",A7,1E5)'],
    ["A5:A1048576", "A7:A1048576"],
    ["-A5%&A5^2", "-A7%&A7^2"],
  ])("follows them: %s", (before, after) => {
    expect(shift(before)).toBe(after);
  });

  it.each([
    "SUM(A:A)+$B:$C",
    "LOG10(2)+BIN2DEC(1)",
    "Other!A5+'Other 1'!A5:B9+[1]Sheet!A5+'[Book.xlsx]Plan 1'!A5",
    "Jan:Dec!A5",
    "Orders[[#This Row],[A5]]+Orders[A5]",
    "Plan.A5+A5_x+产品A5+A5.b",
    "XFE5+A1048577",
    "'A5 x'!Total+#REF!",
    "5.5:5",
  ])("leaves what is no reference to them: %s", (formula) => {
    expect(shift(formula)).toBe(formula);
  });

  it("tells sheets by name where an apostrophe, a space or Chinese is in it", () => {
    const after = shiftFormula("'It''s 1'!A5+A5", "产销", { kind: "insert", sheet: "It's 1", row: 4, count: 1 });
    expect(after).toBe("'It''s 1'!A6+A5");
    expect(shiftFormula("产销!A5+A5", "Other", { kind: "insert", sheet: "产销", row: 4, count: 1 })).toBe("产销!A6+A5");
  });

  const row = fc.integer({ min: 1, max: 1_000_000 });
  const cell = fc.tuple(fc.constantFrom("A", "$B", "AB", "$XFD"), fc.constantFrom("", "$"), row).map(
    ([column, anchor, number]) =>
      (to: (row: number) => number) =>
        `${column}${anchor}${to(number)}`,
  );
  const still = fc.constantFrom("LOG10(2)", '"A5"', "Orders[A5]", "A:B", "Other!C9", "12", "TRUE").map((text) => () => text);
  const reference = fc.tuple(fc.constantFrom("", "'Plan 1'!"), cell, fc.option(cell)).map(
    ([sheet, from, end]) =>
      (to: (row: number) => number) =>
        sheet + from(to) + (end ? `:${end(to)}` : ""),
  );
  const formula = fc
    .array(fc.oneof(reference, still), { minLength: 1, maxLength: 6 })
    .map((parts) => (to: (row: number) => number) => `SUM(${parts.map((part) => part(to)).join(",")})`);

  it("has every row at or below the new ones moved, and nothing else", () => {
    fc.assert(
      fc.property(formula, row, fc.integer({ min: 1, max: 500 }), (write, first, count) => {
        const before = write((number) => number);
        const after = shiftFormula(before, "Plan 1", { kind: "insert", sheet: "Plan 1", row: first - 1, count });
        expect(after).toBe(write((number) => (number >= first ? number + count : number)));
        const back = shiftFormula(after, "Plan 1", { kind: "delete", sheet: "Plan 1", row: first - 1, count });
        expect(back).toBe(before);
      }),
    );
  });
});

describe("a formula after rows were deleted", () => {
  /** Rows 5 and 6 of the sheet `Plan 1`. */
  const shift = (formula: string) => shiftFormula(formula, "Plan 1", { kind: "delete", sheet: "Plan 1", row: 4, count: 2 });

  it.each([
    ["A4+A7", "A4+A5"],
    ["SUM(A1:B5,A6:A9)", "SUM(A1:B4,A5:A7)"],
    ["SUM(A1:A9)", "SUM(A1:A7)"],
    ["A5+$A$6+'plan 1'!A6:B5", "#REF!+#REF!+'plan 1'!#REF!"],
    ["SUM($4:6)+SUM(B9:A2)", "SUM($4:4)+SUM(B7:A2)"],
    ["A6:A1048576", "A5:A1048576"],
    ["Other!A5+Orders[A5]", "Other!A5+Orders[A5]"],
  ])("moves up with what is left of its cells: %s", (before, after) => {
    expect(shift(before)).toBe(after);
  });
});

describe("a formula after a sheet was taken away", () => {
  it("looks at nothing where it looked at that sheet", () => {
    const formula = `'It''s 1'!A1+SUM('it''s 1'!$B$2:C9)&"'It''s 1'!A1"+Other!A1+A1`;
    expect(withoutSheet(formula, "It's 1")).toBe(`#REF!+SUM(#REF!)&"'It''s 1'!A1"+Other!A1+A1`);
  });
});

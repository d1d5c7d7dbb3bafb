import fc from "fast-check";
import { type Area, type CellInput, type Chart, type Edit, type Group, MARK, type Style, type Validation } from "../../../core/index.ts";

const STANDING = ["Plan", "Other"] as const;
const ROWS = 12;
const COLUMNS = 8;

const place = fc.record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1) });
const anyArea: fc.Arbitrary<Area> = fc
  .tuple(place, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .map(([at, rows, columns]) => ({ ...at, rows, columns }));

const texts = ["产销", "=1+1", "'quoted", "007", "2026-11-18", "TRUE", "#N/A", "", "a\nb"];
const anyInput: fc.Arbitrary<CellInput> = fc.oneof(
  fc.constantFrom(...texts),
  fc.integer({ min: -9, max: 9 }),
  fc.boolean(),
  fc.constantFrom(null, undefined, { error: "#N/A" }, { formula: "A1*2", value: 1 }, { formula: 'IF(B2="","",B2)', value: "" }),
);

const colours = fc.constantFrom("FFC7CE", "1F4E79", "000000");
const lines = fc.constantFrom("none", "thin", "medium", "hair", "double");
/** The right line of a cell is the left one of the next: a style that draws them unlike says nothing. */
const anyBorder = fc.oneof(
  fc.tuple(lines, colours).map(([line, color]) => ({ top: line, bottom: line, left: line, right: line, color })),
  lines.map((bottom) => ({ bottom })),
);

/** A property that is there is given. */
const anyStyle: fc.Arbitrary<Style> = fc.record(
  {
    font: fc.constantFrom("Arial", "SimSun"),
    size: fc.constantFrom(9, 10.5, 14),
    bold: fc.boolean(),
    italic: fc.boolean(),
    color: colours,
    fill: fc.option(colours),
    border: anyBorder,
    horizontal: fc.constantFrom("left", "center", "right", "general"),
    vertical: fc.constantFrom("top", "center", "bottom"),
    wrap: fc.boolean(),
    // Of a number in a cell of plain text the two ways differ: `setValues` makes it a text.
    numberFormat: fc.constantFrom("0%", "#,##0", "yyyy-mm-dd", "hh:mm", "General"),
    locked: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Style>;

const anyRule: fc.Arbitrary<Validation["rule"]> = fc.oneof(
  fc.record({ type: fc.constant("list" as const), values: fc.constant(["open", "done"]), suggest: fc.boolean() }),
  fc.record({ type: fc.constant("listFrom" as const), sheet: fc.constantFrom("Plan", "Other"), area: anyArea }),
  fc.constant({ type: "date", from: 45_000, to: 47_000 } as const),
  fc.record({ type: fc.constant("number" as const), from: fc.constant(0), to: fc.constant(100), whole: fc.boolean() }),
);

/** Groups one below the other with a line between them, some with one inside, which is folded where the outer one is. */
const anyGroups: fc.Arbitrary<Group[]> = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 3 }).map((given) =>
  given.flatMap(([isCollapsed, isNested, isOpen], index): Group[] => {
    const first = 1 + index * 5;
    return [{ first, count: 4, isCollapsed }, ...(isNested ? [{ first: first + 1, count: 2, isCollapsed: isCollapsed || !isOpen }] : [])];
  }),
);

function chartOn(name: string, kind: Chart["kind"], at: Area): Chart {
  const values = (column: number) => ({ area: { row: 1, column, rows: 3, columns: 1 } });
  return {
    name: `concord.${name}`,
    area: { ...at, rows: 10, columns: 4 },
    kind,
    title: `图 ${name}`,
    description: "",
    categories: values(0),
    series: [{ name: "逾期", values: values(1), color: "C00000", ...(kind === "columnLine" ? { isLine: true } : {}) }],
    categoryAxis: { title: "部门" },
    valueAxis: { title: "事项", numberFormat: "0", min: 0 },
    legend: "bottom",
  };
}

/** Seldom the one that may not be there: a batch that names it is refused whole. */
const sheet = fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...STANDING) }, { weight: 1, arbitrary: fc.constant("New") });
const kinds = fc.constantFrom<Chart["kind"]>("column", "stackedColumn", "bar", "stackedBar", "line", "columnLine");

/** One edit of any kind. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant("cells" as const),
    sheet,
    row: fc.nat(ROWS),
    column: fc.nat(COLUMNS),
    values: fc.array(fc.array(anyInput, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant("format" as const), sheet, areas: fc.array(anyArea, { minLength: 1, maxLength: 3 }), style: anyStyle }),
  fc.record({ kind: fc.constant("merge" as const), sheet, areas: anyArea.map((area) => [area, { ...area, row: area.row + 20 }]) }),
  fc.record({ kind: fc.constant("unmerge" as const), sheet, area: anyArea }),
  fc.record({
    kind: fc.constant("widths" as const),
    sheet,
    column: fc.nat(4),
    widths: fc.array(fc.constantFrom(8, 20, 33), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant("heights" as const),
    sheet,
    row: fc.nat(4),
    heights: fc.array(fc.constantFrom(0, 15, 30), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant("hideColumns" as const),
    sheet,
    column: fc.nat(4),
    count: fc.integer({ min: 1, max: 3 }),
    hidden: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("insertRows" as const, "deleteRows" as const),
    sheet,
    row: fc.nat(ROWS),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("validate" as const),
    sheet,
    validations: fc.array(
      fc.record({
        areas: fc.array(anyArea, { minLength: 1, maxLength: 2 }),
        rule: anyRule,
        title: fc.constant("状态"),
        message: fc.constant("Choose."),
      }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  }),
  fc.record({
    kind: fc.constant("highlight" as const),
    sheet,
    highlights: fc.array(
      fc.record({
        areas: anyArea.map((area) => [area]),
        formula: fc.constant(`AND(${MARK},$A1=1)`),
        style: fc.record({ fill: colours, bold: fc.boolean() }),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant("chart" as const),
    sheet,
    charts: fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b"), kinds, anyArea), { maxLength: 2, selector: ([name]) => name })
      .map((all) => all.map((each) => chartOn(...each))),
  }),
  fc.record({
    kind: fc.constant("group" as const),
    sheet,
    axis: fc.constantFrom("rows" as const, "columns" as const),
    first: fc.constant(1),
    count: fc.constant(15),
    groups: anyGroups,
  }),
  fc.record({ kind: fc.constant("freeze" as const), sheet, rows: fc.nat(3), columns: fc.nat(3) }),
  fc.record({ kind: fc.constant("table" as const), sheet, name: fc.constant("Rows"), area: anyArea }),
  fc.record({
    kind: fc.constant("name" as const),
    name: fc.constantFrom("Here", "There"),
    at: fc.record({ sheet, row: fc.nat(ROWS), column: fc.nat(COLUMNS) }),
  }),
  fc.record({ kind: fc.constant("removeName" as const), name: fc.constantFrom("Here", "There") }),
  fc.record({
    kind: fc.constant("addSheet" as const),
    sheet: fc.constantFrom(...STANDING),
    visibility: fc.constantFrom("visible" as const, "hidden" as const),
    gridlines: fc.boolean(),
    tab: colours,
  }),
);

/** What makes many a batch be refused is seldom. */
const seldom: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("removeSheet" as const), sheet }),
  fc.record({ kind: fc.constant("protect" as const), sheet, protect: fc.boolean() }),
);
const anyOne = fc.oneof({ weight: 30, arbitrary: anyEdit }, { weight: 1, arbitrary: seldom });

/** A sheet that is made is used at once, by one edit of a kind: what core lays out anew it does not change again in the same batch. */
const madeAndUsed = fc
  .uniqueArray(anyOne, { maxLength: 4, selector: ({ kind }) => kind })
  .map((edits): Edit[] => [
    { kind: "addSheet", sheet: "New", visibility: "visible", gridlines: true },
    ...edits.map((edit) => ("sheet" in edit && edit.kind !== "removeSheet" ? { ...edit, sheet: "New" } : edit)),
  ]);

/** Batches one after the other on a spreadsheet of the sheets Plan and Other. */
export const anyBatches: fc.Arbitrary<readonly (readonly Edit[])[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.array(anyOne, { minLength: 1, maxLength: 10 }) }, { weight: 1, arbitrary: madeAndUsed }),
  { minLength: 1, maxLength: 3 },
);

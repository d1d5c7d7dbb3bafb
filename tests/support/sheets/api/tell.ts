import type { Sheet } from "../../../../desk/workbook/sheet.ts";
import type { GoogleDocument } from "../document.ts";
import { gridRangeOf } from "./places.ts";

type Resource = GoogleAppsScript.Sheets.Schema.Spreadsheet;

/** A spreadsheet as the API tells it; numbers of 0 that mean nothing are left out, as there. */
export function tellSpreadsheet(document: GoogleDocument): Resource {
  const { workbook, marks } = document;
  return {
    spreadsheetId: "spreadsheet-1",
    sheets: workbook.sheets.map((sheet, index) => tellSheet(document, sheet, index)),
    namedRanges: document.names().flatMap(({ name, sheet, area }) => {
      const known = workbook.names.find((each) => each.sheet === undefined && each.name === name);
      return known ? [{ namedRangeId: String(document.idOf(known)), name, range: gridRangeOf({ document }, sheet, area) }] : [];
    }),
    ...(marks.size > 0 ? { developerMetadata: [...marks].map(([metadataId, metadataKey]) => ({ metadataId, metadataKey })) } : {}),
  };
}

function tellSheet(document: GoogleDocument, sheet: Sheet, index: number): NonNullable<Resource["sheets"]>[number] {
  const grid = document.grid(sheet);
  const range = (area: Sheet["merges"][number]) => gridRangeOf({ document }, sheet, area);
  const charts = document.charts.filter((chart) => chart.sheet === sheet);
  const guards = document.guards.filter((guard) => guard.sheet === sheet);
  return {
    properties: {
      sheetId: document.idOf(sheet),
      title: sheet.name,
      index,
      ...(sheet.visibility === "visible" ? {} : { hidden: true }),
      gridProperties: {
        rowCount: grid.rows,
        columnCount: grid.columns,
        ...(sheet.freeze.rows > 0 ? { frozenRowCount: sheet.freeze.rows } : {}),
        ...(sheet.freeze.columns > 0 ? { frozenColumnCount: sheet.freeze.columns } : {}),
      },
    },
    ...(sheet.merges.length > 0 ? { merges: sheet.merges.map(range) } : {}),
    ...(sheet.highlights.length > 0
      ? {
          conditionalFormats: sheet.highlights.map(({ areas, formula }) => ({
            ranges: areas.map(range),
            booleanRule: { condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: `=${formula}` }] }, format: {} },
          })),
        }
      : {}),
    ...(guards.length > 0
      ? {
          protectedRanges: guards.map((guard) => ({
            protectedRangeId: document.idOf(guard),
            range: guard.area ? range(guard.area) : { sheetId: document.idOf(sheet) },
          })),
        }
      : {}),
    ...(charts.length > 0 ? { charts: charts.map(({ id, options }) => ({ chartId: id, spec: { title: String(options.title) } })) } : {}),
    ...(sheet.filter ? { basicFilter: { range: range(sheet.filter.area) } } : {}),
    ...groupsOf(document, sheet, "rows"),
    ...groupsOf(document, sheet, "columns"),
  };
}

function groupsOf(document: GoogleDocument, sheet: Sheet, axis: "rows" | "columns"): object {
  const lines = sheet[axis];
  const levelAt = (line: number): number => lines.get(line)?.level ?? 0;
  const ends = [...lines.keys()].filter((line) => levelAt(line) > 0).sort((a, b) => a - b);
  const groups = ends.flatMap((line) =>
    // A group of each depth begins where the line before is not that deep.
    Array.from({ length: levelAt(line) }, (_, index) => index + 1)
      .filter((depth) => levelAt(line - 1) < depth)
      .map((depth) => {
        let endIndex = line;
        while (levelAt(endIndex) >= depth) endIndex++;
        return {
          range: { sheetId: document.idOf(sheet), dimension: axis === "rows" ? "ROWS" : "COLUMNS", startIndex: line, endIndex },
          depth,
        };
      }),
  );
  return groups.length === 0 ? {} : { [axis === "rows" ? "rowGroups" : "columnGroups"]: groups };
}

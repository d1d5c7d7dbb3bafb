import { removeSheet } from "../../../../desk/workbook/remove-sheet.ts";
import { freeze } from "../sheets.ts";
import { given, hexOf, insistOnSheet, invalid, type Made, sheetWith } from "./places.ts";
import { maskOf } from "./schema.ts";

type Of<K extends keyof GoogleAppsScript.Sheets.Schema.Request> = NonNullable<GoogleAppsScript.Sheets.Schema.Request[K]>;

/** The sheet that is in front stays there. */
export function addSheet(made: Made, { properties }: Of<"addSheet">): void {
  const { document } = made;
  const { workbook } = document;
  const {
    sheetId,
    title,
    index = workbook.sheets.length,
    hidden = false,
    tabColorStyle,
    gridProperties = {},
  } = given(made, "properties", properties);
  const name = given(made, "title", title);
  const id = given(made, "sheetId", sheetId);
  if (name === "" || name.length > 100) throw invalid(made, "The name of a sheet has 1 to 100 characters.");
  if (workbook.sheet(name)) throw invalid(made, `A sheet with the name "${name}" already exists. Please enter another name.`);
  if (!Number.isInteger(id) || id < 0 || id >= 2 ** 31) throw invalid(made, `${id} is no id of a sheet.`);
  if (workbook.sheets.some((each) => document.idOf(each) === id)) throw invalid(made, `A sheet with id ${id} already exists.`);
  if (index < 0 || index > workbook.sheets.length) throw invalid(made, "The index of the sheet is out of bounds.");
  const front = workbook.sheets[workbook.active];
  const sheet = workbook.addSheet(name, index);
  if (front) workbook.show(front.name);
  document.number(sheet, id);
  const { rowCount, columnCount, hideGridlines = false, ...others } = gridProperties;
  if (Object.keys(others).length > 0) throw new Error(`The stand-in adds no sheet with ${Object.keys(others).join()}.`);
  Object.assign(document.grid(sheet), { rows: given(made, "rowCount", rowCount), columns: given(made, "columnCount", columnCount) });
  if (hidden) sheet.visibility = "hidden";
  if (hideGridlines) sheet.gridlines = false;
  if (tabColorStyle) sheet.tab = hexOf(made, tabColorStyle);
}

export function deleteSheet(made: Made, { sheetId }: Of<"deleteSheet">): void {
  const { document } = made;
  const { workbook } = document;
  const sheet = sheetWith(made, sheetId);
  if (!workbook.sheets.some((each) => each !== sheet && each.visibility === "visible"))
    throw invalid(made, "You can't remove all the visible sheets in a document.");
  insistOnSheet(made, sheet);
  removeSheet(workbook, sheet);
  document.guards = document.guards.filter((guard) => guard.sheet !== sheet);
  document.charts = document.charts.filter((chart) => chart.sheet !== sheet);
  workbook.showVisible();
}

export function updateSheetProperties(made: Made, { properties, fields }: Of<"updateSheetProperties">): void {
  const { sheetId, gridProperties = {} } = given(made, "properties", properties);
  const sheet = sheetWith(made, sheetId);
  insistOnSheet(made, sheet);
  const frozen: { rows?: number; columns?: number } = {};
  for (const path of maskOf(fields, "SheetProperties", made.at)) {
    switch (path) {
      case "gridProperties.frozenRowCount":
        frozen.rows = gridProperties.frozenRowCount ?? 0;
        break;
      case "gridProperties.frozenColumnCount":
        frozen.columns = gridProperties.frozenColumnCount ?? 0;
        break;
      // The workbook in memory has every button after its group.
      case "gridProperties.rowGroupControlAfter":
        given(made, path, gridProperties.rowGroupControlAfter);
        break;
      case "gridProperties.columnGroupControlAfter":
        given(made, path, gridProperties.columnGroupControlAfter);
        break;
      default:
        throw new Error(`The stand-in does not do ${path} yet.`);
    }
  }
  if (Object.keys(frozen).length > 0) freeze(made.document, sheet, frozen);
}

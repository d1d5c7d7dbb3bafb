import { removeSheet } from "../../../desk/workbook/remove-sheet.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { absoluteRef } from "../../../desk/xlsx/references.ts";
import { type Implementation, ownOf, ServiceException, type Word } from "./kernel.ts";
import { textStyleBuilder } from "./looks.ts";
import { protectionObject } from "./protections.ts";
import { ruleBuilder } from "./rules.ts";
import { cellsIn, type Run } from "./run.ts";
import { validationBuilder } from "./validations.ts";

/** `SpreadsheetApp` of a script that is bound to a spreadsheet. @param ui what shows menus and dialogs */
export function spreadsheetApp(run: Run, ui: () => object): object {
  const { kernel, document } = run;
  const active = (): object => spreadsheetObject(run);
  return kernel.serve("Spreadsheet.SpreadsheetApp", {
    getActive: active,
    getActiveSpreadsheet: active,
    getActiveSheet: () => activeSheet(run),
    flush: () => undefined,
    getUi: ui,
    newConditionalFormatRule: () => ruleBuilder(run),
    newDataValidation: () => validationBuilder(run),
    newTextStyle: () => textStyleBuilder(run),
    getActiveRange: () => selection(run),
    getCurrentCell: () => selection(run),
    setActiveRange: (range: object) => {
      const { sheet, area } = cellsIn(range);
      document.selected = { sheet: sheet.name, area };
      return range;
    },
  });
}

function spreadsheetObject(run: Run): object {
  const { kernel, document, user } = run;
  const { workbook } = document;
  const self: object = kernel.serve("Spreadsheet.Spreadsheet", {
    getId: () => "spreadsheet-1",
    getName: () => "Spreadsheet",
    getUrl: () => "https://docs.google.com/spreadsheets/d/spreadsheet-1/edit",
    getSpreadsheetTimeZone: () => document.timeZone,
    getSpreadsheetLocale: () => document.locale,
    getSheets: () => workbook.sheets.map((sheet) => run.objects.sheet(sheet)),
    getSheetByName: (name: string) => {
      const sheet = workbook.sheets.find((each) => each.name === name);
      return sheet ? run.objects.sheet(sheet) : null;
    },
    getActiveSheet: () => activeSheet(run),
    setActiveSheet: (sheet: object) => {
      workbook.show(ownOf<Sheet>(sheet).name);
      return sheet;
    },
    getActiveRange: () => selection(run),
    deleteSheet: (object: object) => {
      const sheet = ownOf<Sheet>(object);
      if (!workbook.sheets.some((each) => each !== sheet && each.visibility === "visible"))
        throw new ServiceException("You can't remove all the visible sheets in a document.");
      document.insistMayEdit(user, sheet, { row: 0, column: 0, ...document.grid(sheet) });
      removeSheet(workbook, sheet);
      document.guards = document.guards.filter((guard) => guard.sheet !== sheet);
      document.charts = document.charts.filter((chart) => chart.sheet !== sheet);
      workbook.showVisible();
    },
    getProtections: ({ word }: Word) =>
      document.guards.filter((guard) => (guard.area === undefined) === (word === "SHEET")).map((guard) => protectionObject(run, guard)),
    toast: (text: string, title = "") => void document.toasts.push(title === "" ? text : `${title}: ${text}`),
    getNumSheets: () => workbook.sheets.length,
    ...adding(run),
    ...names(run),
  });
  return self;
}

/** A new sheet is the active one. */
function adding(run: Run): Implementation {
  const { workbook } = run.document;
  return {
    insertSheet: (...given: readonly unknown[]) => {
      const name = given.find((each) => typeof each === "string") ?? `工作表${workbook.sheets.length + 1}`;
      const index = given.find((each) => typeof each === "number") ?? workbook.sheets.length;
      if (name === "" || name.length > 100) throw new ServiceException("The name of a sheet has 1 to 100 characters.");
      if (workbook.sheet(name)) throw new ServiceException(`A sheet with the name "${name}" already exists. Please enter another name.`);
      if (index < 0 || index > workbook.sheets.length) throw new ServiceException("The index of the sheet is out of bounds.");
      const sheet = workbook.addSheet(name, index);
      workbook.show(name);
      return run.objects.sheet(sheet);
    },
  };
}

export function isNameOfRange(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
}

function names(run: Run): Implementation {
  const { kernel, document } = run;
  const { workbook } = document;
  const remove = (name: string): void => {
    workbook.names = workbook.names.filter((each) => each.sheet !== undefined || each.name.toLowerCase() !== name.toLowerCase());
  };
  return {
    getNamedRanges: () =>
      document.names().map(({ name, sheet, area }) =>
        kernel.serve("Spreadsheet.NamedRange", {
          getName: () => name,
          getRange: () => run.objects.range(sheet, area),
          remove: () => remove(name),
          setRange: (range: object) => {
            define(run, name, range);
            return range;
          },
        }),
      ),
    setNamedRange: (name: string, range: object) => {
      if (!isNameOfRange(name)) throw new ServiceException(`${name} is not a valid name for a range.`);
      define(run, name, range);
    },
    removeNamedRange: (name: string) => {
      if (!document.names().some((each) => each.name === name)) throw new ServiceException(`The named range ${name} does not exist.`);
      remove(name);
    },
    getRangeByName: (name: string) => {
      const found = document.names().find((each) => each.name.toLowerCase() === name.toLowerCase());
      return found ? run.objects.range(found.sheet, found.area) : null;
    },
  };
}

function define({ document }: Run, name: string, range: object): void {
  const { sheet, area } = cellsIn(range);
  const refersTo = absoluteRef(sheet.name, area);
  const known = document.workbook.names.find((each) => each.sheet === undefined && each.name.toLowerCase() === name.toLowerCase());
  if (known) known.refersTo = refersTo;
  else document.workbook.names.push({ name, refersTo });
}

function activeSheet(run: Run): object {
  const { workbook } = run.document;
  const sheet = workbook.sheets[workbook.active] ?? workbook.sheets[0];
  if (!sheet) throw new ServiceException("The spreadsheet has no sheets.");
  return run.objects.sheet(sheet);
}

function selection(run: Run): object | null {
  const { selected, workbook } = run.document;
  const sheet = selected && workbook.sheet(selected.sheet);
  return selected && sheet ? run.objects.range(sheet, selected.area) : null;
}

import type { GoogleDocument } from "../document.ts";
import { type Kernel, ServiceException } from "../kernel.ts";
import type { Run } from "../run.ts";
import * as cells from "./cell-requests.ts";
import * as charts from "./chart-requests.ts";
import * as lines from "./line-requests.ts";
import { invalid, type Made } from "./places.ts";
import { keep } from "./roll-back.ts";
import * as rules from "./rule-requests.ts";
import { insistOnShape, masked, maskOf } from "./schema.ts";
import * as sheets from "./sheet-requests.ts";
import { tellSpreadsheet } from "./tell.ts";
import * as things from "./thing-requests.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Maker<K extends keyof Request> = (made: Made, request: NonNullable<Request[K]>) => void;

const MAKERS: { readonly [K in keyof Request]?: Maker<K> } = {
  addSheet: sheets.addSheet,
  deleteSheet: sheets.deleteSheet,
  updateSheetProperties: sheets.updateSheetProperties,
  appendDimension: lines.appendDimension,
  insertDimension: lines.insertDimension,
  deleteDimension: lines.deleteDimension,
  updateDimensionProperties: lines.updateDimensionProperties,
  autoResizeDimensions: lines.autoResizeDimensions,
  addDimensionGroup: lines.addDimensionGroup,
  deleteDimensionGroup: lines.deleteDimensionGroup,
  updateDimensionGroup: lines.updateDimensionGroup,
  updateCells: cells.updateCells,
  pasteData: cells.pasteData,
  repeatCell: cells.repeatCell,
  updateBorders: cells.updateBorders,
  mergeCells: cells.mergeRange,
  unmergeCells: cells.unmergeRange,
  setBasicFilter: cells.setBasicFilter,
  setDataValidation: rules.setDataValidation,
  addConditionalFormatRule: rules.addConditionalFormatRule,
  deleteConditionalFormatRule: rules.deleteConditionalFormatRule,
  addNamedRange: things.addNamedRange,
  updateNamedRange: things.updateNamedRange,
  deleteNamedRange: things.deleteNamedRange,
  addProtectedRange: things.addProtectedRange,
  deleteProtectedRange: things.deleteProtectedRange,
  createDeveloperMetadata: things.createDeveloperMetadata,
  deleteDeveloperMetadata: things.deleteDeveloperMetadata,
  addChart: charts.addChart,
  deleteEmbeddedObject: charts.deleteEmbeddedObject,
};

const SCOPES = ["spreadsheets", "drive", "drive.file"].map((scope) => `https://www.googleapis.com/auth/${scope}`);

/**
 * Milliseconds: a call goes through the web, a second or more; each of its requests takes the work of one
 * call of SpreadsheetApp at Google, without the way there and back; and what is sent has to be carried.
 */
const COST = { call: 1_000, request: 5, kilobyte: 1 };

/** The Sheets advanced service of a script, `Sheets`. What it does not do it refuses to do. */
export function sheetsApi(run: Run): object {
  const { kernel, realm, document } = run;
  const only = (name: string, members: Readonly<Record<string, unknown>>): object =>
    new Proxy(Object.freeze(members), {
      get: (_, member) => {
        if (typeof member === "symbol" || member in members) return members[member as string];
        throw new TypeError(`${name}.${member} is not a function: the stand-in has no such member.`);
      },
    });
  return only("Sheets", {
    Spreadsheets: only("Sheets.Spreadsheets", {
      get: (...given: readonly unknown[]) => {
        const [id, options] = given;
        return called(kernel, "get", given, COST.call, () => {
          insistOnId(id);
          const { fields, ...others } = (options ?? {}) as { readonly fields?: unknown };
          if (Object.keys(others).length > 0) throw new ServiceException(`Unknown option ${Object.keys(others).join()}`);
          const told = masked(tellSpreadsheet(document), maskOf(fields, "Spreadsheet", "fields"));
          return realm.copy(JSON.stringify(told));
        });
      },
      batchUpdate: (...given: readonly unknown[]) => {
        const [body, id] = given;
        const text = JSON.stringify(body);
        const { requests = [] } = body as { readonly requests?: readonly Request[] };
        const cost = COST.call + COST.request * requests.length + (COST.kilobyte * text.length) / 1000;
        return called(kernel, "batchUpdate", given, cost, () => {
          insistOnId(id);
          insistOnShape(body, "BatchUpdateSpreadsheetRequest", "body");
          makeAll(run, JSON.parse(text).requests ?? []);
          return realm.copy(JSON.stringify({ spreadsheetId: id, replies: requests.map(() => ({})) }));
        });
      },
    }),
  });
}

function called(kernel: Kernel, name: string, given: readonly unknown[], cost: number, work: () => unknown): unknown {
  return kernel.outside({ name: `Spreadsheets.${name}`, given }, SCOPES, cost, work);
}

function insistOnId(id: unknown): void {
  if (id !== "spreadsheet-1") throw new ServiceException("Requested entity was not found.");
}

/** All of them or none. */
function makeAll({ document, user }: { readonly document: GoogleDocument; readonly user: string }, requests: readonly Request[]): void {
  const putBack = keep(document);
  try {
    if (requests.length === 0) throw new ServiceException("Must specify at least one request.");
    requests.forEach((request, index) => {
      const kinds = Object.keys(request) as (keyof Request)[];
      const [kind] = kinds;
      const made: Made = { document, user, at: `requests[${index}].${kind}` };
      if (!kind || kinds.length > 1) throw invalid(made, `Exactly one kind of request is needed, not ${kinds.length}.`);
      const make = MAKERS[kind] as Maker<typeof kind> | undefined;
      if (!make) throw new Error(`The stand-in does not do ${kind} yet.`);
      make(made, request[kind] as never);
    });
  } catch (error) {
    putBack();
    throw error;
  }
}

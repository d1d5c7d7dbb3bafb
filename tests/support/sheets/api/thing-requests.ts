import { absoluteRef } from "../../../../desk/xlsx/references.ts";
import { isNameOfRange } from "../spreadsheet.ts";
import { cellsOfRange, given, insistOnSheet, invalid, type Made, sheetWith } from "./places.ts";
import { maskOf } from "./schema.ts";

type Of<K extends keyof GoogleAppsScript.Sheets.Schema.Request> = NonNullable<GoogleAppsScript.Sheets.Schema.Request[K]>;

export function addNamedRange(made: Made, { namedRange }: Of<"addNamedRange">): void {
  const { name, range } = given(made, "namedRange", namedRange);
  const { sheet, area } = cellsOfRange(made, range);
  const wanted = given(made, "name", name);
  const { document } = made;
  const isWanted = (each: { readonly name: string }): boolean => each.name.toLowerCase() === wanted.toLowerCase();
  if (!isNameOfRange(wanted)) throw invalid(made, `${wanted} is not a valid name for a range.`);
  if (document.names().some(isWanted)) throw invalid(made, `A named range with the name "${wanted}" already exists.`);
  const others = document.workbook.names.filter((each) => each.sheet !== undefined || !isWanted(each));
  document.workbook.names = [...others, { name: wanted, refersTo: absoluteRef(sheet.name, area) }];
}

export function updateNamedRange(made: Made, { namedRange, fields }: Of<"updateNamedRange">): void {
  const { namedRangeId, range } = given(made, "namedRange", namedRange);
  if (maskOf(fields, "NamedRange", made.at).some((path) => path !== "range")) throw new Error("The stand-in moves named ranges only.");
  const { sheet, area } = cellsOfRange(made, range);
  nameWith(made, namedRangeId).refersTo = absoluteRef(sheet.name, area);
}

export function deleteNamedRange(made: Made, { namedRangeId }: Of<"deleteNamedRange">): void {
  const { workbook } = made.document;
  const gone = nameWith(made, namedRangeId);
  workbook.names = workbook.names.filter((each) => each !== gone);
}

/** @throws {ServiceException} for one that is not there, or that went with its sheet or its rows */
function nameWith(made: Made, id: string | undefined): { refersTo: string } {
  const { document } = made;
  const found = document.workbook.names.find((each) => String(document.idOf(each)) === given(made, "namedRangeId", id));
  if (!found || found.refersTo.includes("#REF!")) throw invalid(made, `No named range with id: ${id}`);
  return found;
}

export function addProtectedRange(made: Made, { protectedRange }: Of<"addProtectedRange">): void {
  const { document, user } = made;
  const {
    protectedRangeId,
    range,
    description = "",
    warningOnly = false,
    unprotectedRanges = [],
    editors,
  } = given(made, "protectedRange", protectedRange);
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex, sheetId } = given(made, "range", range);
  if ([startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].some((index) => index !== undefined))
    throw new Error("The stand-in protects whole sheets only.");
  const sheet = sheetWith(made, sheetId);
  insistOnSheet(made, sheet);
  const id = given(made, "protectedRangeId", protectedRangeId);
  if (document.guards.some((guard) => document.idOf(guard) === id)) throw invalid(made, `A protected range with id ${id} already exists.`);
  if (document.guards.some((guard) => guard.sheet === sheet && !guard.area)) throw invalid(made, "The sheet is protected already.");
  // Whether everybody may go on editing where no editors are given is not documented.
  const { users = [], domainUsersCanEdit = true } = given(made, "editors", editors);
  const guard = document.guard(sheet);
  document.number(guard, id);
  guard.description = description;
  guard.isWarningOnly = warningOnly;
  guard.editors = [...new Set([document.owner, user, ...users])];
  guard.canDomainEdit = domainUsersCanEdit;
  guard.unprotected = unprotectedRanges.map((each) => {
    const cells = cellsOfRange(made, each);
    if (cells.sheet !== sheet) throw invalid(made, "An unprotected range has to be on the protected sheet.");
    return cells.area;
  });
}

export function deleteProtectedRange(made: Made, { protectedRangeId }: Of<"deleteProtectedRange">): void {
  const { document, user } = made;
  const guard = document.guards.find((each) => document.idOf(each) === given(made, "protectedRangeId", protectedRangeId));
  if (!guard) throw invalid(made, `No protected range with id: ${protectedRangeId}`);
  if (user !== document.owner && !guard.editors.includes(user))
    throw invalid(made, "You do not have permission to edit this protected range.");
  document.unguard(guard);
}

export function createDeveloperMetadata(made: Made, { developerMetadata }: Of<"createDeveloperMetadata">): void {
  const { metadataId, metadataKey, location, visibility } = given(made, "developerMetadata", developerMetadata);
  const id = given(made, "metadataId", metadataId);
  given(made, "metadataKey", metadataKey);
  if (visibility !== "DOCUMENT" && visibility !== "PROJECT") throw invalid(made, "visibility is required.");
  if (location?.spreadsheet !== true || Object.keys(location).length > 1) throw new Error("The stand-in marks the spreadsheet only.");
  if (!Number.isInteger(id) || id < 1 || id >= 2 ** 31) throw invalid(made, `${id} is no id of metadata.`);
  const { marks } = made.document;
  if (marks.has(id)) throw invalid(made, `Metadata with id ${id} already exists.`);
  marks.set(id, `${metadataKey}`);
}

/** One that is not there is no fault. */
export function deleteDeveloperMetadata(made: Made, { dataFilter }: Of<"deleteDeveloperMetadata">): void {
  const { metadataId, ...others } = given(made, "developerMetadataLookup", dataFilter?.developerMetadataLookup);
  if (Object.keys(others).length > 0) throw new Error("The stand-in finds metadata by its id only.");
  made.document.marks.delete(given(made, "metadataId", metadataId));
}

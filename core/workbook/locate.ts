import { foldText, withoutBrackets } from "../base/text.ts";
import { looksLikePeriod } from "../calendar/read-period.ts";
import type { Field, Table } from "../tables/field.ts";
import { nativeName } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { tableIds, tableOf } from "../tables/tables.ts";
import { type Area, type CellValue, isCellError } from "./cells.ts";
import { HEAD_COLUMNS, type SheetFacts, type Survey } from "./host.ts";
import type { State } from "./state.ts";

/** Where a table stands. */
export interface Place {
  readonly sheet: string;
  readonly headRow: number;
  readonly column: number;
  /** The headings as they stand, from `column` on, up to the last one that is not blank. */
  readonly headings: readonly string[];
  /** The column (in the sheet) of each field that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields found only because their column was remembered under another heading. */
  readonly renamed: readonly { readonly field: string; readonly heading: string; readonly was: string }[];
  /** Fields remembered from earlier that are not there now. */
  readonly lost: readonly string[];
  readonly native?: { readonly name: string; readonly area: Area; readonly hasTotals: boolean };
  /** Where it is typed wide: each column of values, the text that heads it, and the field that its cells are. */
  readonly wide?: readonly { readonly column: number; readonly across: string; readonly field: string }[];
}

/** What the hidden sheet remembers of a table: its headings in order, and which field each is. */
export interface RememberedTable {
  readonly sheet: string;
  readonly headings: readonly (readonly [heading: string, field: string])[];
  /** Fields that were lost before: their columns are still missed. */
  readonly lost?: readonly string[];
}

/**
 * Finds each table: by its native table's name, else on the sheet remembered or made for it, else by
 * a sheet's title and headings in either language, below any title rows.
 */
export function locateTables(survey: Survey, state: State): ReadonlyMap<TableId, Place> {
  const places = new Map<TableId, Place>();
  // Sheets that are known to be something else need not be looked at, which may cost a host a question each.
  const taken = new Set([...state.entries("made")].filter(([id]) => !tableIds.some((table) => table === id)).map(([, sheet]) => sheet));
  // A surer sign of any table comes before a weaker one of another: a sheet named 待办 may have a column 决议.
  for (const locate of [locateNative, locateByName, locateByTitle, locateRenamedSheet]) {
    for (const id of tableIds) {
      if (places.has(id)) continue;
      const place = locate({ survey, id, remembered: rememberedTable(state, id), made: state.get("made", id), taken });
      if (!place) continue;
      places.set(id, place);
      taken.add(place.sheet);
    }
  }
  return places;
}

interface Search {
  readonly survey: Survey;
  readonly id: TableId;
  readonly remembered: RememberedTable | undefined;
  /** The sheet that Concord made for the table. */
  readonly made: string | undefined;
  /** Sheets that hold another table, or a document. */
  readonly taken: ReadonlySet<string>;
}

function rememberedTable(state: State, id: TableId): RememberedTable | undefined {
  const text = state.get("table", id);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as RememberedTable;
  } catch {
    return undefined;
  }
}

function locateNative({ survey, id, remembered }: Search): Place | undefined {
  const table = tableOf(id);
  const wanted = nativeName(table).toLowerCase();
  for (const sheet of survey.sheets) {
    const native = sheet.tables.find((candidate) => candidate.name.toLowerCase() === wanted);
    if (!native) continue;
    const { row, column, columns } = native.area;
    // Columns beside a native table are its own where it could not grow over a person's; another table's are not.
    const beside = sheet.tables.map(({ area }) => area.column).filter((start) => start >= column + columns);
    const headings = headingsFrom(sheet, row, column, Math.min(HEAD_COLUMNS, ...beside) - column);
    const found = match(table, headings, column, remembered);
    const wide = found.columns.has(table.wide?.across ?? "") ? undefined : locateWide(sheet, table, row);
    return { ...found, sheet: sheet.name, headRow: row, column, headings, native, ...(wide ? { wide: wide.wide } : {}) };
  }
  return undefined;
}

/** A row needs this many known headings to be taken for a heading row. */
const ENOUGH_HEADINGS = 3;
/** The share of remembered headings by which a renamed sheet is known again. */
const MOST = 0.8;

function locateByName(search: Search): Place | undefined {
  const table = tableOf(search.id);
  const titles = titlesOf(table);
  const sheets = candidates(search);
  return firstPlace(
    [
      ...sheets.filter(({ name }) => name === search.remembered?.sheet || name === search.made),
      ...sheets.filter(({ name }) => titles.has(foldText(name))),
    ],
    search,
  );
}

/** A title stands above the headings. */
function locateByTitle(search: Search): Place | undefined {
  const titles = titlesOf(tableOf(search.id));
  const isTitle = (cell: CellValue): boolean => typeof cell === "string" && titles.has(foldText(cell));
  return candidates(search)
    .map((sheet) => ({ sheet, place: firstPlace([sheet], search) }))
    .find(({ sheet, place }) => place && sheet.head.slice(0, place.headRow).some((row) => row.some(isTitle)))?.place;
}

/** A sheet that was given another name still has most of the headings remembered. */
function locateRenamedSheet(search: Search): Place | undefined {
  const { remembered } = search;
  if (!remembered) return undefined;
  const known = remembered.headings.filter(([, field]) => field !== "").length;
  return candidates(search)
    .map((sheet) => locateHeadings(sheet, tableOf(search.id), remembered))
    .find((place) => place !== undefined && place.columns.size >= known * MOST);
}

function titlesOf(table: Table): ReadonlySet<string> {
  return new Set([table.zh, table.en, ...table.also].map(foldText));
}

function candidates({ survey, taken }: Search): SheetFacts[] {
  return survey.sheets.filter(({ name }) => !taken.has(name) && !name.startsWith("_concord"));
}

function firstPlace(sheets: readonly SheetFacts[], { id, remembered }: Search): Place | undefined {
  for (const sheet of sheets) {
    const place = locateHeadings(sheet, tableOf(id), remembered);
    if (place) return place;
  }
  return undefined;
}

function locateHeadings(sheet: SheetFacts, table: Table, remembered: RememberedTable | undefined): Place | undefined {
  const place = findHeadings(sheet, table, remembered);
  // One that is remembered is a table, whether or not it shows.
  return place && (sheet.name === remembered?.sheet || sheet.visibility !== "veryHidden") ? place : undefined;
}

function findHeadings(sheet: SheetFacts, table: Table, remembered: RememberedTable | undefined): Place | undefined {
  let best: { readonly row: number; readonly hits: number } | undefined;
  sheet.head.forEach((row, index) => {
    const hits = match(table, row.map(headingText), 0, remembered).columns.size;
    if (hits > (best?.hits ?? 0)) best = { row: index, hits };
  });
  const wide = sheet.head.map((_, row) => locateWide(sheet, table, row)).find((found) => found !== undefined);
  if (wide && !(best && match(table, (sheet.head[best.row] ?? []).map(headingText), 0, remembered).columns.has(table.wide?.across ?? "")))
    return wide;
  if (!best || best.hits < Math.min(ENOUGH_HEADINGS, Object.keys(table.fields).length)) return undefined;
  const cells = (sheet.head[best.row] ?? []).map(headingText);
  const column = cells.findIndex((heading) => heading !== "");
  const headings = headingsFrom(sheet, best.row, column, cells.length - column);
  const native = sheet.tables.find((candidate) => candidate.area.row === best?.row && candidate.area.column <= column);
  return {
    ...match(table, headings, column, remembered),
    sheet: sheet.name,
    headRow: best.row,
    column,
    headings,
    ...(native ? { native } : {}),
  };
}

/** So many columns headed by periods make a table wide. */
const ENOUGH_PERIODS = 2;

/**
 * A table typed wide has its first key's heading and periods in one row, or periods in a row above that
 * of its headings, each over one column or several (`11月` over 计划 and 实际).
 */
function locateWide(sheet: SheetFacts, table: Table, row: number): Place | undefined {
  const upper = (sheet.head[row] ?? []).map(headingText);
  const isPeriod = upper.map((heading) => looksLikePeriod(heading));
  if (!table.wide || isPeriod.filter(Boolean).length < ENOUGH_PERIODS) return undefined;
  const lower = (sheet.head[row + 1] ?? []).map(headingText);
  const [first = ""] = table.wide.values;
  const named = lower.map((heading) => table.wide?.values.find((field) => heading !== "" && isNamed(table.fields[field], heading)));
  const isTwoRows = named.filter((field) => field !== undefined).length >= ENOUGH_PERIODS;
  let across = "";
  const wide = upper.flatMap((heading, column) => {
    if (heading !== "") across = isPeriod[column] ? heading : "";
    const field = isTwoRows ? named[column] : heading === "" ? undefined : first;
    return across === "" || field === undefined ? [] : [{ column, across, field }];
  });
  const headings = upper.map((heading, column) => (isTwoRows && lower[column] !== "" ? (lower[column] ?? "") : heading));
  const column = headings.findIndex((heading) => heading !== "");
  while (headings.length > 0 && headings.at(-1) === "") headings.pop();
  // The cells under periods are values, whatever else their headings could be.
  const others = headings.map((heading, at) => (wide.some((each) => each.column === at) ? "" : heading));
  const found = match(table, others.slice(column), column, undefined);
  if (!found.columns.has(table.key[0] ?? "")) return undefined;
  return { ...found, sheet: sheet.name, headRow: isTwoRows ? row + 1 : row, column, headings: headings.slice(column), wide };
}

/** Whether a heading is one of a field's names, or the part of it that says plan or actual. */
function isNamed(field: Field | undefined, heading: string): boolean {
  if (!field) return false;
  const folded = foldText(withoutBrackets(heading));
  return [field.zh, field.en, ...(field.also ?? [])].some((name) => {
    const known = foldText(name);
    return known === folded || (folded.length > 1 && (known.startsWith(folded) || folded.startsWith(known)));
  });
}

function headingsFrom(sheet: SheetFacts, row: number, column: number, count: number): string[] {
  const headings = (sheet.head[row] ?? []).slice(column, column + count).map(headingText);
  while (headings.length > 0 && headings.at(-1) === "") headings.pop();
  return headings;
}

function headingText(value: CellValue | undefined): string {
  return value === null || value === undefined || isCellError(value) ? "" : String(value);
}

/** Which column is which field: by the remembered name, the field's own names, then its place. */
function match(
  table: Table,
  headings: readonly string[],
  column: number,
  remembered: RememberedTable | undefined,
): Pick<Place, "columns" | "renamed" | "lost"> {
  const columns = new Map<string, number>();
  const used = new Set<number>();
  const claim = (field: string, names: readonly string[], strip: boolean): void => {
    if (columns.has(field)) return;
    const wanted = new Set(names.map((name) => foldText(strip ? withoutBrackets(name) : name)));
    const index = headings.findIndex(
      (heading, at) => !used.has(at) && heading !== "" && wanted.has(foldText(strip ? withoutBrackets(heading) : heading)),
    );
    if (index < 0) return;
    columns.set(field, column + index);
    used.add(index);
  };
  const fields = Object.entries(table.fields) as readonly [string, Field][];
  for (const [heading, field] of remembered?.headings ?? []) if (field !== "" && field in table.fields) claim(field, [heading], false);
  for (const strip of [false, true]) {
    for (const [id, field] of fields) claim(id, [field.zh, field.en], strip);
    for (const [id, field] of fields) claim(id, field.also ?? [], strip);
  }
  const renamed: { field: string; heading: string; was: string }[] = [];
  const lost: string[] = [];
  const known = new Set((remembered?.headings ?? []).map(([heading]) => foldText(heading)));
  remembered?.headings.forEach(([was, field], index) => {
    if (field === "" || columns.has(field) || !(field in table.fields)) return;
    const heading = headings[index];
    const isNew = heading !== undefined && heading !== "" && !used.has(index) && !known.has(foldText(heading));
    if (isNew && headings.length === remembered.headings.length) {
      columns.set(field, column + index);
      used.add(index);
      renamed.push({ field, heading, was });
    } else {
      lost.push(field);
    }
  });
  lost.push(...(remembered?.lost ?? []).filter((field) => !columns.has(field) && !lost.includes(field)));
  return { columns, renamed, lost };
}

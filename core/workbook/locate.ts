import { foldText } from "../base/text.ts";
import type { Table } from "../tables/field.ts";
import { nativeName } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { tableIds, tableOf } from "../tables/tables.ts";
import { type Heading, headingFinder, headingOf, type Matched, matchHeadings, type RememberedTable } from "./headings.ts";
import { HEAD_COLUMNS, type SheetFacts, type Survey } from "./host.ts";
import { locateWide } from "./locate-wide.ts";
import type { Place } from "./place.ts";
import type { State } from "./state.ts";

/**
 * Finds each table: by its native table's name, else on the sheet remembered or made for it, else by
 * a sheet's title and headings in either language, below any title rows. To look at a sheet may cost a
 * host a question, so a table is looked for when it is first asked for.
 */
export function locateTables(survey: Survey, state: State): ReadonlyMap<TableId, Place> {
  return new Places(survey, state);
}

/** Sheets that are named as a table is: one that is no table's place has headings that were not understood. */
export function sheetsNamedAs(survey: Survey, id: TableId): SheetFacts[] {
  const titles = titlesOf(tableOf(id));
  return survey.sheets.filter(({ name }) => titles.has(foldText(name)));
}

class Places implements ReadonlyMap<TableId, Place> {
  private readonly sheets: readonly Candidate[];
  private readonly remembered: ReadonlyMap<TableId, RememberedTable | undefined>;
  private readonly made: ReadonlyMap<TableId, string | undefined>;
  /** Sheets that are known to be something else. */
  private readonly others: ReadonlySet<string>;
  private readonly found = new Map<TableId, Place>();
  private everything: ReadonlyMap<TableId, Place> | undefined;

  constructor(survey: Survey, state: State) {
    this.sheets = survey.sheets.map((facts) => new Candidate(facts));
    this.remembered = new Map(tableIds.map((id) => [id, rememberedTable(state, id)]));
    this.made = new Map(tableIds.map((id) => [id, state.get("made", id)]));
    this.others = new Set([...state.entries("made")].filter(([id]) => !tableIds.some((table) => table === id)).map(([, sheet]) => sheet));
  }

  get(id: TableId): Place | undefined {
    const known = this.everything?.get(id) ?? this.found.get(id);
    if (known || this.everything) return known;
    const place = this.locateAlone(id) ?? this.all.get(id);
    if (place) this.found.set(id, place);
    return place;
  }

  has(id: TableId): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    return this.all.size;
  }

  keys(): MapIterator<TableId> {
    return this.all.keys();
  }

  values(): MapIterator<Place> {
    return this.all.values();
  }

  entries(): MapIterator<[TableId, Place]> {
    return this.all.entries();
  }

  [Symbol.iterator](): MapIterator<[TableId, Place]> {
    return this.all.entries();
  }

  forEach(work: (place: Place, id: TableId, all: ReadonlyMap<TableId, Place>) => void): void {
    this.all.forEach(work);
  }

  private get all(): ReadonlyMap<TableId, Place> {
    this.everything ??= this.locateAll();
    return this.everything;
  }

  /** A surer sign of any table comes before a weaker one of another: a sheet named 待办 may have a column 决议. */
  private locateAll(): ReadonlyMap<TableId, Place> {
    const places = new Map<TableId, Place>();
    const taken = new Set(this.others);
    for (const locate of [locateNative, locateByName, locateByTitle, locateRenamedSheet]) {
      for (const id of tableIds) {
        if (places.has(id)) continue;
        const place = locate(this.search(id, taken));
        if (!place) continue;
        places.set(id, place);
        taken.add(place.sheet);
      }
    }
    return places;
  }

  /** A table on the sheet remembered or made for it, which no other table could be on by its name: nothing else need be looked at. */
  private locateAlone(id: TableId): Place | undefined {
    if (this.sheets.some(({ tables }) => tables.length > 0)) return undefined;
    const sheet = candidates(this.search(id, this.others)).find(({ name }) => this.isNoted(id, name));
    const isRivalled = (name: string) =>
      tableIds.some((other) => other !== id && (this.isNoted(other, name) || titlesOf(tableOf(other)).has(foldText(name))));
    return sheet && !isRivalled(sheet.name) ? firstPlace([sheet], this.search(id, this.others)) : undefined;
  }

  private isNoted(id: TableId, sheet: string): boolean {
    return sheet === this.remembered.get(id)?.sheet || sheet === this.made.get(id);
  }

  private search(id: TableId, taken: ReadonlySet<string>): Search {
    return { sheets: this.sheets, id, remembered: this.remembered.get(id), made: this.made.get(id), taken };
  }
}

/** A sheet, its top left corner read as headings once it is looked at. */
class Candidate {
  readonly name: string;
  private headings: Heading[][] | undefined;

  constructor(readonly facts: SheetFacts) {
    this.name = facts.name;
  }

  get head(): readonly (readonly Heading[])[] {
    this.headings ??= this.facts.head.map((row) => row.map(headingOf));
    return this.headings;
  }

  get tables(): SheetFacts["tables"] {
    return this.facts.tables;
  }
}

interface Search {
  readonly sheets: readonly Candidate[];
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

function locateNative({ sheets, id, remembered }: Search): Place | undefined {
  const table = tableOf(id);
  const wanted = nativeName(table).toLowerCase();
  for (const sheet of sheets) {
    const native = sheet.tables.find((candidate) => candidate.name.toLowerCase() === wanted);
    if (!native) continue;
    const { row, column, columns } = native.area;
    // Columns beside a native table are its own where it could not grow over a person's; another table's are not.
    const beside = sheet.tables.map(({ area }) => area.column).filter((start) => start >= column + columns);
    const headings = headingsFrom(sheet, row, column, Math.min(HEAD_COLUMNS, ...beside) - column);
    const place = placeOf(table, sheet, { row, column, headings, native }, remembered);
    const wide = isLong(table, place) ? undefined : locateWide(sheet, table, row);
    return { ...place, ...(wide ? { wide: wide.wide } : {}) };
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
  for (const sheet of candidates(search)) {
    const title = sheet.head.findIndex((row) => row.some(({ folded }) => titles.has(folded)));
    const place = title < 0 ? undefined : firstPlace([sheet], search);
    if (place && title < place.headRow) return place;
  }
  return undefined;
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

function candidates({ sheets, taken }: Search): Candidate[] {
  return sheets.filter(({ name }) => !taken.has(name) && !name.startsWith("_concord"));
}

function firstPlace(sheets: readonly Candidate[], { id, remembered }: Search): Place | undefined {
  for (const sheet of sheets) {
    const place = locateHeadings(sheet, tableOf(id), remembered);
    if (place) return place;
  }
  return undefined;
}

function locateHeadings(sheet: Candidate, table: Table, remembered: RememberedTable | undefined): Place | undefined {
  const place = findHeadings(sheet, table, remembered);
  // One that is remembered is a table, whether or not it shows.
  return place && (sheet.name === remembered?.sheet || sheet.facts.visibility !== "veryHidden") ? place : undefined;
}

function findHeadings(sheet: Candidate, table: Table, remembered: RememberedTable | undefined): Place | undefined {
  let best: { readonly row: number; readonly matched: Matched } | undefined;
  const mayHaveHeadings = headingFinder(table, remembered);
  sheet.head.forEach((row, index) => {
    if (!mayHaveHeadings(row)) return;
    const matched = matchHeadings(table, row, 0, remembered);
    if (matched.columns.size > (best?.matched.columns.size ?? 0)) best = { row: index, matched };
  });
  if (!best || !isLong(table, best.matched)) {
    for (const row of sheet.head.keys()) {
      const wide = locateWide(sheet, table, row);
      if (wide) return wide;
    }
  }
  if (!best || best.matched.columns.size < Math.min(ENOUGH_HEADINGS, Object.keys(table.fields).length)) return undefined;
  const { row } = best;
  const cells = sheet.head[row] ?? [];
  const column = cells.findIndex(({ text }) => text !== "");
  const headings = headingsFrom(sheet, row, column, cells.length - column);
  const native = sheet.tables.find(({ area }) => area.row === row && area.column <= column);
  return placeOf(table, sheet, { row, column, headings, native }, remembered);
}

/** Whether the table has a row for each value, rather than a column for each period. */
function isLong({ wide }: Table, { columns }: Matched): boolean {
  return wide === undefined || columns.has(wide.across);
}

function headingsFrom(sheet: Candidate, row: number, column: number, count: number): Heading[] {
  const headings = (sheet.head[row] ?? []).slice(column, column + count);
  while (headings.at(-1)?.text === "") headings.pop();
  return headings;
}

interface Head {
  readonly row: number;
  readonly column: number;
  readonly headings: readonly Heading[];
  readonly native: Place["native"] | undefined;
}

function placeOf(table: Table, sheet: Candidate, head: Head, remembered: RememberedTable | undefined): Place {
  const { row, column, headings, native } = head;
  return {
    ...matchHeadings(table, headings, column, remembered),
    sheet: sheet.name,
    headRow: row,
    column,
    headings: headings.map(({ text }) => text),
    ...(native ? { native } : {}),
  };
}

import { chain, type MaybePromise } from "../base/maybe-promise.ts";
import type { TableId } from "../tables/tables.ts";
import { everyWord } from "../words/every-word.ts";
import type { Language } from "../words/language.ts";
import { learn } from "../words/message.ts";
import type { CellValue } from "../workbook/cells.ts";
import type { Host, SheetCells, Survey } from "../workbook/host.ts";
import { locateTables } from "../workbook/locate.ts";
import type { Place } from "../workbook/place.ts";
import { readTable } from "../workbook/read-table.ts";
import { type Snapshot, sheetFacts, type TableData } from "../workbook/snapshot.ts";
import { STATE_SHEET, State } from "../workbook/state.ts";
import type { Reads } from "./command.ts";
import { rebuildState } from "./rebuild-state.ts";
import { READ, SURVEYED, step, type Watch } from "./watch.ts";

learn(everyWord);

/** The person called the work off between two batches. */
export const CANCELLED = "cancelled";

/** Reads what is asked for: one batch to locate, one to read. */
export function readSnapshot(host: Host, reads: (state: State) => Reads, fallback: Language): MaybePromise<Snapshot> {
  return chain(readWatched(host, reads, fallback, undefined), (snapshot) => {
    if (snapshot === CANCELLED) throw new Error("Nobody could have called this off.");
    return snapshot;
  });
}

/** Rows that another moved between the two batches are met by locating again, this often. */
const ATTEMPTS = 3;

/** As `readSnapshot`, for a work that can be called off between the batches. */
export function readWatched(
  host: Host,
  reads: (state: State) => Reads,
  fallback: Language,
  watch: Watch | undefined,
  left = ATTEMPTS,
): MaybePromise<Snapshot | typeof CANCELLED> {
  if (watch?.isCancelled) return CANCELLED;
  return chain(host.survey([STATE_SHEET]), (survey): MaybePromise<Snapshot | typeof CANCELLED> => {
    step(watch, SURVEYED);
    if (watch?.isCancelled) return CANCELLED;
    const state = State.read(survey);
    rebuildState(state, survey);
    const places = locateTables(survey, state);
    const wanted = reads(state);
    const documents = new Map(
      wanted.documents.flatMap((id) => {
        const sheet = state.get("made", id);
        return sheet !== undefined && survey.sheets.some((facts) => facts.name === sheet) ? [[id, sheet] as const] : [];
      }),
    );
    const sheets = new Set<string>(documents.values());
    for (const id of wanted.tables) {
      const place = places.get(id);
      if (place) sheets.add(place.sheet);
    }
    for (const name of wanted.sheets ?? []) {
      const facts = sheetFacts(survey, name);
      if (facts && facts.name !== STATE_SHEET) sheets.add(facts.name);
    }
    return chain(sheets.size === 0 ? [] : host.read([...sheets]), (cells): MaybePromise<Snapshot | typeof CANCELLED> => {
      if (
        left > 1 &&
        !isAsLocated(
          survey,
          wanted.tables.flatMap((id) => places.get(id) ?? []),
          sheets,
          cells,
        )
      )
        return readWatched(host, reads, fallback, watch, left - 1);
      step(watch, READ);
      return assemble(survey, state, places, wanted.tables, documents, cells, fallback);
    });
  });
}

/** Whether every sheet is still there, with the headings where they were when tables were located. */
function isAsLocated(survey: Survey, places: readonly Place[], asked: ReadonlySet<string>, read: readonly SheetCells[]): boolean {
  const cells = new Map(read.map((sheet) => [sheet.sheet, sheet.values]));
  if ([...asked].some((name) => !cells.has(name))) return false;
  return places.every(({ sheet, headRow, column, headings }) => {
    const now = cells.get(sheet);
    const then = sheetFacts(survey, sheet)?.head[headRow];
    return !now || !then || headings.every((_, index) => isSame(then[column + index] ?? null, now[headRow]?.[column + index] ?? null));
  });
}

function isSame(then: CellValue, now: CellValue): boolean {
  return JSON.stringify(then === "" ? null : then) === JSON.stringify(now === "" ? null : now);
}

function assemble(
  survey: Survey,
  state: State,
  places: ReadonlyMap<TableId, Place>,
  wanted: readonly TableId[],
  documents: ReadonlyMap<string, string>,
  read: readonly SheetCells[],
  fallback: Language,
): Snapshot {
  const cells = new Map(read.map((sheet) => [sheet.sheet, sheet]));
  const stored = state.get("book", "language");
  const language = stored === "en" || stored === "zh-CN" ? stored : (languageSeen(places) ?? fallback);
  const tables = new Map<TableId, TableData>();
  for (const id of new Set(wanted)) {
    const place = places.get(id);
    const sheet = place && cells.get(place.sheet);
    if (place && sheet) tables.set(id, readTable(id, place, sheet, { dateSystem: survey.dateSystem, language }));
  }
  const found = new Map<string, SheetCells>();
  for (const [id, name] of documents) {
    const sheet = cells.get(name);
    if (sheet) found.set(id, sheet);
  }
  const sheets = new Map([...survey.whole, ...read].map((sheet) => [sheet.sheet.toLowerCase(), sheet]));
  return { survey, state, language, places, tables, documents: found, sheets };
}

/** A workbook that Concord did not make speaks the language of most of its headings. */
function languageSeen(places: ReadonlyMap<TableId, Place>): Language | undefined {
  const headings = [...places.values()].flatMap((place) => place.headings);
  if (headings.length === 0) return undefined;
  const chinese = headings.filter((heading) => /[\u4e00-\u9fff]/.test(heading)).length;
  return chinese * 2 >= headings.length ? "zh-CN" : "en";
}

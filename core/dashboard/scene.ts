import { columnLetters } from "../base/place.ts";
import { type Day, toSerial } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import { type ChoiceSetId, choiceSet } from "../tables/choices.ts";
import type { TableId } from "../tables/tables.ts";
import { daysLate, type Light, lightOf, lightWords, type Tracked } from "../tracking/light.ts";
import { isInTable, liveRefs } from "../tracking/live-sheet.ts";
import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import type { Bound, Counted, CountedRow, CountedTable, Words } from "./figure.ts";
import { type Past, pastOf } from "./past.ts";
import type { Period, Stretch } from "./period.ts";
import { stretchesOf, type Unit, unitOf } from "./period.ts";

/** Where the words stand that figures look for, in columns of their own beside the page. */
export const WORD_COLUMN = 25;

const OPEN: readonly Light[] = ["overdue", "noOwner", "noDate", "unconfirmed", "dueSoon", "onTrack"];
/** What is done counts as done also where nobody wrote down the day; in time it is not. */
const FINISHED: readonly Light[] = ["done", "doneLate", "doneUndated"];
/** A meeting in another state was not confirmed, or called off. */
const STANDING = ["planned", "noticed", "recorded", "approved", "distributed", "archived"];

export interface SceneOptions {
  readonly snapshot: Snapshot;
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly settings: BookSettings;
  readonly period: Period;
  /** Whether a tracked table has, or will have, a column. */
  readonly has: (table: "resolutions" | "actions", field: string) => boolean;
}

/** What the sections count: rows with what formulas see of them, and the words that tell them apart. */
export interface Scene {
  readonly language: Language;
  readonly say: (code: WordKey, params?: Readonly<Record<string, string | number>>) => string;
  readonly snapshot: Snapshot;
  readonly settings: BookSettings;
  readonly period: Period;
  readonly stretches: readonly Stretch[];
  readonly unit: Unit;
  readonly today: Bound;
  /** The first day of the period, which stands in a cell. */
  readonly from: Bound;
  readonly until: Bound;
  readonly items: readonly CountedTable[];
  readonly meetings: CountedTable | undefined;
  readonly imbalances: CountedTable | undefined;
  /** The kind of imbalance that is a shortage, and the state of one that is gone. */
  readonly shortage: Words;
  readonly resolved: Words;
  /** What sales and production came to. */
  readonly past: Past;
  readonly open: Words;
  /** The light of what is overdue, in the workbook's language. */
  readonly overdue: string;
  readonly finished: Words;
  /** Finished, and not after the first due date. */
  readonly inTime: Words;
  readonly standing: Words;
  /** Lists to lay out beside the page, each with its heading. */
  readonly lists: readonly { readonly heading: string; readonly words: readonly string[] }[];
}

export function sceneOf({ snapshot, today, calendar, settings, period, has }: SceneOptions): Scene {
  const { language } = snapshot;
  const wordOf = (light: Light): string => say(language, lightWords[light]);
  const states = STANDING.flatMap((code) => spellings("meetingState", code));
  const imbalances = snapshot.places.has("imbalances") ? imbalancesTable(snapshot) : undefined;
  const [shortage, resolved] = [spellings("imbalanceKind", "shortage"), spellings("imbalanceStatus", "resolved")];
  const stretches = stretchesOf(period);
  const lists = [
    { heading: say(language, "dashboard-list-open"), words: OPEN.map(wordOf) },
    { heading: say(language, "dashboard-list-finished"), words: FINISHED.map(wordOf) },
    { heading: say(language, "dashboard-list-meetings"), words: states },
    ...(imbalances
      ? [
          { heading: say(language, "dashboard-list-shortage"), words: shortage },
          { heading: say(language, "dashboard-list-resolved"), words: resolved },
        ]
      : []),
  ];
  const at = (list: number, count: number, values: readonly string[]): Words => {
    const letters = `$${columnLetters(WORD_COLUMN + list)}$`;
    return { area: `${letters}2:${letters}${count + 1}`, values: new Set(values.map((value) => value.toLowerCase())) };
  };
  const items = (["resolutions", "actions"] as const).flatMap((id): CountedTable[] =>
    snapshot.places.has(id) ? [trackedTable(id, { snapshot, today, calendar, settings, period, has }, wordOf)] : [],
  );
  return {
    language,
    say: (code, params) => say(language, code, params),
    snapshot,
    settings,
    period,
    stretches,
    unit: unitOf(period),
    today: { text: liveRefs(today).today, value: today },
    from: { text: "$D$2", value: period.from },
    until: { text: "$H$2", value: period.until },
    items,
    meetings: snapshot.places.has("meetings") ? meetingsTable(snapshot) : undefined,
    imbalances,
    shortage: at(3, shortage.length, ["shortage"]),
    resolved: at(4, resolved.length, ["resolved"]),
    past: pastOf(snapshot, settings.balance, today, stretches),
    overdue: wordOf("overdue"),
    open: at(0, OPEN.length, OPEN.map(wordOf)),
    finished: at(1, FINISHED.length, FINISHED.map(wordOf)),
    inTime: at(1, 1, [wordOf("done")]),
    standing: at(2, states.length, STANDING),
    lists,
  };
}

/** How cells spell a choice. */
function spellings(set: ChoiceSetId, code: string): string[] {
  const choice = choiceSet(set)[code];
  return choice ? [choice.zh, choice.en, ...(choice.also ?? [])] : [];
}

/** A bound that is written out in the formula. */
export function exactly(value: number): Bound {
  return { text: String(value), value };
}

/** The serial of a day in the cells of the workbook. */
export function serialOf({ snapshot }: Pick<Scene, "snapshot">, day: Day): number {
  return toSerial(day, snapshot.survey.dateSystem);
}

/** Formulas see the light that core gives: leaves are those with the light of something open or finished. */
function trackedTable(id: "resolutions" | "actions", options: SceneOptions, wordOf: (light: Light) => string): CountedTable {
  const { snapshot, today, calendar, settings, has } = options;
  const parents = new Set(rowsOf(snapshot, "actions").map(({ values }) => values.resolution));
  const rows = rowsOf(snapshot, id)
    .filter(({ key, values }) => key !== "" || values.task !== "")
    .map((row): CountedRow => {
      const values = seen(row);
      const item: Tracked = {
        ...(values as unknown as Tracked),
        hasActions: id === "resolutions" && row.key !== "" && parents.has(row.key),
      };
      const late = daysLate(item, today, calendar, settings);
      const isKnown = late !== null && isInTable(today, item.due ?? 0) && isInTable(today, today);
      const cells = { ...values, light: wordOf(lightOf(item, today, calendar, settings)), daysLate: isKnown ? late : null };
      return { cells, no: row.key, text: row.values.task, at: placeOf(snapshot, id, row) };
    });
  return { id, rows, has: (field) => has(id, field) || field === "light" || field === "daysLate" };
}

function meetingsTable(snapshot: Snapshot): CountedTable {
  const rows = rowsOf(snapshot, "meetings")
    .filter(({ key, values }) => key !== "" || values.name !== "")
    .map((row): CountedRow => ({ cells: seen(row), no: row.key, text: row.values.name, at: placeOf(snapshot, "meetings", row) }));
  return { id: "meetings", rows, has: (field) => snapshot.places.get("meetings")?.columns.has(field) ?? false };
}

function imbalancesTable(snapshot: Snapshot): CountedTable {
  const rows = rowsOf(snapshot, "imbalances")
    .filter(({ values }) => values.kind !== "")
    .map((row): CountedRow => ({ cells: seen(row), no: row.key, text: row.values.why, at: placeOf(snapshot, "imbalances", row) }));
  return { id: "imbalances", rows, has: (field) => snapshot.places.get("imbalances")?.columns.has(field) ?? false };
}

/** What stands as a text where a date or a number belongs is none to a formula. */
function seen<T extends TableId>(row: TableRow<T>): Record<string, Counted> {
  const cells: Record<string, Counted> = {};
  for (const [field, value] of Object.entries(row.values as Readonly<Record<string, unknown>>))
    cells[field] = row.raw[field] === undefined && (typeof value === "string" || typeof value === "number") ? value : null;
  return cells;
}

function placeOf<T extends TableId>(snapshot: Snapshot, id: T, row: TableRow<T>): CountedRow["at"] {
  const table = tableIn(snapshot, id);
  return table ? cellOf(table, row as unknown as TableRow, "no") : { sheet: "", row: row.row, column: 0 };
}

import type { Day } from "../base/plain-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { colours } from "../layout/styles.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { Change } from "../workbook/patch.ts";
import { daysLate, lightOf, lightWords, type Tracked } from "./light.ts";
import { isInTable, liveRefs } from "./live-sheet.ts";

export const trackedTables = ["resolutions", "actions"] as const;
export type TrackedTable = (typeof trackedTables)[number];

/** A row of either table as it will stand. */
export interface TrackedRow extends Tracked {
  readonly key: string;
  /** Of an action: the resolution that it is a part of. */
  readonly resolution?: string;
}

export interface LiveOptions {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly settings: BookSettings;
  readonly language: Language;
  readonly restore: boolean;
  /** Whether a tracked table has, or will have, a column. */
  readonly has: (table: TrackedTable, field: string) => boolean;
}

/**
 * The live light and days-late columns and the highlights of a tracked table. The formulas say what
 * `lightOf` and `daysLate` say; a row without a number and without a task shows nothing.
 */
export function liveColumns(table: TrackedTable, rows: readonly TrackedRow[], options: LiveOptions): Change[] {
  const { settings, language } = options;
  const word = (code: WordKey): string => `"${say(language, code)}"`;
  const lights = new Map<string, string>();
  const late = new Map<string, string | number>();
  for (const row of rows) {
    lights.set(row.key, say(language, lightWords[lightOf(row, options.today, options.calendar, settings)]));
    const days = daysLate(row, options.today, options.calendar, settings);
    if (days !== null) late.set(row.key, isInTable(options.today, row.due ?? 0) ? days : say(language, "days-unknown"));
  }
  const common = { table, spare: settings.spareRows, restore: options.restore };
  return [
    { kind: "columns", table, fields: ["light", "daysLate"] },
    { kind: "formulas", field: "light", formula: lightFormula(table, options, word), results: lights, ...common },
    { kind: "formulas", field: "daysLate", formula: lateFormula(options, word), results: late, ...common },
    { kind: "highlights", table, spare: settings.spareRows, rules: highlightRules(settings, word) },
  ];
}

function lightFormula(table: TrackedTable, { today, settings, has }: LiveOptions, word: (code: WordKey) => string): string {
  const refs = liveRefs(today);
  const finished = refs.isOneOf("{status}", "finished");
  const promised = "IF(ISNUMBER({firstDue}),{firstDue},{due})";
  const doneLate = `INT(N({doneOn}))>INT(N(${promised}))`;
  const waited = `IFERROR(${refs.workdays(refs.today)}-${refs.workdaysSince("{assignedOn}")},0)>${settings.confirmDays}`;
  const unconfirmed = `AND(NOT(${refs.isOneOf("{status}", "underWay")}),NOT(ISNUMBER({confirmedOn})),ISNUMBER({assignedOn}),${waited})`;
  const left = `IFERROR(${refs.workdays("{due}")}-${refs.workdays(refs.today)},9999)<=${settings.dueSoonDays}`;
  const isResolution = table === "resolutions";
  const canHaveActions = isResolution && has("actions", "resolution");
  const hasActions = 'AND(TRIM({no})<>"",COUNTIF({actions.resolution},{no})>0)';
  return [
    `IF(AND(TRIM({no})="",TRIM({task})=""),"",`,
    ...(isResolution ? [`IF(${refs.isOneOf("{kind}", "undecided")},${word("light-undecided")},`] : []),
    ...(canHaveActions ? [`IF(${hasActions},${word("light-split")},`] : []),
    `IF(${finished},IF(NOT(ISNUMBER(${promised})),${word("light-done")},IF(NOT(ISNUMBER({doneOn})),${word("light-done-undated")},IF(${doneLate},${word("light-done-late")},${word("light-done")}))),`,
    `IF(${refs.isOneOf("{status}", "cancelled")},${word("light-cancelled")},`,
    `IF(${refs.isOneOf("{status}", "split")},${word("light-split")},`,
    `IF(AND(ISNUMBER({due}),${refs.today}>INT(N({due}))),${word("light-overdue")},`,
    `IF(AND(TRIM({owner})="",TRIM({department})=""),${word("light-no-owner")},`,
    `IF(NOT(ISNUMBER({due})),${word("light-no-date")},`,
    `IF(${unconfirmed},${word("light-unconfirmed")},`,
    `IF(${left},${word("light-due-soon")},${word("light-on-track")})))))))))`,
    isResolution ? ")" : "",
    canHaveActions ? ")" : "",
  ].join("");
}

function lateFormula({ today }: LiveOptions, word: (code: WordKey) => string): string {
  const refs = liveRefs(today);
  return `IF({light}=${word("light-overdue")},IFERROR(${refs.workdays(refs.today)}-${refs.workdays("{due}")},${word("days-unknown")}),"")`;
}

type Rule = Extract<Change, { kind: "highlights" }>["rules"][number];

function highlightRules(settings: BookSettings, word: (code: WordKey) => string): Rule[] {
  const light = (code: WordKey, colour: { readonly fill: string; readonly color: string }): Rule => ({
    field: "light",
    formula: `{light}=${word(code)}`,
    ...colour,
    bold: true,
  });
  const isOpen = `AND({light}<>"",{light}<>${word("light-done")},{light}<>${word("light-done-late")},{light}<>${word("light-done-undated")},{light}<>${word("light-cancelled")},{light}<>${word("light-split")},{light}<>${word("light-undecided")})`;
  return [
    light("light-overdue", colours.red),
    light("light-no-owner", colours.amber),
    light("light-no-date", colours.amber),
    light("light-unconfirmed", colours.purple),
    light("light-due-soon", colours.amber),
    light("light-on-track", colours.green),
    light("light-done", colours.green),
    light("light-done-late", colours.grey),
    light("light-done-undated", colours.amber),
    light("light-cancelled", colours.grey),
    light("light-split", colours.grey),
    light("light-undecided", colours.grey),
    { field: "due", formula: `{light}=${word("light-overdue")}`, ...colours.red },
    { field: "due", formula: `AND(${isOpen},TRIM({due})="")`, ...colours.amber },
    { field: "owner", formula: `AND(${isOpen},TRIM({owner})="")`, ...colours.amber },
    { field: "doneOn", formula: `{light}=${word("light-done-undated")}`, ...colours.amber },
    { field: "confirmedOn", formula: `{light}=${word("light-unconfirmed")}`, ...colours.purple },
    { field: "postponed", formula: `N({postponed})>=${settings.postponedLimit}`, ...colours.red },
    { field: "daysLate", formula: `N({daysLate})>0`, ...colours.red },
    { field: "escalation", formula: "N({escalation})>=3", ...colours.red },
    { field: "escalation", formula: "N({escalation})=2", ...colours.amber },
  ];
}

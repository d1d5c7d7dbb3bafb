import { foldText, withoutBrackets } from "../base/text.ts";
import { looksLikePeriod } from "../calendar/read-period.ts";
import type { Field, Table } from "../tables/field.ts";
import { BLANK_HEADING, type Heading, isHeadingOf, matchHeadings } from "./headings.ts";
import type { Place } from "./place.ts";

/** So many columns headed by periods make a table wide. */
const ENOUGH_PERIODS = 2;

interface Headed {
  readonly name: string;
  readonly head: readonly (readonly Heading[])[];
}

/**
 * A table typed wide has its first key's heading and periods in one row, or periods in a row above that
 * of its headings, each over one column or several (`11月` over 计划 and 实际).
 */
export function locateWide({ name, head }: Headed, table: Table, row: number): Place | undefined {
  const [upper = [], lower = []] = [head[row], head[row + 1]];
  const [key = ""] = table.key;
  // Few rows are looked at closely: reading each of their cells as a period takes long.
  if (!table.wide || ![upper, lower].some((line) => line.some((heading) => isHeadingOf(table, key, heading)))) return undefined;
  const isPeriod = upper.map(({ text }) => looksLikePeriod(text));
  if (isPeriod.filter(Boolean).length < ENOUGH_PERIODS) return undefined;
  const [first = ""] = table.wide.values;
  const named = lower.map(({ text }) => table.wide?.values.find((field) => text !== "" && isNamed(table.fields[field], text)));
  const isTwoRows = named.filter((field) => field !== undefined).length >= ENOUGH_PERIODS;
  let across = "";
  const wide = upper.flatMap(({ text }, column) => {
    if (text !== "") across = isPeriod[column] ? text : "";
    const field = isTwoRows ? named[column] : text === "" ? undefined : first;
    return across === "" || field === undefined ? [] : [{ column, across, field }];
  });
  const headings = upper.map((heading, column) => {
    const below = lower[column] ?? BLANK_HEADING;
    return isTwoRows && below.text !== "" ? below : heading;
  });
  const column = headings.findIndex(({ text }) => text !== "");
  while (headings.at(-1)?.text === "") headings.pop();
  // The cells under periods are values, whatever else their headings could be.
  const others = headings.map((heading, at) => (wide.some((each) => each.column === at) ? BLANK_HEADING : heading));
  const found = matchHeadings(table, others.slice(column), column, undefined);
  if (!found.columns.has(key)) return undefined;
  const texts = headings.slice(column).map(({ text }) => text);
  return { ...found, sheet: name, headRow: isTwoRows ? row + 1 : row, column, headings: texts, wide };
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

import { foldText, withoutBrackets } from "../base/text.ts";
import type { Table } from "../tables/field.ts";
import { type CellValue, isCellError } from "./cells.ts";

/** A heading as it stands, and as it is compared. */
export interface Heading {
  readonly text: string;
  readonly folded: string;
  /** Folded without its unit or remark in brackets. */
  readonly bare: string;
}

/** What the hidden sheet remembers of a table: its headings in order, and which field each is. */
export interface RememberedTable {
  readonly sheet: string;
  readonly headings: readonly (readonly [heading: string, field: string])[];
  /** Fields that were lost before: their columns are still missed. */
  readonly lost?: readonly string[];
}

/** Which column is which field. */
export interface Matched {
  /** The column (in the sheet) of each field that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields found only because their column was remembered under another heading. */
  readonly renamed: readonly { readonly field: string; readonly heading: string; readonly was: string }[];
  /** Fields remembered from earlier that are not there now. */
  readonly lost: readonly string[];
}

export function headingOf(value: CellValue | undefined): Heading {
  const text = value === null || value === undefined || isCellError(value) ? "" : String(value);
  const folded = foldText(text);
  return { text, folded, bare: /[(（]/.test(text) ? foldText(withoutBrackets(text)) : folded };
}

export const BLANK_HEADING: Heading = { text: "", folded: "", bare: "" };

/** One way of calling fields: by their own names or by others in use, with or without brackets. */
interface Naming {
  readonly by: "folded" | "bare";
  readonly fields: readonly { readonly id: string; readonly names: ReadonlySet<string> }[];
}

/** How a table's fields may be called. */
interface Names {
  /** The surest first. */
  readonly namings: readonly Naming[];
  /** Every name, for a first glance. */
  readonly all: ReadonlySet<string>;
}

/** Folded once, since every row of a sheet's head is compared with the names of every table. */
const namesKnown = new WeakMap<Table, Names>();

function namesOf(table: Table): Names {
  let names = namesKnown.get(table);
  if (!names) {
    names = foldNames(table);
    namesKnown.set(table, names);
  }
  return names;
}

function foldNames(table: Table): Names {
  const fields = Object.entries(table.fields);
  const own = fields.map(([id, { zh, en }]) => ({ id, names: [zh, en] }));
  const others = fields.flatMap(([id, { also }]) => (also ? [{ id, names: also }] : []));
  const namings = (["folded", "bare"] as const).flatMap((by) =>
    [own, others].map((group) => ({
      by,
      fields: group.map(({ id, names }) => ({ id, names: new Set(names.map((name) => headingOf(name)[by])) })),
    })),
  );
  return { namings, all: new Set(namings.flatMap((naming) => naming.fields.flatMap(({ names }) => [...names]))) };
}

/** Whether a heading is one of a field's names, with or without brackets. */
export function isHeadingOf(table: Table, field: string, heading: Heading): boolean {
  const { namings } = namesOf(table);
  return heading.text !== "" && namings.some(({ by, fields }) => fields.some(({ id, names }) => id === field && names.has(heading[by])));
}

/** Tells at a glance whether a row may have a heading of the table, so that few rows are matched field by field. */
export function headingFinder(table: Table, remembered: RememberedTable | undefined): (row: readonly Heading[]) => boolean {
  const { all } = namesOf(table);
  const known = new Set(remembered?.headings.map(([heading]) => foldText(heading)));
  return (row) => row.some(({ folded, bare }) => folded !== "" && (all.has(folded) || all.has(bare) || known.has(folded)));
}

/** Which column is which field: by the remembered name, the field's own names, then its place. */
export function matchHeadings(
  table: Table,
  headings: readonly Heading[],
  column: number,
  remembered: RememberedTable | undefined,
): Matched {
  const columns = new Map<string, number>();
  const used = new Set<number>();
  const claim = (field: string, names: ReadonlySet<string>, by: Naming["by"]): void => {
    if (columns.has(field)) return;
    const index = headings.findIndex((heading, at) => !used.has(at) && heading.text !== "" && names.has(heading[by]));
    if (index < 0) return;
    columns.set(field, column + index);
    used.add(index);
  };
  for (const [heading, field] of remembered?.headings ?? []) {
    if (field !== "" && field in table.fields) claim(field, new Set([foldText(heading)]), "folded");
  }
  for (const { by, fields } of namesOf(table).namings) for (const { id, names } of fields) claim(id, names, by);
  const renamed: { field: string; heading: string; was: string }[] = [];
  const lost: string[] = [];
  const known = new Set((remembered?.headings ?? []).map(([heading]) => foldText(heading)));
  remembered?.headings.forEach(([was, field], index) => {
    if (field === "" || columns.has(field) || !(field in table.fields)) return;
    const heading = headings[index];
    const isNew = heading !== undefined && heading.text !== "" && !used.has(index) && !known.has(heading.folded);
    if (isNew && headings.length === remembered.headings.length) {
      columns.set(field, column + index);
      used.add(index);
      renamed.push({ field, heading: heading.text, was });
    } else {
      lost.push(field);
    }
  });
  lost.push(...(remembered?.lost ?? []).filter((field) => !columns.has(field) && !lost.includes(field)));
  return { columns, renamed, lost };
}

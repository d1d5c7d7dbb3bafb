import { type CellValue, isCellError } from "../workbook/cells.ts";

/** How a formula finds the cells of one code or period in a column. */
export interface Criterion {
  /** Criteria of SUMIFS; null where SUMIFS would take other cells for the same. */
  readonly by: readonly string[] | null;
  /** The texts that a comparison cell by cell looks for, in quotes. */
  readonly texts: readonly string[];
}

/** SUMIFS takes such text for a number, a date, a time or a logical value, each program in its own way. */
const VALUE_LIKE = [
  /^[\s\d.,:/\-+%()$¥€]*$/,
  /^[\d.,]+e[+-]?\d+$/i,
  /^\d+\s*[年月日时分秒]/,
  /^(?:true|false|真|假)$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s/.,']*\d*$/i,
  /^\d{1,4}[-\s/.,']*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s/.,']*\d*$/i,
  /^\d{1,2}(?::\d{2})?\s*[ap]m$/i,
];
/** Numbers of more digits are the same to a program where their first fifteen are. */
const MOST_DIGITS = 15;

/**
 * The criterion for all these spellings of one code.
 * @param others spellings in the same column that are of other codes: where one is the same number, only its zeros tell them apart
 */
export function criterionOf(spellings: Iterable<CellValue>, others: (number: number) => boolean): Criterion {
  const distinct = new Map<string, string | number>();
  for (const spelling of spellings) {
    if (spelling === null || isCellError(spelling) || typeof spelling === "boolean") continue;
    distinct.set(typeof spelling === "number" ? `#${spelling}` : spelling.toLowerCase(), spelling);
  }
  const texts = [...distinct.values()].filter((each) => typeof each === "string");
  const numbers = [...distinct.values()].filter((each) => typeof each === "number");
  const found = [...new Set([...texts, ...numbers.map(String)].map(literal))];
  if (!texts.some((text) => VALUE_LIKE.some((form) => form.test(text.trim()))))
    return { by: [...texts.map(quoted), ...numbers.map(String)], texts: found };
  const [numeral = ""] = texts;
  const isAlone = texts.length === 1 && /^\d+$/.test(numeral) && numeral.length <= MOST_DIGITS && !others(Number(numeral));
  return { by: isAlone && numbers.every((number) => number === Number(numeral)) ? [quoted(numeral)] : null, texts: found };
}

/** Text as a criterion that means just this text: operators and wildcards count as themselves. */
function quoted(text: string): string {
  return literal(`=${text.replace(/[~*?]/g, "~$&")}`);
}

/** Text as a formula has it. */
function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A column's cells that meet the criterion, as an array of ones and zeros. */
export function matches(column: string, { texts }: Criterion): string {
  return texts.length === 1 ? `--(${column}&""=${texts[0]})` : texts.map((text) => `(${column}&""=${text})`).join("+");
}

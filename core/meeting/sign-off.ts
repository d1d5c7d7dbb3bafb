import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { CellValue } from "../workbook/cells.ts";

/** The lines below the minutes, three to a row as far as the page goes. */
const lines = [
  ["recorder", "chair", "approved"],
  ["end", "due", "finished"],
  ["distribution", "issued", "archive"],
  ["attachments"],
] as const;

export type SignOff = (typeof lines)[number][number];

const FIRST = 1;
/** Columns of the grid that each of three takes. */
const COLUMNS = 4;

interface SignPlace {
  readonly id: SignOff;
  readonly row: number;
  readonly column: number;
}

/** Where the lines stand, by the markers of the hidden column, wherever the rows were moved. */
export function signPlaces(values: readonly (readonly CellValue[])[]): SignPlace[] {
  return values.flatMap((line, row) => signsIn(line[0] ?? null).map(({ id, column }) => ({ id, row, column })));
}

/** The lines of the row of this marker, such as `sign:0`. */
export function signsIn(marker: CellValue): { readonly id: SignOff; readonly column: number }[] {
  const [, index] = /^sign:(\d+)$/.exec(String(marker)) ?? [];
  return (lines[Number(index ?? -1)] ?? []).map((id, place) => ({ id, column: FIRST + place * COLUMNS }));
}

/** A line that nobody signed or completed, in the language in which it was laid out. */
export function isUnsigned(id: SignOff, value: CellValue): value is string {
  const text = typeof value === "string" ? value.trim() : "";
  return text !== "" && (["zh-CN", "en"] as const).some((language) => signOffText(language, id).trim() === text);
}

/** The line as it is laid out, to be signed or completed by hand. */
export function signOffText(language: Language, id: SignOff, value = ""): string {
  return say(language, `sign-${id}` satisfies WordKey, { value });
}

/**
 * Text as it is compared: full-width folded to half-width, no white space, lower case. Headings,
 * names and choices are matched by it, so that `责 任 人` and `责任人` are one.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff*:]+/g, "")
    .toLowerCase();
}

/** A heading without its unit or remark in brackets. */
export function withoutBrackets(text: string): string {
  return text.replace(/[(（][^()（）]*[)）]/g, "");
}

/** How wide text prints, in half-width characters: a Chinese one counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Code-unit order: the same everywhere, which a locale's order is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of numbers as people give them: `A2` before `A10`. */
export function compareNumbers(a: string, b: string): number {
  const [one, other] = [a, b].map((number) => number.match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (one ?? []).entries()) {
    const beside = other?.[index] ?? "";
    const difference = /^\d/.test(part) && /^\d/.test(beside) ? Number(part) - Number(beside) : compareText(part, beside);
    if (difference !== 0) return difference;
  }
  return compareText(a, b);
}

/** The names in a cell that lists several, in order. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、,，;；/／\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: they are what has to go
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: they are what has to go
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Text that any file may hold: lines end in `\n`, no control characters but tabs, no broken characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, "\n")
    .replace(CONTROLS, "")
    .replace(SURROGATES, (units) => (units.length === 2 ? units : "\ufffd"));
}

/** The same on one line: what stands in a header can never begin another. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

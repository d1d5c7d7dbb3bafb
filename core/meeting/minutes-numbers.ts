/** A number of the meeting's own as its sheet prints it, `T2`; one of another meeting whole, so that two are never alike. */
export function numberIn(key: string, meeting: string): string {
  return key.startsWith(`${meeting}-`) ? shortNo(key) : key;
}

/** `CX-2026-W47-1-T2` as the meeting's own sheet prints it: `T2`. */
export function shortNo(key: string): string {
  return key.slice(key.lastIndexOf("-") + 1);
}

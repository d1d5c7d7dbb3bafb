const REPLACEMENT = 0xfffd;

/** The bytes of a text. A lone surrogate becomes U+FFFD, as in browsers; Apps Script has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return Uint8Array.from(bytes);
}

function tail(point: number): number {
  return 0x80 | (point & 0x3f);
}

/**
 * Cuts a text into pieces of at most `most` bytes, never inside a character.
 * @param first what the first piece may take, where it is less
 */
export function piecesOf(text: string, most: number, first = most): string[] {
  const pieces = [""];
  let used = 0;
  for (const character of text) {
    const bytes = utf8(character).length;
    if (used + bytes > (pieces.length === 1 ? first : most) && used > 0) {
      pieces.push("");
      used = 0;
    }
    pieces[pieces.length - 1] += character;
    used += bytes;
  }
  return pieces;
}

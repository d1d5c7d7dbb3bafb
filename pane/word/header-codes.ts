/** A piece of a header: a text, the page's number or how many there are. */
export interface HeaderPart {
  readonly text: "page" | "pages" | { readonly said: string };
  /** Points. */
  readonly size: number;
}

export type HeaderParts = Readonly<Record<"left" | "center" | "right", readonly HeaderPart[]>>;

const SIDES = { L: "left", C: "center", R: "right" } as const;
const STANDARD_SIZE = 10;

/**
 * Reads Excel's codes: `&L`, `&C` and `&R` begin a part, `&8` sets its size, `&P` and `&N` are the page's
 * number and how many there are, `&&` is an ampersand. Codes of looks are passed over; so is the blank that
 * keeps a size apart from a number.
 * @example headerParts("&L&8 QR-014&C&P / &N").left // [{ text: { said: "QR-014" }, size: 8 }]
 */
export function headerParts(codes: string): HeaderParts {
  const parts: Record<"left" | "center" | "right", HeaderPart[]> = { left: [], center: [], right: [] };
  let side: keyof typeof parts = "center";
  let size = STANDARD_SIZE;
  const say = (text: HeaderPart["text"]): void => {
    const last = parts[side][parts[side].length - 1];
    if (typeof text === "object" && typeof last?.text === "object" && last.size === size)
      parts[side].splice(-1, 1, { text: { said: last.text.said + text.said }, size });
    else parts[side].push({ text, size });
  };
  for (const [token, digits, letter] of codes.matchAll(/&(?:(\d+) ?|"[^"]*"|(.))|[^&]+/gs)) {
    if (digits !== undefined) size = Number(digits);
    else if (letter === "L" || letter === "C" || letter === "R") {
      side = SIDES[letter];
      size = STANDARD_SIZE;
    } else if (letter === "P") say("page");
    else if (letter === "N") say("pages");
    else if (letter === "&") say({ said: "&" });
    else if (!token.startsWith("&")) say({ said: token });
  }
  return parts;
}

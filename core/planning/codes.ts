import { foldText } from "../base/text.ts";

const NUMERAL = /^\d+$/;

/**
 * The codes of a master list, found again however a paste from another system spells them: in other case or
 * width, as a number, with leading zeros lost or kept. Where two listed codes differ by their zeros alone,
 * only the very spelling counts; a code that no list has goes by its first spelling.
 * @example new Codes(["007", "QX-1"]).find("7") // "007"
 */
export class Codes {
  private readonly exact = new Set<string>();
  private readonly folded = new Map<string, string>();
  /** By the number that is left without leading zeros; null where it could be either of two. */
  private readonly numbers = new Map<string, string | null>();

  constructor(listed: readonly string[]) {
    for (const code of listed) this.add(code.trim());
  }

  find(typed: string): string {
    const code = typed.trim();
    if (this.exact.has(code)) return code;
    const folded = foldText(code);
    const found = this.folded.get(folded) ?? (NUMERAL.test(folded) ? this.numbers.get(withoutZeros(folded)) : undefined);
    if (found !== undefined && found !== null) return found;
    this.add(code);
    return code;
  }

  private add(code: string): void {
    const folded = foldText(code);
    if (code === "" || this.folded.has(folded)) return;
    this.exact.add(code);
    this.folded.set(folded, code);
    if (!NUMERAL.test(folded)) return;
    const number = withoutZeros(folded);
    this.numbers.set(number, this.numbers.has(number) ? null : code);
  }
}

function withoutZeros(numeral: string): string {
  return numeral.replace(/^0+(?=\d)/, "");
}

const NONE = /^(?:[-–—/\\]+|无|n\/a|na|nil)$/;
const MULTIPLIERS: Readonly<Record<string, number>> = { "": 1, 千: 1e3, k: 1e3, 万: 1e4, 百万: 1e6 };
/** Words for pieces and hours say nothing that the column does not say; a weight or a length may differ from the product's own unit. */
const UNITS = "个件台套只支箱包桶根块片张把条双颗粒盒".split("");
const WORDS = ["pcs", "pc", "ea", "set", "sets", "unit", "units", "小时", "工时", "hrs", "hr", "h"];
/** Words that a quantity, or the heading above it, may have beside it. */
export const PIECES: readonly string[] = [...UNITS, ...WORDS];
const AMOUNT = new RegExp(`^(\\d+(?:\\.\\d+)?|\\.\\d+)(e[+-]?\\d+)?(千|k|百万|万)?(?:${PIECES.join("|")})?$`);

/**
 * A number typed as text, as planning sheets have them: `1,200`, `(123)` and `123-` below zero, `1.2万`,
 * `300 件`, full-width digits, `12.5%`. A dash or 无 means that there is none.
 * @returns null for none, undefined for what is no number
 * @example readQuantity("（1,200）") // -1200
 */
export function readQuantity(text: string): number | null | undefined {
  const tidy = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s,'_]/g, "");
  if (tidy === "" || NONE.test(tidy)) return null;
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(tidy);
  if (percent?.[1] !== undefined) return Number(percent[1]) / 100;
  const [, inBrackets] = /^\((.*)\)$/.exec(tidy) ?? [];
  const [, before, signed = ""] = /^([+-]?)(.*?)$/.exec(inBrackets ?? tidy) ?? [];
  const isTrailing = signed.endsWith("-");
  const [, digits, exponent = "", multiplier = ""] = AMOUNT.exec(isTrailing ? signed.slice(0, -1) : signed) ?? [];
  const signs = [inBrackets !== undefined, before === "-", isTrailing].filter(Boolean).length;
  if (digits === undefined || signs > 1) return undefined;
  const value = Number(`${digits}${exponent}`) * (MULTIPLIERS[multiplier] ?? 1);
  // 1.2 times 10,000 is 12,000 and not a hair beside it.
  const amount = Number(value.toPrecision(15));
  return signs === 1 ? -amount + 0 : amount;
}

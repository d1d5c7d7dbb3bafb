import { quantityFormat } from "../layout/number-format.ts";
import { styles } from "../layout/styles.ts";
import type { Style } from "../workbook/edits.ts";

export const title: Style = { ...styles.field, bold: true, fill: "DDEBF7", wrap: false };
export const heading: Style = { ...styles.heading, wrap: false };
export const head: Style = { ...styles.heading, wrap: false, size: 8 };
export const reason: Style = { ...styles.field, size: 9 };
export const item: Style = { ...styles.field, wrap: false };
export const strong: Style = { ...styles.field, wrap: false, bold: true };
export const check: Style = { ...styles.centred, wrap: false, color: "548235" };

const known = new Map<string, Style>();

function lookOf(format: string, isBold: boolean): Style {
  const key = `${isBold} ${format}`;
  const look = known.get(key) ?? { ...styles.number, wrap: false, bold: isBold, numberFormat: format };
  known.set(key, look);
  return look;
}

export function number(decimals: number, isBold = false): Style {
  return lookOf(quantityFormat(decimals), isBold);
}

/** With its sign; nothing is a dash, so that what changed stands out. */
export function signedNumber(decimals: number, isBold = false): Style {
  const format = quantityFormat(decimals);
  return lookOf(`+${format};-${format};"–"`, isBold);
}

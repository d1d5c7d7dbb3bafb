import { cleanText } from "./clean-text.ts";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in HTML: what somebody typed is never markup. Lines stay lines. */
export function htmlText(text: string): string {
  return cleanText(text)
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replaceAll("\n", "<br>");
}

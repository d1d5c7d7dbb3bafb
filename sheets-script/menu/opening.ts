import type { Opening } from "../wire.ts";

/** The place in the page for what it opens with. */
export const OPENING = /<script type="application\/json" id="opening">[^<]*<\/script>/;

/** JSON that ends no script, whatever a name holds. */
export function openingScript(opening: Opening): string {
  return `<script type="application/json" id="opening">${JSON.stringify(opening).replaceAll("<", "\\u003c")}</script>`;
}

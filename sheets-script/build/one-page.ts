/** A file that the page refers to, by its reference. */
export type FileAt = (reference: string) => string;

const SCRIPT = /<script type="module"[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g;
const STYLES = /<link rel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g;

/**
 * The page with its script and styles written into it. The script goes behind the body, since a module
 * waits for the page and what stands in it need not.
 * @throws where it would still refer to a file
 */
export function onePage(html: string, fileAt: FileAt): string {
  const scripts = [...html.matchAll(SCRIPT)].map(([, reference = ""]) => `<script type="module">${scriptText(fileAt(reference))}</script>`);
  const page = html
    .replace(SCRIPT, "")
    .replace(STYLES, (_, reference: string) => `<style>${fileAt(reference)}</style>`)
    .replace("</body>", () => `${scripts.join("")}</body>`);
  if (scripts.length === 0 || /<(?:script|link)\b[^>]*\b(?:src|href)="\.?\//.test(page)) throw new Error("The page is not whole.");
  return page;
}

/** Within a script these would end it, or make the page take what follows for a comment. */
function scriptText(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, "\\x3c");
}

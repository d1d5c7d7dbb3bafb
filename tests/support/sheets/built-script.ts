import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import type { Manifest } from "../../../sheets-script/build/all-at-once-manifest.ts";
import { AppsScript } from "./apps-script.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** The manifest that is pushed. */
export const manifest = JSON.parse(readFileSync(join(ROOT, "appsscript.json"), "utf8")) as Manifest & { readonly timeZone: string };

/** The page of the sidebar, as far as the script handles it. */
const PAGE = '<html><script type="application/json" id="opening">{}</script></html>';

/** The built script, bound to a workbook, with the scopes of its manifest granted. */
export function bind(code: string, workbook: Workbook): AppsScript {
  const script = new AppsScript(code, workbook, { scopes: manifest.oauthScopes });
  script.account.files.set("dist/sheets/sidebar", PAGE);
  return script;
}

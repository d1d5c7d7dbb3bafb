import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { BUNDLING, scriptSource } from "../../../sheets-script/build/script-source.ts";
import { AppsScript } from "./apps-script.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** The script as `npm run sheets:build` writes it. */
export async function builtScript(entry = "sheets-script/script.ts"): Promise<string> {
  const { outputFiles } = await build({ ...BUNDLING, entryPoints: [join(ROOT, entry)], bundle: true, write: false });
  return scriptSource(outputFiles[0]?.text ?? "");
}

/** The manifest that is pushed. */
export const manifest = JSON.parse(readFileSync(join(ROOT, "appsscript.json"), "utf8")) as {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
};

/** The page of the sidebar, as far as the script handles it. */
const PAGE = '<html><script type="application/json" id="opening">{}</script></html>';

/** The built script, bound to a workbook, with the scopes of its manifest granted. */
export function bind(code: string, workbook: Workbook): AppsScript {
  const script = new AppsScript(code, workbook, { scopes: manifest.oauthScopes });
  script.account.files.set("dist/sheets/sidebar", PAGE);
  return script;
}

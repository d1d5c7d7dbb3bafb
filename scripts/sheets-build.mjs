import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages } from "./install-packages.mjs";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/**
 * Builds the script and the sidebar for Google Sheets, or the script alone: `npm run sheets:build [-- --out folder] [--script]`.
 * `--all-at-once` puts a manifest beside them that has the Sheets API, and the wider permission that it needs.
 */
const { values } = parseArgs({
  options: {
    out: { type: "string" },
    script: { type: "boolean", default: false },
    "all-at-once": { type: "boolean", default: false },
  },
});
const isAllAtOnce = values["all-at-once"];
const out = resolve(values.out ?? join(root, isAllAtOnce ? "dist/sheets-all-at-once" : "dist/sheets"));
await ensurePackages({ dev: true });
// Only now, since npm installs no tools in production. Left over from elsewhere it would build React for development, half as large again.
process.env.NODE_ENV = "production";
await registerTypeScript();
const esbuild = await import("esbuild");
const { BUNDLING, scriptSource } = await import("../sheets-script/build/script-source.ts");
const { onePage } = await import("../sheets-script/build/one-page.ts");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await writeScript();
report(join(out, "concord.js"));
if (isAllAtOnce) {
  await writeManifest();
  report(join(out, "appsscript.json"));
}
if (!values.script) {
  await writeSidebar();
  report(join(out, "sidebar.html"));
}

async function writeScript() {
  const entryPoints = [join(root, "sheets-script/script.ts")];
  const { outputFiles } = await esbuild.build({ ...BUNDLING, entryPoints, bundle: true, write: false, logLevel: "warning" });
  writeFileSync(join(out, "concord.js"), scriptSource(outputFiles[0].text));
}

async function writeManifest() {
  const { allAtOnceManifest } = await import("../sheets-script/build/all-at-once-manifest.ts");
  const narrow = JSON.parse(readFileSync(join(root, "appsscript.json"), "utf8"));
  writeFileSync(join(out, "appsscript.json"), `${JSON.stringify(allAtOnceManifest(narrow), null, 2)}\n`);
}

async function writeSidebar() {
  const { build } = await import("vite");
  const folder = mkdtempSync(join(tmpdir(), "concord-sidebar-"));
  try {
    const configFile = join(root, "sheets-script/sidebar/vite.config.ts");
    await build({ configFile, logLevel: "warn", build: { outDir: folder } });
    const page = readFileSync(join(folder, "sidebar.html"), "utf8");
    writeFileSync(
      join(out, "sidebar.html"),
      onePage(page, (reference) => readFileSync(join(folder, reference), "utf8")),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(path) {
  console.log(`${relative(process.cwd(), path)}: ${(statSync(path).size / 1000).toFixed(0)} kB`);
}

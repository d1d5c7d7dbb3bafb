import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages } from "./install-packages.mjs";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/** Builds the script and the sidebar for Google Sheets, or the script alone: `npm run sheets:build [-- --out folder] [--script]`. */
const { values } = parseArgs({
  options: { out: { type: "string", default: join(root, "dist/sheets") }, script: { type: "boolean", default: false } },
});
const out = resolve(values.out);
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
if (!values.script) {
  await writeSidebar();
  report(join(out, "sidebar.html"));
}

async function writeScript() {
  const entryPoints = [join(root, "sheets-script/script.ts")];
  const { outputFiles } = await esbuild.build({ ...BUNDLING, entryPoints, bundle: true, write: false, logLevel: "warning" });
  writeFileSync(join(out, "concord.js"), scriptSource(outputFiles[0].text));
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

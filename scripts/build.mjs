import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages } from "./install-packages.mjs";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/** Builds the Excel add-in for the address that serves it: `npm run build -- --base https://host/path [--cloud 21vianet] [--out folder]`. */
const { base, cloud, out } = readArguments();
await ensurePackages({ dev: true });
// Only now, since npm installs no tools in production. Left over from elsewhere it would build React for development, half as large again.
process.env.NODE_ENV = "production";
await registerTypeScript();
const { build } = await import("vite");
const { manifestXml, functionsPath } = await import("../excel-addin/manifest/manifest.ts");
const { ICON_FILES } = await import("../excel-addin/manifest/icon-files.ts");
const { REQUIREMENTS } = await import("../excel-addin/manifest/requirements.ts");
const { lintManifest } = await import("../excel-addin/manifest/lint/lint.ts");
const { actionId, ribbonButtons } = await import("../excel-addin/ribbon/buttons.ts");
const { functionsMetadata } = await import("../excel-addin/functions/metadata.ts");
const { firstPaint } = await import("../tests/support/first-paint.ts");

const configFile = join(root, "excel-addin/vite.config.ts");
await build({ configFile, logLevel: "warn", build: { outDir: out } });
await build({ configFile, logLevel: "warn", build: { outDir: out, emptyOutDir: false, ...scriptAlone() } });
if (cloud === "21vianet") loadFromPartnerCloud(join(out, "pane.html"));
writeFunctions();
copyIcons();
writeManifest();
report();

function readArguments() {
  const options = {
    base: { type: "string", default: "https://localhost:3000" },
    cloud: { type: "string", default: "microsoft" },
    out: { type: "string", default: join(root, "dist/excel") },
  };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    refuse(error.message);
  }
  const address = values.base.replace(/\/+$/, "");
  if (!URL.canParse(address) || new URL(address).protocol !== "https:")
    refuse(
      `--base: ${values.base}\nOffice 只接受 https 地址，例如 https://host/concord。Office takes https addresses only, such as https://host/concord.`,
    );
  if (/[?#]/.test(address)) refuse(`--base: ${values.base}\n地址不能带 ? 或 #。The address may not have ? or #.`);
  if (!["microsoft", "21vianet"].includes(values.cloud)) refuse(`--cloud: microsoft | 21vianet (${values.cloud}?)`);
  return { base: address, cloud: values.cloud, out: resolve(values.out) };
}

function refuse(why) {
  console.error(why);
  process.exit(2);
}

/** One classic script without imports, under a name that the manifest can hold to. */
function scriptAlone() {
  const lib = { entry: join(root, "excel-addin/functions-script.ts"), formats: ["iife"], name: "concord", fileName: () => "functions.js" };
  return { lib, rolldownOptions: { input: lib.entry, output: { codeSplitting: false } } };
}

/** Tenants of Office 365 operated by 21Vianet load Office.js from their own cloud. */
function loadFromPartnerCloud(page) {
  const html = readFileSync(page, "utf8")
    .replaceAll("https://appsforoffice.microsoft.com/lib/", "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/")
    .replaceAll("https://appsforoffice.microsoft.com", "https://appsforoffice.cdn.partner.office365.cn");
  writeFileSync(page, html);
}

function writeFunctions() {
  for (const language of ["zh-CN", "en"])
    writeFileSync(join(out, functionsPath(language)), JSON.stringify(functionsMetadata(language), null, 2));
}

function copyIcons() {
  mkdirSync(join(out, "icons"), { recursive: true });
  for (const { file } of ICON_FILES) cpSync(join(root, "excel-addin/icons", file), join(out, "icons", file));
}

/** A manifest that Office would not load is not left behind for somebody to install. */
function writeManifest() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const xml = manifestXml({ base, version });
  const faults = lintManifest(xml, {
    fileAt: (url) => readFileSync(join(out, url.slice(base.length + 1))),
    actions: ribbonButtons.map(({ command }) => actionId(command)),
    requirements: REQUIREMENTS,
  });
  if (faults.length > 0) refuse(faults.map(({ rule, detail }) => `manifest.xml: ${rule}: ${detail}`).join("\n"));
  writeFileSync(join(out, "manifest.xml"), xml);
}

function report() {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map((entry) => statSync(join(entry.parentPath, entry.name)).size).reduce((sum, size) => sum + size, 0);
  const { files: first, kilobytes } = firstPaint(out);
  console.log(`${relative(process.cwd(), out) || out}: ${files.length} files, ${(bytes / 1000).toFixed(0)} kB, for ${base}`);
  console.log(`script before the pane shows: ${kilobytes.toFixed(1)} kB gzip in ${first.length} ${first.length === 1 ? "file" : "files"}`);
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/** Writes docs/commands.md, docs/functions.md and manifest.xml from the commands and functions themselves; tests keep them alike. */
await registerTypeScript();
const { commandReference } = await import("../desk/cli/command-reference.ts");
writeFileSync(join(root, "docs/commands.md"), commandReference());

const { functionReference } = await import("../excel-addin/functions/function-reference.ts");
writeFileSync(join(root, "docs/functions.md"), functionReference());

const { manifestXml } = await import("../excel-addin/manifest/manifest.ts");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
writeFileSync(join(root, "manifest.xml"), manifestXml({ base: "https://localhost:3000", version }));

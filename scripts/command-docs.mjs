import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/** Writes docs/commands.md and docs/functions.md from the commands and functions themselves; a test keeps them alike. */
await registerTypeScript();
const { commandReference } = await import("../desk/cli/command-reference.ts");
writeFileSync(join(root, "docs/commands.md"), commandReference());

const { functionReference } = await import("../excel-addin/functions/function-reference.ts");
writeFileSync(join(root, "docs/functions.md"), functionReference());

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/** Writes docs/commands.md from the command registry; a test keeps the two alike. */
await registerTypeScript();
const { commandReference } = await import("../desk/cli/command-reference.ts");
writeFileSync(join(root, "docs/commands.md"), commandReference());

import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript("desk/cli/main.ts");

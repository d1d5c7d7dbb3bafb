import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript("tests/system/pictures.ts");

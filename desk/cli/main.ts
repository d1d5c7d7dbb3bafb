import { concord } from "./concord.ts";

process.exitCode = await concord(process.argv.slice(2));

import { finish, newTally, runChecks } from "./gate.mjs";
import { ensurePackages } from "./install-packages.mjs";

const tally = newTally();
await ensurePackages({ dev: true });
await runChecks(tally);
finish(tally);

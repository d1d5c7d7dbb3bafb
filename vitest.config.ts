import { defineConfig } from "vitest/config";
import { systemSuites } from "./tests/support/tools.ts";

/** No test is about time: a slow machine is not a failure. */
const unit = {
  test: {
    name: "unit",
    environment: "node" as const,
    include: ["tests/**/*.test.ts"],
    exclude: ["**/*.system.test.ts"],
    globalSetup: ["tests/support/office/build-folder.ts"],
    setupFiles: ["tests/support/same-each-time.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: "100%",
  },
};

/** These drive LibreOffice or a browser: seconds each, and more than two at a time starve one another. */
const system = {
  test: {
    name: "system",
    environment: "node" as const,
    include: ["tests/**/*.system.test.ts"],
    globalSetup: ["tests/support/office/build-folder.ts"],
    setupFiles: ["tests/support/same-each-time.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
  },
};

// CI never skips: there it would be green having looked at less.
const skipsSystem = process.env.CONCORD_SKIP_SYSTEM === "1" && process.env.CI !== "true";
if (skipsSystem) console.log(`Skipped, for want of their tools: ${systemSuites(import.meta.dirname).join(", ") || "no suite"}`);

export default defineConfig({ test: { projects: skipsSystem ? [unit] : [unit, system] } });

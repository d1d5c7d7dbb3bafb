import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandReference } from "../desk/cli/command-reference.ts";
import { functionReference } from "../excel-addin/functions/function-reference.ts";

describe("the documentation", () => {
  it("describes every command as the registry has it (node scripts/command-docs.mjs)", () => {
    expect(readFileSync(new URL("../docs/commands.md", import.meta.url), "utf8")).toBe(commandReference());
  });

  it("describes every function as it is (node scripts/command-docs.mjs)", () => {
    expect(readFileSync(new URL("../docs/functions.md", import.meta.url), "utf8")).toBe(functionReference());
  });
});

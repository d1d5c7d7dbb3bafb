import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { codeOnly, importsOf, sourceFiles } from "./support/imports.ts";
import { ambientUses, inspectRooms } from "./support/rooms.ts";

const root = join(import.meta.dirname, "..");

describe("the rooms of this project", () => {
  it("import only what stands above them, and core through its door", () => {
    const { files, imports, faults } = inspectRooms(root);
    expect(faults).toEqual([]);
    expect(files).toBeGreaterThan(0);
    expect(imports).toBeGreaterThan(0);
  });

  it("speak of Google's services in the script for Google Sheets alone", () => {
    const others = sourceFiles(root, ["core", "desk", "pane", "excel-addin", "bench"]);
    const google = /\b(?:GoogleAppsScript|SpreadsheetApp|LockService|PropertiesService|MailApp|ScriptApp|HtmlService|Utilities)\b/;
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter(({ source }) => google.test(codeOnly(source))).map(({ path }) => path)).toEqual([]);
  });

  it("keep clock, chance and locale out of core", () => {
    const core = sourceFiles(root, ["core"]);
    expect(core.length).toBeGreaterThan(0);
    expect(ambientUses(core)).toEqual([]);
  });
});

describe("the inspection of rooms", () => {
  const planted: string[] = [];
  afterEach(() => {
    for (const folder of planted.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function plant(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), "concord-rooms-"));
    planted.push(folder);
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return folder;
  }

  const faultsOf = (files: Record<string, string>) => inspectRooms(plant(files)).faults;

  it("accepts a tree in order", () => {
    const tree = plant({
      "core/base/result.ts": "export type Result = string;",
      "core/tracking/close.ts": 'import type { Result } from "../base/result.ts";\nimport { split } from "../resolution/split.ts";',
      "core/resolution/split.ts": "export const split = 1;",
      "core/index.ts": 'export { split } from "./resolution/split.ts";',
      "desk/cli/main.ts":
        'import { readFileSync } from "node:fs";\nimport { unzipSync } from "fflate";\nimport { split } from "../../core/index.ts";',
      "excel-addin/main.ts": 'import { pane } from "../pane/pane.tsx";',
    });
    expect(inspectRooms(tree)).toEqual({ files: 6, imports: 7, faults: [] });
  });

  it("finds nothing to look at in an empty tree, and says so", () => {
    expect(faultsOf({})).toEqual([expect.stringMatching(/^no file was found/)]);
  });

  it.each([
    ["upward in core", "core/base/a.ts", "../commands/b.ts", "base may not import commands"],
    ["from core to a host", "core/base/a.ts", "../../desk/b.ts", "core may not import desk"],
    ["of core's own door", "core/base/a.ts", "../index.ts", "the door is for the other rooms"],
    ["of a package in core", "core/base/a.ts", "fflate", "core needs nothing but core"],
    ["of Node in core", "core/base/a.ts", "node:fs", "core does not run on Node only"],
    ["of Node in the pane", "pane/a.tsx", "node:fs", "pane does not run on Node only"],
    ["past core's door", "desk/cli/a.ts", "../../core/base/b.ts", "core/index.ts is the only door"],
    ["of a host in the pane", "pane/a.tsx", "../excel-addin/b.ts", "pane may not import excel-addin"],
    ["from host to host", "sheets-script/a.ts", "../desk/b.ts", "sheets-script may not import desk"],
    ["of a test's helper", "desk/a.ts", "../tests/support/b.ts", "desk may not import tests"],
  ])("catches an import %s", (_, path, specifier, fault) => {
    expect(faultsOf({ [path]: `import { b } from "${specifier}";` })).toEqual([expect.stringContaining(fault)]);
  });

  it("catches neighbours that import each other", () => {
    const faults = faultsOf({ "core/balance/a.ts": 'import "../adopt/b.ts";', "core/adopt/b.ts": 'import "../balance/a.ts";' });
    expect(faults).toEqual([expect.stringContaining("already")]);
  });

  it("catches a file of core that stands in no room", () => {
    expect(faultsOf({ "core/misc/a.ts": "", "core/loose.ts": "" })).toEqual([
      "core/loose.ts stands in no room",
      "core/misc/a.ts stands in no room",
    ]);
  });

  it("sees imports in each way of writing them, and none in comments", () => {
    const source = [
      'import type { A } from "./a.ts"; // import "./not-1.ts"',
      "/* import x from './not-2.ts' */ export { b } from './b.ts';",
      'export type { C } from "./c.ts";',
      'const quote = /["`]/.test(text) ? await import("./d.ts") : null;',
      'let e: import("./e.ts").E;',
      'import "./f.ts";',
      "import {",
      "  g,",
      '} from "./g.ts";',
      'const link = "http://example.com"; export * from "./h.ts";',
      "form.require(`LEN(A1)=0`);",
    ].join("\n");
    expect(importsOf(source).map(({ line, specifier }) => `${line} ${specifier}`)).toEqual([
      "1 ./a.ts",
      "2 ./b.ts",
      "3 ./c.ts",
      "4 ./d.ts",
      "5 ./e.ts",
      "6 ./f.ts",
      "7 ./g.ts",
      "10 ./h.ts",
    ]);
  });

  it("catches clock, chance and locale in code, not in prose", () => {
    const source =
      '// new Date\nconst text = "Date.now()";\nconst now = new Date();\nrows.sort((a, b) => a.localeCompare(b));\nMath.random();';
    expect(ambientUses([{ path: "core/a.ts", source }])).toEqual([
      "core/a.ts:3 uses new Date",
      "core/a.ts:4 uses localeCompare",
      "core/a.ts:5 uses Math.random",
    ]);
  });
});

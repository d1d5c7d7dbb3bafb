import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { allAtOnceManifest, allAtOnceProject } from "../../sheets-script/build/all-at-once-manifest.ts";
import { manifest } from "../support/sheets/built-script.ts";
import { writtenScript } from "../support/sheets/written-script.ts";

const ROOT = join(import.meta.dirname, "../..");
const CLASP = join(ROOT, "node_modules/@google/clasp", clasp().bin.clasp);

function clasp(): { readonly bin: { readonly clasp: string } } {
  return JSON.parse(readFileSync(join(ROOT, "node_modules/@google/clasp/package.json"), "utf8"));
}

const SCRIPT_ID = "x".repeat(57);

function listedIn(folder: string): string[] {
  const answer = execFileSync(process.execPath, [CLASP, "status", "--json"], { cwd: folder, encoding: "utf8" });
  return (JSON.parse(answer) as { filesToPush: string[] }).filesToPush;
}

/** Every file that the repository has, and all that is built, by name; asked of clasp itself, without a login. @param from the folder that clasp runs in */
function filesToPush(from: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "concord-push-"));
  try {
    const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
      .split("\0")
      .filter((path) => path !== "");
    const built = [
      "dist/sheets/concord.js",
      "dist/sheets/sidebar.html",
      "dist/excel/pane.html",
      "dist/excel/functions.js",
      "out/a.json",
      ...["appsscript.json", "concord.js", "sidebar.html"].map((name) => `dist/sheets-all-at-once/${name}`),
    ];
    for (const path of [...tracked, ...built]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), "");
    }
    for (const path of [".claspignore", "appsscript.json"]) cpSync(join(ROOT, path), join(folder, path));
    writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId: SCRIPT_ID, rootDir: "." }));
    // The wider build, once pushed, has left its project file, too.
    writeFileSync(join(folder, "dist/sheets-all-at-once/.clasp.json"), allAtOnceProject(SCRIPT_ID));
    expect(tracked.length).toBeGreaterThan(500);
    return listedIn(join(folder, from));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("what clasp pushes", () => {
  it("is the manifest, the script and the sidebar, and nothing else of the repository", () => {
    expect(filesToPush(".").sort()).toEqual(["appsscript.json", "dist/sheets/concord.js", "dist/sheets/sidebar.html"]);
  });

  it("is the same three files of the wider build, from its own folder", () => {
    expect(filesToPush("dist/sheets-all-at-once").sort()).toEqual(["appsscript.json", "concord.js", "sidebar.html"]);
  });

  it("asks in the wider build for every spreadsheet besides, for the Sheets API alone", () => {
    const wide = allAtOnceManifest(manifest);
    expect(wide.oauthScopes).toEqual([...manifest.oauthScopes, "https://www.googleapis.com/auth/spreadsheets"]);
    expect(wide.dependencies).toEqual({ enabledAdvancedServices: [{ userSymbol: "Sheets", serviceId: "sheets", version: "v4" }] });
    expect({ ...wide, oauthScopes: manifest.oauthScopes, dependencies: manifest.dependencies }).toEqual(manifest);
    expect(manifest.dependencies).toEqual({});
    expect(writtenScript().match(/\bSheets\.\w+/g)).toEqual(["Sheets.Spreadsheets"]);
  });

  it("asks for no more of Google than it uses", () => {
    const code = writtenScript();
    const used: Readonly<Record<string, RegExp>> = {
      "spreadsheets.currentonly": /SpreadsheetApp\.getActive\(/,
      "script.container.ui": /\.showSidebar\(/,
      "script.send_mail": /MailApp\.sendEmail\(/,
      "script.scriptapp": /ScriptApp\.newTrigger\(/,
      "userinfo.email": /Session\.getActiveUser\(\)\.getEmail\(/,
    };
    expect(manifest.oauthScopes.map((scope) => scope.split("/auth/")[1])).toEqual(Object.keys(used));
    for (const [scope, call] of Object.entries(used)) expect(code, scope).toMatch(call);
    expect(code).toMatch(/^\/\*\*[^/]*@OnlyCurrentDoc/);
    expect(code).not.toMatch(/\b(UrlFetchApp|DriveApp|GmailApp|CalendarApp)\b/);
  });
});

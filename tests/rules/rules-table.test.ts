import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commands, say, tableIds, tableOf } from "../../core/index.ts";

/** Every clause of the rules that asks something of the meeting. */
const CLAUSES = [
  ["二(一)", "二(二)1", "二(二)2", "二(三)"],
  ["三(一)1", "三(一)2", "三(二)1", "三(二)2", "三(三)1-2", "三(三)3", "三(三)4", "三(四)1", "三(四)2", "三(四)3"],
  ["四(一)1", "四(一)2-5", "四(二)", "四(三)"],
  ["五1", "五2-3", "五4"],
].flat();

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("docs/rules.md", root), "utf8");
const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
const rows = text
  .split("\n")
  .filter((line) => /^\| [二三四五]/.test(line))
  .map((line) => {
    const [clause = "", asks = "", named = "", sheets = "", tests = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    return { clause, asks, commands: quoted(named), sheets: sheets.split(" "), tests: quoted(tests) };
  });

/** The names of a file's suites and tests, as they begin. */
function titlesIn(path: string): string[] {
  const source = readFileSync(new URL(path, root), "utf8");
  return [...source.matchAll(/\b(?:describe|it)(?:\.each\([\s\S]*?\]\))?\(\s*["'`]([^"'`]+)/g)].map(([, title = ""]) => title);
}

/** `三(三)1-2` is no test of `三(三)1`. */
function isNamedAfter(title: string, clause: string): boolean {
  return title.startsWith(clause) && !/^[\d-]/.test(title.slice(clause.length));
}

describe("docs/rules.md", () => {
  it("has a row for every clause, in their order, and says what each asks in both languages", () => {
    expect(rows.map(({ clause }) => clause)).toEqual(CLAUSES);
    for (const { clause, asks } of rows) expect(asks, clause).toMatch(/[一-龥].*。.*[A-Za-z]{3}.*\.$/);
  });

  it("names commands that there are, and every command that there is", () => {
    const ids = commands.map(({ id }) => id);
    expect(rows.flatMap((row) => row.commands).filter((id) => !ids.some((known) => known === id))).toEqual([]);
    expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
    for (const row of rows) expect(row.commands, row.clause).not.toEqual([]);
  });

  it("names sheets that there are", () => {
    const documents = (
      [
        "minutes-sheet",
        "notice-sheet",
        "signin-sheet",
        "statistics-sheet",
        "dashboard-sheet",
        "balance-sheet",
        "capacity-sheet",
        "components-sheet",
        "changes-sheet",
      ] as const
    ).map((word) => say("zh-CN", word));
    const known = new Set([...tableIds.map((id) => tableOf(id).zh), ...documents]);
    expect(rows.flatMap(({ sheets }) => sheets).filter((sheet) => !known.has(sheet))).toEqual([]);
  });

  it("names test files that there are, each with a test or a suite named after the clause", () => {
    const wrong = rows.flatMap(({ clause, tests }) => {
      if (tests.length === 0) return [`${clause}: no test`];
      return tests
        .filter((path) => !existsSync(new URL(path, root)) || !titlesIn(path).some((title) => isNamedAfter(title, clause)))
        .map((path) => `${clause}: ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it("leaves no file of tests/rules out", () => {
    const files = readdirSync(fileURLToPath(new URL("tests/rules", root))).filter((name) => name.endsWith(".test.ts"));
    const named = new Set(rows.flatMap(({ tests }) => tests));
    expect(files.map((name) => `tests/rules/${name}`).filter((path) => !path.endsWith("rules-table.test.ts") && !named.has(path))).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from "vitest";
import { loadSample } from "../../core/commands/load-sample.ts";
import { setUpWorkbook } from "../../core/commands/set-up-workbook.ts";
import type { Problem, Views } from "../../core/index.ts";
import type { Answer } from "../../pane/runner.ts";
import { sayHere } from "../../sheets-script/words/words.ts";
import { newBook } from "../support/office/open-excel.ts";
import { sampleBook } from "../support/office/person.ts";
import type { AppsScript } from "../support/sheets/apps-script.ts";
import { ask, PERSON, reply } from "../support/sheets/ask.ts";
import { bind } from "../support/sheets/built-script.ts";
import { writtenScript } from "../support/sheets/written-script.ts";

const code = writtenScript();
const setUp = { command: setUpWorkbook.id, input: { company: "恒远机电" } } as const;

const cellsOf = (script: AppsScript): string[] =>
  script.document.workbook.sheets.map(
    (sheet) =>
      `${sheet.name} ${JSON.stringify([...sheet.cells].map(([row, line]) => [row, [...line.values()].map(({ value }) => value)]))}`,
  );
const names = (script: AppsScript): string[] => script.document.workbook.sheets.map(({ name }) => name);
const problems = (answer: Answer): Problem[] => answer.problems.filter(({ severity }) => severity === "error");

describe("the script, asked by the sidebar", () => {
  it("previews without writing, runs what was previewed, and takes it back in another run", () => {
    const script = bind(code, newBook());
    const preview = ask<Answer>(script, { kind: "preview", ...setUp });
    expect(names(script)).toEqual(["Sheet1"]);
    const done = ask<Answer>(script, { kind: "run", ...setUp, expecting: preview.hash });
    expect([done.changes, done.isOutdated, done.canUndo]).toEqual([preview.changes, false, true]);
    expect(names(script).length).toBeGreaterThan(15);
    expect(script.account.held.size).toBe(0);
    const undone = ask<Answer>(script, { kind: "undo" });
    expect(undone.report.map((each) => each.code)).toEqual(["undone"]);
    expect(ask<Answer>(script, { kind: "undo" }).problems).toMatchObject([{ code: "nothing-to-undo" }]);
  });

  it("shows the new preview instead of acting where the spreadsheet changed since", () => {
    const script = bind(code, newBook());
    const answer = ask<Answer>(script, { kind: "run", ...setUp, expecting: "of something else" });
    expect(answer.isOutdated).toBe(true);
    expect(names(script)).toEqual(["Sheet1"]);
  });

  it("keeps the way back from even the largest command within what Google keeps for an account", () => {
    const script = bind(code, newBook());
    expect(ask<Answer>(script, { kind: "run", command: loadSample.id, input: {} }).canUndo).toBe(true);
    const kept = [...script.account.properties("user owner@example.com")];
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.reduce((sum, [key, value]) => sum + key.length + value.length, 0)).toBeLessThan(450_000);
    const undone = ask<Answer>(script, { kind: "undo" });
    expect(problems(undone)).toEqual([]);
  });

  it("answers every screen, for the person who asks", async () => {
    const script = bind(code, await sampleBook("zh-CN"));
    expect(ask<Views["week"]>(script, { kind: "view", view: "week" }).book).toBe("concord");
    expect(ask<Views["actions"]>(script, { kind: "view", view: "actions" }).lines.length).toBeGreaterThan(10);
    expect(script.last.calls.filter(({ name }) => /\.set|\.insert|\.delete/.test(name))).toEqual([]);
  });

  it("names whoever has not said a name by their account, and nobody where Google keeps that back", () => {
    const userOf = (change: (script: AppsScript) => void): string => {
      const script = bind(code, newBook());
      change(script);
      ask(script, { kind: "run", ...setUp }, { ...PERSON, name: "" });
      const log = script.document.workbook.sheet("日志") ?? expect.fail(names(script).join());
      return JSON.stringify([...log.cells.values()].map((line) => [...line.values()].map(({ value }) => value)));
    };
    expect(userOf(() => undefined)).toContain("owner@example.com");
    expect(userOf(({ account }) => account.refuse("userinfo.email"))).not.toContain("owner@example.com");
    expect(
      userOf(({ account }) => {
        account.showsEmail = false;
      }),
    ).not.toContain("owner@example.com");
  });

  it("waits for another's command, and does nothing where that takes too long", () => {
    const script = bind(code, newBook());
    script.account.locks.set("document", script.account.clock.now + 5_000);
    expect(problems(ask<Answer>(script, { kind: "run", ...setUp }))).toEqual([]);
    const before = cellsOf(script);
    script.account.locks.set("document", script.account.clock.now + 60_000);
    const answer = ask<Answer>(script, { kind: "run", command: loadSample.id, input: {} });
    expect(answer.problems).toMatchObject([{ code: "host-says", params: { sentence: sayHere("zh-CN", "sheets-locked") } }]);
    expect(cellsOf(script)).toEqual(before);
  });

  it("lets go of the lock whatever goes wrong, and says what Google said", () => {
    const script = bind(code, newBook());
    script.account.fault = ({ name }) => (name === "Spreadsheet.insertSheet" ? "Service error: Spreadsheets" : undefined);
    const answer = ask<Answer>(script, { kind: "run", ...setUp });
    expect(problems(answer)).toHaveLength(1);
    expect(JSON.stringify(answer.problems)).toContain("Service error: Spreadsheets");
    script.account.fault = undefined;
    expect(problems(ask<Answer>(script, { kind: "run", ...setUp }))).toEqual([]);
  });

  it("tells how far a run is, and stops it before its next batch", () => {
    const script = bind(code, newBook());
    ask(script, { kind: "cancel", course: "1" });
    const answer = ask<Answer>(script, { kind: "run", ...setUp, course: "1" });
    expect(answer.problems.map((each) => each.code)).toEqual([expect.stringMatching(/^cancelled/)]);
    expect(problems(ask<Answer>(script, { kind: "run", ...setUp, course: "2" }))).toEqual([]);
    expect(ask<[number, number]>(script, { kind: "progress", course: "2" })[1]).toBeGreaterThan(0);
    expect(ask(script, { kind: "progress", course: "3" })).toBeNull();
  });

  it("keeps the profile of each account apart", () => {
    const script = bind(code, newBook());
    const profile = { name: "李雪", department: "质量部", language: "en", theme: "dark", isIntroduced: true } as const;
    ask(script, { kind: "keep-profile", profile });
    const opened = (): string => {
      script.run("openConcordPane");
      return script.account.shown.at(-1)?.content ?? "";
    };
    expect(opened()).toContain(JSON.stringify(profile));
    script.account.user = "another@example.com";
    expect(opened()).not.toContain("李雪");
  });

  it("selects the cell that is asked for, and says so where it is gone", () => {
    const script = bind(code, newBook());
    ask(script, { kind: "reveal", at: { sheet: "Sheet1", row: 4, column: 2 } });
    expect(script.document.selected).toMatchObject({ sheet: "Sheet1", area: { row: 4, column: 2 } });
    expect(reply(script, { kind: "reveal", at: { sheet: "Gone", row: 0, column: 0 } })).toHaveProperty("problem");
  });
});

import { describe, expect, it } from "vitest";
import { commands, say, sheetFunctions } from "../../core/index.ts";
import { commandFunction, customFunction } from "../../sheets-script/top-level.ts";
import type { Opening } from "../../sheets-script/wire.ts";
import { newBook } from "../support/office/open-excel.ts";
import { sampleBook } from "../support/office/person.ts";
import type { MenuItem } from "../support/sheets/account.ts";
import type { AppsScript } from "../support/sheets/apps-script.ts";
import { bind } from "../support/sheets/built-script.ts";
import { writtenScript } from "../support/sheets/written-script.ts";

const code = writtenScript();
const sample = { "zh-CN": await sampleBook("zh-CN"), en: await sampleBook("en") };

function handlersIn(items: readonly MenuItem[]): string[] {
  return items.flatMap(({ handler, items: below }) => [...(handler === undefined ? [] : [handler]), ...(below ? handlersIn(below) : [])]);
}

function openingOf(script: AppsScript): Opening {
  const { content } = script.account.shown.at(-1) ?? expect.fail("nothing was shown");
  const json = /id="opening">([^<]*)</.exec(content)?.[1] ?? "";
  return JSON.parse(json) as Opening;
}

describe("the built script's menu", () => {
  it.each(["zh-CN", "en"] as const)(
    "has every command once, in the workbook's language (%s), and names functions that exist",
    (language) => {
      const script = bind(code, sample[language]);
      script.document.locale = language === "en" ? "zh_CN" : "en_US";
      script.run("onOpen");
      const menu = script.account.menus[0] ?? expect.fail("no menu");
      const captions = menu.items.flatMap(({ caption, items = [] }) => [caption, ...items.map((each) => each.caption)]);
      for (const { title } of commands) expect(captions.filter((caption) => caption === say(language, title))).toHaveLength(1);
      const there = new Set(script.functions());
      const named = handlersIn(menu.items);
      expect(named.length).toBeGreaterThan(commands.length);
      expect(named.filter((name) => !there.has(name))).toEqual([]);
    },
  );

  it("looks at no more than a few cells to be made, so that opening is not kept waiting", () => {
    const script = bind(code, sample["zh-CN"]);
    script.run("onOpen");
    expect(script.last.calls.filter(({ name }) => name.endsWith(".getValues"))).toHaveLength(1);
  });

  it("opens the pane with what is known of the person, whichever way its page came there", () => {
    const script = bind(code, newBook());
    const page = script.account.files.get("dist/sheets/sidebar") ?? "";
    script.account.files.clear();
    script.account.files.set("sidebar", page);
    script.account.properties("user owner@example.com").set("concord-device", JSON.stringify({ name: "</script>$&", isIntroduced: true }));
    script.run("openConcordPane");
    expect(script.account.shown).toMatchObject([{ kind: "sidebar" }]);
    expect(openingOf(script).profile).toMatchObject({ name: "</script>$&", language: "zh-CN", isIntroduced: true });
  });

  it("shows the form of a command that asks, and what a larger one would do, before anything is done", async () => {
    const workbook = await sampleBook("zh-CN");
    const before = workbook.sheets.length;
    const script = bind(code, workbook);
    script.run(commandFunction("propose-topic"));
    expect(openingOf(script).task).toEqual({ command: "propose-topic", asks: true });
    script.run(commandFunction("set-up-workbook"));
    expect(openingOf(script).task?.command).toBe("set-up-workbook");
    expect(script.account.shown.map(({ kind }) => kind)).toEqual(["dialog", "dialog"]);
    expect(workbook.sheets.length).toBe(before);
  });

  it("does at once what is small or nothing, and says so", async () => {
    const script = bind(code, await sampleBook("zh-CN"));
    const quiet = commands.filter(({ id }) => id === "check-workbook" || id === "upgrade-workbook");
    for (const { id } of quiet) script.run(commandFunction(id));
    expect(script.document.toasts.length + script.account.shown.length).toBe(quiet.length);
  });
});

describe("the custom functions", () => {
  const script = bind(code, newBook());
  const call = (id: string, ...given: readonly unknown[]) => script.run(customFunction(id), ...given);

  it("are all there, named so that a formula finds them", () => {
    const there = script.functions();
    expect(sheetFunctions.length).toBeGreaterThan(5);
    for (const { id } of sheetFunctions) {
      expect(there).toContain(customFunction(id));
      expect(code).toMatch(new RegExp(`@customfunction\\n \\*/\\nfunction ${customFunction(id)}\\(`));
    }
  });

  it("give a range for a range", () => {
    expect(call("PAB", 64, [[0, 0, 70]], [[33, 30, 30]])).toEqual([[31, 1, 41]]);
  });

  it.each(["Asia/Shanghai", "America/New_York"])("take and give dates as days of the spreadsheet's zone (%s)", (zone) => {
    const local = bind(
      `${code}\nfunction dates() {
      const zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
      const given = Utilities.parseDate("2026-02-13", zone, "yyyy-MM-dd");
      return CONCORD_WORKDAY_AFTER([[given]], 1).map((row) => row.map((day) => Utilities.formatDate(day, zone, "yyyy-MM-dd")));
    }`,
      newBook(),
    );
    local.document.timeZone = zone;
    expect(local.run("dates")).toEqual([["2026-02-14"]]);
  });

  it("say what is wrong with which argument", () => {
    expect(() => call("PAB", 64, [["x"]], [[1]])).toThrow("生产");
    script.document.locale = "en_GB";
    expect(() => call("PAB", 64, [["#N/A"]], [[1]])).toThrow("production");
    script.document.locale = "zh_CN";
  });

  it("spoil only the cell that is at fault", () => {
    expect(call("WORKDAYS", [["2026-02-13"], ["once"]], "2026-02-14")).toEqual([[1], [expect.stringMatching(/^#VALUE! /)]]);
  });
});

describe("the script as Apps Script runs it", () => {
  it("is refused with a global that Google does not have", () => {
    const planted = code.replace("function onOpen() {", "function onOpen() {\n  structuredClone({});");
    expect(() => bind(planted, newBook()).run("onOpen")).toThrow("structuredClone is not defined");
  });

  it("keeps no name but its functions and its one object", () => {
    const strange = bind(code, newBook())
      .functions()
      .filter((name) => !new RegExp(`^function ${name}\\(`, "m").test(code));
    expect(strange).toEqual([]);
  });
});

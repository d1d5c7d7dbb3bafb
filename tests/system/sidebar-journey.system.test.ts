import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commandFunction } from "../../sheets-script/top-level.ts";
import { sayHere } from "../../sheets-script/words/words.ts";
import { launchBrowser } from "../support/office/browser.ts";
import { FirstWeek } from "../support/office/first-week.ts";
import { mouse } from "../support/office/hands.ts";
import { sampleBook } from "../support/office/person.ts";
import type { Seat } from "../support/office/sitting.ts";
import { builtSheets } from "../support/sheets/built-sheets.ts";
import { SheetsPlanner } from "../support/sheets/planner.ts";

const built = await builtSheets();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function atSheets(seat: Seat, entry: string, work: (planner: SheetsPlanner) => Promise<void>): Promise<void> {
  const planner = await SheetsPlanner.sit(browser, built, seat, entry);
  try {
    await work(planner);
  } catch (error) {
    await planner.picture("failed");
    throw error;
  }
  expect(planner.complaints).toEqual([]);
  expect(new Set(planner.requests.map((url) => new URL(url).host))).toEqual(new Set(["script.example"]));
  await planner.leave();
}

/** The whole way, from an empty spreadsheet to minutes that are recorded, recorded again and taken back. */
async function walk(planner: SheetsPlanner, way: "startsNew" | "looksAtSample"): Promise<void> {
  const week = new FirstWeek(planner, mouse);
  await week[way]();
  await week.plansMeetings();
  await week.makesMinutes();
  week.typesMinutes();
  let named: readonly string[] = [];
  expect(
    await week.records("record", async () => {
      named = await week.goesToProblems();
    }),
  ).toEqual([0, 1, 0]);
  expect(named.length).toBe(3);
  await week.closes();
  week.fixesMinutes();
  const before = week.cells();
  expect(await week.records("record-again")).toEqual([1, 0, 1]);
  await week.undoes(before);
}

describe("a planner's first week in the sidebar of Google Sheets, 300 px wide", { timeout: 300_000 }, () => {
  it("leads in Chinese and light from an empty spreadsheet to recorded minutes, and back", () =>
    atSheets({ isStranger: true }, "openConcordPane", (planner) => walk(planner, "startsNew")));

  it("leads in English and dark from the sample to recorded minutes, and back", () =>
    atSheets({ isStranger: true, language: "en", look: "dark" }, "openConcordPane", (planner) => walk(planner, "looksAtSample")));
});

describe("the sidebar", { timeout: 300_000 }, () => {
  it.each(["zh-CN", "en"] as const)("sends a meeting's notice once everybody it goes to was seen (%s)", async (language) => {
    const workbook = await sampleBook(language, "plan-meetings", "prepare-meeting");
    const look = language === "en" ? "dark" : "light";
    await atSheets({ workbook, language, look }, "openConcordPane", async (planner) => {
      planner.script.account.mailQuota = 5;
      await planner.turnTo("more");
      await planner.button(planner.titleOf("send-notice")).click();
      await planner.button(planner.t("go-on")).click();
      await planner.button(planner.t("do-it")).click();
      const card = planner.page.locator(".mail-part");
      await card.getByRole("button").click();
      await card.locator(".recipients").first().waitFor();
      await planner.picture("mail-plan");
      expect(planner.script.account.sent).toEqual([]);
      await card.getByRole("button").first().click();
      await card.getByRole("status").waitFor();
      await planner.picture("mail-sent");
      expect(planner.script.account.sent).toHaveLength(1);
      await planner.button(planner.t("close")).last().click();
      await planner.turnTo("settings");
      await planner.page.getByRole("switch").click();
      await vi.waitFor(() => expect(planner.script.account.triggers).toHaveLength(1), 5_000);
      await planner.picture("daily");
    });
  });

  it("explains that several accounts are signed in, and goes on once they are not", async () => {
    await atSheets({ workbook: await sampleBook("zh-CN") }, "openConcordPane", async (planner) => {
      await planner.page.locator("#screen .list").first().waitFor();
      planner.google.refusal = "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
      await planner.tab("actions").click();
      await planner.page.getByText(sayHere("zh-CN", "sheets-several-accounts")).first().waitFor();
      await planner.picture("several-accounts");
      planner.google.refusal = null;
      await planner.turnTo("actions");
    });
  });

  it("opens as a dialog for one command from the menu, and closes with it", async () => {
    const workbook = await sampleBook("zh-CN");
    await atSheets({ workbook, width: 440 }, commandFunction("propose-topic"), async (planner) => {
      await planner.page.locator(".command-form").waitFor();
      await planner.picture("dialog");
      await planner.button(planner.t("cancel")).click();
      await vi.waitFor(async () => expect(await planner.isClosed()).toBe(true), 5_000);
    });
  });
});

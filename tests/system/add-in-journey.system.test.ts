import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/office/browser.ts";
import { builtAddin } from "../support/office/built-addin.ts";
import { FirstWeek } from "../support/office/first-week.ts";
import { type Hands, keyboard, mouse } from "../support/office/hands.ts";
import { Person } from "../support/office/person.ts";
import type { Seat } from "../support/office/sitting.ts";

const built = await builtAddin();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

type Way = "startsNew" | "looksAtSample";

/** The whole way, from an empty workbook to minutes that are recorded, recorded again and taken back. */
async function walk(seat: Seat, way: Way, handsOf: (person: Person) => Hands): Promise<void> {
  const person = await Person.sit(browser, built, { ...seat, isStranger: true });
  const week = new FirstWeek(person, handsOf(person));
  try {
    await steps(person, week, way);
  } catch (error) {
    await person.picture("failed");
    throw error;
  }
  await person.leave();
}

async function steps(person: Person, week: FirstWeek, way: Way): Promise<void> {
  await week[way]();
  await week.plansMeetings();
  await week.makesMinutes();
  week.typesMinutes();
  let named: readonly string[] = [];
  const first = await week.records("record", async () => {
    named = await week.goesToProblems();
  });
  expect(first).toEqual([0, 1, 0]);
  expect(named.length).toBe(3);
  await week.closes();
  week.fixesMinutes();
  const before = week.cells();
  expect(await week.records("record-again")).toEqual([1, 0, 1]);
  await week.undoes(before);
  expect(person.complaints).toEqual([]);
  const hosts = new Set(person.excel.requests.map((url) => new URL(url).host));
  expect([...hosts].sort()).toEqual(["addin.example", "appsforoffice.microsoft.com"]);
}

describe.concurrent("a planner's first week in the built pane", { timeout: 300_000 }, () => {
  it("leads by mouse, in Chinese and light, from an empty workbook to a register with recorded minutes, and back", () =>
    walk({}, "startsNew", () => mouse));

  it("leads by mouse, in English and dark, from the sample to recorded minutes, and back", () =>
    walk({ language: "en", look: "dark" }, "looksAtSample", () => mouse));

  it("leads there by keyboard alone", () => walk({ language: "en", look: "contrast" }, "startsNew", ({ page }) => keyboard(page)));
});

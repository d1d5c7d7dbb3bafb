import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFinds, overflowing, unfold, walkByTab } from "../support/office/access.ts";
import { launchBrowser } from "../support/office/browser.ts";
import { builtAddin } from "../support/office/built-addin.ts";
import { Person, sampleBook } from "../support/office/person.ts";
import { SCREENS } from "../support/office/sitting.ts";

const built = await builtAddin();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const LOOKS = ["light", "dark", "contrast"] as const;

describe("every screen of the built pane, 320 pixels wide", { timeout: 300_000 }, () => {
  it.concurrent.each([
    ["zh-CN", "sample"],
    ["zh-CN", "empty"],
    ["en", "sample"],
    ["en", "empty"],
  ] as const)("fits and is sound to axe-core in %s on a %s workbook, light, dark and in high contrast", async (language, book) => {
    const workbook = book === "sample" ? { workbook: await sampleBook(language, "plan-meetings") } : {};
    const person = await Person.sit(browser, built, { ...workbook, language, width: 320 });
    const faults: string[] = [];
    for (const screen of SCREENS) {
      await person.turnTo(screen);
      await unfold(person.page);
      for (const look of LOOKS) {
        await person.putOn(look);
        const found = [...(await axeFinds(person.page)), ...(await overflowing(person.page))];
        faults.push(...found.map((fault) => `${screen} ${look}: ${fault}`));
        if (look === (language === "en" ? "dark" : "light")) await person.picture(`320-${book}-${screen}`);
      }
    }
    expect(faults).toEqual([]);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});

describe("the keyboard's way through a screen", () => {
  it.each([
    ["zh-CN", "light"],
    ["en", "contrast"],
  ] as const)("is in the order in which one reads, and shows where it is, in %s and %s", async (language, look) => {
    const person = await Person.sit(browser, built, { workbook: await sampleBook(language), language, look });
    // So tall that nothing scrolls or sticks.
    await person.page.setViewportSize({ width: 350, height: 6_000 });
    for (const screen of SCREENS) {
      await person.turnTo(screen);
      const { stops, faults } = await walkByTab(person.page, 20);
      expect(faults, screen).toEqual([]);
      expect(stops.length, screen).toBeGreaterThan(6);
    }
    await person.leave();
  });
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toIso } from "../../core/index.ts";
import { launchBrowser } from "../support/office/browser.ts";
import { builtAddin } from "../support/office/built-addin.ts";
import { Person, sampleBook } from "../support/office/person.ts";
import { day } from "../support/office/sitting.ts";

const built = await builtAddin();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("the dashboard's period in the built pane", () => {
  it.each(["zh-CN", "en"] as const)("is chosen from the keyboard, by name or by two days, and keeps the keyboard: %s", async (language) => {
    const person = await Person.sit(browser, built, { workbook: await sampleBook(language), language, width: 320, look: "dark" });
    const { page } = person;
    await person.turnTo("actions");
    await person.button(person.t("tab-dashboard")).click();
    await page.locator(".tile").first().waitFor();
    const shown = (): Promise<string> => page.locator("#screen p.quiet").first().innerText();
    const usual = await shown();
    const choice = page.getByLabel(person.t("period-label"), { exact: true });
    await choice.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(shown, { timeout: 30_000 }).not.toBe(usual);
    await page.locator(".reading").waitFor({ state: "detached" });
    expect(await choice.evaluate((each) => [document.activeElement === each, (each as HTMLSelectElement).value])).toEqual([
      true,
      "lastQuarter",
    ]);
    await person.picture("dashboard-quarter");
    await choice.selectOption("own");
    const [from, until] = [
      page.getByLabel(person.t("period-from"), { exact: true }),
      page.getByLabel(person.t("period-until"), { exact: true }),
    ];
    await until.fill(toIso(day() - 60));
    await from.fill(toIso(day()));
    await page.getByText(person.t("period-backwards")).waitFor();
    await from.fill(toIso(day() - 61));
    await expect.poll(() => page.locator("table.figures").first().locator("tbody tr").count(), { timeout: 30_000 }).toBeLessThan(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await person.picture("dashboard-own-days");
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});

import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** How a person works the pane. */
export interface Hands {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
};

/** Nothing on any screen is further away than this. */
const MOST_STOPS = 150;

/** Only keys: Tab until it is reached, then Enter. */
export function keyboard(page: Page): Hands {
  return {
    press: async (target) => {
      await goTo(page, target);
      await page.keyboard.press("Enter");
    },
    write: async (target, text) => {
      await goTo(page, target);
      await page.keyboard.insertText(text);
    },
  };
}

export async function goTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const before: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    before.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? ""));
  }
  expect.fail(`Tab never came to ${target}, only to ${before.slice(0, 40).join(" | ")}`);
}

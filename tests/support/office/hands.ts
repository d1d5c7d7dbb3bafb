import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** How a person works the pane. */
export interface Hands {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** Chooses in a list by what it shows. */
  choose(target: Locator, label: string): Promise<void>;
  /** Leaves what is open, whose button for that is given. */
  leave(button: Locator): Promise<void>;
  /** Goes to a tab of the pane. */
  turnTo(tab: Locator): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, label) => {
    await target.selectOption({ label });
  },
  leave: (button) => button.click(),
  turnTo: (tab) => tab.click(),
};

/** Nothing on any screen is further away than this. */
const MOST_STOPS = 150;

/** Only keys: Tab until it is reached, then Enter, or the arrows within a list and between tabs. */
export function keyboard(page: Page): Hands {
  const chosen = (select: Locator): Promise<string> =>
    select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? "");
  return {
    press: async (target) => {
      await goTo(page, target);
      await page.keyboard.press("Enter");
    },
    write: async (target, text) => {
      await goTo(page, target);
      await page.keyboard.insertText(text);
    },
    choose: async (target, label) => {
      await goTo(page, target);
      for (let key = 0; key < MOST_STOPS && (await chosen(target)) !== label; key++) await page.keyboard.press("ArrowDown");
      expect(await chosen(target)).toBe(label);
    },
    leave: async (button) => {
      await button.waitFor();
      await page.keyboard.press("Escape");
    },
    turnTo: async (tab) => {
      await goTo(page, page.locator('[role="tab"][tabindex="0"]'));
      for (let key = 0; key < 4 && !(await hasFocus(tab)); key++) await page.keyboard.press("ArrowRight");
      expect(await tab.getAttribute("aria-selected")).toBe("true");
    },
  };
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Tab until it has the focus, which must be to be seen. */
async function goTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const before: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(target)) return expect(await page.evaluate(() => document.activeElement?.matches(":focus-visible"))).toBe(true);
    await page.keyboard.press("Tab");
    before.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? ""));
  }
  expect.fail(`Tab never came to ${target}, only to ${before.slice(0, 40).join(" | ")}`);
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  readonly axe: {
    run(options: object): Promise<{
      readonly passes: readonly unknown[];
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}

/** What axe-core finds wrong with the page as it is now, whatever the impact; it must have found something right, too. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { passes, violations } = await page.evaluate(async () => {
    const found = await (window as unknown as Axe).axe.run({ resultTypes: ["violations"] });
    return {
      passes: found.passes.length,
      violations: found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, " ").slice(0, 240)}`),
      ),
    };
  });
  return passes > 10 ? violations : [`axe-core looked at too little: ${passes} rules passed`, ...violations];
}

/** What does not fit: a page that scrolls sideways, and text that its box cuts off. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const cut = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (element) =>
        /hidden|clip/.test(getComputedStyle(element).overflowX) &&
        getComputedStyle(element).clipPath === "none" &&
        element.scrollWidth > element.clientWidth + 1 &&
        (element.textContent ?? "").trim() !== "",
    );
    const outside = [...document.querySelectorAll<HTMLElement>("button, input, select, p, h1, h2, h3, li, label, summary")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && getComputedStyle(element).position !== "absolute",
    );
    const named = (element: HTMLElement): string => `${element.tagName} ${element.className} ${(element.textContent ?? "").slice(0, 40)}`;
    return [...sideways, ...cut.map((element) => `cut: ${named(element)}`), ...outside.map((element) => `outside: ${named(element)}`)];
  });
}

/** Opens everything that is folded, group by group, as a person would. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator("#screen details:not([open]) > summary");
  for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.first().click();
}

interface Stop {
  readonly name: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Walks the page by Tab from its start, and says what is wrong: a stop that looks the same with and
 * without the focus, or that stands before the one before it.
 */
export async function walkByTab(
  page: Page,
  most: number,
): Promise<{ readonly stops: readonly Stop[]; readonly faults: readonly string[] }> {
  const stops: Stop[] = [];
  const faults: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  while (stops.length < most) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopHere);
    if (stop === null) break;
    if (!(await isSeen(page, stop))) faults.push(`the focus on ${stop.name} is not to be seen`);
    const last = stops.at(-1);
    if (last && comesBefore(stop.box, last.box)) faults.push(`${stop.name} comes after ${last.name} but stands before it`);
    stops.push(stop);
  }
  return { stops, faults };
}

/** Runs in the page. */
function stopHere(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  // A hidden radio button is seen by its label.
  const shown = element.closest("label") ?? element;
  const { x, y, width, height } = shown.getBoundingClientRect();
  return {
    name: `${element.tagName} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 30)}`,
    box: { x, y, width, height },
  };
}

async function isSeen(page: Page, { box }: Stop): Promise<boolean> {
  const clip = { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 };
  const withFocus = await page.screenshot({ clip, animations: "disabled" });
  await page.evaluate(() => {
    const own = window as unknown as { left: HTMLElement | null };
    own.left = document.activeElement as HTMLElement | null;
    own.left?.blur();
  });
  const without = await page.screenshot({ clip, animations: "disabled" });
  await page.evaluate(() => (window as unknown as { left: HTMLElement | null }).left?.focus({ preventScroll: true }));
  return !withFocus.equals(without);
}

function comesBefore(box: Stop["box"], last: Stop["box"]): boolean {
  const isAbove = box.y + box.height <= last.y + 1;
  const isLeft = box.x + box.width <= last.x + 1 && box.y < last.y + last.height - 1;
  return isAbove || isLeft;
}

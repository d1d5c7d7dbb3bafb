import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { cellAddress, commandById, type Language, parseIso, type TableId } from "../../../core/index.ts";
import { DeskHost } from "../../../desk/host/desk-host.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { wordsOf } from "../../../pane/words/words.tsx";
import { Minutes } from "../../journey/planner.ts";
import { rowsOf } from "../rows-of.ts";

/** A Monday morning in the factory, the day of the sample's next meeting. */
const TODAY = "2026-11-23";
export const NOW = `${TODAY}T09:30:00+08:00`;
const PICTURES = join(import.meta.dirname, "../../../test-results/pictures");

export const SCREENS = ["week", "actions", "balance", "register", "settings", "more"] as const;
export type Look = "light" | "dark" | "contrast";

export interface Seat {
  readonly workbook?: Workbook;
  readonly language?: Language;
  readonly look?: Look;
  readonly width?: number;
  /** Nobody has said yet who sits here. */
  readonly isStranger?: boolean;
}

/** Somebody with the built pane open, in whatever host: what they see, and what they type into cells. */
export abstract class Sitting {
  private pictures = 0;

  protected constructor(
    readonly page: Page,
    readonly workbook: Workbook,
    readonly language: Language,
    private look: Look,
    /** The folder of pictures that they keep. */
    private readonly album: string,
  ) {}

  /** What the browser complained about. */
  abstract get complaints(): readonly string[];

  /** The cell that is selected in the workbook. */
  protected abstract get selection(): { readonly sheet: string; readonly row: number; readonly column: number } | undefined;

  /** The pane's own words. */
  get t(): ReturnType<typeof wordsOf>["t"] {
    return wordsOf(this.language).t;
  }

  get say(): ReturnType<typeof wordsOf>["say"] {
    return wordsOf(this.language).say;
  }

  titleOf(command: string): string {
    return this.say((commandById(command) ?? expect.fail(`no command ${command}`)).title);
  }

  button(name: string | RegExp, within: Locator | Page = this.page): Locator {
    return within.getByRole("button", { name, exact: true });
  }

  tab(id: "week" | "actions" | "balance" | "register" | "settings"): Locator {
    return this.page.locator(`#tab-${id}`);
  }

  /** The words of the command that is being done, once it has come to rest. */
  async settled(): Promise<string> {
    await this.page.locator(".command .buttons").first().waitFor();
    await this.page.locator(".progress").waitFor({ state: "detached" });
    return this.page.locator(".command").innerText();
  }

  /** Opens a screen and waits for what it shows. */
  async turnTo(screen: (typeof SCREENS)[number]): Promise<void> {
    await (screen === "more" ? this.button(this.t("more")) : this.tab(screen)).click();
    await this.page.locator("#screen :is(.list, .empty, .first-run, .command-entry)").first().waitFor();
    await this.page.locator(".reading").waitFor({ state: "detached" });
  }

  /** The system turns dark, light or to high contrast. */
  async putOn(look: Look): Promise<void> {
    this.look = look;
    await this.page.emulateMedia(systemOf(look));
    await this.page.locator(`.pane[data-look=${look}]`).waitFor();
    await this.page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => undefined));
  }

  minutes(): Minutes {
    const sheet = this.workbook.sheets.find((each) => String(each.cell(0, 0)?.value ?? "").startsWith("#minutes "));
    return new Minutes(sheet ?? expect.fail("no minutes"), new DeskHost(this.workbook));
  }

  rows(table: TableId): ReturnType<typeof rowsOf> {
    return rowsOf(this.workbook, table, this.language, day());
  }

  /** The cell that is selected, as a person names it. */
  get selected(): string {
    const at = this.selection;
    return at ? `${at.sheet} ${cellAddress(at.row, at.column)}` : "";
  }

  /** Keeps what is to be seen, for people to look at. */
  async picture(name: string): Promise<void> {
    mkdirSync(join(PICTURES, this.album), { recursive: true });
    const path = join(PICTURES, this.album, `${this.language}-${this.look}-${String(++this.pictures).padStart(2, "0")}-${name}.png`);
    const size = this.page.viewportSize() ?? { width: 350, height: 720 };
    // As tall as its content: nothing that stays in view lies over the rest.
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ ...size, height: Math.max(size.height, height) });
    await this.page.screenshot({ path, animations: "disabled" });
    await this.page.setViewportSize(size);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

export function systemOf(look: Look): { readonly colorScheme: "light" | "dark"; readonly forcedColors: "active" | "none" } {
  return { colorScheme: look === "dark" ? "dark" : "light", forcedColors: look === "contrast" ? "active" : "none" };
}

export function day(): number {
  return parseIso(TODAY) ?? expect.fail(TODAY);
}

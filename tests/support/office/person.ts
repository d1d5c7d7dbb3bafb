import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { expect } from "vitest";
import { cellAddress, commandById, type Language, parseIso, run, type TableId } from "../../../core/index.ts";
import { DeskHost } from "../../../desk/host/desk-host.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { wordsOf } from "../../../pane/words/words.tsx";
import { Minutes } from "../../journey/planner.ts";
import { rowsOf } from "../rows-of.ts";
import { OfficeBridge } from "./bridge.ts";
import { EXCEL_2021 } from "./browser.ts";
import type { BuiltAddin } from "./built-addin.ts";
import { newBook } from "./open-excel.ts";
import { type OfficePage, openPage } from "./page.ts";

/** A Monday morning in the factory, the day of the sample's next meeting. */
const TODAY = "2026-11-23";
const NOW = `${TODAY}T09:30:00+08:00`;
const PICTURES = join(import.meta.dirname, "../../../test-results/pictures/pane");

export const SCREENS = ["week", "actions", "register", "settings", "more"] as const;
export type Look = "light" | "dark" | "contrast";

export interface Seat {
  readonly workbook?: Workbook;
  readonly language?: Language;
  readonly look?: Look;
  readonly width?: number;
  /** Nobody has said yet who sits here. */
  readonly isStranger?: boolean;
}

/** Somebody at Excel with the built pane open: what they see, and what they type into cells. */
export class Person {
  private pictures = 0;

  private constructor(
    readonly excel: OfficePage,
    readonly workbook: Workbook,
    readonly bridge: OfficeBridge,
    /** Milliseconds that Excel takes for each answer. */
    readonly pace: { wait: number },
    readonly language: Language,
    private look: Look,
  ) {}

  static async sit(browser: Browser, { folder }: BuiltAddin, seat: Seat = {}): Promise<Person> {
    const { workbook = newBook(), language = "zh-CN", look = "light", width = 350, isStranger = false } = seat;
    const bridge = new OfficeBridge(workbook, () => null);
    const pace = { wait: 0 };
    const side = {
      bridge,
      sets: EXCEL_2021,
      language: language === "en" ? "en-US" : "zh-CN",
      pace: () => new Promise<void>((resolve) => (pace.wait > 0 ? setTimeout(resolve, pace.wait) : resolve())),
    };
    const excel = await openPage(browser, folder, side, {
      now: NOW,
      timezoneId: "Asia/Shanghai",
      viewport: { width, height: 720 },
      ...systemOf(look),
      reducedMotion: "reduce",
      ...(isStranger ? {} : { storageState: knownDevice(language) }),
    });
    excel.page.setDefaultTimeout(60_000);
    await excel.page.locator(".tabs").waitFor();
    return new Person(excel, workbook, bridge, pace, language, look);
  }

  get page(): OfficePage["page"] {
    return this.excel.page;
  }

  /** What the browser complained about; Office.js itself would tell Microsoft how it is used, and the page lets nothing out. */
  get complaints(): string[] {
    return this.excel.complaints.filter((complaint) => !complaint.includes("browser.pipe.aria.microsoft.com"));
  }

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

  button(name: string | RegExp, within: Locator | OfficePage["page"] = this.page): Locator {
    return within.getByRole("button", { name, exact: true });
  }

  tab(id: "week" | "actions" | "register" | "settings"): Locator {
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
    const at = this.bridge.selected;
    return at ? `${at.sheet} ${cellAddress(at.row, at.column)}` : "";
  }

  /** Keeps what is to be seen, for people to look at. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const path = join(PICTURES, `${this.language}-${this.look}-${String(++this.pictures).padStart(2, "0")}-${name}.png`);
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

function systemOf(look: Look): { readonly colorScheme: "light" | "dark"; readonly forcedColors: "active" | "none" } {
  return { colorScheme: look === "dark" ? "dark" : "light", forcedColors: look === "contrast" ? "active" : "none" };
}

function day(): number {
  return parseIso(TODAY) ?? expect.fail(TODAY);
}

/** The device of somebody who has said who they are. */
function knownDevice(language: Language): { cookies: []; origins: { origin: string; localStorage: { name: string; value: string }[] }[] } {
  const person = language === "en" ? { name: "Gu Ting", department: "Operations" } : { name: "顾婷", department: "运营管理部" };
  const profile = { ...person, language, theme: "automatic", isIntroduced: true };
  const localStorage = [{ name: "concord-device", value: JSON.stringify(profile) }];
  return { cookies: [], origins: [{ origin: "https://addin.example", localStorage }] };
}

/** The sample factory, with what was done in it since. */
export async function sampleBook(language: Language, ...ids: readonly string[]): Promise<Workbook> {
  const workbook = newBook();
  const context = { today: day(), now: 570, user: { name: "顾婷", department: "运营管理部" }, language };
  for (const id of ["load-sample", ...ids]) {
    const outcome = await run(new DeskHost(workbook), commandById(id) ?? expect.fail(`no command ${id}`), {}, context);
    expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  }
  return workbook;
}

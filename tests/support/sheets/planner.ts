import type { Browser, Page } from "playwright-core";
import type { Language } from "../../../core/index.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { newBook } from "../office/open-excel.ts";
import { type Look, NOW, type Seat, Sitting, systemOf } from "../office/sitting.ts";
import type { AppsScript } from "./apps-script.ts";
import { bind } from "./built-script.ts";
import type { BuiltSheets } from "./built-sheets.ts";

/** Where Google serves a script's page; nothing leaves this machine. */
const ADDRESS = "https://script.example/";

/** The width of a sidebar, which is Google's to say. */
const SIDEBAR = 300;

interface GoogleWindow {
  googleRuns(name: string, request: string): Promise<{ value?: unknown; error?: string }>;
  google: unknown;
  isClosed: boolean;
}

/** Somebody at Google Sheets with the built sidebar open. */
export class SheetsPlanner extends Sitting {
  private constructor(
    page: Page,
    workbook: Workbook,
    readonly script: AppsScript,
    readonly complaints: string[],
    /** Every address that was asked for. */
    readonly requests: readonly string[],
    /** What Google says to every call instead of running it. */
    readonly google: { refusal: string | null },
    language: Language,
    look: Look,
  ) {
    super(page, workbook, language, look, "sidebar");
  }

  /** Opens the sidebar from the menu, or what a menu entry shows instead. */
  static async sit(browser: Browser, built: BuiltSheets, seat: Seat = {}, entry = "openConcordPane"): Promise<SheetsPlanner> {
    const { workbook = newBook(), language = "zh-CN", look = "light", width = SIDEBAR, isStranger = false } = seat;
    const script = bind(built.code, workbook);
    script.account.files.set("dist/sheets/sidebar", built.page);
    script.account.clock.now = Date.parse(NOW);
    script.document.locale = language === "en" ? "en_GB" : "zh_CN";
    if (!isStranger) introduce(script, language);
    script.run(entry);
    const shown = script.account.shown.at(-1);
    if (!shown) throw new Error(`${entry} showed nothing`);

    const context = { viewport: { width, height: 720 }, timezoneId: "Asia/Shanghai", reducedMotion: "reduce" as const };
    const page = await browser.newPage({ ...context, ...systemOf(look) });
    page.setDefaultTimeout(60_000);
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.route("**/*", (route) => {
      requests.push(route.request().url());
      return route.fulfill({ body: shown.content, contentType: "text/html; charset=utf-8" });
    });
    const google = { refusal: null };
    await beGoogle(page, script, google);
    await page.goto(ADDRESS);
    await page.locator(entry === "openConcordPane" ? ".tabs" : ".command").waitFor();
    return new SheetsPlanner(page, workbook, script, complaints, requests, google, language, look);
  }

  protected get selection(): Sitting["selection"] {
    const { selected } = this.script.document;
    return selected && { sheet: selected.sheet, row: selected.area.row, column: selected.area.column };
  }

  /** The dialog was closed by its own script. */
  isClosed(): Promise<boolean> {
    return this.page.evaluate(() => (window as unknown as GoogleWindow).isClosed);
  }
}

function introduce(script: AppsScript, language: Language): void {
  const person = language === "en" ? { name: "Gu Ting", department: "Operations" } : { name: "顾婷", department: "运营管理部" };
  const profile = { ...person, language, theme: "automatic", isIntroduced: true };
  script.account.properties(`user ${script.account.user}`).set("concord-device", JSON.stringify(profile));
}

/** Milliseconds that one answer after the other takes: a later question is often answered first. */
const DELAYS = [120, 10, 60, 0, 90, 30];

/** `google.script` of the page. Each call is a run of its own, which has to answer with text. */
async function beGoogle(page: Page, script: AppsScript, google: SheetsPlanner["google"]): Promise<void> {
  let calls = 0;
  await page.exposeFunction("googleRuns", async (name: string, request: string) => {
    const delay = DELAYS[calls++ % DELAYS.length] ?? 0;
    let answer: { value?: unknown; error?: string };
    try {
      answer = google.refusal === null ? { value: script.run(name, request) } : { error: google.refusal };
    } catch (error) {
      answer = { error: error instanceof Error ? error.message : String(error) };
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
    return answer;
  });
  await page.addInitScript(() => {
    const own = window as unknown as GoogleWindow;
    own.isClosed = false;
    const runner = (succeed: (value: unknown) => void, fail: (error: Error) => void): unknown => ({
      withSuccessHandler: (handle: typeof succeed) => runner(handle, fail),
      withFailureHandler: (handle: typeof fail) => runner(succeed, handle),
      concordServe: (request: string) =>
        void own
          .googleRuns("concordServe", request)
          .then(({ value, error }) => (error === undefined ? succeed(value) : fail(new Error(error)))),
    });
    own.google = {
      script: {
        get run() {
          return runner(
            () => {},
            () => {},
          );
        },
        host: {
          close: () => {
            own.isClosed = true;
          },
        },
      },
    };
  });
}

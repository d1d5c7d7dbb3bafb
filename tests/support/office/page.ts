import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { OfficeBridge } from "./bridge.ts";
import type { RequestBody } from "./request.ts";

/** Where the built add-in is served in these tests; nothing leaves this machine. */
export const ADDIN = "https://addin.example/concord";
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
};

/** A press of a button of the ribbon, and the completions that Excel was told of. */
export interface OfficePage {
  readonly page: Page;
  /** What the browser complained about, and addresses that nobody serves. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** Presses a button as Excel does. */
  press(action: string): Promise<void>;
  /** The actions that were said to be completed. */
  completed(): Promise<readonly string[]>;
  /** What was asked of Excel beside the workbook, such as `SetAppRuntimeState("Visible")`, which opens the pane. */
  readonly services: readonly string[];
}

interface ExcelSide {
  readonly bridge: OfficeBridge;
  /** The requirement sets that it says it has. */
  readonly sets: Readonly<Record<string, string>>;
  /** The language of its menus; Chinese where left out. */
  readonly language?: string;
  /** Called before each answer: Excel that takes its time. */
  readonly pace?: () => Promise<void>;
}

/** What the person's browser is like, and which time it is for them. */
export interface Surroundings extends BrowserContextOptions {
  readonly now?: string;
}

/** What a task pane is when it opens. */
const PANE = { width: 350, height: 720 };

/** Opens the built page in a browser, with Microsoft's Office.js unchanged, inside Excel's task pane or outside of Excel. */
export async function openPage(
  browser: Browser,
  folder: string,
  excel?: ExcelSide,
  { now, ...context }: Surroundings = {},
): Promise<OfficePage> {
  const page = await browser.newPage({ viewport: PANE, ...context });
  if (now !== undefined) await setClock(page, now);
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/*", (route) => {
    requests.push(route.request().url());
    const file = fileFor(route.request().url(), folder);
    if (file !== null && existsSync(file)) return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? "" });
    complaints.push(`nobody serves ${route.request().url()}`);
    return route.fulfill({ status: 404 });
  });
  const services: string[] = [];
  if (excel) await beExcel(page, excel, services);
  await page.goto(`${ADDIN}/pane.html`);
  return {
    page,
    complaints,
    requests,
    services,
    press: (action) => page.evaluate((name) => (window as unknown as ExcelWindow).excelPresses(name), action),
    completed: () => page.evaluate(() => (window as unknown as ExcelWindow).excelCompleted),
  };
}

/** The page's day and time; Playwright's own clock takes the measurements away that Office.js reads. */
async function setClock(page: Page, now: string): Promise<void> {
  await page.addInitScript((ahead) => {
    window.Date = new Proxy(Date, {
      construct: (date, given, itself) => Reflect.construct(date, given.length > 0 ? given : [date.now() + ahead], itself) as object,
      get: (date, name) => (name === "now" ? () => date.now() + ahead : Reflect.get(date, name)),
    });
  }, Date.parse(now) - Date.now());
}

function fileFor(url: string, folder: string): string | null {
  const { href } = new URL(url);
  if (href.startsWith(`${ADDIN}/`)) return join(folder, decodeURI(href.slice(ADDIN.length)));
  const office = dirname(fileURLToPath(import.meta.resolve("@microsoft/office-js/dist/office.js")));
  return href.startsWith(OFFICE_JS) ? join(office, href.slice(OFFICE_JS.length)) : null;
}

interface Answered {
  readonly statusCode: number;
  readonly body: string;
}

interface ExcelWindow {
  excelAnswers(request: string): Promise<Answered>;
  excelPresses(action: string): void;
  excelCompleted: string[];
}

/** Runtime, ribbon and custom functions are services of their own, without a part in the workbook. */
function isForService({ ObjectPaths }: RequestBody): boolean {
  return Object.values(ObjectPaths).some(({ Name = "" }) => /^Microsoft\.(InternalService|AppRuntime|ExcelServices)\./.test(Name));
}

function argumentsOf(info: { readonly Arguments?: readonly unknown[] } | undefined): string {
  return (info?.Arguments ?? []).map((each) => JSON.stringify(each)).join(", ");
}

/** Excel's side of the page, as Office.js on Windows finds it; requests go on to the workbook in memory. */
async function beExcel(page: Page, { bridge, sets, language = "zh-CN", pace }: ExcelSide, services: string[]): Promise<void> {
  let id = 0;
  const waiting = new Map<number, (answer: Answered) => void>();
  await page.exposeFunction("excelAnswers", async (body: string): Promise<Answered> => {
    const request = JSON.parse(body) as RequestBody;
    if (isForService(request)) {
      services.push(...request.Actions.flatMap(({ Name, ArgumentInfo }) => (Name ? [`${Name}(${argumentsOf(ArgumentInfo)})`] : [])));
      return { statusCode: 200, body: JSON.stringify({ Results: request.Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) }) };
    }
    await pace?.();
    bridge.onMessageFromHost = (text) => {
      const answer = JSON.parse(text) as { id: number; message: Answered };
      waiting.get(answer.id)?.(answer.message);
    };
    return new Promise<Answered>((resolve) => {
      waiting.set(++id, resolve);
      bridge.sendMessageToHost(JSON.stringify({ id, message: { body } }));
    });
  });
  await page.addInitScript(
    ({ supported, menus }) => {
      const own = window as unknown as ExcelWindow;
      own.excelCompleted = [];
      const ACTION_INVOKED = 39;
      const ACTION_COMPLETED = 94;
      const RICH_API = 93;
      const INTERNAL_ERROR = 5001;
      const list = (...items: unknown[]) => ({ toArray: () => items });
      let invoke = (_id: number, _event: unknown): void => {};
      own.excelPresses = (action) => invoke(ACTION_INVOKED, list(action, action, JSON.stringify({ source: { id: action } })));
      const context = {
        GetAppType: () => 1,
        GetSolutionRef: () => "concord",
        GetAppVersionMajor: () => 16,
        GetAppVersionMinor: () => 1,
        GetAppUILocale: () => menus,
        GetAppDataLocale: () => menus,
        GetDocUrl: () => "book.xlsx",
        GetAppCapabilities: () => 0,
        GetActivationMode: () => 0,
        GetControlIntegrationLevel: () => 0,
        GetSolutionToken: () => "",
        GetSupportedMatrix: () => JSON.stringify(supported),
        GetSettings: () => ({ Read: () => {} }),
      };
      const external = {
        GetHostInfo: () => `Excel$Win32$16.01$${menus}$$$$3`,
        GetContext: () => context,
        Execute: (method: number, given: unknown[], answer: (result: unknown) => void) => {
          if (method === ACTION_COMPLETED) own.excelCompleted.push(String(given[0]));
          if (method !== RICH_API) return answer(list(0));
          const request = (given[0] as unknown[])[4] as string;
          void own
            .excelAnswers(request)
            .then(({ statusCode, body }) => answer(statusCode === 200 ? list(0, [statusCode, [], body]) : list(INTERNAL_ERROR)));
        },
        RegisterEvent: (event: number, _target: string, onEvent: typeof invoke, done: (status: unknown) => void) => {
          if (event === ACTION_INVOKED) invoke = onEvent;
          done(list(0));
        },
        UnregisterEvent: () => {},
      };
      Object.defineProperty(window, "external", { value: external });
    },
    { supported: sets, menus: language },
  );
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
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
}

/** Opens the built page in a browser, with Microsoft's Office.js unchanged, inside Excel's task pane or outside of Excel. */
export async function openPage(browser: Browser, folder: string, excel?: ExcelSide): Promise<OfficePage> {
  const page = await browser.newPage({ viewport: { width: 350, height: 720 } });
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/*", (route) => {
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
    services,
    press: (action) => page.evaluate((name) => (window as unknown as ExcelWindow).excelPresses(name), action),
    completed: () => page.evaluate(() => (window as unknown as ExcelWindow).excelCompleted),
  };
}

function fileFor(url: string, folder: string): string | null {
  const { href } = new URL(url);
  if (href.startsWith(`${ADDIN}/`)) return join(folder, decodeURI(href.slice(ADDIN.length)));
  const office = dirname(fileURLToPath(import.meta.resolve("@microsoft/office-js/dist/office.js")));
  return href.startsWith(OFFICE_JS) ? join(office, href.slice(OFFICE_JS.length)) : null;
}

interface ExcelWindow {
  excelAnswers(request: string): Promise<string>;
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
async function beExcel(page: Page, { bridge, sets }: ExcelSide, services: string[]): Promise<void> {
  let id = 0;
  const waiting = new Map<number, (body: string) => void>();
  await page.exposeFunction("excelAnswers", (body: string) => {
    const request = JSON.parse(body) as RequestBody;
    if (isForService(request)) {
      services.push(...request.Actions.flatMap(({ Name, ArgumentInfo }) => (Name ? [`${Name}(${argumentsOf(ArgumentInfo)})`] : [])));
      return JSON.stringify({ Results: request.Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) });
    }
    bridge.onMessageFromHost = (text) => {
      const answer = JSON.parse(text) as { id: number; message: { body: string } };
      waiting.get(answer.id)?.(answer.message.body);
    };
    return new Promise<string>((resolve) => {
      waiting.set(++id, resolve);
      bridge.sendMessageToHost(JSON.stringify({ id, message: { body } }));
    });
  });
  await page.addInitScript((supported) => {
    const own = window as unknown as ExcelWindow;
    own.excelCompleted = [];
    const ACTION_INVOKED = 39;
    const ACTION_COMPLETED = 94;
    const RICH_API = 93;
    const list = (...items: unknown[]) => ({ toArray: () => items });
    let invoke = (_id: number, _event: unknown): void => {};
    own.excelPresses = (action) => invoke(ACTION_INVOKED, list(action, action, JSON.stringify({ source: { id: action } })));
    const context = {
      GetAppType: () => 1,
      GetSolutionRef: () => "concord",
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: () => "zh-CN",
      GetAppDataLocale: () => "zh-CN",
      GetDocUrl: () => "book.xlsx",
      GetAppCapabilities: () => 0,
      GetActivationMode: () => 0,
      GetControlIntegrationLevel: () => 0,
      GetSolutionToken: () => "",
      GetSupportedMatrix: () => JSON.stringify(supported),
      GetSettings: () => ({ Read: () => {} }),
    };
    const external = {
      GetHostInfo: () => "Excel$Win32$16.01$zh-CN$$$$3",
      GetContext: () => context,
      Execute: (method: number, given: unknown[], answer: (result: unknown) => void) => {
        if (method === ACTION_COMPLETED) own.excelCompleted.push(String(given[0]));
        if (method !== RICH_API) return answer(list(0));
        const request = (given[0] as unknown[])[4] as string;
        void own.excelAnswers(request).then((body) => answer(list(0, [200, [], body])));
      },
      RegisterEvent: (event: number, _target: string, onEvent: typeof invoke, done: (status: unknown) => void) => {
        if (event === ACTION_INVOKED) invoke = onEvent;
        done(list(0));
      },
      UnregisterEvent: () => {},
    };
    Object.defineProperty(window, "external", { value: external });
  }, sets);
}

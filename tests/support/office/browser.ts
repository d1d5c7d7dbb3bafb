import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../tools.ts";

/** The requirement sets of the oldest Excel that Concord runs in. */
export const EXCEL_2021 = { ExcelApi: "1.14", SharedRuntime: "1.1" };

/** A browser that asks for nothing by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { commandById, type Language, run } from "../../../core/index.ts";
import { DeskHost } from "../../../desk/host/desk-host.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { OfficeBridge } from "./bridge.ts";
import { EXCEL_2021 } from "./browser.ts";
import type { BuiltAddin } from "./built-addin.ts";
import { newBook } from "./open-excel.ts";
import { type OfficePage, openPage } from "./page.ts";
import { day, type Look, NOW, type Seat, Sitting, systemOf } from "./sitting.ts";

/** Somebody at Excel with the built pane open. */
export class Person extends Sitting {
  private constructor(
    readonly excel: OfficePage,
    workbook: Workbook,
    readonly bridge: OfficeBridge,
    /** Milliseconds that Excel takes for each answer. */
    readonly pace: { wait: number },
    language: Language,
    look: Look,
  ) {
    super(excel.page, workbook, language, look, "pane");
  }

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

  /** What the browser complained about; Office.js itself would tell Microsoft how it is used, and the page lets nothing out. */
  get complaints(): string[] {
    return this.excel.complaints.filter((complaint) => !complaint.includes("browser.pipe.aria.microsoft.com"));
  }

  protected get selection(): OfficeBridge["selected"] {
    return this.bridge.selected;
  }
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

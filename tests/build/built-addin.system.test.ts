import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandById, parseIso, run } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { functionsMetadata } from "../../excel-addin/functions/metadata.ts";
import { manifestXml } from "../../excel-addin/manifest/manifest.ts";
import { FIRST_PAINT_LIMIT, firstPaint } from "../support/first-paint.ts";
import { EXCEL_2021, launchBrowser } from "../support/office/browser.ts";
import { BUILD, builtAddin } from "../support/office/built-addin.ts";
import { newBook, openExcel } from "../support/office/open-excel.ts";
import { ADDIN, openPage } from "../support/office/page.ts";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "concord-build-"));
const { folder, said } = await builtAddin();

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

describe("npm run build", () => {
  it("writes all that a static host needs, for the address given", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
    expect(files).toEqual(
      expect.arrayContaining(["pane.html", "functions.js", "manifest.xml", "icons/concord-64.png", "icons/minutes-16.png"]),
    );
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(textOf("manifest.xml")).toBe(manifestXml({ base: ADDIN, version }));
    for (const language of ["zh-CN", "en"] as const)
      expect(JSON.parse(textOf(`functions.${language}.json`))).toEqual(functionsMetadata(language));
    const assets = files.filter((file) => /^assets\/.*\.(js|css)$/.test(file));
    expect(assets.length).toBeGreaterThan(3);
    expect(assets.filter((file) => !/-[\w-]{8}\.(js|css)$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  });

  it("leaves Office.js to Microsoft, and lets no other script in", () => {
    const page = textOf("pane.html");
    const scripts = [...page.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].map(([, url]) => url);
    expect(scripts[0]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(scripts.slice(1).every((url) => url?.startsWith("./assets/"))).toBe(true);
    expect(/script-src ([^;]+)/.exec(page)?.[1]).toBe("'self' https://appsforoffice.microsoft.com");
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    for (const file of firstPaint(folder).files) expect(textOf(file)).not.toContain("RichApiMessageUtility");
  });

  it("keeps the pane light, and says how light", () => {
    const { files, kilobytes } = firstPaint(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(FIRST_PAINT_LIMIT);
    const stated = /\((\d+) kB gzip/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
    expect(Math.abs(Number(stated) - kilobytes)).toBeLessThanOrEqual(1);
    expect(said).toContain(`${kilobytes.toFixed(1)} kB gzip`);
  });

  it.each([
    ["http://example.com/concord", "https"],
    ["example.com", "https"],
    ["https://example.com/?a=1", "?"],
  ])("says what is wrong with the address %s, and writes nothing", (base, why) => {
    const out = join(scratch, "never");
    const { status, stderr } = spawnSync(process.execPath, [BUILD, "--base", base, "--out", out], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain(why);
    expect(readdirSync(scratch)).not.toContain("never");
  });

  it("takes Office.js from the other cloud for a tenant of 21Vianet", () => {
    const out = join(scratch, "china");
    execFileSync(process.execPath, [BUILD, "--cloud", "21vianet", "--out", out]);
    const page = readFileSync(join(out, "pane.html"), "utf8");
    expect(page).toContain('src="https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js"');
    expect(page).toContain("script-src 'self' https://appsforoffice.cdn.partner.office365.cn;");
    expect(page).not.toContain("appsforoffice.microsoft.com");
  });
});

describe("the built page", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser?.close());

  it("says in both languages where it belongs when it is opened outside Excel", async () => {
    const { page } = await openPage(browser, folder);
    await page.getByText("请在 Excel 中打开").waitFor();
    await page.getByText("Please open Concord in Excel").waitFor();
  });

  it("says in both languages that an Excel is too old", async () => {
    const { page } = await openPage(browser, folder, { bridge: openExcel().bridge, sets: { ...EXCEL_2021, ExcelApi: "1.12" } });
    await page.getByText("此版本的 Excel 不支持 Concord").waitFor();
    await page.getByText("This version of Excel cannot run Concord").waitFor();
  });

  it("shows the meeting, does what the ribbon asks, shows it with Undo, and the browser has nothing to complain of", async () => {
    const workbook = newBook();
    await loadSample(workbook);
    const before = workbook.sheets.length;
    const excel = await openPage(browser, folder, { bridge: openExcel(workbook).bridge, sets: EXCEL_2021 });
    await excel.page.getByText("产销协调例会").first().waitFor();
    await excel.press("generateMinutes");
    await excel.page.getByText("已生成会议").waitFor();
    expect(workbook.sheets.length).toBe(before + 1);
    expect(await excel.completed()).toEqual(["generateMinutes"]);
    expect(excel.services).toContain('SetAppRuntimeState("Visible")');
    await excel.page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => workbook.sheets.length, { timeout: 30_000 }).toBe(before);
    // Office.js would tell Microsoft how it is used; the page lets nothing out but to Office.js's own address.
    expect(excel.complaints.filter((complaint) => !complaint.includes("browser.pipe.aria.microsoft.com"))).toEqual([]);
  });

  it("asks first what is wanted in a workbook without a register", async () => {
    const { bridge } = openExcel();
    const excel = await openPage(browser, folder, { bridge, sets: EXCEL_2021 });
    await excel.page.getByText("示例").first().waitFor();
    await excel.press("refreshTracking");
    await expect.poll(() => excel.completed()).toEqual(["refreshTracking"]);
    expect(excel.services).toContain('SetAppRuntimeState("Visible")');
  });
});

/** The sample factory around today: the page has a clock of its own. */
async function loadSample(workbook: Workbook): Promise<void> {
  const command = commandById("load-sample") ?? expect.fail("no load-sample");
  const today = parseIso(new Date().toISOString().slice(0, 10)) ?? Number.NaN;
  const context = { today, now: 600, user: { name: "顾婷", department: "运营管理部" }, language: "zh-CN" } as const;
  await run(new DeskHost(workbook), command, {}, context);
}

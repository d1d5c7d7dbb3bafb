import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/office/browser.ts";
import { builtAddin } from "../support/office/built-addin.ts";
import { Person, sampleBook } from "../support/office/person.ts";
import { typeAt } from "../support/rows-of.ts";

const built = await builtAddin();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Before the sample's coming meetings, with the preview of planning them open. */
async function planning(): Promise<Person> {
  const person = await Person.sit(browser, built, { workbook: await sampleBook("zh-CN") });
  await person.button(person.titleOf("plan-meetings")).click();
  await person.button(person.t("do-it")).waitFor();
  return person;
}

const meetings = async (person: Person): Promise<number> => (await person.rows("meetings")).length;

describe("the built pane in trouble", () => {
  it("waits while a cell is being edited, says so, and goes on by itself", async () => {
    const person = await planning();
    person.bridge.refusesWith = "InvalidOperationInCellEditMode";
    await person.button(person.t("do-it")).click();
    await person.page.locator(".command").getByText(person.t("finish-editing")).waitFor();
    await person.picture("trouble-editing");
    expect(await meetings(person)).toBe(6);
    person.bridge.refusesWith = undefined;
    await person.button(person.t("undo")).waitFor();
    expect(await meetings(person)).toBe(10);
    await person.leave();
  });

  it("tells that the connection broke, and completes when run again", async () => {
    const person = await planning();
    // What writes is cut off.
    person.bridge.beforeSync = (sync) => {
      const isWrite = person.bridge.actions.at(-1)?.some((action) => action.startsWith("set "));
      if (isWrite) person.bridge.fault ??= { sync, afterActions: 3 };
    };
    await person.button(person.t("do-it")).click();
    await person.page.locator(".problem.error, [role=alert]").first().waitFor();
    await person.picture("trouble-connection");
    expect(person.bridge.fault).toBeDefined();
    await person.button(person.t("try-again")).click();
    await person
      .button(person.t("do-it"))
      .or(person.button(person.t("undo")))
      .first()
      .waitFor();
    if (await person.button(person.t("do-it")).isVisible()) await person.button(person.t("do-it")).click();
    await person.button(person.t("undo")).waitFor();
    const numbers = (await person.rows("meetings")).map(({ no }) => no);
    expect(numbers).toHaveLength(10);
    expect(new Set(numbers).size).toBe(10);
    await person.leave();
  });

  it("shows the changes anew where somebody else changed the workbook since", async () => {
    const person = await planning();
    const sheet = person.workbook.sheet("会议台账") ?? expect.fail("no meetings");
    await typeAt(person.workbook, "settings", "planWeeks", "value", "2");
    const before = sheet.used().rows;
    await person.button(person.t("do-it")).click();
    await person.page.getByText(person.t("outdated")).waitFor();
    await person.picture("trouble-outdated");
    expect(sheet.used().rows).toBe(before);
    await person.button(person.t("do-it")).click();
    await person.button(person.t("undo")).waitFor();
    expect(await meetings(person)).toBe(8);
    await person.leave();
  });

  it("does nothing unseen where a sheet was deleted since", async () => {
    const person = await planning();
    const { sheets } = person.workbook;
    sheets.splice(
      sheets.findIndex(({ name }) => name === "会议台账"),
      1,
    );
    const left = sheets.length;
    await person.button(person.t("do-it")).click();
    await person.page.locator(".notice, .problem").first().waitFor();
    await person.picture("trouble-deleted");
    expect(sheets.length).toBe(left);
    await person.leave();
  });

  it("stops a long run when asked, and has done nothing or all of a batch", async () => {
    const person = await planning();
    person.pace.wait = 900;
    await person.button(person.t("do-it")).click();
    const cancel = person.button(person.t("cancel"), person.page.locator(".progress"));
    await cancel.click();
    await person.page.getByText(person.say("cancelled")).waitFor();
    await person.picture("trouble-cancelled");
    expect(await meetings(person)).toBe(6);
    await person.leave();
  });
});

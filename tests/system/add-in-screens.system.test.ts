import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands, nameIn, settingOf } from "../../core/index.ts";
import { launchBrowser } from "../support/office/browser.ts";
import { builtAddin } from "../support/office/built-addin.ts";
import { Person, sampleBook } from "../support/office/person.ts";
import { overtypeIn } from "../support/overtyping.ts";

const built = await builtAddin();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("the screens of the built pane", () => {
  it("speak the other language at once, and the next time", async () => {
    const person = await Person.sit(browser, built, { workbook: await sampleBook("zh-CN") });
    await person.page.getByRole("heading", { name: "现在要做的事" }).waitFor();
    await person.button("English").click();
    await person.page.getByRole("heading", { name: "To do now" }).waitFor();
    expect(await person.page.locator("html").getAttribute("lang")).toBe("en");
    expect(await person.page.locator(".tabs").innerText()).not.toMatch(/\p{Script=Han}/u);
    await person.page.reload();
    await person.page.getByRole("heading", { name: "To do now" }).waitFor();
    await person.leave();
  });

  it("offer every command there is, and none twice", async () => {
    const person = await Person.sit(browser, built);
    await person.turnTo("more");
    const listed = await person.page.locator("#screen button").allInnerTexts();
    const settings = commands.filter(({ id }) => id === "change-settings");
    const titles = commands.filter((command) => !settings.includes(command)).map(({ title }) => person.say(title));
    expect([...listed].sort()).toEqual([...titles].sort());
    expect(settings).toHaveLength(1);
    await person.leave();
  });

  it("take a setting only where it holds, and write it to its cell", async () => {
    const workbook = await sampleBook("zh-CN");
    const person = await Person.sit(browser, built, { workbook });
    const settingNow = async (code: string) => (await person.rows("settings")).find((row) => row.code === code)?.value;
    const standard = await settingNow("planWeeks");
    await person.turnTo("settings");
    const weeks = person.page.getByLabel(nameIn("zh-CN", settingOf("planWeeks")));
    await weeks.fill("很多");
    const message = person.page.locator(".fui-Field__validationMessage");
    await message.waitFor();
    expect(await message.innerText()).not.toBe("");
    expect(await weeks.getAttribute("aria-invalid")).toBe("true");
    const save = person.button(person.t("correct-first"));
    expect(await save.getAttribute("aria-disabled")).toBe("true");
    await person.picture("setting-wrong");
    await weeks.fill("6");
    await message.waitFor({ state: "detached" });
    expect(await settingNow("planWeeks")).toBe(standard);
    await person.button(person.t("save-settings", { n: 1 })).click();
    await person.button(person.t("undo")).waitFor();
    await person.picture("setting-saved");
    expect(await settingNow("planWeeks")).toBe("6");
    await person.leave();
  });

  it("show the actions that a filter names, and find them by word", async () => {
    const person = await Person.sit(browser, built, { workbook: await sampleBook("zh-CN") });
    await person.turnTo("actions");
    const cards = person.page.locator("#screen li.card");
    for (const filter of ["overdue", "unconfirmed", "open", "closed"] as const) {
      const label = person.page.locator("label.filter", { hasText: person.t(`filter-${filter}`) });
      const count = Number(await label.locator(".filter-count").innerText());
      await label.click();
      await person.page.getByText(person.t("items-shown", { n: count })).waitFor();
      expect(count, filter).toBeGreaterThan(0);
      expect(await cards.count()).toBe(count);
      if (filter === "overdue") for (const card of await cards.allInnerTexts()) expect(card).toContain(person.say("light-overdue"));
    }
    await person.page.locator("label.filter", { hasText: person.t("filter-open") }).click();
    const number = await cards.first().locator(".cover").innerText();
    await person.page.getByLabel(person.t("search-actions")).fill(number);
    await person.page.getByText(person.t("items-shown", { n: 1 })).waitFor();
    await cards.first().click();
    await expect.poll(() => person.selected).not.toBe("");
    await person.page.getByLabel(person.t("search-actions")).fill("没有这样的事");
    await person.page.getByText(person.t("nothing-found")).waitFor();
    await person.leave();
  });

  it("list what is out of balance, and make a topic of it in one press", async () => {
    const workbook = await sampleBook("zh-CN", "plan-meetings", "refresh-balance");
    const person = await Person.sit(browser, built, { workbook, width: 320 });
    await person.turnTo("balance");
    const cards = person.page.locator("#screen li.card");
    const all = await cards.count();
    await person.picture("balance");
    const shortages = person.page.locator("label.filter", { hasText: "缺货" });
    await shortages.click();
    expect(await cards.count()).toBeLessThan(all);
    await cards.first().locator("summary").click();
    await person.picture("balance-shortage");
    await cards.first().locator(".cover").click();
    await expect.poll(() => person.selected).toContain("失衡清单");
    await cards.first().getByRole("button", { name: "提为议题" }).click();
    await person.settled();
    if ((await person.page.locator(".command").innerText()).includes(person.t("do-it"))) await person.button(person.t("do-it")).click();
    await person.button(person.t("undo")).waitFor();
    expect((await person.rows("topics")).filter(({ section }) => section === "balance").length).toBeGreaterThan(0);
    await person.leave();
  });

  it.each([
    ["en", "light"],
    ["zh-CN", "dark"],
  ] as const)("say what changed since the last meeting, and lead to what was typed, in %s and %s", async (language, look) => {
    const workbook = await sampleBook(language, "plan-meetings", "generate-minutes");
    overtypeIn(
      workbook,
      "productionPlan",
      ({ product, period }) => product === "JD-800" && period === "2026-W51",
      "planned",
      (was) => was + 700,
    );
    overtypeIn(
      workbook,
      "forecast",
      ({ product, period }) => product === "QX-1100" && period === "2026-W53",
      "quantity",
      (was) => was + 90,
    );
    for (const code of ["BP-900", "ZB-250", "WQ-1500"])
      for (const field of ["onHand", "usable"])
        overtypeIn(
          workbook,
          "stock",
          ({ product }) => product === code,
          field,
          (was) => was - 65,
        );
    const person = await Person.sit(browser, built, { workbook, width: 320, look, language });
    await person.turnTo("balance");
    const since = person.page.getByRole("region", { name: person.t("since-meeting") });
    await since.waitFor();
    await person.picture(`since-meeting-${look}-${language}`);
    expect(await since.locator("li").count()).toBe(3);
    await since.getByRole("button", { name: person.t("since-more", { n: 2 }) }).click();
    expect(await since.locator("li").count()).toBe(5);
    await since.getByRole("button", { name: /^JD-800/ }).click();
    await expect.poll(() => person.selected).toContain(language === "en" ? "Production plan" : "生产计划");
    await since.getByRole("button", { name: person.t("since-print") }).click();
    await person.settled();
    if ((await person.page.locator(".command").innerText()).includes(person.t("do-it"))) await person.button(person.t("do-it")).click();
    await person.button(person.t("undo")).waitFor();
    expect(workbook.sheet(language === "en" ? "Balance changes" : "产销变化表")).toBeDefined();
    await person.leave();
  });

  it.each(["zh-CN", "en"] as const)("share out what is short among its orders, each shown with why first (%s)", async (language) => {
    const workbook = await sampleBook(language, "refresh-balance");
    const person = await Person.sit(browser, built, { workbook, width: 320, language });
    const picture = (name: string) => person.picture(`${name}-${language}`);
    const shares = async () => (await person.rows("orders")).flatMap(({ allocated }) => (allocated === null ? [] : [allocated]));
    await person.turnTo("balance");
    await person.page
      .locator("#screen")
      .getByRole("button", { name: person.t("allocate-short") })
      .first()
      .click();
    await picture("allocate-form");
    await person.page.locator(".command form button[type=submit]").click();
    await person.button(person.t("do-it")).waitFor();
    expect(await person.page.locator(".command li.problem").count()).toBe(3);
    await picture("allocate-preview");
    expect(await shares()).toEqual([]);
    await person.button(person.t("do-it")).click();
    await person.button(person.t("undo")).waitFor();
    await picture("allocate-done");
    expect([...(await shares())].sort()).toEqual([0, 60, 720]);
    await person.button(person.t("close")).click();
    await person.turnTo("actions");
    await person.button(person.t("tab-dashboard")).click();
    await person.page.locator("#screen .tiles").waitFor();
    await picture("dashboard-measures");
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("have a plan worked out by a solver in a worker, and adopt it cell by cell", async () => {
    const workbook = await sampleBook("zh-CN", "plan-meetings", "refresh-balance");
    const person = await Person.sit(browser, built, { workbook });
    await person.turnTo("balance");
    await person.button(person.t("plan-propose")).click();
    await person.button(person.t("plan-look")).waitFor();
    await person.picture("plan-proposed");
    const planned = async () => (await person.rows("productionPlan")).map((row) => row.planned).join();
    const before = await planned();
    await person.button(person.t("plan-look")).click();
    await person.button(person.t("do-it")).click();
    await person.button(person.t("undo")).waitFor();
    expect(await planned()).not.toBe(before);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("find meetings by word, year and state", async () => {
    const person = await Person.sit(browser, built, { workbook: await sampleBook("en", "plan-meetings"), language: "en" });
    await person.turnTo("register");
    const cards = person.page.locator("#screen li.card");
    expect(await cards.count()).toBe(10);
    const search = person.page.getByLabel(person.t("search-meetings"));
    await search.fill("W45");
    await person.page.getByText(person.t("meetings-shown", { n: 1 })).waitFor();
    await search.fill("");
    await person.page.getByLabel(person.t("state")).selectOption({ label: "Planned" });
    await person.page.getByText(person.t("meetings-shown", { n: 4 })).waitFor();
    expect(await cards.count()).toBe(4);
    await person.leave();
  });
});

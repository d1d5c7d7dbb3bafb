import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtAddin } from "../support/office/built-addin.ts";
import { launchBrowser } from "../support/office/browser.ts";
import { goTo, keyboard, mouse, type Hands } from "../support/office/hands.ts";
import { Person } from "../support/office/person.ts";
import { serial } from "../journey/planner.ts";
import { differences, tell } from "../support/book.ts";

const built = await builtAddin();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const said = {
  "zh-CN": {
    name: "顾婷", department: "运营管理部",
    topic: "QX-750 交期", discussion: "客户要求提前一周交货", resolution: "生产部调整排产，提前一周交货", kind: "决议",
    owner: "孙海涛", ownerDepartment: "生产部",
    task: "补齐轴承 500 套", doneWhen: "入库 500 套",
    question: "第二供应商何时认证完成", nextStep: "质量部下周答复",
  },
  en: {
    name: "Gu Ting", department: "Operations",
    topic: "Delivery of QX-750", discussion: "The customer wants it a week earlier", resolution: "Production delivers a week earlier", kind: "Resolution",
    owner: "Sun Haitao", ownerDepartment: "Production",
    task: "Buy 500 more bearings", doneWhen: "500 in stock",
    question: "When is the second supplier approved?", nextStep: "Quality answers next week",
  },
} as const;

async function begin(person: Person, { press }: Hands, way: "new" | "sample"): Promise<void> {
  const { t, page } = person;
  await person.button(t("begin-new")).waitFor();
  await person.picture("first-run");
  expect(person.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  await press(person.button(t(way === "new" ? "begin-new" : "begin-sample")));
  if (way === "new") {
    await person.picture("form");
    await press(person.button(t("go-on")));
  }
  await person.button(t("do-it")).waitFor();
  await person.picture("set-up-preview");
  expect(person.workbook.sheets).toHaveLength(1);
  await press(person.button(t("do-it")));
  await person.button(t("undo")).waitFor();
  await person.picture("set-up-done");
  await press(person.button(t("close")));
  void page;
}

async function introduce(person: Person, { press, write }: Hands): Promise<void> {
  const { name, department } = said[person.language];
  await person.page.getByLabel(person.t("your-name")).waitFor();
  await person.picture("introduction");
  await write(person.page.getByLabel(person.t("your-name")), name);
  await write(person.page.getByLabel(person.t("your-department")), department);
  await press(person.button(person.t("save")));
}

async function journey(person: Person, hands: Hands, way: "new" | "sample"): Promise<void> {
  const { t } = person;
  await begin(person, hands, way);
  await introduce(person, hands);
  await person.page.getByRole("heading", { name: t("to-do-now") }).waitFor();
  await person.picture("duties");
  console.log(await person.page.locator("main").innerText());
  if (way === "new") {
    await hands.press(person.button(person.titleOf("save-series")).first());
    await person.picture("series-form");
    await hands.write(person.page.getByLabel("例会名称"), "产销协调例会");
    await person.page.getByLabel("周期").selectOption("weekly");
    await person.page.getByLabel("星期").selectOption({ index: 3 });
    await hands.write(person.page.getByLabel("开始时间"), "09:30");
    await hands.press(person.button(t("go-on")));
    console.log(await person.settled());
    await person.picture("series");
    await hands.press(person.button(t("close")));
    await person.page.locator(".card.main").waitFor();
    console.log(await person.page.locator("main").innerText());
  }
  if (true) {
    await hands.press(person.button(person.titleOf("plan-meetings")).first());
    console.log(await person.settled());
    await person.picture("plan-preview");
    await hands.press(person.button(t("do-it")));
    await person.button(t("undo")).waitFor();
    await hands.press(person.button(t("close")));
    await person.page.locator(".card.main").waitFor();
    await person.picture("duties-planned");
    console.log(await person.page.locator("main").innerText());
  }
  await hands.press(person.button(person.titleOf("generate-minutes")).first());
  console.log(await person.settled());
  await person.picture("minutes-preview");
  await hands.press(person.button(t("do-it")));
  await person.button(t("undo")).waitFor();
  await person.picture("minutes-done");
  console.log(await person.settled());
  await hands.press(person.button(t("close")));
  const w = said[person.language];
  const minutes = person.minutes();
  const due = serial("2026-12-04");
  minutes.type("topics", minutes.spare("topics"), { topic: w.topic, discussion: w.discussion, resolution: w.resolution, kind: w.kind, due });
  minutes.type("actions", minutes.spare("actions"), { task: w.task, department: w.ownerDepartment, owner: w.owner, due, doneWhen: w.doneWhen });
  minutes.type("open", minutes.spare("open"), { question: w.question, nextStep: w.nextStep });
  const before = tell(person.workbook);
  await person.comeBack();
  await person.page.waitForTimeout(500);
  await person.picture("week-2");
  console.log(await person.page.locator("main").innerText());
  await hands.press(person.tab("register"));
  await hands.press(person.page.getByRole("button", { name: t("record-its-minutes") }).first());
  console.log(await person.settled());
  await person.picture("record-preview");
  await hands.press(person.button(t("do-it")));
  await person.button(t("undo")).waitFor();
  console.log(await person.settled());
  await person.picture("record-done");
  console.log(await person.rows("resolutions").then((r) => r.length), await person.rows("actions").then((r) => r.length), await person.rows("openQuestions").then((r) => r.length));
  await hands.press(person.button(t("undo")));
  await person.page.getByText(t("undone")).waitFor();
  await person.picture("undone");
  console.log(differences(before, tell(person.workbook)));
  expect(person.complaints).toEqual([]);
}

describe("a planner's first week", () => {
  it("zh", async () => {
    const person = await Person.sit(browser, built, { isStranger: true });
    await journey(person, mouse, "new");
  });
  it("en", async () => {
    const person = await Person.sit(browser, built, { isStranger: true, language: "en", look: "dark" });
    await journey(person, mouse, "sample");
  });
});
void goTo; void keyboard;

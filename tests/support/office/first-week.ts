import { expect, vi } from "vitest";
import { saveSeries } from "../../../core/commands/save-series.ts";
import { choiceSet, nameIn } from "../../../core/index.ts";
import { serial } from "../../journey/planner.ts";
import { axeFinds } from "./access.ts";
import type { Hands } from "./hands.ts";
import type { Sitting } from "./sitting.ts";
import { told } from "./told.ts";

/** What a planner types in their first week. */
const typed = {
  "zh-CN": {
    name: "顾婷",
    department: "运营管理部",
    series: "产销协调例会",
    topic: { topic: "QX-750 交期", discussion: "客户要求提前一周交货", resolution: "调整排产，提前一周交货", kind: "决议" },
    owner: { department: "生产部", owner: "孙海涛" },
    action: { task: "补齐轴承 500 套", department: "采购部", owner: "马骏", doneWhen: "入库 500 套" },
    open: { question: "第二供应商何时认证完成", nextStep: "质量部下周答复" },
  },
  en: {
    name: "Gu Ting",
    department: "Operations",
    series: "Coordination meeting",
    topic: { topic: "QX-750", discussion: "The customer wants it earlier", resolution: "Deliver a week earlier", kind: "Resolution" },
    owner: { department: "Production", owner: "Sun Haitao" },
    action: { task: "Buy 500 bearings", department: "Purchasing", owner: "Ma Jun", doneWhen: "500 in stock" },
    open: { question: "When is supplier B ready?", nextStep: "Quality answers next week" },
  },
} as const;

const DUE = serial("2026-12-04");
const REGISTERED = ["resolutions", "actions", "openQuestions"] as const;

/** From an empty workbook to recorded minutes and back: what a planner does first, step by step, with a picture of each. */
export class FirstWeek {
  constructor(
    private readonly person: Sitting,
    private readonly hands: Hands,
  ) {}

  /** A picture of what stands there now, which has to be sound to axe-core as well. */
  private async sees(name: string): Promise<void> {
    await this.person.picture(name);
    expect(await axeFinds(this.person.page), name).toEqual([]);
  }

  async startsNew(): Promise<void> {
    const { person, hands } = this;
    await person.button(person.t("begin-new")).waitFor();
    await this.sees("first-run");
    await hands.press(person.button(person.t("begin-new")));
    await person.page.locator(".command-form").waitFor();
    await this.sees("set-up-form");
    await hands.press(person.button(person.t("go-on")));
    await this.agreesToSheets();
    await this.saysWhoTheyAre();
    await this.addsSeries();
  }

  async looksAtSample(): Promise<void> {
    const { person, hands } = this;
    await person.button(person.t("begin-sample")).waitFor();
    await this.sees("first-run");
    await hands.press(person.button(person.t("begin-sample")));
    await this.agreesToSheets();
    await this.saysWhoTheyAre();
  }

  /** Nothing is made before the list of what would be has been seen. */
  private async agreesToSheets(): Promise<void> {
    const { person } = this;
    await this.looksAndAgrees("set-up", () => expect(person.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]));
    expect(person.workbook.sheets.length).toBeGreaterThan(20);
  }

  private async saysWhoTheyAre(): Promise<void> {
    const { person, hands } = this;
    const { name, department } = typed[person.language];
    const introduction = person.page.getByRole("form", { name: person.t("introduction-title") });
    await introduction.waitFor();
    await this.sees("introduction");
    await hands.write(introduction.getByLabel(person.t("your-name")), name);
    await hands.write(introduction.getByLabel(person.t("your-department")), department);
    await hands.press(person.button(person.t("save")));
    await introduction.waitFor({ state: "detached" });
    await this.sees("duties");
  }

  private async addsSeries(): Promise<void> {
    const { person, hands } = this;
    const { language, page } = person;
    await hands.press(person.button(person.titleOf("save-series")));
    const { name, cycle, weekday } = saveSeries.input;
    const list = (label: string) => page.getByRole("combobox", { name: label, exact: true });
    await hands.write(page.getByRole("textbox", { name: nameIn(language, name) }), typed[language].series);
    await hands.choose(list(nameIn(language, cycle)), nameIn(language, choiceSet("cycle").weekly ?? expect.fail("no weekly")));
    await hands.choose(list(nameIn(language, weekday)), nameIn(language, choiceSet("weekday")["3"] ?? expect.fail("no Wednesday")));
    await this.sees("series-form");
    await hands.press(person.button(person.t("go-on")));
    await person.button(person.t("undo")).waitFor();
    await this.sees("series-saved");
    expect(await person.rows("series")).toMatchObject([{ name: typed[language].series, weekday: "3", active: true }]);
    await this.closes();
  }

  async plansMeetings(): Promise<void> {
    const { person, hands } = this;
    const before = (await person.rows("meetings")).length;
    await hands.press(person.button(person.titleOf("plan-meetings")));
    await this.looksAndAgrees("plan");
    expect((await person.rows("meetings")).length).toBe(before + 4);
  }

  async makesMinutes(): Promise<void> {
    const { person, hands } = this;
    const before = person.workbook.sheets.length;
    await hands.press(person.button(person.titleOf("generate-minutes")));
    await this.looksAndAgrees("minutes", () => expect(person.workbook.sheets.length).toBe(before));
    expect(person.workbook.sheets.length).toBe(before + 1);
    expect(person.minutes().sheet.name).toContain("CX-2026-W48-1");
  }

  /** A resolution that nobody owns, a complete action, a question that nobody answers. */
  typesMinutes(): void {
    const minutes = this.person.minutes();
    const { topic, action, open } = typed[this.person.language];
    minutes.type("topics", minutes.spare("topics"), { ...topic, due: DUE });
    minutes.type("actions", minutes.spare("actions"), { ...action, due: DUE });
    minutes.type("open", minutes.spare("open"), { ...open });
  }

  /** @returns how many rows came to the resolutions, the actions and the open questions */
  async records(name: string, look: () => Promise<void> = async () => {}): Promise<readonly number[]> {
    const { person, hands } = this;
    const before = await this.registered();
    await hands.turnTo(person.tab("register"));
    await hands.press(person.page.getByRole("button", { name: person.t("record-its-minutes") }).first());
    await person.settled();
    await this.sees(`${name}-preview`);
    expect(await this.registered()).toEqual(before);
    await hands.press(person.button(person.t("do-it")));
    await person.button(person.t("undo")).waitFor();
    await this.sees(`${name}-done`);
    await look();
    return (await this.registered()).map((count, index) => count - (before[index] ?? 0));
  }

  private registered(): Promise<readonly number[]> {
    return Promise.all(REGISTERED.map(async (table) => (await this.person.rows(table)).length));
  }

  /** Each problem names a cell, and leads to it. */
  async goesToProblems(): Promise<readonly string[]> {
    const { person, hands } = this;
    const cells = person.page.locator(".problem.error .cell-link");
    const named = await cells.allInnerTexts();
    for (const [index, name] of named.entries()) {
      await hands.press(cells.nth(index));
      await vi.waitFor(() => expect(person.selected).toBe(name), 5_000);
    }
    return named;
  }

  /** Fills the cells that the problems named. */
  fixesMinutes(): void {
    const minutes = this.person.minutes();
    const { owner } = typed[this.person.language];
    const row = (block: "topics" | "open"): number => minutes.spare(block, 0);
    minutes.type("topics", row("topics"), owner);
    minutes.type("open", row("open"), { responsible: `${owner.department}/${owner.owner}`, answerBy: DUE });
  }

  /** What every cell says is as it was before. */
  async undoes(before: ReturnType<FirstWeek["cells"]>): Promise<void> {
    const { person, hands } = this;
    await hands.press(person.button(person.t("undo")));
    await person.button(person.t("undo")).waitFor({ state: "detached" });
    await person.button(person.t("close")).waitFor();
    await this.sees("undone");
    expect(this.cells()).toEqual(before);
  }

  /** Of each sheet but the Log and the notes, which remember that something was taken back. */
  cells(): readonly (readonly [sheet: string, cells: readonly unknown[]])[] {
    const sheets = told(this.person.workbook).sheets.filter(({ name }) => !["_concord", "日志", "Log"].includes(name));
    return sheets.map(({ name, cells }) => [name, cells]);
  }

  private async looksAndAgrees(name: string, look: () => void = () => {}): Promise<void> {
    const { person, hands } = this;
    await person.button(person.t("do-it")).waitFor();
    await this.sees(`${name}-preview`);
    look();
    await hands.press(person.button(person.t("do-it")));
    await person.button(person.t("undo")).waitFor();
    await this.sees(`${name}-done`);
    await this.closes();
  }

  async closes(): Promise<void> {
    const { person, hands } = this;
    await hands.leave(person.button(person.t("close")));
    await person.page.locator(".command").waitFor({ state: "detached" });
    await person.page.locator(".reading").waitFor({ state: "detached" });
  }
}

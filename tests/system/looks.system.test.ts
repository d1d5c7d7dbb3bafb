import { beforeAll, describe, expect, it } from "vitest";
import { colours } from "../../core/layout/styles.ts";
import { webPage } from "../support/libreoffice.ts";
import { sampleBook, serial } from "./books.ts";

const TODAY = "2026-11-23";

/** Cells of LibreOffice's web page by their text: the fill that it drew them with, conditional formats applied. */
function fillsOf(page: string, text: string): string[] {
  return [...page.matchAll(/<td([^>]*)>((?:(?!<\/td>)[\s\S])*)<\/td>/gi)].flatMap(([, attributes = "", content = ""]) =>
    content.replace(/<[^>]*>/g, "").trim() === text ? [/bgcolor="#([0-9A-F]{6})"/i.exec(attributes)?.[1]?.toUpperCase() ?? "none"] : [],
  );
}

describe("LibreOffice draws the highlights", () => {
  let page = "";
  beforeAll(async () => {
    const book = await sampleBook(TODAY, "zh-CN");
    await book.run("generate-minutes", TODAY);
    const { end } = await book.table("actions");
    await book.type("actions", end + 3, { task: "手写", owner: "李四", status: "进行中", due: serial("2026-11-20") });
    const minutes = book.file.workbook.sheets.find(({ cells }) => String(cells.get(0)?.get(0)?.value ?? "").startsWith("#minutes"));
    if (!minutes) throw new Error("no minutes");
    const rows = [...minutes.cells].filter(([, line]) => line.get(0)?.value === "topics:").map(([row]) => row);
    const [named = 0, agreed = 0] = rows;
    minutes.setValue(named, 7, "增开夜班");
    minutes.setValue(named, 10, "生产部甲");
    minutes.setValue(agreed, 7, "无人负责的决议");
    page = await webPage(book.bytes());
  });

  it("an overdue light is red, also in a row typed by hand; others have their own colours", () => {
    const overdue = fillsOf(page, "逾期");
    expect(overdue.length).toBeGreaterThan(3);
    // One is the heading of the summary, the others are lights.
    expect(overdue.filter((fill) => fill === colours.red.fill).length).toBe(overdue.length - 1);
    for (const [word, colour] of [
      ["未确认", colours.purple],
      ["正常", colours.green],
    ] as const)
      expect(fillsOf(page, word), word).toContain(colour.fill);
  });

  it("a required cell is tinted, and turns amber once its resolution is written", () => {
    expect(page).toMatch(new RegExp(`bgcolor="#${colours.required.fill}"`, "i"));
    const amber = [...page.matchAll(new RegExp(`bgcolor="#${colours.amber.fill}"`, "gi"))];
    expect(amber.length).toBeGreaterThan(0);
  });

  it("the row of a resolution without owner and date is amber there; one with a department lacks only the date", () => {
    const rowOf = (text: string): string =>
      (/<tr(?:(?!<tr)[\s\S])*?<\/tr>/gi.exec(page) &&
        [...page.matchAll(/<tr(?:(?!<tr)[\s\S])*?<\/tr>/gi)].map(([row]) => row).find((row) => row.includes(text))) ||
      "";
    const amberIn = (text: string): number => [...rowOf(text).matchAll(new RegExp(`bgcolor="#${colours.amber.fill}"`, "gi"))].length;
    // kind, department, owner, date; kind, date
    expect([amberIn("无人负责的决议"), amberIn("增开夜班")]).toEqual([4, 2]);
  });
});

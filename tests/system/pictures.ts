import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../core/words/language.ts";
import { pages } from "../support/libreoffice.ts";
import { Book, sampleBook, serial } from "./books.ts";

/** Draws minutes and registers page by page into test-results/pictures, for people to look at. */
const TODAY = "2026-11-23";
const FOLDER = join(process.cwd(), "test-results", "pictures");
const LONG =
  "完成 KX-200 系列伺服驱动器第四季度排产调整，并与销售部、采购部逐一核对在手订单、欠料清单和到料日期，形成书面的周滚动计划后报会议组织部门备案";

async function empty(language: Language): Promise<Book> {
  const book = new Book(undefined, language);
  await book.run("set-up-workbook", TODAY, { company: "华东精密机电有限公司" });
  await book.run("generate-minutes", TODAY);
  return book;
}

async function filled(language: Language): Promise<Book> {
  const book = await sampleBook(TODAY, language);
  await book.run("generate-minutes", TODAY);
  return book;
}

/** Forty people, forty items of long text. */
async function overfull(): Promise<Book> {
  const book = await sampleBook(TODAY, "zh-CN");
  const actions = await book.table("actions");
  for (let index = 0; index < 40; index++) {
    await book.type("actions", actions.end + index, {
      task: `${index + 1}. ${LONG}`,
      department: "生产计划与物料控制部",
      owner: "欧阳建国",
      due: serial("2026-11-20"),
      status: "进行中",
      result: LONG,
      reason: LONG.slice(0, 40),
      meeting: "CX-2026-W40-1",
    });
  }
  await book.run("refresh-tracking", TODAY, {}, true);
  const meeting = (await book.table("meetings")).rows.find(({ values }) => (values.date ?? 0) >= serial(TODAY) - 25569)?.key ?? "";
  const attendance = await book.table("attendance");
  for (let index = 0; index < 40; index++) {
    await book.type("attendance", attendance.end + index, {
      no: `S-${index}`,
      meeting,
      department: `部门${(index % 9) + 1}`,
      name: `与会人员${index + 1}`,
      status: "出席",
    });
  }
  await book.run("generate-minutes", TODAY, { meeting });
  return book;
}

async function draw(name: string, book: Book): Promise<void> {
  const file = join(FOLDER, `${name}.xlsx`);
  writeFileSync(file, book.bytes());
  const drawn = await pages(file, { dpi: 70, outDir: FOLDER });
  console.log(`${name}: ${drawn.length} page(s)`);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const language of ["zh-CN", "en"] as const) {
  await draw(`empty-${language}`, await empty(language));
  await draw(`sample-${language}`, await filled(language));
}
await draw("overfull", await overfull());

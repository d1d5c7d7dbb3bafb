import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toIso } from "../../core/base/plain-date.ts";
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

/** The archive index, the attendance statistics and amended minutes of a sample meeting. */
async function filed(language: Language): Promise<Book> {
  const book = await sampleBook(TODAY, language);
  const held = (await book.table("meetings")).rows.filter(({ values }) => values.state === "approved" || values.state === "distributed");
  for (const { key: meeting } of held) await book.run("archive-meeting", TODAY, { meeting });
  const next = (await book.table("meetings")).rows.find(({ values }) => values.state === "planned");
  const meeting = next?.key ?? "";
  const day = toIso(next?.values.date ?? 0);
  await book.run("generate-minutes", TODAY, { meeting });
  for (const id of ["record-minutes", "approve-minutes", "distribute-minutes"]) await book.run(id, day, { meeting });
  await book.run("amend-minutes", day, { meeting, reason: LONG.slice(0, 40) });
  for (const id of ["approve-minutes", "archive-meeting"]) await book.run(id, day, { meeting });
  await book.run("change-settings", day, { items: [{ setting: "points", value: "yes" }] });
  await book.run("attendance-statistics", day);
  return only(book, await sheetsOf(book, "archive"), language === "en" ? "Attendance statistics" : "考勤统计", /修订|Amd/);
}

/** The same two of a register without any meeting, and of a meeting with forty people. */
async function statistics(people: number): Promise<Book> {
  const book = await empty("zh-CN");
  const { end } = await book.table("meetings");
  await book.type("meetings", end, { no: "CX-2026-W40-1", name: "产销协调例会", date: serial("2026-09-30"), state: "已记录" });
  const attendance = await book.table("attendance");
  for (let index = 0; index < people; index++) {
    const status = ["出席", "迟到", "早退", "请假", "缺席"][index % 5] ?? "";
    const who = { department: `生产计划与物料控制${(index % 9) + 1}部`, name: `与会人员${index + 1}`, status };
    await book.type("attendance", attendance.end + index, { no: `S-${index}`, meeting: "CX-2026-W40-1", ...who });
  }
  await book.run("attendance-statistics", TODAY);
  return only(book, await sheetsOf(book, "archive"), "考勤统计");
}

/** Notices (as sent, after a move, of the meeting called off) and the sign-in sheet, one person on leave with a delegate. */
async function convened(language: Language): Promise<Book> {
  const book = await sampleBook(TODAY, language);
  const [name, delegate] = language === "en" ? ["Chen Lixin", "Zheng Yuhang"] : ["陈立新", "郑宇航"];
  const meeting = (await book.table("meetings")).rows.find(({ values }) => values.state === "planned")?.key ?? "";
  await book.run("prepare-meeting", TODAY, { meeting });
  await book.run("request-leave", TODAY, { meeting, name, delegate, reason: LONG.slice(0, 12) });
  await book.run("send-notice", TODAY, { meeting });
  await book.run("make-sign-in", TODAY, { meeting });
  await book.run("move-meeting", TODAY, { meeting, start: "15:00", reason: LONG.slice(0, 30) });
  await book.run("send-notice", TODAY, { meeting });
  await book.run("cancel-meeting", TODAY, { meeting, reason: LONG.slice(0, 30) });
  await book.run("send-notice", TODAY, { meeting });
  return only(book, NOTICE_AND_SIGN_IN);
}

/** The same two with long agendas and lists of people, or with hardly anybody. */
async function convenedFor(people: number, topics: number): Promise<Book> {
  const book = people === 0 ? await empty("zh-CN") : await sampleBook(TODAY, "zh-CN");
  const series = {
    name: "周会",
    cycle: "weekly",
    weekday: "4",
    start: "09:30",
    minutes: 60,
    place: "301",
    chair: "张三",
    recorder: "李四",
  };
  await book.run("save-series", TODAY, series);
  await book.run("plan-meetings", TODAY, { series: "周会" });
  const meeting = (await book.table("meetings")).rows.find(({ values }) => values.series === "周会")?.key ?? "";
  const { end } = await book.table("topics");
  for (let index = 0; index < topics; index++) {
    const topic = `${index + 1}. ${index % 5 === 0 ? LONG : LONG.slice(0, 30)}`;
    const from = { proposer: "欧阳建国", department: "生产计划与物料控制部", minutes: 5, status: "上会" };
    await book.type("topics", end + index, { no: `${meeting}-T${index + 1}`, meeting, section: "其他", topic, ...from });
  }
  const attendance = await book.table("attendance");
  for (let index = 0; index < people; index++) {
    const title = index % 7 === 0 ? "生产计划与物料控制部副部长兼计划主管" : "经理";
    const who = { department: `部门${(index % 9) + 1}`, name: `与会人员${index + 1}`, title, kind: index % 10 === 0 ? "列席" : "临时" };
    const note = index % 8 === 0 ? LONG.slice(0, 30) : "";
    await book.type("attendance", attendance.end + index, { no: `${meeting}-S${index + 1}`, meeting, ...who, status: "应到", note });
  }
  await book.run("send-notice", TODAY, { meeting });
  await book.run("make-sign-in", TODAY, { meeting });
  return only(book, NOTICE_AND_SIGN_IN);
}

/** Everybody's slip to print, and the record of reminders. */
async function reminded(language: Language): Promise<Book> {
  const book = await sampleBook(TODAY, language);
  await book.run("send-reminders", TODAY, { paper: "all" });
  return only(book, SLIPS);
}

/** One slip with forty late items of one owner, and one with a single item. */
async function remindedOf(items: number): Promise<Book> {
  const book = await empty("zh-CN");
  const { end } = await book.table("actions");
  for (let index = 0; index < items; index++) {
    const who = { department: "生产计划与物料控制部", owner: "欧阳建国", status: index % 5 === 0 ? "已下达" : "进行中" };
    const due = serial(`2026-11-${String((index % 20) + 1).padStart(2, "0")}`);
    const task = `${index + 1}. ${index % 4 === 0 ? LONG : LONG.slice(0, 24)}`;
    await book.type("actions", end + index, { no: `CX-2026-W40-1-A${index + 1}`, task, due, ...who });
  }
  await book.run("send-reminders", TODAY, { paper: "all" });
  return only(book, SLIPS);
}

const SLIPS = /^(督办单|Slip|催办记录|Reminders)/;
const NOTICE_AND_SIGN_IN = /^(会议通知|签到表|Notice|Sign-in) /;

async function sheetsOf(book: Book, table: "archive"): Promise<string> {
  return (await book.table(table)).place.sheet;
}

function only(book: Book, ...shown: readonly (string | RegExp)[]): Book {
  const { sheets } = book.file.workbook;
  const isShown = (name: string): boolean => shown.some((each) => (typeof each === "string" ? name === each : each.test(name)));
  sheets.splice(0, sheets.length, ...sheets.filter(({ name }) => isShown(name)));
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
  await draw(`filed-${language}`, await filed(language));
}
await draw("overfull", await overfull());
await draw("statistics-of-nobody", await statistics(0));
await draw("statistics-of-forty", await statistics(40));
for (const language of ["zh-CN", "en"] as const) await draw(`convened-${language}`, await convened(language));
await draw("convened-nobody", await convenedFor(0, 0));
await draw("convened-overfull", await convenedFor(40, 30));
for (const language of ["zh-CN", "en"] as const) await draw(`reminded-${language}`, await reminded(language));
await draw("reminded-of-one", await remindedOf(1));
await draw("reminded-of-forty", await remindedOf(40));

import { writeFileSync } from "node:fs";
import type { Language } from "../../core/words/language.ts";
import { Book, sampleBook } from "./books.ts";
const LONG = "完成 KX-200 系列伺服驱动器第四季度排产调整，并与销售部、采购部逐一核对在手订单、欠料清单和到料日期，形成书面的周滚动计划";
const T = "2026-11-22";
function keep(book: Book, mark: string) {
  const { workbook } = book.file;
  const kept = workbook.sheets.filter((s) => String(s.cell(0, 0)?.value ?? "").startsWith(mark));
  workbook.sheets.splice(0, workbook.sheets.length, ...kept);
  workbook.names.splice(0, workbook.names.length);
  workbook.active = 0 as never;
  return book.bytes();
}
async function crowded(language: Language, people: number, topics: number): Promise<Book> {
  const book = await sampleBook(T, language);
  const meeting = (await book.table("meetings")).rows.find(({ values }) => values.state === "planned" && (values.date ?? 0) >= 20779)!.key;
  const t = await book.table("topics");
  for (let i = 0; i < topics; i++) await book.type("topics", t.end + i, { no: `${meeting}-T${i + 50}`, meeting, section: "other", topic: i % 5 ? `${i + 1}. ${LONG.slice(0, 30)}` : `${i + 1}. ${LONG}`, proposer: "欧阳建国", department: "生产计划与物料控制部", minutes: 5, status: "上会" });
  const a = await book.table("attendance");
  for (let i = 0; i < people; i++) await book.type("attendance", a.end + i, { no: `${meeting}-S${i + 50}`, meeting, department: `部门${(i % 9) + 1}`, name: `与会人员${i + 1}`, title: i % 7 ? "经理" : "生产计划与物料控制部副部长兼计划主管", kind: i % 10 ? "临时" : "列席", status: "应到", note: i % 8 ? "" : LONG.slice(0, 30) });
  return book;
}
for (const language of ["zh-CN", "en"] as const) {
  const none = new Book(undefined, language);
  await none.run("set-up-workbook", T);
  await none.run("save-series", T, { name: "周会", cycle: "weekly", weekday: "3", start: "09:30", minutes: 60, place: "301", chair: "A", recorder: "B" });
  await none.run("plan-meetings", T);
  const m0 = (await none.table("meetings")).rows[0]!.key;
  await none.run("decline-meeting", T, { meeting: m0, reason: "x" }, true);
  await none.run("send-notice", T, {}, true); await none.run("make-sign-in", T, {}, true);
  const b = await sampleBook(T, language);
  await b.run("prepare-meeting", T);
  await b.run("request-leave", T, { name: language === "en" ? "Chen Lixin" : "陈立新", reason: "出差", delegate: language === "en" ? "Zheng Yuhang" : "郑宇航" });
  await b.run("send-notice", T, {}, true); const s = await b.run("make-sign-in", T, {}, true);
  console.log(s.report, s.problems.map((p) => p.code));
  const again = await b.run("make-sign-in", T, {}, true); console.log(again.edits, again.report);
  const big = await crowded(language, 40, 30);
  await big.run("send-notice", T, {}, true); await big.run("make-sign-in", T, {}, true);
  for (const [n, book] of [["a0", none], ["b12", b], ["c40", big]] as const) writeFileSync(`/tmp/lo-notice-out/${n}-${language}.xlsx`, keep(book, "#"));
}

import { writeFileSync } from "node:fs";
import { sampleBook, serial } from "./books.ts";
const LONG = "完成 KX-200 系列伺服驱动器第四季度排产调整，并与销售部、采购部逐一核对在手订单、欠料清单和到料日期，形成书面的周滚动计划";
const T = "2026-11-22";
for (const language of ["zh-CN", "en"] as const) {
  const book = await sampleBook(T, language);
  await book.run("prepare-meeting", T);
  await book.run("request-leave", T, { name: language === "en" ? "Chen Lixin" : "陈立新", reason: "出差", delegate: language === "en" ? "Zheng Yuhang" : "郑宇航" });
  const out = await book.run("send-notice", T, {}, true);
  console.log(out.report, out.problems.map((p) => `${p.severity} ${p.code} ${JSON.stringify(p.params)}`).join("\n"));
  const again = await book.run("send-notice", T, {}, true);
  console.log("again", again.edits, again.files?.map((f) => f.name));
  for (const f of out.files ?? []) if (f.kind === "text") console.log(f.name, "\n", f.text);
  const no = (await book.table("meetings")).rows.find((r) => r.values.state === "noticed")!.key;
  await book.run("move-meeting", T, { meeting: no, date: "2026-11-27", start: "14:00", reason: "客户来访" });
  const two = await book.run("send-notice", T, { meeting: no }, true);
  console.log(two.report, two.edits);
  await book.run("cancel-meeting", T, { meeting: no, reason: "主要负责人出差" });
  const three = await book.run("send-notice", T, { meeting: no }, true);
  console.log(three.report, three.problems);
  console.log((await book.run("send-notice", T, { meeting: no }, true)).edits);
  writeFileSync(`/tmp/lo-notice-out/n-${language}.xlsx`, keep(book, "#notice"));
}
function keep(book: Awaited<ReturnType<typeof sampleBook>>, mark: string) {
  const { workbook } = book.file;
  for (const s of [...workbook.sheets]) if (!String(s.cell(0, 0)?.value ?? "").startsWith(mark)) s.visibility = "hidden";
  return book.bytes();
}
void LONG; void serial;

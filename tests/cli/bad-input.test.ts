import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { parseIso, toSerial } from "../../core/index.ts";
import { actionsBook, answer, bytesOf, cli, path, put } from "./desk.ts";

const day = (iso: string): number => toSerial(parseIso(iso) ?? Number.NaN, 1900);
const ONE = ["CX-2026-W47-1-A1", "发货 30 台", "老李", day("2026-11-20"), "进行中"];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string) => [...text].flatMap((character) => [character.charCodeAt(0), 0]);

describe("a file that is no workbook", () => {
  it.each([
    ["a text", "text.xlsx", "任务,责任人", "这不是 .xlsx 工作簿"],
    ["a picture", "picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "这不是 .xlsx 工作簿"],
    ["an empty file", "empty.xlsx", "", "这不是 .xlsx 工作簿"],
    ["a file with a password", "locked.xlsx", new Uint8Array([...OLE, ...utf16("Root Entry EncryptedPackage")]), "去掉密码"],
    ["an old .xls", "old.xls", new Uint8Array([...OLE, ...utf16("Workbook")]), "另存为 .xlsx"],
  ] as const)("%s: is named with the reason, and stays as it is", async (_, name, content, reason) => {
    const book = put(name, content);
    const before = bytesOf(book);
    const { code, err, out } = await cli("refresh-tracking", "--book", book);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(book);
    expect(err).toContain(reason);
    expect(bytesOf(book)).toEqual(before);
  });

  it("is said when it is missing, or a folder", async () => {
    const missing = path("none.xlsx");
    expect(await cli("refresh-tracking", "--book", missing)).toMatchObject({ code: 2, err: `无法打开「${missing}」：文件不存在\n` });
    const folder = dirname(missing);
    expect(await cli("refresh-tracking", "--book", folder)).toMatchObject({
      code: 2,
      err: `无法打开「${folder}」：这是文件夹，不是文件\n`,
    });
    expect((await cli("refresh-tracking", "--book", missing, "--language", "en")).err).toBe(
      `“${missing}” cannot be opened: there is no such file\n`,
    );
  });

  it("and a place that cannot be written to lose nothing", async () => {
    const book = actionsBook([ONE]);
    const { code, err } = await cli("refresh-tracking", "--book", book, "--out", `${book}/out.xlsx`);
    expect(code).toBe(2);
    expect(err).not.toBe("");
  });
});

describe("a wrong way to ask", () => {
  it.each([
    [["no-such"], "没有命令「no-such」"],
    [["refresh-tracking"], "请用 --book 指定工作簿"],
    [["set-up-workbook"], "请用 --out 指定要写出的文件"],
    [["read", "--book", "BOOK", "--table", "todo"], "没有表「todo」"],
    [["read", "--book", "BOOK"], "没有表"],
    [["read", "--book", "BOOK", "--table", "meetings"], "此工作簿中没有表「会议台账」"],
    [["refresh-tracking", "--book", "BOOK", "--input", "{restore:"], "--input 不是 JSON 对象"],
    [["refresh-tracking", "--book", "BOOK", "--input", "[1]"], "--input 不是 JSON 对象"],
    [["refresh-tracking", "--book", "BOOK", "--input", "@/no/such.json"], "/no/such.json"],
    [["refresh-tracking", "--book", "BOOK", "--today", "2026-02-30"], "「2026-02-30」不是日期"],
    [["refresh-tracking", "--book", "BOOK", "--language", "fr"], "zh-CN | en"],
    [["refresh-tracking", "--book", "BOOK", "--colour", "red"], "--colour"],
    [["refresh-tracking", "extra"], "extra"],
  ] as const)("%j ends with 2 and says what is wrong", async (words, said) => {
    const book = actionsBook([ONE]);
    const argv = words.map((word) => (word === "BOOK" ? book : word));
    const { code, err } = await cli(...argv);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it("says so of an input that the command does not know, or cannot read", async () => {
    const book = actionsBook([ONE]);
    const given = JSON.stringify({ colour: "red", restore: "maybe" });
    const { code, problems, written } = await answer("refresh-tracking", "--book", book, "--input", given);
    expect([code, written]).toEqual([2, null]);
    expect(problems.map(({ code: found, text }) => [found, text])).toEqual([
      ["input-unknown", "没有输入项「colour」；可用的有：restore"],
      ["input-unreadable", "输入项「恢复被改写的灯号公式」（restore）的值「maybe」无法识别"],
    ]);
  });

  it("names what can be chosen where something else was given", async () => {
    const { problems } = await answer("send-reminders", "--book", actionsBook([ONE]), "--input", JSON.stringify({ paper: "是" }));
    expect(problems.map(({ code, text }) => [code, text])).toEqual([
      ["input-not-choice", expect.stringMatching(/^输入项「打印督办单」（paper）不能是「是」；可以是：.+、.+/)],
    ]);
  });

  it("answers in JSON too where that was asked for", async () => {
    const found = await answer("--book", "x.xlsx", "no-such");
    expect(found).toMatchObject({ code: 2, command: "no-such", report: [], changes: 0, written: null, problems: [{ code: "wrong-use" }] });
  });
});

describe("a table that is not as it should be", () => {
  it("missing altogether is an error, and nothing is written", async () => {
    const book = actionsBook([["a", "b"]], undefined, ["菜名", "价格"]);
    const found = await answer("refresh-tracking", "--book", book);
    expect(found).toMatchObject({ code: 1, changes: 0, written: null, problems: [{ severity: "error", code: "nothing-to-track" }] });
  });

  it("with one number twice: both stand, the later gets the next number", async () => {
    const book = actionsBook([ONE, ["CX-2026-W47-1-A1", "报价 2 份", "老王", day("2026-11-30"), "未开始"]]);
    const out = path("numbered.xlsx");
    const found = await answer("refresh-tracking", "--book", book, "--out", out);
    expect(found.problems).toContainEqual(expect.objectContaining({ code: "key-twice", sheet: "待办", cell: "A3" }));
    const { rows } = JSON.parse((await cli("read", "--book", out, "--table", "actions", "--json")).out) as {
      rows: { no: string; task: string }[];
    };
    expect(rows.map(({ task }) => task)).toEqual(["发货 30 台", "报价 2 份"]);
    expect(new Set(rows.map(({ no }) => no)).size).toBe(2);
  });

  it("with dates as text: they are read, made dates, and what is none is said", async () => {
    const book = actionsBook([ONE, ["A2", "报价 2 份", "老王", "2026年12月1日", "未开始"], ["A3", "报价 3 份", "老王", "尽快", "未开始"]]);
    const out = path("dates.xlsx");
    const found = await answer("refresh-tracking", "--book", book, "--out", out);
    expect(found.problems.map(({ code, cell }) => [code, cell])).toContainEqual(["date-vague", "D4"]);
    const { rows, problems } = JSON.parse((await cli("read", "--book", out, "--table", "actions", "--json")).out) as {
      rows: object[];
      problems: { code: string }[];
    };
    expect(rows).toMatchObject([{}, { due: "2026-12-01" }, { due: null, light: "noDate" }]);
    expect(problems.map(({ code }) => code)).toEqual(["date-vague"]);
  });

  it("with a heading renamed after Concord knew it is read as before, and said", async () => {
    const known = path("known.xlsx");
    await cli("refresh-tracking", "--book", actionsBook([ONE]), "--out", known);
    const { openBook, saveBook } = await import("../../desk/cli/book-file.ts");
    const file = openBook(known, "zh-CN");
    file.workbook.sheet("待办")?.setValue(0, 2, "谁来干");
    const renamed = path("renamed.xlsx");
    saveBook(renamed, file);
    const { out } = await cli("read", "--book", renamed, "--table", "actions", "--json");
    const { rows, problems } = JSON.parse(out) as { rows: object[]; problems: { code: string; text: string }[] };
    expect(rows).toMatchObject([{ owner: "老李" }]);
    expect(problems).toMatchObject([{ code: "heading-renamed", cell: "C1" }]);
  });

  it("protected: the message names the sheet, nothing is written, and it ends with 1", async () => {
    const book = actionsBook([ONE], (workbook) => {
      for (const sheet of workbook.sheets) {
        sheet.isProtected = true;
        sheet.changed.add("protection");
      }
    });
    const out = path("protected.xlsx");
    const found = await answer("refresh-tracking", "--book", book, "--out", out);
    expect(found).toMatchObject({ code: 1, report: [], changes: 0, written: null });
    expect(found.problems[0]).toMatchObject({
      code: "sheet-protected",
      text: "工作表「待办」受保护，没有写入任何内容；请撤销保护后再试。",
    });
    expect(existsSync(out)).toBe(false);
  });

  it("filtered: hidden rows are worked on like the others", async () => {
    const book = actionsBook([ONE, ["A2", "报价 2 份", "老王", day("2026-11-30"), "未开始"]], (workbook) => {
      const sheet = workbook.sheet("待办");
      if (!sheet) return;
      sheet.filter = { area: { row: 0, column: 0, rows: 3, columns: 5 }, hidesRows: true };
      sheet.rows.set(2, { hidden: true });
      sheet.changed.add("tables").add("rows");
    });
    const out = path("filtered.xlsx");
    expect((await answer("refresh-tracking", "--book", book, "--out", out)).report).toMatchObject([{ params: { n: 2 } }]);
    const { rows } = JSON.parse((await cli("read", "--book", out, "--table", "actions", "--json")).out) as { rows: { light: string }[] };
    expect(rows.map(({ light }) => light)).toEqual(["overdue", "onTrack"]);
  });
});

import { strFromU8, unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../core/base/plain-date.ts";
import { mailOutFile, textFile, wordFile } from "../../core/files/out-file.ts";
import type { SheetLayout } from "../../core/index.ts";
import { styles } from "../../core/layout/styles.ts";
import { fileBytes } from "../../pane/word/file-bytes.ts";
import { headerParts } from "../../pane/word/header-codes.ts";
import { wordDocument } from "../../pane/word/word-document.ts";
import { sampleWithMinutes } from "../journey/planner.ts";
import { standingMinutes, workOn } from "./minutes-in-hand.ts";

const part = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

describe("the minutes as a Word document", () => {
  let layout: SheetLayout;
  let docx: Uint8Array;
  let body = "";
  beforeAll(async () => {
    const planner = await sampleWithMinutes();
    workOn(planner);
    layout = await standingMinutes(planner);
    docx = await wordDocument(layout, 1900);
    body = part(docx, "word/document.xml");
  });

  it("is A4 upright with the sheet's margins, its number and its pages below", () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    // 10, 10, 11 and 12 mm in twentieths of a point
    expect(layout.page?.margins).toEqual({ top: 10, right: 10, bottom: 11, left: 12 });
    expect(body).toMatch(/<w:pgMar w:top="567" w:right="567" w:bottom="624" w:left="680"/);
    const footer = part(docx, "word/footer1.xml");
    expect(footer).toContain("CX-2026-W48-1");
    expect(footer).toMatch(/instrText[^>]*>PAGE<[\s\S]*instrText[^>]*>NUMPAGES</);
  });

  it("has a table for each block, whose heading rows repeat", () => {
    const tables = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) => table);
    const repeated = tables.map((table) => [...table.matchAll(/<w:tblHeader\/>/g)].length);
    // head, seven sections with two heading rows each, next meeting with one, signatures; the remark below
    expect(repeated).toEqual([0, 2, 2, 2, 2, 2, 2, 2, 1, 0, 0]);
    const columns = tables.map((table) => [...table.matchAll(/<w:gridCol /g)].length);
    expect(new Set(columns)).toEqual(new Set([12]));
    for (const table of tables)
      for (const [row] of table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)) {
        const spans = [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) =>
          Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        );
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(12);
      }
  });

  it("keeps looks: Chinese font, fill, frame, bold", () => {
    expect(body).toContain('w:eastAsia="微软雅黑"');
    expect(body).toContain(`w:fill="${styles.section.fill}"`);
    expect(body).toMatch(/<w:top w:val="single" w:color="808080" w:sz="4"/);
    expect(body).toContain("<w:b/>");
  });

  it("keeps text as text, and leaves the hidden column out", () => {
    expect(body).toContain("缺料 &amp; 换型 &lt;急&gt;");
    expect(body).not.toMatch(/#minutes|topics:|head:0/);
    expect(body).toMatch(/<w:br\/><w:t[^>]*>第二行</);
  });

  it("is the same bytes each time", async () => {
    expect(Buffer.from(await wordDocument(layout, 1900)).equals(docx)).toBe(true);
    expect(part(docx, "docProps/core.xml")).not.toContain("dcterms:created");
    expect(part(docx, "docProps/core.xml")).toContain(layout.name);
  });
});

describe("any layout as a Word document", () => {
  const cell = (column: number, columns: number, value: string | number | boolean | null) => ({
    column,
    columns,
    value,
    style: styles.date,
  });
  const layout: SheetLayout = {
    name: "统计",
    visibility: "visible",
    widths: [10, 10, 20],
    hasMarkers: false,
    isOurs: true,
    validations: [],
    highlights: [],
    rows: [
      { marker: "", height: 20, cells: [cell(0, 1, "部门"), cell(2, 1, "日期")] },
      {
        marker: "",
        height: 20,
        cells: [{ ...cell(1, 1, null), value: { formula: "TODAY()", value: 46349 } }, cell(2, 1, "\u0000坏\ud800字")],
      },
    ],
    page: {
      orientation: "landscape",
      paper: "A3",
      margins: { top: 10, bottom: 10, left: 10, right: 10 },
      fitWidth: 1,
      repeatRows: [0, 0],
      header: "&LQR-014&&A&R&P",
      centred: false,
    },
  };

  it("repeats the rows that print at the top, fills gaps, and shows a formula's value", async () => {
    const docx = await wordDocument(layout, 1900);
    const body = part(docx, "word/document.xml");
    expect([...body.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(1);
    expect([...body.matchAll(/<w:tc>/g)]).toHaveLength(6);
    expect(body).toContain("2026-11-23");
    expect(body).not.toContain("TODAY");
    expect(body).toContain("坏\ufffd字");
    expect(body).toMatch(/<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"\/>/);
    expect(part(docx, "word/header1.xml")).toContain("QR-014&amp;A");
  });
});

describe("a header in Excel's codes", () => {
  it.each([
    ["&R&8QR-014", { left: [], center: [], right: [{ text: { said: "QR-014" }, size: 8 }] }],
    ["plain", { left: [], center: [{ text: { said: "plain" }, size: 10 }], right: [] }],
    [
      '&L&"黑体,Bold"&Ba&&b&C第 &P 页',
      {
        left: [{ text: { said: "a&b" }, size: 10 }],
        center: [
          { text: { said: "第 " }, size: 10 },
          { text: "page", size: 10 },
          { text: { said: " 页" }, size: 10 },
        ],
        right: [],
      },
    ],
  ])("%s", (codes, parts) => {
    expect(headerParts(codes)).toEqual(parts);
  });
});

describe("the bytes of a file", () => {
  it("a mail carries the Word document and the text that were only described", async () => {
    const planner = await sampleWithMinutes();
    const word = wordFile("会议记录 CX-2026-W48-1", await standingMinutes(planner), 1900);
    const text = textFile("说明", "第一行\n=1+1");
    const made = { day: dayOf(2026, 11, 26) ?? 0, time: 600 };
    const to = [{ name: "李四", email: "li@example.cn" }];
    const mail = mailOutFile("会议记录", {
      to,
      cc: [],
      subject: "会议记录",
      text: "见附件",
      made,
      zone: "Asia/Shanghai",
      attachments: [word, text],
    });
    const plain = JSON.parse(JSON.stringify(mail)) as typeof mail;
    const email = await PostalMime.parse(await fileBytes(plain));
    expect(email.attachments.map(({ filename }) => filename)).toEqual(["会议记录 CX-2026-W48-1.docx", "说明.txt"]);
    const [first, second] = email.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer));
    expect(first?.equals(Buffer.from(await fileBytes(word)))).toBe(true);
    expect(second?.toString("utf8")).toBe("第一行\n=1+1");
  });
});

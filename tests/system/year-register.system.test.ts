import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { CellValue } from "../../core/workbook/cells.ts";
import { fileOf, open, partsOf } from "../desk/xlsx-fixtures.ts";
import { recalculatedAll } from "../support/libreoffice.ts";
import { Book, errorsIn, serial, shift } from "./books.ts";

const TODAY = "2026-11-23";
const MEETINGS = 52;
const ACTIONS = 1000;

const CHART = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'我的图表'!$B$2:$B$5</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
const DRAWING = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
const relation = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** Headings in another order, two of a person's own among them, two titles above. */
const ACTION_HEADS = ["责任人", "任务编号", "我的备注", "任务描述", "完成时限", "状态", "责任部门", "会议编号", "费用(元)", "下达日期"];

async function yearBook(): Promise<Uint8Array> {
  const book = new Book(undefined);
  const { workbook } = book.file;
  const meetings = workbook.addSheet("会议台账");
  const put = (sheet: typeof meetings, row: number, line: readonly CellValue[]): void => {
    line.forEach((value, column) => {
      if (value !== null) sheet.setValue(row, column, value);
    });
  };
  put(meetings, 0, ["会议名称", "会议日期", "我的列", "会议编号", "主持人", "会议状态"]);
  for (let week = 0; week < MEETINGS; week++) {
    const no = `CX-2026-W${String(week + 1).padStart(2, "0")}-1`;
    put(meetings, week + 1, [
      "产销协调会",
      serial(shift("2025-12-31", week * 7)),
      `备注 ${week}`,
      no,
      "周明远",
      week < 47 ? "已记录" : "已计划",
    ]);
  }
  const actions = workbook.addSheet("待办事项");
  put(actions, 0, ["2026 年待办"]);
  put(actions, 2, ACTION_HEADS);
  const statuses = ["进行中", "已完成", "已下达", "已验收", "已延期", "已取消"];
  for (let index = 0; index < ACTIONS; index++) {
    const week = index % 46;
    const meeting = `CX-2026-W${String(week + 1).padStart(2, "0")}-1`;
    const no = `${meeting}-A${Math.floor(index / 46) + 1}`;
    const due = serial(shift("2026-01-08", week * 7 + (index % 11)));
    put(actions, 3 + index, [
      "李强",
      no,
      `私记 ${index}`,
      `第 ${index} 项任务`,
      due,
      statuses[index % 6] ?? "",
      "生产部",
      meeting,
      null,
      due - 7,
    ]);
    actions.setFormula(3 + index, 8, `ROW()*${index % 7}`, (4 + index) * (index % 7));
  }
  actions.format({ row: 3, column: 2, rows: ACTIONS, columns: 1 }, { fill: "CCFFCC", italic: true, font: "楷体" });
  actions.highlights = [{ areas: [{ row: 3, column: 8, rows: ACTIONS, columns: 1 }], formula: "$I4>5000", style: { fill: "FF00FF" } }];
  const chart = workbook.addSheet("我的图表");
  [
    ["月", "量"],
    ["一月", 5],
    ["二月", 7],
    ["三月", 3],
    ["四月", 9],
  ].forEach((line, row) => {
    put(chart, row, line);
  });
  const formats = workbook.addSheet("我的格式");
  formats.setValue(0, 0, 12345.678);
  formats.format({ row: 0, column: 0, rows: 3, columns: 3 }, { numberFormat: '0.00"吨";[Red]-0.00"吨"', fill: "FFFF00", bold: true });
  formats.merges = [{ row: 1, column: 0, rows: 2, columns: 2 }];
  formats.setFormula(5, 0, "COUNTA(待办事项!$B$4:$B$1003)", ACTIONS);
  return withChart(book.bytes(), "我的图表");
}

/** Puts a chart on a sheet, as parts of the package. */
function withChart(bytes: Uint8Array, sheetName: string): Uint8Array {
  const parts = partsOf(bytes);
  const sheet = `${open(bytes).workbook.sheet(sheetName)?.part}`;
  const relations = sheet.replace("worksheets/", "worksheets/_rels/").concat(".rels");
  if (!(sheet in parts) || relations in parts) throw new Error(`no place for a chart in ${sheet}`);
  const types = "application/vnd.openxmlformats-officedocument.";
  return fileOf({
    ...parts,
    [sheet]: `${parts[sheet]}`
      .replace("</worksheet>", '<drawing r:id="rId1"/></worksheet>')
      .replace(/<worksheet (?![^>]*xmlns:r=)/, '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '),
    [relations]: relation("drawing", "../drawings/drawing1.xml"),
    "xl/drawings/drawing1.xml": DRAWING,
    "xl/drawings/_rels/drawing1.xml.rels": relation("chart", "../charts/chart1.xml"),
    "xl/charts/chart1.xml": CHART,
    "[Content_Types].xml": `${parts["[Content_Types].xml"]}`.replace(
      "</Types>",
      `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${types}drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${types}drawingml.chart+xml"/></Types>`,
    ),
  });
}

function partOf(bytes: Uint8Array, path: string): string {
  const content = unzipSync(bytes)[path];
  if (!content) throw new Error(`no part ${path}`);
  return strFromU8(content);
}

describe("A year's register of a planner's own making", () => {
  let before: Uint8Array;
  let after: Uint8Array;
  const seconds: Record<string, number> = {};

  beforeAll(async () => {
    before = await yearBook();
    after = before;
    const step = async (id: string, prepare?: (book: Book) => void): Promise<void> => {
      const start = performance.now();
      const book = new Book(after);
      prepare?.(book);
      await book.run(id, TODAY, {}, true);
      after = book.bytes();
      seconds[id] = Math.round(performance.now() - start) / 1000;
    };
    await step("generate-minutes");
    await step("record-minutes", (book) => {
      const minutes = book.file.workbook.sheets.find(({ name }) => name.startsWith("会议记录"));
      const row = [...(minutes?.cells ?? [])].find(([, line]) => line.get(0)?.value === "actions:")?.[0];
      if (!minutes || row === undefined) throw new Error("no minutes");
      for (const [column, value] of [
        [2, "新的任务"],
        [5, "生产部"],
        [6, "李强"],
        [7, serial("2026-12-10")],
      ] as const)
        minutes.setValue(row, column, value);
    });
    await step("refresh-tracking");
    console.log("seconds with opening and saving:", JSON.stringify(seconds));
  });

  it("keeps the sheets, charts and other parts that are not Concord's byte for byte", () => {
    const sheets = ["我的图表", "我的格式"].map((name) => `${open(before).workbook.sheet(name)?.part}`);
    const foreign = [
      ...sheets,
      "xl/drawings/drawing1.xml",
      "xl/drawings/_rels/drawing1.xml.rels",
      "xl/charts/chart1.xml",
      `${sheets[0]}`.replace("worksheets/", "worksheets/_rels/").concat(".rels"),
    ];
    for (const part of foreign) expect(partOf(after, part), part).toBe(partOf(before, part));
    expect(Object.keys(unzipSync(before)).filter((part) => !(part in unzipSync(after)))).toEqual([]);
  });

  it("keeps a person's columns, formulas, formats and highlights in the sheets it writes to", () => {
    const [was, now] = [new Book(before), new Book(after)];
    let compared = 0;
    for (const [name, columns] of [
      ["待办事项", [2, 8]],
      ["会议台账", [2]],
    ] as const) {
      for (const [row, line] of was.sheet(name).cells) {
        for (const column of columns) {
          const [a, b] = [line.get(column), now.sheet(name).cell(row, column)];
          expect([b?.value, b?.formula]).toEqual([a?.value, a?.formula]);
          expect(now.file.workbook.styles.at(b?.style ?? 0)).toEqual(was.file.workbook.styles.at(a?.style ?? 0));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(2 * ACTIONS);
    expect(now.sheet("待办事项").highlights).toEqual(expect.arrayContaining([...was.sheet("待办事项").highlights]));
    expect([0, 1].map((row) => now.sheet("待办事项").cell(row, 0)?.value)).toEqual(["2026 年待办", undefined]);
  });

  it("has recorded the new action, and every light and sum computes", async () => {
    const [computed] = await recalculatedAll([after]);
    const book = new Book(computed);
    const { rows, place } = await book.table("actions");
    expect(rows).toHaveLength(ACTIONS + 1);
    expect(rows.at(-1)?.values).toMatchObject({ task: "新的任务", owner: "李强", meeting: "CX-2026-W48-1" });
    expect(errorsIn(book)).toEqual([]);
    const light = place.columns.get("light") ?? -1;
    for (const { row } of rows) expect(book.sheet(place.sheet).cell(row, light)?.value, `row ${row + 1}`).not.toBe("");
    expect(book.sheet("我的格式").cell(5, 0)?.value).toBe(ACTIONS);
  });

  it("changes nothing when it is refreshed again", async () => {
    expect((await new Book(after).run("refresh-tracking", TODAY, {}, true)).edits).toBe(0);
  });
});

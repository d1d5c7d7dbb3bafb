import { Workbook } from "../../desk/workbook/workbook.ts";
import { fill } from "./xlsx-fixtures.ts";

/** A workbook made here, with one of everything that the model knows. */
export function newBook(): Workbook {
  const book = new Workbook();
  const settings = book.addSheet("设置");
  fill(settings, [["甲"], ["乙"], ["丙"]]);
  const sheet = book.addSheet("行动 项");
  book.active = 1;
  fill(sheet, [
    ["编号", "内容", "数"],
    ["A-1", "=不是公式", null],
    ["A-2", " 两行\n文字 ", 46_000],
    ["A-3", true, 0.1],
  ]);
  sheet.setFormula(1, 2, "IFS(TRUE,5)", 5);
  sheet.setFormula(4, 2, 'SUM(C2:C4)&"件"', "46005.1件");
  sheet.format(
    { row: 0, column: 0, rows: 1, columns: 3 },
    { font: "微软雅黑", size: 12, bold: true, color: "FFFFFF", fill: "1F4E79", horizontal: "center", wrap: true },
  );
  sheet.format(
    { row: 2, column: 2, rows: 1, columns: 1 },
    {
      numberFormat: "yyyy-mm-dd",
      locked: false,
      border: { top: "thin", bottom: "double", color: "D9D9D9" },
      indent: 1,
      horizontal: "left",
      vertical: "top",
      italic: true,
    },
  );
  sheet.tables.push({ name: "Actions", area: { row: 0, column: 0, rows: 4, columns: 3 }, hasTotals: false });
  sheet.merges = [{ row: 5, column: 0, rows: 1, columns: 3 }];
  sheet.validations = [
    {
      areas: [{ row: 1, column: 0, rows: 3, columns: 1 }],
      rule: { type: "list", values: ["A-1", 'A"2'], suggest: true },
      title: "编号",
      message: "请选",
    },
    {
      areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
      rule: { type: "listFrom", sheet: "设置", area: { row: 0, column: 0, rows: 3, columns: 1 } },
      title: "",
      message: "",
    },
    {
      areas: [
        { row: 2, column: 2, rows: 1, columns: 1 },
        { row: 8, column: 2, rows: 2, columns: 1 },
      ],
      rule: { type: "date", from: 45_000, to: 50_000 },
      title: "日期",
      message: "一行\n两行",
    },
    {
      areas: [{ row: 3, column: 2, rows: 1, columns: 1 }],
      rule: { type: "number", from: 0, to: 1.5, whole: false },
      title: "",
      message: "",
    },
  ];
  sheet.highlights = [
    {
      areas: [{ row: 1, column: 0, rows: 3, columns: 3 }],
      formula: 'AND($A2<>"",N("concord")=0)',
      style: { fill: "FFC7CE", color: "9C0006", bold: true },
    },
    { areas: [{ row: 1, column: 2, rows: 3, columns: 1 }], formula: "ISOWEEKNUM(C2)>'设置'!$B$1", style: { bold: false } },
  ];
  sheet.freeze = { rows: 1, columns: 1 };
  sheet.tab = "1F4E79";
  sheet.gridlines = false;
  sheet.isProtected = true;
  sheet.page = {
    orientation: "landscape",
    paper: "A4",
    margins: { top: 15, bottom: 12.5, left: 10, right: 10 },
    fitWidth: 1,
    repeatRows: [0, 0],
    printArea: { row: 0, column: 0, rows: 6, columns: 3 },
    header: "&C产销协调会",
    footer: "&P / &N",
    centred: true,
  };
  sheet.columns.set(0, { width: 12.5 });
  sheet.columns.set(3, { width: 8, hidden: true });
  sheet.rows.set(0, { height: 30 });
  sheet.rows.set(9, { hidden: true });
  book.names = [
    { name: "Concord.Head", refersTo: "'行动 项'!$A$1" },
    { name: "Own", refersTo: "'设置'!$A$1:$A$3", sheet: "设置", hidden: true },
  ];
  return book;
}

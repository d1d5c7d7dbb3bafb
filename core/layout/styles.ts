import type { Style } from "../workbook/edits.ts";

/** The font that Chinese companies print with; LibreOffice and Sheets substitute a like one. */
const BODY = "微软雅黑";
const TITLE = "黑体";

const grid = { top: "thin", bottom: "thin", left: "thin", right: "thin", color: "808080" } as const;
const NO_LINES = { top: "none", bottom: "none", left: "none", right: "none" } as const;
const body: Style = { font: BODY, size: 9, vertical: "center", wrap: true };

/** Every look of Concord's sheets, by what it is for. Colours are light, so that paper stays readable. */
export const styles = {
  /** Nothing of any other. */
  plain: {
    bold: false,
    italic: false,
    color: "000000",
    fill: null,
    border: NO_LINES,
    horizontal: "general",
    vertical: "bottom",
    wrap: false,
    indent: 0,
    numberFormat: "General",
  },
  company: { font: BODY, size: 10, color: "595959", horizontal: "center", vertical: "center" },
  title: { font: TITLE, size: 18, bold: true, horizontal: "center", vertical: "center" },
  section: { font: BODY, size: 10.5, bold: true, fill: "DDEBF7", border: grid, vertical: "center", horizontal: "left", indent: 1 },
  label: { ...body, bold: true, fill: "F2F2F2", border: grid, horizontal: "center" },
  heading: { ...body, bold: true, fill: "F2F2F2", border: grid, horizontal: "center" },
  text: { ...body, border: grid, horizontal: "left" },
  field: { ...body, border: grid, horizontal: "left", indent: 1 },
  centred: { ...body, border: grid, horizontal: "center" },
  date: { ...body, border: grid, horizontal: "center", numberFormat: "yyyy-mm-dd" },
  time: { ...body, border: grid, horizontal: "center", numberFormat: "hh:mm" },
  number: { ...body, border: grid, horizontal: "right", numberFormat: "#,##0" },
  percent: { ...body, border: grid, horizontal: "right", numberFormat: "0%" },
  summary: { ...body, border: grid, horizontal: "left", bold: true, indent: 1 },
  note: { ...body, size: 8, color: "595959", horizontal: "left" },
  signature: { ...body, border: grid, horizontal: "left", vertical: "top", indent: 1 },
  marker: { font: BODY, size: 8, color: "A6A6A6" },
  tableHeading: {
    font: BODY,
    size: 10,
    bold: true,
    color: "FFFFFF",
    fill: "2F5597",
    border: { ...grid, color: "BFBFBF" },
    horizontal: "center",
    vertical: "center",
    wrap: true,
  },
  tableText: { font: BODY, size: 10, border: { ...grid, color: "D9D9D9" }, vertical: "center", horizontal: "left" },
  tableLong: { font: BODY, size: 10, border: { ...grid, color: "D9D9D9" }, vertical: "center", horizontal: "left", wrap: true },
  tableDate: {
    font: BODY,
    size: 10,
    border: { ...grid, color: "D9D9D9" },
    vertical: "center",
    horizontal: "center",
    numberFormat: "yyyy-mm-dd",
  },
  tableTime: {
    font: BODY,
    size: 10,
    border: { ...grid, color: "D9D9D9" },
    vertical: "center",
    horizontal: "center",
    numberFormat: "hh:mm",
  },
  tableNumber: {
    font: BODY,
    size: 10,
    border: { ...grid, color: "D9D9D9" },
    vertical: "center",
    horizontal: "right",
    numberFormat: "#,##0.##",
  },
  tableInteger: { font: BODY, size: 10, border: { ...grid, color: "D9D9D9" }, vertical: "center", horizontal: "right", numberFormat: "0" },
  tablePercent: { font: BODY, size: 10, border: { ...grid, color: "D9D9D9" }, vertical: "center", horizontal: "right", numberFormat: "0%" },
  tableChoice: { font: BODY, size: 10, border: { ...grid, color: "D9D9D9" }, vertical: "center", horizontal: "center" },
} as const satisfies Record<string, Style>;

/** Colours of highlights. A text always says the same, so colour is never the only sign. */
export const colours = {
  red: { fill: "F8CBAD", color: "9C0006" },
  amber: { fill: "FFE699", color: "7F6000" },
  purple: { fill: "E4DFEC", color: "5F497A" },
  grey: { fill: "D9D9D9", color: "404040" },
  green: { fill: "E2EFDA", color: "375623" },
  blue: { fill: "BDD7EE", color: "1F4E79" },
  required: { fill: "FFF9E5" },
} as const;

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue } from "../../core/index.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { readXlsx, type XlsxFile } from "../../desk/xlsx/index.ts";

/** A file's parts as text, without the folders some writers put in. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
  return Object.fromEntries(entries.map(([name, content]) => [name, strFromU8(content)]));
}

export function fileOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export function open(bytes: Uint8Array): XlsxFile {
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(`${read.code}: ${read.detail}`);
  return read.file;
}

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Writes rows of values from A1; `undefined` is left alone. */
export function fill(sheet: Sheet, rows: readonly (readonly (CellValue | undefined)[])[]): void {
  rows.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value !== undefined) sheet.setValue(row, column, value);
    });
  });
}

/** The local names of the children of a sheet's root, in order. */
export function childrenOf(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [tag, name = ""] of xml.matchAll(/<\/?([\w:]+)[^>]*>/g)) {
    if (tag.startsWith("</")) depth--;
    else {
      if (depth === 1) names.push(name);
      if (!tag.endsWith("/>")) depth++;
    }
  }
  return names;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relationships = (...targets: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="${RELS}">${targets.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

export const RICH_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr codeName="Sheet1"><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:E6"/><sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="3" width="12.5" customWidth="1" outlineLevel="1"/><col min="5" max="16384" width="9"/></cols><sheetData><row r="1" spans="1:5" ht="20" customHeight="1" x14ac:dyDescent="0.3"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>In</t></r><r><rPr><b/></rPr><t>line</t></r></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B5" si="0">A2*$A$6+SUM(A$2:A2)</f><v>1</v></c><c r="C2"><f t="array" ref="C2:C3">A2:A3*2</f><v>2</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c></row><row r="3" outlineLevel="1"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c><c r="C3"><v>4</v></c></row><row r="4"><c r="A4"><v>3</v></c><c r="B4"><f t="shared" si="0"/><v>3</v></c><c r="D4" t="str"><f>_xlfn.TEXTJOIN(",",TRUE,A2:A4)</f><v>1,2,3</v></c></row><row r="5"><c r="A5"><v>4</v></c><c r="B5"><f t="shared" si="0"/><v>4</v></c></row><row r="6"><c r="A6" vm="1"><v>1</v></c></row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="100000" sheet="1" objects="1"/><protectedRanges><protectedRange sqref="A1" name="r1"/></protectedRanges><conditionalFormatting sqref="A2:A5"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule><cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>$A2&gt;2</formula></cfRule></conditionalFormatting><dataValidations count="2" xWindow="5"><dataValidation type="custom" allowBlank="1" sqref="A2:A5"><formula1>A2&gt;0</formula1></dataValidation><dataValidation type="list" imeMode="on" allowBlank="1" showErrorMessage="1" prompt="hint" errorTitle="T" error="M" sqref="D2:D3"><formula1>"甲,乙"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId4"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="80" orientation="landscape" r:id="rId5"/><ignoredErrors><ignoredError sqref="B2:B5" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="expression" priority="3" id="{1}"><xm:f>Other!$A$1=A2</xm:f><x14:dxf><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>B2:B5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${X14}"><x14:dataValidations xmlns:xm="${XM}" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Other!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>E2:E5</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:sparklines><x14:sparkline><xm:f>Rich!A2:A5</xm:f><xm:sqref>F2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>`;

const OTHER_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>2</v></c></row></sheetData></worksheet>`;

/** A workbook with macros and with what Excel makes and no library of ours does: charts, sparklines, extensions, comments. */
export function richParts(): Record<string, string> {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${[
      override("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
      override("xl/worksheets/sheet1.xml", `${SHEET_TYPES}.worksheet+xml`),
      override("xl/worksheets/sheet2.xml", `${SHEET_TYPES}.worksheet+xml`),
      override("xl/styles.xml", `${SHEET_TYPES}.styles+xml`),
      override("xl/sharedStrings.xml", `${SHEET_TYPES}.sharedStrings+xml`),
      override("xl/calcChain.xml", `${SHEET_TYPES}.calcChain+xml`),
      override("xl/comments1.xml", `${SHEET_TYPES}.comments+xml`),
      override("xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"),
      override("xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    ].join("")}</Types>`,
    "_rels/.rels": relationships(["officeDocument", "xl/workbook.xml"], ["customXml", "customXml/item1.xml"]),
    "customXml/item1.xml": "<mine keep='yes'/>",
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="1" activeTab="0"/></bookViews><sheets><sheet name="Rich" sheetId="7" r:id="rId1"/><sheet name="Other" sheetId="3" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Rich!$A$1:$E$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Rich!$A:$A,Rich!$1:$2</definedName><definedName name="local" localSheetId="1" comment="kept">Other!$A$1</definedName><definedName name="whole">Rich!$A$2:$A$5</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet2.xml"],
      ["styles", "styles.xml"],
      ["sharedStrings", "/xl/sharedStrings.xml"],
      ["calcChain", "calcChain.xml"],
      ["vbaProject", "vbaProject.bin"],
    ),
    "xl/worksheets/sheet1.xml": RICH_SHEET,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      ["drawing", "../drawings/drawing1.xml"],
      ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["comments", "../comments1.xml"],
      ["hyperlink", "../x.xml"],
      ["printerSettings", "../printerSettings/printerSettings1.bin"],
    ),
    "xl/worksheets/sheet2.xml": OTHER_SHEET,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm"/></numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><u/><sz val="14"/><color rgb="FFFF0000"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center" textRotation="45"/></xf></cellXfs><dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><border><left style="thin"/></border></dxf></dxfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><r><rPr><b/></rPr><t>Ri</t></r><r><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>yomi</t></rPh></si><si><t>a_x0001_b_x005F_x0041_</t></si><si><t>other</t></si></sst>`,
    "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="B2" i="7"/></calcChain>`,
    "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>me</author></authors><commentList><comment ref="A5" authorId="0"><text><t>note</t></text></comment></commentList></comments>`,
    "xl/drawings/vmlDrawing1.vml": "<xml/>",
    "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relationships(["chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml":
      "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:f>Rich!$A$2:$A$5</c:f></c:chartSpace>",
    "xl/printerSettings/printerSettings1.bin": "devmode",
    "xl/vbaProject.bin": "macros",
  };
}

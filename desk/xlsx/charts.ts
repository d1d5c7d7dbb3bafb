/** The charts of a sheet: ours are read by name and written whole, everything else in the sheet's drawing stays. */
import { type Chart, OUR_CHARTS } from "../../core/index.ts";
import type { OurChart, Sheet } from "../workbook/sheet.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { chartValues } from "./chart-values.ts";
import { cacheXml, chartXml } from "./chart-xml.ts";
import type { Package } from "./package.ts";
import { parseAbsolute } from "./references.ts";
import { declareType, dropPart, isStrict, relate, related, relationships, unrelate } from "./relationships.ts";
import { SHEET_ORDER } from "./sheet-order.ts";
import { joinSheet, splitSheet } from "./sheet-xml.ts";
import { decodeText, encodeText, escapeXml, unescapeXml } from "./text.ts";
import {
  attribute,
  child,
  children,
  descendants,
  type Element,
  ensure,
  integer,
  parseXml,
  relationId,
  remove,
  rootOf,
  serializeXml,
  setRelationId,
} from "./xml.ts";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

const NAMES = {
  transitional: {
    sheet: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    main: "http://schemas.openxmlformats.org/drawingml/2006/main",
    chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
    office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  },
  strict: {
    sheet: "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
    main: "http://purl.oclc.org/ooxml/drawingml/main",
    chart: "http://purl.oclc.org/ooxml/drawingml/chart",
    office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  },
};

/** Something in a drawing that may be a chart. */
interface Frame {
  /** The anchor, with all that is in it. */
  readonly anchor: Element;
  readonly name: string;
  readonly part: string | undefined;
}

export function readCharts(pack: Package, sheet: Sheet, sheetPart: string): void {
  const drawing = related(pack, sheetPart, "drawing")?.target;
  if (drawing === undefined || !pack.has(drawing)) return;
  const ours = framesOf(pack, rootOf(pack.xml(drawing)), drawing).filter(isOurs);
  sheet.ourCharts = ours.map(({ name, part }): OurChart => (part === undefined ? { name } : { name, part }));
  const known = new Set(ours.map(({ part }) => part));
  const charts = relationships(pack, drawing).filter(({ kind, target }) => /^chart(Ex)?$/.test(kind) && !known.has(target));
  sheet.carriedCharts.push(...charts.map(({ target }) => ({ part: target })));
}

/** Whether the file does not say yet which charts of ours the sheet has. */
export function touchesCharts(sheet: Sheet): boolean {
  return sheet.changed.has("charts");
}

/** Ours go and come again; the drawing goes with them where nothing is left in it. */
export function writeCharts(pack: Package, workbook: Workbook, sheet: Sheet, sheetPart: string): void {
  const told = sheet.ourCharts.flatMap(({ told }) => told ?? []);
  const known = related(pack, sheetPart, "drawing")?.target;
  if (known === undefined && told.length === 0) return;
  const drawing = known ?? addDrawing(pack, sheetPart);
  const document = pack.xml(drawing);
  const root = rootOf(document);
  for (const { anchor, part } of framesOf(pack, root, drawing).filter(isOurs)) {
    remove(anchor);
    if (part !== undefined) dropChart(pack, drawing, part);
  }
  let id = descendants(root, "cNvPr").reduce((most, each) => Math.max(most, integer(each, "id", 0)), 1);
  for (const chart of told) {
    const part = pack.freeName("xl/charts/chart", ".xml");
    pack.set(part, chartXml(workbook, sheet.name, chart, isStrict(pack)));
    declareType(pack, part, CHART_TYPE);
    const anchor = rootOf(parseXml(anchorXml(chart, ++id, relate(pack, drawing, "chart", part), isStrict(pack)), drawing));
    root.appendChild(root.ownerDocument?.importNode(anchor, true) ?? anchor);
  }
  if (children(root).length > 0) pack.set(drawing, document);
  else dropDrawing(pack, sheetPart, drawing);
}

/** Where cells changed, the values that a chart of ours in the file keeps beside their addresses are those of now. */
export function refreshCharts(pack: Package, workbook: Workbook, sheet: Sheet): void {
  if (touchesCharts(sheet)) return;
  for (const { part } of sheet.ourCharts) {
    if (part === undefined || !pack.has(part)) continue;
    const text = pack.text(part);
    const fresh = text.replace(
      /(<(?:\w+:)?f>)([^<]*)(<\/(?:\w+:)?f>\s*)<(\w+:)?(str|num)Cache>[\s\S]*?<\/(?:\w+:)?\5Cache>/g,
      (whole, open: string, formula: string, close: string, prefix = "", kind: "str" | "num") => {
        const range = parseAbsolute(unescapeXml(formula), sheet.name);
        if (!range || !workbook.sheet(range.sheet)) return whole;
        const cache = cacheXml(kind, chartValues(workbook, sheet.name, range)).replace(/(<\/?)c:/g, `$1${prefix}`);
        return `${open}${formula}${close}${cache}`;
      },
    );
    if (fresh !== text) pack.set(part, fresh);
  }
}

function framesOf(pack: Package, root: Element, drawing: string): Frame[] {
  const targets = new Map(relationships(pack, drawing).map(({ id, target }) => [id, target]));
  return children(root).flatMap((anchor) => {
    const frame = descendants(anchor, "graphicFrame")[0];
    const chart = frame && descendants(frame, "chart")[0];
    if (!frame || !chart) return [];
    const name = decodeText(attribute(descendants(frame, "cNvPr")[0], "name") ?? "");
    return [{ anchor, name, part: targets.get(relationId(chart) ?? "") }];
  });
}

function isOurs({ name }: Frame): boolean {
  return name.startsWith(OUR_CHARTS);
}

/** With the parts that Excel keeps beside a chart for its look. */
function dropChart(pack: Package, drawing: string, part: string): void {
  for (const { kind, target } of relationships(pack, part)) if (/^chart(Style|ColorStyle)$/.test(kind)) dropPart(pack, target);
  unrelate(pack, drawing, part);
  dropPart(pack, part);
}

function addDrawing(pack: Package, sheetPart: string): string {
  const names = isStrict(pack) ? NAMES.strict : NAMES.transitional;
  const drawing = pack.freeName("xl/drawings/drawing", ".xml");
  pack.set(
    drawing,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${names.sheet}" xmlns:a="${names.main}"></xdr:wsDr>`,
  );
  declareType(pack, drawing, DRAWING_TYPE);
  const id = relate(pack, sheetPart, "drawing", drawing);
  editFrame(pack, sheetPart, (root) => setRelationId(ensure(root, "drawing", SHEET_ORDER), id));
  return drawing;
}

function dropDrawing(pack: Package, sheetPart: string, drawing: string): void {
  editFrame(pack, sheetPart, (root) => remove(child(root, "drawing")));
  unrelate(pack, sheetPart, drawing);
  dropPart(pack, drawing);
}

function editFrame(pack: Package, sheetPart: string, change: (root: Element) => void): void {
  const { frame, rows, prefix } = splitSheet(pack.text(sheetPart));
  const document = parseXml(frame, sheetPart);
  change(rootOf(document));
  pack.set(sheetPart, joinSheet(serializeXml(document), rows.map(({ xml }) => xml).join(""), prefix));
}

function anchorXml({ name, title, description, area }: Chart, id: number, relation: string, strict: boolean): string {
  const names = strict ? NAMES.strict : NAMES.transitional;
  const corner = (row: number, column: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  const said = (text: string): string => escapeXml(encodeText(text));
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${names.sheet}" xmlns:a="${names.main}"><xdr:from>${corner(area.row, area.column)}</xdr:from>` +
    `<xdr:to>${corner(area.row + area.rows, area.column + area.columns)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${id}" name="${said(name)}" descr="${said(description)}" title="${said(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${names.chart}">` +
    `<c:chart xmlns:c="${names.chart}" xmlns:r="${names.office}" r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

import { Document, Packer, Paragraph, type Table } from "docx";
import { type LayoutCell, type LayoutRow, type SheetLayout, shownText, valueIn } from "../../core/index.ts";
import { headerParagraph, pageOf } from "./page.ts";
import { paragraphOf } from "./paragraph.ts";
import { sameBytes } from "./same-bytes.ts";
import { type ShownCell, type ShownRow, tableOf } from "./table.ts";

/**
 * A sheet as a Word document: its blocks as tables on the sheet's own columns, values as the sheet shows
 * them, on the sheet's page. Column 0 with the markers is left out.
 * @returns the bytes of a .docx file, the same for the same layout
 */
export async function wordDocument(layout: SheetLayout, dateSystem: 1900 | 1904): Promise<Uint8Array> {
  const widths = layout.widths.slice(firstColumn(layout));
  const rows = layout.rows.map((row, index) => shown(layout, row, index, dateSystem));
  const page = pageOf(layout.page, widths);
  const document = new Document({
    title: layout.name,
    creator: "Concord",
    lastModifiedBy: "Concord",
    styles: { default: { document: { run: { language: { value: "en-US", eastAsia: "zh-CN" } } } } },
    sections: [
      {
        properties: { page: page.properties },
        ...(layout.page?.header ? { headers: { default: headerParagraph("header", layout.page.header, page) } } : {}),
        ...(layout.page?.footer ? { footers: { default: headerParagraph("footer", layout.page.footer, page) } } : {}),
        children: [...blocksOf(rows)].flatMap((block) => childrenOf(block, page)),
      },
    ],
  });
  return sameBytes(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function firstColumn({ hasMarkers }: SheetLayout): number {
  return hasMarkers ? 1 : 0;
}

function shown(layout: SheetLayout, row: LayoutRow, index: number, dateSystem: 1900 | 1904): ShownRow {
  const from = firstColumn(layout);
  const cells = row.cells.map((cell) => ({ ...cell, column: cell.column - from, text: textOf(cell, dateSystem) }));
  return {
    cells,
    height: row.height,
    isHeading: isHeading(layout, row, index),
    block: /^\w+/.exec(row.marker)?.[0] ?? "",
    isLine: isLine(cells, layout.widths.length - from),
  };
}

type Page = ReturnType<typeof pageOf>;

function textOf({ value, style }: LayoutCell, dateSystem: 1900 | 1904): string {
  return shownText(valueIn(value ?? null), style.numberFormat, dateSystem);
}

/** The rows of a block that its every page begins with: a block's marker ends in `#`, its headings' in `##`. */
function isHeading({ page, hasMarkers }: SheetLayout, { marker }: LayoutRow, index: number): boolean {
  const [first, last] = page?.repeatRows ?? [0, -1];
  return (hasMarkers && marker.endsWith("#")) || (index >= first && index <= last);
}

/** A title or a note: one text across the page without a frame is no table. */
function isLine(cells: readonly ShownCell[], columns: number): boolean {
  const [cell] = cells;
  return cells.length === 1 && cell?.columns === columns && !cell.style.border && !cell.style.fill;
}

/** Rows that belong together, in order: only a table's first rows repeat, so each block is a table of its own. */
function* blocksOf(rows: readonly ShownRow[]): Generator<readonly ShownRow[]> {
  let block: ShownRow[] = [];
  let name = "";
  for (const row of rows) {
    const last = block[block.length - 1];
    if (last && (last.isLine || row.isLine || (row.block !== "" && row.block !== name))) {
      yield block;
      block = [];
    }
    block.push(row);
    // A row without a marker belongs to the block above it.
    if (row.block !== "") name = row.block;
  }
  if (block.length > 0) yield block;
}

function childrenOf(block: readonly ShownRow[], page: Page): (Paragraph | Table)[] {
  const [row] = block;
  const cell = row?.cells[0];
  if (row?.isLine && cell) return [paragraphOf(cell, page.scale, { least: row.height, isFollowed: true })];
  // Word joins tables that nothing stands between.
  return [tableOf(block, page), new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: "exact" } })];
}

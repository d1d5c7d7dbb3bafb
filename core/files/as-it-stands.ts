import { rowHeight } from "../layout/fit.ts";
import { styles } from "../layout/styles.ts";
import { type CellValue, valueIn } from "../workbook/cells.ts";
import type { SheetCells } from "../workbook/host.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { shownText } from "./shown-text.ts";

/**
 * A document as its sheet now says it, with the rows that people inserted, moved or deleted. The form,
 * which is the document laid out empty, gives each row its looks by the marker in the hidden column: the
 * row of the same marker, else the block's empty one. A row that a person put into a block looks like
 * the block's rows; one elsewhere is kept as plain text. Cells beside the form's columns are no part of
 * the document.
 */
export function asItStands(form: SheetLayout, cells: Pick<SheetCells, "values">, dateSystem: 1900 | 1904): SheetLayout {
  const forms = new Map(form.rows.map((row) => [keyOf(row.marker), row]));
  const rows: LayoutRow[] = [];
  let block = "";
  for (const line of cells.values) {
    const marker = typeof line[0] === "string" ? line[0] : "";
    if (marker !== "") block = blockOf(marker);
    const like = forms.get(keyOf(marker)) ?? forms.get(`${block}:`);
    const laid = like ? filled(like, line, dateSystem) : plain(form, line);
    if (laid.length === 0 || (marker === "" && isBlank(line, form))) continue;
    rows.push({ marker, height: heightOf(form, laid, like, dateSystem), cells: laid });
  }
  const { page, ...rest } = form;
  const printed = page?.printArea ? { ...page, printArea: { ...page.printArea, rows: rows.length } } : page;
  return { ...rest, rows, validations: [], highlights: [], ...(printed ? { page: printed } : {}) };
}

/** The first marker names the document, too. */
function keyOf(marker: string): string {
  return marker.startsWith("#") ? (marker.split(" ")[0] ?? marker) : marker;
}

function blockOf(marker: string): string {
  return /^(\w+)[#~:]/.exec(marker)?.[1] ?? "";
}

function isBlank(line: readonly CellValue[], { widths }: SheetLayout): boolean {
  return line.slice(1, widths.length).every((value) => value === null || value === "");
}

/** A field's value stands in any cell of its span, since an inserted row has no merged cells. */
function filled(like: LayoutRow, line: readonly CellValue[], dateSystem: 1900 | 1904): LayoutCell[] {
  return like.cells.map((cell) => {
    const said = line.slice(cell.column, cell.column + cell.columns).filter((value) => value !== null && value !== "");
    const texts = said.map((value) => shownText(value, cell.style.numberFormat, dateSystem));
    return { ...cell, value: said.length > 1 ? texts.join(" ") : (said[0] ?? null) };
  });
}

/** Each text takes the columns up to the next one. */
function plain({ widths }: SheetLayout, line: readonly CellValue[]): LayoutCell[] {
  const at = line
    .slice(0, widths.length)
    .flatMap((value, column) => (column === 0 || value === null || value === "" ? [] : [{ value, column }]));
  return at.map(({ value, column }, index) => {
    const columns = (at[index + 1]?.column ?? widths.length) - column;
    return { column, columns, value, style: styles.text };
  });
}

function heightOf(form: SheetLayout, cells: readonly LayoutCell[], like: LayoutRow | undefined, dateSystem: 1900 | 1904): number {
  return rowHeight(
    cells.map(({ value, style, column, columns }) => ({
      text: shownText(valueIn(value ?? null), style.numberFormat, dateSystem),
      width: form.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0),
      size: style.size ?? 9,
    })),
    like?.height,
  );
}

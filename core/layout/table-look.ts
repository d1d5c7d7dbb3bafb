import { textWidth } from "../base/text.ts";
import { choiceSet } from "../tables/choices.ts";
import type { Field, FieldType, Table } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import { type Language, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Area } from "../workbook/cells.ts";
import type { Edit, Style, Validation } from "../workbook/edits.ts";
import { headerText } from "./header-text.ts";
import { styles } from "./styles.ts";

/** Rows that a table's lists and date checks cover from the start. */
export const LAID_ROWS = 2000;

/** Rows that carry the table's look before they are filled; a row that is added brings its own. */
const LOOK_ROWS = 200;

/** Changes whenever the look of tables does, so that sheets that have the old one get the new one. */
export const TABLE_LOOK = "1";

/** Where another table's column stands, for lists of suggestions. */
export type Suggest = (table: TableId, field: string) => { readonly sheet: string; readonly area: Area } | undefined;

/** The look of a field's cells in a table. */
export function fieldStyle(type: FieldType): Style {
  if (typeof type === "object") return styles.tableChoice;
  switch (type) {
    case "long":
      return styles.tableLong;
    case "date":
      return styles.tableDate;
    case "time":
      return styles.tableTime;
    case "number":
      return styles.tableNumber;
    case "integer":
      return styles.tableInteger;
    case "percent":
      return styles.tablePercent;
    case "flag":
      return styles.tableChoice;
    default:
      return styles.tableText;
  }
}

const borderless = new Map<Style, Style>();

/** Rows get their lines when they are filled. */
function withoutBorder(style: Style): Style {
  const known = borderless.get(style);
  if (known) return known;
  const { border: _, ...rest } = style;
  borderless.set(style, rest);
  return rest;
}

/** Formats, widths, lists, frozen heading and page of a table's own sheet, its headings in row 0. */
export function tableLook(table: Table, sheet: string, language: Language, dateRange: readonly [number, number], suggest: Suggest): Edit[] {
  const fields = Object.entries(table.fields) as readonly [string, Field][];
  const body = (column: number, rows = LOOK_ROWS): Area => ({ row: 1, column, rows, columns: 1 });
  const byStyle = new Map<Style, Area[]>();
  fields.forEach(([, field], column) => {
    const style = fieldStyle(field.type);
    const blank = withoutBorder(style);
    byStyle.set(blank, [...(byStyle.get(blank) ?? []), body(column)]);
  });
  const validations = fields.flatMap(([, field], column) => {
    const found = validationOf(field, [body(column, LAID_ROWS)], language, dateRange, suggest);
    return found ? [found] : [];
  });
  return [
    { kind: "widths", sheet, column: 0, widths: fields.map(([, field]) => columnWidth(field, language)) },
    { kind: "heights", sheet, row: 0, heights: [30] },
    { kind: "format", sheet, areas: [{ row: 0, column: 0, rows: 1, columns: fields.length }], style: styles.tableHeading },
    ...[...byStyle].map(([style, areas]): Edit => ({ kind: "format", sheet, areas, style })),
    ...fields.flatMap(([, field], column): Edit[] =>
      field.hidden ? [{ kind: "hideColumns", sheet, column, count: 1, hidden: true }] : [],
    ),
    { kind: "validate", sheet, validations },
    { kind: "freeze", sheet, rows: 1, columns: 1 },
  ];
}

/** Room for every word of a list: a choice is centred on one line, so that a longer one would lose both its ends. */
function columnWidth({ type, width }: Field, language: Language): number {
  if (typeof type !== "object") return width;
  return Math.max(width, ...Object.values(choiceSet(type.choice)).map((choice) => textWidth(nameIn(language, choice)) + 1));
}

/** A register prints its filled rows and leading columns; the spare rows below would be empty pages. */
export function tablePage(table: Table, sheet: string, language: Language, rows: number): Edit {
  const last = Object.keys(table.fields).indexOf(table.printTo ?? "");
  const columns = last < 0 ? Object.keys(table.fields).length : last + 1;
  return {
    kind: "page",
    sheet,
    page: {
      orientation: "landscape",
      paper: "A4",
      margins: { top: 18, bottom: 15, left: 10, right: 10 },
      fitWidth: 1,
      repeatRows: [0, 0],
      printArea: { row: 0, column: 0, rows, columns },
      header: `&C&"黑体"&14${headerText(nameIn(language, table))}`,
      footer: `&C${say(language, "page-footer")}`,
      centred: true,
    },
  };
}

function validationOf(
  field: Field,
  areas: readonly Area[],
  language: Language,
  dateRange: readonly [number, number],
  suggest: Suggest,
): Validation | undefined {
  const title = nameIn(language, field);
  if (typeof field.type === "object") {
    const values = Object.values(choiceSet(field.type.choice)).map((choice) => nameIn(language, choice));
    return { areas, rule: { type: "list", values }, title, message: say(language, "pick-from-list") };
  }
  if (field.type === "flag") {
    return {
      areas,
      rule: { type: "list", values: language === "en" ? ["Yes", "No"] : ["是", "否"] },
      title,
      message: say(language, "pick-from-list"),
    };
  }
  if (field.type === "date")
    return { areas, rule: { type: "date", from: dateRange[0], to: dateRange[1] }, title, message: say(language, "type-a-date") };
  if (!field.suggest) return undefined;
  const from = suggest(field.suggest.table as TableId, field.suggest.field);
  return from ? { areas, rule: { type: "listFrom", sheet: from.sheet, area: from.area, suggest: true }, title, message: "" } : undefined;
}

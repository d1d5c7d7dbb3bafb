import type { Area, Highlight } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { overlaps } from "../../../desk/xlsx/references.ts";
import type { Book } from "./book.ts";
import { colourOf, type ExcelObject, flagOf, invalid, notFound, oneOf, textOf } from "./excel-object.ts";

/** A highlight in the making: the client sets its parts one by one. */
type Rule = { -readonly [K in keyof Highlight]: Highlight[K] };

export function conditionalFormatsObject(book: Book, sheet: Sheet, area: Area): ExcelObject {
  const here = () => sheet.highlights.filter(({ areas }) => areas.some((each) => overlaps(each, area)));
  const find = (key: unknown) => here().find((rule) => book.idOf(rule) === key) ?? notFound(`conditional format ${key}`);
  return {
    type: "ConditionalFormatCollection",
    items: () => here().map((rule) => formatObject(book, sheet, rule)),
    item: (key) => formatObject(book, sheet, find(key)),
    call: {
      getItem: (key) => formatObject(book, sheet, find(key)),
      add: (type) => {
        oneOf({ Custom: true }, type);
        book.guardBuild(sheet);
        const rule: Rule = { areas: [area], formula: "", style: {} };
        sheet.highlights = [rule, ...sheet.highlights];
        return formatObject(book, sheet, rule);
      },
    },
  };
}

function formatObject(book: Book, sheet: Sheet, rule: Rule): ExcelObject {
  const custom = (): ExcelObject => customObject(rule);
  return {
    type: "ConditionalFormat",
    id: { Id: book.idOf(rule) },
    get: { id: () => book.idOf(rule), type: () => "Custom" },
    own: { custom, customOrNullObject: custom },
    call: {
      delete: () => {
        book.guardBuild(sheet);
        sheet.highlights = sheet.highlights.filter((each) => each !== rule);
        return undefined;
      },
    },
  };
}

function customObject(rule: Rule): ExcelObject {
  const lay = (style: Highlight["style"]): void => {
    rule.style = { ...rule.style, ...style };
  };
  return {
    type: "CustomConditionalFormat",
    own: {
      rule: () => ({
        type: "ConditionalFormatRule",
        get: { formula: () => `=${rule.formula}` },
        set: {
          formula: (value) => {
            const text = textOf(value);
            rule.formula = text.startsWith("=") ? text.slice(1) : invalid(`${text} for a formula`);
          },
        },
      }),
      format: () => ({
        type: "ConditionalRangeFormat",
        own: {
          fill: () => ({ type: "ConditionalRangeFill", set: { color: (value) => lay({ fill: colourOf(value) }) } }),
          font: () => ({
            type: "ConditionalRangeFont",
            set: { color: (value) => lay({ color: colourOf(value) }), bold: (value) => lay({ bold: flagOf(value) }) },
          }),
        },
      }),
    },
  };
}

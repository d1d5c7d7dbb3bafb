import { toIso } from "../base/plain-date.ts";
import { textWidth } from "../base/text.ts";
import { rowHeight } from "../layout/fit.ts";
import { headerText } from "../layout/header-text.ts";
import { styles } from "../layout/styles.ts";
import { writeCell } from "../tables/cell-values.ts";
import type { FieldType, Value } from "../tables/field.ts";
import { type Named, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { balanceCharts, CHART_HEIGHT, CHART_MARKER } from "./minutes-chart.ts";
import { fieldsIn, type PlacedFields } from "./minutes-columns.ts";
import { type Block, blocks, type FormField, GRID, type HeadField, headRows, headSpan, nextFields } from "./minutes-form.ts";
import { minutesRules, type RuleOptions } from "./minutes-rules.ts";
import { signOffText, signsIn } from "./sign-off.ts";

/** What a minutes sheet is filled with. */
export interface MinutesData {
  readonly no: string;
  readonly date: number;
  readonly company: string;
  readonly formNumber: string;
  readonly minutesDue: number;
  readonly head: Readonly<Record<string, string>>;
  readonly review: readonly MinutesRow[];
  readonly reviewSummary: string;
  /** What is out of balance, as it stood; products first. */
  readonly balance: readonly MinutesRow[];
  /** How much there is of it; nothing is printed where it is `""`. */
  readonly balanceSummary: string;
  /** The form alone, with a row of each sort, for reading how a sheet's rows look. */
  readonly isForm?: boolean;
  readonly topics: readonly MinutesRow[];
  readonly actions: readonly MinutesRow[];
  readonly open: readonly MinutesRow[];
  readonly next: Readonly<Record<string, string>>;
  /** Which amendment of approved minutes this is, from 1; the minutes themselves where left out. */
  readonly amendment?: { readonly number: number; readonly text: string };
}

/** A row of a block: its key in the hidden column, and its values by field. */
export interface MinutesRow {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

export interface MinutesOptions extends RuleOptions {
  readonly name: string;
  readonly dateSystem: 1900 | 1904;
  readonly after?: string;
  /** Where the fields stand in a sheet that an earlier form laid out. */
  readonly placed?: PlacedFields;
}

/** Points of the text in the blocks. */
const BODY = 9;
/** Columns are measured in characters of 11 points; 10 leaves some room for wide letters. */
const ROOM = 10;
/** Points of a number that is longer than its narrow column. */
const SMALL = 6;

/** Looks and least heights of the lines to sign, as `signsIn` has them. */
const SIGNATURES: readonly (readonly [Style, number])[] = [
  [styles.signature, 36],
  [styles.field, 18],
  [styles.field, 18],
  [styles.field, 18],
];

/** The minutes of a meeting as a sheet: A4 upright, the eight sections in order, signatures below. */
export function minutesSheet(data: MinutesData, options: MinutesOptions): SheetLayout {
  const form = new Form(data, options);
  form.head();
  for (const block of blocks) form.block({ ...block, fields: fieldsIn(options.placed, block.id) });
  form.next();
  form.signatures();
  return form.layout();
}

class Form {
  private readonly rows: LayoutRow[] = [];
  private headEnd = 0;

  constructor(
    private readonly data: MinutesData,
    private readonly options: MinutesOptions,
  ) {}

  private say(named: Named): string {
    return nameIn(this.options.language, named);
  }

  private push(marker: string, cells: readonly LayoutCell[], least = 18): void {
    const height = rowHeight(
      cells.flatMap((cell) => {
        const text = typeof cell.value === "string" ? cell.value : "";
        const size = cell.style.size ?? BODY;
        return text === "" ? [] : [{ text, size, width: (widthOf(cell.column, cell.columns) * ROOM) / Math.min(size, BODY) }];
      }),
      least,
    );
    this.rows.push({ marker, height, cells });
  }

  head(): void {
    const { company, no, date, amendment } = this.data;
    const { language } = this.options;
    const id = amendment ? `${no}:${amendment.number + 1}` : no;
    const title = say(language, "minutes-title");
    const shown = amendment ? say(language, "amended-title", { title, n: amendment.number }) : title;
    this.push(`#minutes ${id} ${toIso(date)}`, [wide(company, styles.company)], 16);
    this.push("title", [wide(shown, styles.title)], 28);
    if (amendment) this.push("amendment", [wide(amendment.text, styles.summary)], 20);
    for (const [index, fields] of headRows.entries()) this.fieldRow(`head:${index}`, fields, this.data.head, index > 5 ? 22 : 18);
    this.headEnd = this.rows.length;
  }

  private fieldRow(marker: string, fields: readonly HeadField[], values: Readonly<Record<string, string>>, least: number): void {
    const cells = fields.flatMap((field, index): LayoutCell[] => {
      const [column, columns] = headSpan(fields, index);
      const value = values[field.id] ?? "";
      return [
        { column: index === 0 ? 1 : 7, columns: 2, value: this.say(field), style: styles.label },
        { column, columns, value: value === "" ? null : value, style: styles.field },
      ];
    });
    this.push(marker, cells, least);
  }

  block(block: Block): void {
    this.push(`${block.id}#`, [wide(this.say(block), styles.section)], 19);
    this.push(
      `${block.id}##`,
      block.fields.map((field) => ({ column: field.column, columns: field.columns, value: this.say(field), style: styles.heading })),
      18,
    );
    const rows = this.rowsOf(block);
    for (const row of rows) this.blockRow(block, row);
    if (block.id === "review") {
      this.push("review~", [wide(this.data.reviewSummary, rows.length === 0 ? styles.note : styles.summary)], 18);
    }
    if (block.id === "balance" && this.data.balanceSummary !== "") {
      this.push("balance~", [wide(this.data.balanceSummary, styles.summary)], 18);
      this.chartRow();
    }
  }

  private chartRow(): void {
    const { balance, isForm } = this.data;
    if (typeof balance[0]?.values.closing === "number") this.push(CHART_MARKER, [wide("", styles.text)], CHART_HEIGHT);
    else if (isForm) this.push(CHART_MARKER, [wide("", styles.text)]);
  }

  private rowsOf(block: Block): readonly MinutesRow[] {
    const spare = Array.from({ length: block.spare }, (): MinutesRow => ({ key: "", values: {} }));
    if (block.items) return block.items.map((item) => ({ key: "", values: { item: this.say(item) } }));
    if (block.id === "review") return this.data.review;
    if (block.id === "balance") return [...this.data.balance, ...spare];
    if (block.id === "topics") return [...this.data.topics, ...spare];
    if (block.id === "actions") return [...this.data.actions, ...spare];
    if (block.id === "open") return [...this.data.open, ...spare];
    return spare;
  }

  private blockRow(block: Block, row: MinutesRow): void {
    const cells = block.fields.map((field): LayoutCell => {
      const value = writeCell(field.type, row.values[field.id] ?? null, this.options.language, this.options.dateSystem);
      const isLong = field.id === "no" && typeof value === "string" && textWidth(value) > 2 * widthOf(field.column, field.columns);
      const style = styleOf(field);
      return { column: field.column, columns: field.columns, value, style: isLong ? { ...style, size: SMALL } : style };
    });
    this.push(`${block.id}:${row.key}`, cells, block.id === "review" ? 20 : block.items || block.id === "balance" ? 18 : 20);
  }

  next(): void {
    const { language } = this.options;
    this.push("next#", [wide(say(language, "minutes-next"), styles.section)], 19);
    for (const [index, fields] of nextFields.entries()) this.fieldRow(`next:${index}`, fields, this.data.next, index === 1 ? 20 : 18);
  }

  signatures(): void {
    const { language } = this.options;
    const due = toIso(this.data.minutesDue);
    for (const [index, [style, height]] of SIGNATURES.entries()) {
      const marker = `sign:${index}`;
      const signs = signsIn(marker);
      const columns = GRID.length / signs.length;
      this.push(
        marker,
        signs.map(({ id, column }) => ({ column, columns, value: signOffText(language, id, id === "due" ? due : ""), style })),
        height,
      );
    }
    this.push("note", [wide(say(language, "minutes-note"), styles.note)], 16);
  }

  layout(): SheetLayout {
    const { language, name, after } = this.options;
    const { formNumber, no } = this.data;
    const charts = balanceCharts(language, this.rows);
    return {
      name,
      visibility: "visible",
      widths: [6, ...GRID],
      hasMarkers: true,
      rows: this.rows,
      ...minutesRules(this.rows, this.options),
      ...(charts.length > 0 ? { charts } : {}),
      isOurs: false,
      tab: "2F5597",
      freeze: { rows: this.headEnd > 0 ? 2 : 0, columns: 0 },
      ...(after === undefined ? {} : { after }),
      page: {
        orientation: "portrait",
        paper: "A4",
        margins: { top: 10, bottom: 11, left: 12, right: 10 },
        fitWidth: 1,
        printArea: { row: 0, column: 1, rows: this.rows.length, columns: GRID.length },
        header: `&R&8 ${headerText(formNumber)}`,
        footer: `&L&8 ${headerText(no)}&C&8${say(language, "page-footer")}`,
        centred: true,
      },
    };
  }
}

function wide(value: string, style: Style): LayoutCell {
  return { column: 1, columns: GRID.length, value: value === "" ? null : value, style };
}

function widthOf(column: number, columns: number): number {
  return GRID.slice(column - 1, column - 1 + columns).reduce((sum, width) => sum + width, 0);
}

function styleOf(field: FormField): Style {
  const byType: Partial<Record<string, Style>> = { date: styles.date, number: styles.number, percent: styles.percent, long: styles.text };
  const type: FieldType = field.type;
  if (typeof type === "object") return styles.centred;
  return byType[type] ?? (field.columns > 2 ? styles.text : styles.centred);
}

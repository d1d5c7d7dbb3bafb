import { cellAddress } from "../base/place.ts";
import { toIso, toSerial } from "../base/plain-date.ts";
import { rowHeight } from "../layout/fit.ts";
import { colours, styles } from "../layout/styles.ts";
import { writeCell } from "../tables/cell-values.ts";
import { choiceSet } from "../tables/choices.ts";
import type { FieldType, Value } from "../tables/field.ts";
import { type Language, type Named, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Area } from "../workbook/cells.ts";
import { type Highlight, MARK, type Style, type Validation } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { type Block, blocks, type FormField, GRID, type HeadField, headRows, headSpan, nextFields } from "./minutes-form.ts";

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
  readonly topics: readonly MinutesRow[];
  readonly actions: readonly MinutesRow[];
  readonly open: readonly MinutesRow[];
  readonly next: Readonly<Record<string, string>>;
}

/** A row of a block: its key in the hidden column, and its values by field. */
export interface MinutesRow {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

export interface MinutesOptions {
  readonly name: string;
  readonly language: Language;
  readonly dateSystem: 1900 | 1904;
  /** Where suggestions for people and departments come from. */
  readonly lists: Partial<Record<"people" | "departments", { readonly sheet: string; readonly area: Area }>>;
  readonly after?: string;
}

/** Dates that date cells of documents accept. */
const FIRST_DATE = toSerial(10957, 1900);
const LAST_DATE = toSerial(47481, 1900);

/** The minutes of a meeting as a sheet: A4 upright, the eight sections in order, signatures below. */
export function minutesSheet(data: MinutesData, options: MinutesOptions): SheetLayout {
  const form = new Form(data, options);
  form.head();
  for (const block of blocks) form.block(block);
  form.next();
  form.signatures();
  return form.layout();
}

class Form {
  private readonly rows: LayoutRow[] = [];
  private readonly validations: Validation[] = [];
  private readonly highlights: Highlight[] = [];
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
        return text === "" ? [] : [{ text, width: widthOf(cell.column, cell.columns) }];
      }),
      least,
    );
    this.rows.push({ marker, height, cells });
  }

  head(): void {
    const { company, no, date } = this.data;
    this.push(`#minutes ${no} ${toIso(date)}`, [wide(company, styles.company)], 20);
    this.push("title", [wide(say(this.options.language, "minutes-title"), styles.title)], 36);
    for (const [index, fields] of headRows.entries()) this.fieldRow(`head:${index}`, fields, this.data.head, index > 5 ? 32 : 20);
    this.headEnd = this.rows.length;
  }

  private fieldRow(marker: string, fields: readonly HeadField[], values: Readonly<Record<string, string>>, least: number): void {
    const row = this.rows.length;
    const cells = fields.flatMap((field, index): LayoutCell[] => {
      const [column, columns] = headSpan(fields, index);
      const value = values[field.id] ?? "";
      this.suggest(field.suggest, { row, column, rows: 1, columns: 1 }, this.say(field));
      if (field.required) this.require(`LEN(TRIM(${absolute(row, column)}))=0`, { row, column, rows: 1, columns });
      return [
        { column: index === 0 ? 1 : 7, columns: 2, value: this.say(field), style: styles.label },
        { column, columns, value: value === "" ? null : value, style: styles.field },
      ];
    });
    this.push(marker, cells, least);
  }

  block(block: Block): void {
    this.push(`${block.id}#`, [wide(this.say(block), styles.section)], 20);
    this.push(
      `${block.id}##`,
      block.fields.map((field) => ({ column: field.column, columns: field.columns, value: this.say(field), style: styles.heading })),
      20,
    );
    const first = this.rows.length;
    for (const row of this.rowsOf(block)) this.blockRow(block, row);
    const count = this.rows.length - first;
    if (block.id === "review") {
      if (count === 0) this.push("review~", [wide(say(this.options.language, "review-none"), styles.note)], 18);
      else this.push("review~", [wide(this.data.reviewSummary, styles.summary)], 18);
    }
    if (count > 0) for (const field of block.fields) this.rules(block, field, first, count);
  }

  private rowsOf(block: Block): readonly MinutesRow[] {
    const spare = Array.from({ length: block.spare }, (): MinutesRow => ({ key: "", values: {} }));
    if (block.items) return block.items.map((item) => ({ key: "", values: { item: this.say(item) } }));
    if (block.id === "review") return this.data.review;
    if (block.id === "topics") return [...this.data.topics, ...spare];
    if (block.id === "actions") return [...this.data.actions, ...spare];
    if (block.id === "open") return [...this.data.open, ...spare];
    return spare;
  }

  private blockRow(block: Block, row: MinutesRow): void {
    const cells = block.fields.map((field): LayoutCell => {
      const value = writeCell(field.type, row.values[field.id] ?? null, this.options.language, this.options.dateSystem);
      return { column: field.column, columns: field.columns, value, style: styleOf(field) };
    });
    this.push(`${block.id}:${row.key}`, cells, block.id === "review" ? 20 : block.items || block.id === "balance" ? 22 : 26);
  }

  private rules(block: Block, field: FormField, first: number, count: number): void {
    const area = { row: first, column: field.column, rows: count, columns: 1 };
    const title = this.say(field);
    if (typeof field.type === "object") {
      const codes = Object.entries(choiceSet(field.type.choice)).filter(([code]) => code !== "split");
      const values = codes.map(([, choice]) => nameIn(this.options.language, choice));
      this.validations.push({
        areas: [area],
        rule: { type: "list", values },
        title,
        message: say(this.options.language, "pick-from-list"),
      });
    } else if (field.type === "date") {
      this.validations.push({
        areas: [area],
        rule: { type: "date", from: FIRST_DATE, to: LAST_DATE },
        title,
        message: say(this.options.language, "type-a-date"),
      });
    } else if (field.type === "flag") {
      const values = this.options.language === "en" ? ["Yes", "No"] : ["是", "否"];
      this.validations.push({
        areas: [area],
        rule: { type: "list", values },
        title,
        message: say(this.options.language, "pick-from-list"),
      });
    }
    this.suggest(field.suggest, area, title);
    if (field.required) this.requireInRow(block, field, first, count);
  }

  private suggest(list: "people" | "departments" | undefined, area: Area, title: string): void {
    const from = list && this.options.lists[list];
    if (from)
      this.validations.push({
        areas: [area],
        rule: { type: "listFrom", sheet: from.sheet, area: from.area, suggest: true },
        title,
        message: "",
      });
  }

  private require(formula: string, area: Area): void {
    this.highlights.push({ areas: [area], formula: `AND(${MARK},${formula})`, style: colours.required });
  }

  /** A required cell is tinted; once the row says something, a missing owner or date turns amber. */
  private requireInRow(block: Block, field: FormField, row: number, rows: number): void {
    const area = { row, column: field.column, rows, columns: field.columns };
    const blank = (id: string): string => {
      const found = block.fields.find((candidate) => candidate.id === id);
      return `LEN(TRIM($${cellAddress(row, found?.column ?? field.column)}))=0`;
    };
    const content = { topics: "resolution", actions: "task", open: "question" }[block.id as string];
    if (content !== undefined && field.id !== content) {
      const alternatives = field.id === "owner" || field.id === "department" ? [blank("owner"), blank("department")] : [blank(field.id)];
      const isOutcome = block.id === "topics" ? [`$${cellAddress(row, columnOf(block, "kind"))}<>"${this.consensus()}"`] : [];
      const missing = [`NOT(${blank(content)})`, ...alternatives, ...isOutcome].join(",");
      this.highlights.push({ areas: [area], formula: `AND(${MARK},${missing})`, style: colours.amber });
    }
    this.require(blank(field.id), area);
  }

  private consensus(): string {
    const choice = choiceSet("resolutionKind").consensus;
    return choice ? this.say(choice) : "";
  }

  next(): void {
    const { language } = this.options;
    this.push("next#", [wide(say(language, "minutes-next"), styles.section)], 20);
    for (const [index, fields] of nextFields.entries()) this.fieldRow(`next:${index}`, fields, this.data.next, index === 1 ? 30 : 20);
  }

  signatures(): void {
    const { language } = this.options;
    const third = (texts: readonly string[], style: Style): LayoutCell[] =>
      texts.map((value, index) => ({ column: 1 + index * 4, columns: 4, value, style }));
    const line = (code: Parameters<typeof say>[1], value = ""): string => say(language, code, { value });
    this.push("sign:0", third([line("sign-recorder"), line("sign-chair"), line("sign-approved")], styles.signature), 48);
    this.push("sign:1", third([line("sign-end"), line("sign-due", toIso(this.data.minutesDue)), line("sign-finished")], styles.field), 22);
    this.push("sign:2", third([line("sign-distribution"), line("sign-issued"), line("sign-archive")], styles.field), 22);
    this.push("sign:3", [wide(line("sign-attachments"), styles.field)], 22);
    this.push("note", [wide(say(language, "minutes-note"), styles.note)], 16);
  }

  layout(): SheetLayout {
    const { language, name, after } = this.options;
    const { formNumber, no } = this.data;
    return {
      name,
      visibility: "visible",
      widths: [6, ...GRID],
      hasMarkers: true,
      rows: this.rows,
      validations: this.validations,
      highlights: this.highlights,
      isOurs: false,
      tab: "2F5597",
      freeze: { rows: this.headEnd > 0 ? 2 : 0, columns: 0 },
      ...(after === undefined ? {} : { after }),
      page: {
        orientation: "portrait",
        paper: "A4",
        margins: { top: 14, bottom: 14, left: 12, right: 10 },
        fitWidth: 1,
        printArea: { row: 0, column: 1, rows: this.rows.length, columns: GRID.length },
        header: `&R&8${formNumber.replaceAll("&", "&&")}`,
        footer: `&L&8${no.replaceAll("&", "&&")}&C&8${say(language, "page-footer")}`,
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

function absolute(row: number, column: number): string {
  return `$${cellAddress(row, column).replace(/(\d+)$/, "$$$1")}`;
}

function columnOf(block: Block, id: string): number {
  return block.fields.find((field) => field.id === id)?.column ?? 1;
}

function styleOf(field: FormField): Style {
  const byType: Partial<Record<string, Style>> = { date: styles.date, number: styles.number, percent: styles.percent, long: styles.text };
  const type: FieldType = field.type;
  if (typeof type === "object") return styles.centred;
  return byType[type] ?? (field.columns > 2 ? styles.text : styles.centred);
}

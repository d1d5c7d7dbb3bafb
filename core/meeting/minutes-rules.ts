import { cellAddress } from "../base/place.ts";
import { toSerial } from "../base/plain-date.ts";
import { colours } from "../layout/styles.ts";
import { choiceSet } from "../tables/choices.ts";
import { type Language, type Named, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Area } from "../workbook/cells.ts";
import { type Highlight, MARK, type Validation } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import { placedFields } from "./minutes-columns.ts";
import { type Block, type BlockId, blockOf, type FormField, type HeadField, headRows, headSpan, nextFields } from "./minutes-form.ts";

export interface RuleOptions {
  readonly language: Language;
  /** Where suggestions for people and departments come from. */
  readonly lists: Partial<Record<"people" | "departments", { readonly sheet: string; readonly area: Area }>>;
}

/** Dates that date cells of documents accept. */
const FIRST_DATE = toSerial(10957, 1900);
const LAST_DATE = toSerial(47481, 1900);

/** A run of rows that belong to one block. */
interface Run {
  readonly block: Block;
  readonly first: number;
  count: number;
}

/** The lists, checks and highlights of minutes by the markers of their rows, wherever a person moved these. */
export function minutesRules(rows: readonly LayoutRow[], options: RuleOptions): Pick<SheetLayout, "validations" | "highlights"> {
  const rules = new Rules(options);
  rows.forEach(({ marker }, row) => {
    const [, part, index] = /^(head|next):(\d+)$/.exec(marker) ?? [];
    if (part !== undefined) rules.fields((part === "head" ? headRows : nextFields)[Number(index)] ?? [], row);
  });
  for (const { block, first, count } of runsOf(rows)) rules.block(block, first, count);
  return { validations: rules.validations, highlights: rules.highlights };
}

/** A row without a marker belongs to the block above it. */
function runsOf(rows: readonly LayoutRow[]): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  rows.forEach(({ marker, cells }, row) => {
    const [, id] = /^(review|sales|production|balance|topics|actions|open)(?:##|:)/.exec(marker) ?? [];
    if (id !== undefined && marker.endsWith("##")) {
      last = { block: blockWith(id as BlockId, cells), first: row + 1, count: 0 };
      runs.push(last);
    } else if (last && (marker === "" || id === last.block.id)) last.count++;
    else last = undefined;
  });
  return runs.filter(({ count }) => count > 0);
}

/** The block with its fields where this line of headings has them. */
function blockWith(id: BlockId, cells: readonly LayoutCell[]): Block {
  const headings: LayoutCell["value"][] = [];
  for (const { column, value } of cells) headings[column] = value;
  return { ...blockOf(id), fields: placedFields(blockOf(id), headings) };
}

/** What a person does not choose: other commands say it. */
const BY_CONCORD = new Set(["split", "returned"]);

class Rules {
  readonly validations: Validation[] = [];
  readonly highlights: Highlight[] = [];

  constructor(private readonly options: RuleOptions) {}

  private say(named: Named): string {
    return nameIn(this.options.language, named);
  }

  fields(fields: readonly HeadField[], row: number): void {
    fields.forEach((field, index) => {
      const [column, columns] = headSpan(fields, index);
      this.suggest(field.suggest, { row, column, rows: 1, columns: 1 }, this.say(field));
      if (field.required) this.require(`LEN(TRIM(${absolute(row, column)}))=0`, { row, column, rows: 1, columns });
    });
  }

  block(block: Block, first: number, count: number): void {
    for (const field of block.fields) this.field(block, field, first, count);
  }

  private field(block: Block, field: FormField, first: number, count: number): void {
    const area = { row: first, column: field.column, rows: count, columns: 1 };
    const title = this.say(field);
    if (typeof field.type === "object") {
      const codes = Object.entries(choiceSet(field.type.choice)).filter(([code]) => !BY_CONCORD.has(code));
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
}

function absolute(row: number, column: number): string {
  return `$${cellAddress(row, column).replace(/(\d+)$/, "$$$1")}`;
}

function columnOf(block: Block, id: string): number {
  return block.fields.find((field) => field.id === id)?.column ?? 1;
}

import type { Edit, RowMove } from "../../../core/index.ts";
import type { Before } from "../before.ts";
import { type Phase, phasesOf, type Work } from "../phases.ts";
import { filteredArea, type Room, roomFor } from "../room.ts";
import { mergedBy, unlockedBy } from "../same-batch.ts";
import type { SheetsAtHand } from "../sheets-at-hand.ts";
import { StandingCells } from "../standing-cells.ts";
import { colour, dimensionRange, gridRange, type Request } from "./api.ts";
import { chartRequests, type Drawn, numbered, withoutOurCharts } from "./charts.ts";
import { FreeNumbers } from "./free-numbers.ts";
import { groupRequests } from "./groups.ts";
import type { NameStanding, Standing } from "./look-at-spreadsheet.ts";
import { lookRequests } from "./looks.ts";
import { mergeRequests, unmergeRequests } from "./merges.ts";
import { protectionRequests } from "./protection.ts";
import { highlightRequests, validationRequests, withoutOurRules } from "./rules.ts";
import { moveRows, newSheet, type SheetAhead } from "./sheet-ahead.ts";
import { freezeRequests, heightRequests, roomRequests, shownRequest, widthRequests } from "./sizes.ts";
import { rectanglesToWrite, valueRequests } from "./values.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;
type Other = Extract<Work, { kind: "other" }>["edit"];

/** A batch of edits as requests to the Sheets API, in an order in which each finds what it needs. */
export class Translation {
  /** The charts that it draws, to be finished once it is made. */
  drawn: readonly Drawn[] = [];
  readonly numbers: FreeNumbers;
  private readonly standing: StandingCells;
  private sheets: SheetAhead[];
  private readonly names: NameStanding[];

  constructor(
    private readonly at: SheetsAtHand,
    found: Standing,
    before: Before,
    private readonly edits: readonly Edit[],
  ) {
    this.sheets = [...found.sheets];
    this.names = [...found.names];
    this.numbers = new FreeNumbers(found.taken);
    this.standing = new StandingCells(before);
  }

  requests(): Request[] {
    return [...this.goFirst(), ...phasesOf(this.edits).flatMap((phase) => this.phase(phase))];
  }

  /**
   * What goes is told by its number, or by its place in a list: it goes before rows and sheets do, which
   * might take it along.
   */
  private goFirst(): Request[] {
    return this.edits.flatMap((edit): Request[] => {
      if (this.isReplaced(edit)) return [];
      if (edit.kind === "removeName") return this.forget(edit.name);
      if (edit.kind === "name") {
        const known = this.named(edit.name);
        return known && this.isToGo(known) ? this.forget(edit.name) : [];
      }
      if (edit.kind !== "chart" && edit.kind !== "highlight") return [];
      const sheet = this.find(edit.sheet);
      if (!sheet) return [];
      return edit.kind === "chart" ? withoutOurCharts(sheet, edit) : withoutOurRules(sheet);
    });
  }

  /** Whether a later edit says the same thing anew: all highlights or charts of a sheet, or where a name is. */
  private isReplaced(edit: Edit): boolean {
    if (edit.kind !== "chart" && edit.kind !== "highlight" && edit.kind !== "name" && edit.kind !== "removeName") return false;
    return this.edits.slice(this.edits.indexOf(edit) + 1).some((later) => {
      if (edit.kind === "name" || edit.kind === "removeName")
        return (later.kind === "name" || later.kind === "removeName") && isSame(later.name, edit.name);
      return later.kind === edit.kind && isSame(later.sheet, edit.sheet);
    });
  }

  private phase({ looks, rest, last }: Phase): Request[] {
    const rooms = roomFor(looks, rest);
    const dress = (name: string): Request[] => this.dress(name, rooms.get(name), looks.get(name));
    return [
      ...[...rooms.keys()].filter((name) => this.find(name)).flatMap(dress),
      ...rest.flatMap((work) => {
        if (work.kind === "write") return this.write(work);
        const isAdded = work.edit.kind === "addSheet" && !this.find(work.edit.sheet);
        const made = this.isReplaced(work.edit) ? [] : this.make(work.edit);
        return isAdded && work.edit.kind === "addSheet" ? [...made, ...dress(work.edit.sheet)] : made;
      }),
      ...(last ? this.move(last) : []),
    ];
  }

  private dress(name: string, room: Room | undefined, formats: readonly EditOf<"format">[] = []): Request[] {
    const sheet = this.get(name);
    return [...(room ? roomRequests(sheet, room.rows, room.columns) : []), ...lookRequests(sheet.id, formats)];
  }

  private write({ sheet: name, edits }: Extract<Work, { kind: "write" }>): Request[] {
    const sheet = this.get(name);
    const known = sheet.isNew ? undefined : this.at.find(name);
    const rectangles = rectanglesToWrite(edits, (row, column) => this.standing.at(sheet.name, known, row, column));
    for (const rectangle of rectangles) this.standing.noteWritten(sheet.name, rectangle);
    return valueRequests(sheet.id, rectangles);
  }

  private make(edit: Other): Request[] {
    switch (edit.kind) {
      case "addSheet":
        return this.addSheet(edit);
      case "name":
        return this.define(edit);
      case "removeName":
        return [];
      case "merge":
        return mergeRequests(this.get(edit.sheet), edit.areas);
      case "unmerge":
        return unmergeRequests(this.get(edit.sheet), edit.area);
      case "widths":
        return widthRequests(this.get(edit.sheet), edit);
      case "heights":
        return heightRequests(this.get(edit.sheet), edit);
      case "hideColumns":
        return [shownRequest(this.get(edit.sheet), "columns", edit.column, edit.count, edit.hidden)];
      case "chart":
        return this.draw(edit);
      case "group":
        return groupRequests(this.get(edit.sheet), edit);
      case "freeze":
        return freezeRequests(this.get(edit.sheet), edit, mergedBy(this.edits, edit.sheet));
      case "validate":
        return validationRequests(this.get(edit.sheet), edit, (name) => this.get(name));
      case "highlight":
        return highlightRequests(this.get(edit.sheet), edit.highlights);
      case "protect":
        return protectionRequests(this.get(edit.sheet), edit.protect, unlockedBy(this.edits, edit), this.numbers);
      case "table":
        return this.putFilter(edit);
      case "page":
        // Pages cannot be set up here either: the print dialog does, and the manual says how.
        return [];
    }
  }

  private addSheet({ sheet: name, after, visibility, tab, gridlines }: EditOf<"addSheet">): Request[] {
    if (this.find(name)) return [];
    const added = newSheet(this.numbers.next(`sheet ${name}`), name);
    const before = after === undefined ? undefined : this.find(after);
    const index = before ? this.sheets.indexOf(before) + 1 : this.sheets.length;
    this.sheets.splice(index, 0, added);
    const properties = {
      sheetId: added.id,
      title: name,
      index,
      ...(visibility === "visible" ? {} : { hidden: true }),
      ...(tab === undefined ? {} : { tabColorStyle: colour(tab) }),
      gridProperties: {
        rowCount: added.grid.rows,
        columnCount: added.grid.columns,
        ...(gridlines ? {} : { hideGridlines: true }),
      },
    };
    return [{ addSheet: { properties } }];
  }

  private define({ name, at }: EditOf<"name">): Request[] {
    const range = gridRange(this.get(at.sheet).id, { ...at, rows: 1, columns: 1 });
    const known = this.named(name);
    return known
      ? [{ updateNamedRange: { namedRange: { namedRangeId: known.id, range }, fields: "range" } }]
      : [{ addNamedRange: { namedRange: { name, range } } }];
  }

  private forget(name: string): Request[] {
    const known = this.named(name);
    if (!known) return [];
    this.names.splice(this.names.indexOf(known), 1);
    return [{ deleteNamedRange: { namedRangeId: known.id } }];
  }

  private named(name: string): NameStanding | undefined {
    return this.names.find((each) => isSame(each.name, name));
  }

  /** Whether what a name points to is gone, or may go with this batch. */
  private isToGo({ sheetId }: NameStanding): boolean {
    const sheet = this.sheets.find(({ id }) => id === sheetId);
    return (
      !sheet || this.edits.some((edit) => (edit.kind === "removeSheet" || edit.kind === "deleteRows") && isSame(edit.sheet, sheet.name))
    );
  }

  private draw(edit: EditOf<"chart">): Request[] {
    const sheet = this.get(edit.sheet);
    if (edit.charts.length === 0 && sheet.charts.length === 0) return [];
    const drawn = numbered(sheet, edit, this.numbers);
    this.drawn = [...this.drawn, drawn];
    return chartRequests(drawn, (name) => this.get(name), sheet.isNew ? undefined : this.at.find(edit.sheet)?.sheet);
  }

  /** One that is there is a person's. */
  private putFilter({ sheet: name, area }: EditOf<"table">): Request[] {
    const sheet = this.get(name);
    if (sheet.hasFilter) return [];
    sheet.hasFilter = true;
    return [{ setBasicFilter: { filter: { range: gridRange(sheet.id, filteredArea(sheet.grid, area)) } } }];
  }

  private move(edit: EditOf<"insertRows" | "deleteRows" | "removeSheet">): Request[] {
    const sheet = this.get(edit.sheet);
    if (edit.kind === "removeSheet") {
      this.sheets = this.sheets.filter((each) => each !== sheet);
      this.drawn = this.drawn.filter((each) => each.sheet !== sheet);
      return [{ deleteSheet: { sheetId: sheet.id } }];
    }
    const { row, count } = edit;
    if (edit.kind === "insertRows") {
      const room = roomRequests(sheet, row, 0);
      this.moved(sheet, edit);
      // New rows look like the row that they are put after.
      return [...room, { insertDimension: { range: dimensionRange(sheet.id, "rows", row, count), inheritFromBefore: row > 0 } }];
    }
    const rows = Math.min(count, sheet.grid.rows - row);
    if (rows <= 0) return [];
    this.moved(sheet, { ...edit, count: rows });
    return [{ deleteDimension: { range: dimensionRange(sheet.id, "rows", row, rows) } }];
  }

  private moved(sheet: SheetAhead, move: RowMove): void {
    moveRows(sheet, move);
    this.standing.noteMove(sheet.name, move);
  }

  private find(name: string): SheetAhead | undefined {
    return this.sheets.find((each) => isSame(each.name, name));
  }

  /** @throws where a batch that was let through names a sheet that is gone since */
  private get(name: string): SheetAhead {
    const found = this.find(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

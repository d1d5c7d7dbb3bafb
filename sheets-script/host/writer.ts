/// <reference types="google-apps-script" />
import type { Area, Edit, HostWatch, Receipt } from "../../core/index.ts";
import { again } from "./again.ts";
import type { Before } from "./before.ts";
import { setCharts } from "./edits/charts.ts";
import { format } from "./edits/format.ts";
import { groupLines, leftOut } from "./edits/groups.ts";
import { merge, unmerge } from "./edits/merge.ts";
import { protect } from "./edits/protect.ts";
import { highlight, highlightedAreas, Validations, validatedAreas } from "./edits/rules.ts";
import { freeze, hideColumns, setHeights, setWidths } from "./edits/size.ts";
import { movedLines } from "./moved.ts";
import { phasesOf, type Work } from "./phases.ts";
import { refusalOf, TIME_UP } from "./refusal.ts";
import { filteredArea, type Room, roomFor } from "./room.ts";
import { mergedBy, unlockedBy } from "./same-batch.ts";
import { askRanges, gridOf, type KnownSheet, makeRoom, rangeOf, type SheetsAtHand } from "./sheets-at-hand.ts";
import type { Unfinished } from "./unfinished.ts";
import { CellWriter } from "./write-cells.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;
type Other = Extract<Work, { kind: "other" }>["edit"];

/** What may have been done although Google says that it failed, and would be done twice. */
const ONCE: ReadonlySet<Edit["kind"]> = new Set(["addSheet", "chart", "group", "table"]);

/** Why the writer stops between two pieces of its work. */
class Stopped extends Error {
  constructor(readonly receipt: Omit<Receipt, "applied" | "stale">) {
    super("stopped");
  }
}

/** Makes a batch of edits, a call for as many of them as it can. */
export class Writer {
  private readonly done = new Set<Edit>();
  private readonly cells: CellWriter;
  private readonly validations: Validations;
  /** The sheets that this batch put a filter on. */
  private readonly filtered = new Set<string>();

  /** @param isTimeUp Google ends a run after six minutes; before that it is better to stop between two pieces */
  constructor(
    private readonly at: SheetsAtHand,
    before: Before,
    unfinished: Unfinished,
    private readonly isTimeUp: () => boolean,
  ) {
    this.cells = new CellWriter(before, unfinished);
    this.validations = new Validations(at);
  }

  write(edits: readonly Edit[], watch?: HostWatch): Receipt {
    const front = edits.some(({ kind }) => kind === "addSheet") ? this.at.spreadsheet.getActiveSheet() : undefined;
    try {
      for (const { looks, rest, last } of phasesOf(edits)) {
        const rooms = roomFor(looks, rest);
        const dress = (sheet: string): void => {
          const room = rooms.get(sheet);
          if (room) this.makeRoom(sheet, room);
          const formats = looks.get(sheet);
          const known = this.at.get(sheet);
          const soon = wantedOf(known, sheet, rest);
          if (formats) this.piece(edits, formats, watch, () => again(() => format(known, formats, soon)));
          else again(() => askRanges(known, soon));
        };
        for (const sheet of rooms.keys()) if (this.at.find(sheet)) dress(sheet);
        for (const work of rest) {
          if (work.kind === "write") this.piece(edits, work.edits, watch, () => this.writeCells(work));
          else {
            const { edit } = work;
            const isAdded = edit.kind === "addSheet" && !this.at.find(edit.sheet);
            const make = () => this.make(edit, edits);
            this.piece(edits, [edit], watch, ONCE.has(edit.kind) ? make : () => again(make));
            if (isAdded) dress(edit.sheet);
          }
        }
        if (last) this.piece(edits, [last], watch, () => this.move(last));
      }
      this.putInFront(front);
      const remarks = edits.flatMap((edit) => (edit.kind === "group" ? (leftOut(edit) ?? []) : []));
      return { applied: edits.length, stale: [], ...(remarks.length > 0 ? { remarks } : {}) };
    } catch (error) {
      const why = error instanceof Stopped ? error.receipt : { refused: refusalOf(error) };
      const { done } = this;
      const first = edits.findIndex((edit) => !done.has(edit));
      return { applied: first < 0 ? edits.length : first, stale: [], ...why };
    }
  }

  /** Between two pieces the person may call the work off, and it ends in time. */
  private piece(all: readonly Edit[], edits: readonly Edit[], watch: HostWatch | undefined, make: () => void): void {
    if (watch?.isCancelled) throw new Stopped({ cancelled: this.done.size === 0 ? "before" : "midway" });
    if (this.isTimeUp()) throw new Stopped({ refused: TIME_UP });
    make();
    for (const edit of edits) this.done.add(edit);
    watch?.step(this.done.size, all.length);
  }

  private writeCells({ sheet, edits }: Extract<Work, { kind: "write" }>): void {
    again(() => this.cells.write(this.at.get(sheet), edits));
  }

  private addSheet({ sheet: name, after, visibility, tab, gridlines }: EditOf<"addSheet">): void {
    if (this.at.find(name)) return;
    const { sheet } = this.at.add(name, after);
    if (tab !== undefined) sheet.setTabColor(`#${tab.toLowerCase()}`);
    if (!gridlines) sheet.setHiddenGridlines(true);
    if (visibility !== "visible") sheet.hideSheet();
  }

  /** A new sheet comes to the front; the one the person looks at comes back. */
  private putInFront(front: GoogleAppsScript.Spreadsheet.Sheet | undefined): void {
    if (front && this.at.all().some(({ sheet, isNew }) => isNew && sheet !== front)) this.at.spreadsheet.setActiveSheet(front);
  }

  private makeRoom(sheet: string, { rows, columns }: Room): void {
    const known = this.at.get(sheet);
    makeRoom(known, rows, columns);
  }

  private make(edit: Other, all: readonly Edit[]): void {
    switch (edit.kind) {
      case "addSheet":
        return this.addSheet(edit);
      case "name":
        this.at.spreadsheet.setNamedRange(edit.name, rangeOf(this.at.get(edit.at.sheet), { ...edit.at, rows: 1, columns: 1 }));
        return;
      case "removeName":
        return this.removeName(edit);
      case "merge":
        return merge(this.at.get(edit.sheet), edit.areas);
      case "unmerge":
        return unmerge(this.at.get(edit.sheet), edit.area);
      case "widths":
        return setWidths(this.at.get(edit.sheet), edit);
      case "heights":
        return setHeights(this.at.get(edit.sheet), edit);
      case "hideColumns":
        return hideColumns(this.at.get(edit.sheet), edit);
      case "chart":
        return setCharts(this.at, edit);
      case "group":
        return groupLines(this.at.get(edit.sheet), edit);
      case "freeze":
        return freeze(this.at.get(edit.sheet), edit, mergedBy(all, edit.sheet));
      case "validate":
        return this.validations.lay(this.at.get(edit.sheet), edit);
      case "highlight":
        return highlight(this.at.get(edit.sheet), edit);
      case "protect":
        return protect(this.at.get(edit.sheet), edit.protect, unlockedBy(all, edit));
      case "table":
        return this.putFilter(edit);
      case "page":
        // A script cannot set up pages here: the print dialog does, and the manual says how.
        return;
    }
  }

  private removeName({ name }: EditOf<"removeName">): void {
    const wanted = name.toLowerCase();
    for (const named of this.at.spreadsheet.getNamedRanges()) if (named.getName().toLowerCase() === wanted) named.remove();
  }

  /** One that is there is a person's. */
  private putFilter({ sheet: name, area }: EditOf<"table">): void {
    const known = this.at.get(name);
    if (this.filtered.has(known.name) || (!known.isNew && known.sheet.getFilter())) return;
    this.filtered.add(known.name);
    rangeOf(known, filteredArea(gridOf(known), area)).createFilter();
  }

  private move(edit: EditOf<"insertRows" | "deleteRows" | "removeSheet">): void {
    if (edit.kind === "removeSheet") return this.at.remove(edit.sheet);
    const known = this.at.get(edit.sheet);
    const { row, count } = edit;
    const grid = gridOf(known);
    if (edit.kind === "insertRows") {
      // New rows look like the row that they are put after.
      if (row > grid.rows) makeRoom(known, row, 0);
      if (row === 0) known.sheet.insertRowsBefore(1, count);
      else known.sheet.insertRowsAfter(row, count);
      grid.rows += count;
    } else {
      const rows = Math.min(count, grid.rows - row);
      if (rows > 0) known.sheet.deleteRows(row + 1, rows);
      grid.rows -= Math.max(0, rows);
    }
    known.ranges.clear();
    // New rows are as high as the one that they are put after.
    const heights = movedLines(known.heights, edit, (above) => above);
    known.heights.clear();
    for (const [line, pixels] of heights) known.heights.set(line, pixels);
    this.cells.noteMove(known, edit);
  }
}

/** The ranges of a sheet that a phase needs for its rules and filter. */
function wantedOf(known: KnownSheet, sheet: string, rest: readonly Work[]): Area[] {
  return rest.flatMap((work) => {
    if (work.kind === "write" || !("sheet" in work.edit) || work.edit.sheet !== sheet) return [];
    const { edit } = work;
    if (edit.kind === "validate") return edit.validations.flatMap((each) => validatedAreas(gridOf(known), each));
    if (edit.kind === "highlight") return edit.highlights.flatMap(({ areas }) => highlightedAreas(gridOf(known), areas));
    return edit.kind === "table" && known.isNew ? [filteredArea(gridOf(known), edit.area)] : [];
  });
}

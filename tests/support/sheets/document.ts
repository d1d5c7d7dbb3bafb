import type { Area, CellValue } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { parseAbsolute } from "../../../desk/xlsx/references.ts";
import { ServiceException } from "./kernel.ts";

/** A protected sheet or range, and who may write there all the same. */
export interface Guard {
  description: string;
  readonly sheet: Sheet;
  /** The whole sheet where left out. */
  readonly area?: Area;
  unprotected: Area[];
  editors: string[];
  canDomainEdit: boolean;
  isWarningOnly: boolean;
}

/** A chart, kept as it was made: the workbook's model has charts with names, and Sheets has none. */
export interface ChartMade {
  readonly id: number;
  readonly sheet: Sheet;
  readonly type: string;
  readonly ranges: readonly { readonly sheet: string; readonly area: Area }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  readonly headers: number;
  readonly isTransposed: boolean;
  readonly mergeStrategy: string;
  readonly hidden: string;
}

const NEW_SHEET = { rows: 1000, columns: 26 };

/** A spreadsheet at Google: the workbook in memory, with what Sheets keeps about it besides. */
export class GoogleDocument {
  timeZone = "Asia/Shanghai";
  locale = "zh_CN";
  owner = "owner@example.com";
  editors: string[] = [];
  guards: Guard[] = [];
  /** What was said at the bottom of the window. */
  readonly toasts: string[] = [];
  charts: ChartMade[] = [];
  /** Developer metadata of the spreadsheet: the key of each, by its number. */
  readonly marks = new Map<number, string>();
  selected: { readonly sheet: string; readonly area: Area } | undefined;
  private readonly grids = new WeakMap<Sheet, { rows: number; columns: number }>();
  private readonly ids = new WeakMap<object, number>();
  private given = 0;

  constructor(
    readonly workbook: Workbook,
    /** What Sheets works out for a formula: the stand-in calculates nothing itself. */
    readonly results: (sheet: string, formula: string) => CellValue,
  ) {
    for (const sheet of workbook.sheets) if (sheet.isProtected) this.guard(sheet);
  }

  idOf(thing: object): number {
    const known = this.ids.get(thing);
    if (known !== undefined) return known;
    this.ids.set(thing, ++this.given);
    return this.given;
  }

  /** Gives a thing a number that was chosen for it. */
  number(thing: object, id: number): void {
    this.ids.set(thing, id);
  }

  /** How many rows and columns a sheet has, filled or not. */
  grid(sheet: Sheet): { rows: number; columns: number } {
    const known = this.grids.get(sheet);
    if (known) return known;
    const used = sheet.used();
    const last = (areas: readonly Area[]) => Math.max(0, ...areas.map(({ row, rows }) => row + rows));
    const rows = Math.max(NEW_SHEET.rows, used.rows, last(sheet.merges), ...[...sheet.cells.keys()].map((row) => row + 1));
    const made = { rows, columns: Math.max(NEW_SHEET.columns, used.columns, ...[...sheet.columns.keys()].map((column) => column + 1)) };
    this.grids.set(sheet, made);
    return made;
  }

  guard(sheet: Sheet, area?: Area): Guard {
    const editors = [this.owner, ...this.editors];
    const made: Guard = {
      description: "",
      sheet,
      ...(area && { area }),
      unprotected: [],
      editors,
      canDomainEdit: false,
      isWarningOnly: false,
    };
    this.guards.push(made);
    if (!area) sheet.isProtected = true;
    return made;
  }

  unguard(guard: Guard): void {
    this.guards = this.guards.filter((each) => each !== guard);
    guard.sheet.isProtected = this.guards.some(({ sheet, area }) => sheet === guard.sheet && !area);
  }

  /** @throws {ServiceException} where somebody may not write */
  insistMayEdit(user: string, sheet: Sheet, area: Area): void {
    for (const guard of this.guards) {
      const isHere = guard.sheet === sheet && (!guard.area || touches(guard.area, area));
      if (!isHere || guard.isWarningOnly || user === this.owner || guard.editors.includes(user)) continue;
      if (guard.unprotected.some((free) => contains(free, area))) continue;
      throw new ServiceException(
        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
      );
    }
  }

  names(): readonly { readonly name: string; readonly sheet: Sheet; readonly area: Area }[] {
    return this.workbook.names.flatMap(({ name, refersTo, sheet: scope }) => {
      const place = scope === undefined ? parseAbsolute(refersTo, "") : undefined;
      const sheet = place && this.workbook.sheet(place.sheet);
      return place && sheet ? [{ name, sheet, area: place.area }] : [];
    });
  }
}

function touches(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

function contains(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

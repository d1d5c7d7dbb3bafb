import type { Area, CellValue } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { overlaps } from "../../../desk/xlsx/references.ts";
import { ExcelError } from "./excel-object.ts";

/** The workbook in memory, with what Excel keeps about it besides. */
export class Book {
  private readonly ids = new WeakMap<object, string>();
  private given = 0;
  selected: { readonly sheet: string; readonly area: Area } | undefined;

  constructor(
    readonly workbook: Workbook,
    readonly results: (sheet: string, formula: string) => CellValue,
  ) {}

  /** The id of a sheet, a table or a rule, which stays when its name changes. */
  idOf(thing: object): string {
    const known = this.ids.get(thing);
    if (known !== undefined) return known;
    const id = `{id-${++this.given}}`;
    this.ids.set(thing, id);
    return id;
  }

  /** Unlocked cells of a protected sheet may be filled and formatted. */
  guardCells(sheet: Sheet, { row, column, rows, columns }: Area): void {
    if (!sheet.isProtected) return;
    for (let down = row; down < row + rows; down++)
      for (let across = column; across < column + columns; across++)
        if (this.workbook.styles.at(sheet.styleAt(down, across)).locked !== false) denied(sheet);
  }

  guardBuild(sheet: Sheet): void {
    if (sheet.isProtected) denied(sheet);
  }

  tablesAt(sheet: Sheet, area: Area): Sheet["tables"] {
    return sheet.tables.filter((table) => overlaps(table.area, area));
  }
}

function denied(sheet: Sheet): never {
  throw new ExcelError("AccessDenied", `${sheet.name} is protected.`);
}

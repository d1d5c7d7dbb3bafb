import { Sheet } from "./sheet.ts";
import { StyleBook } from "./style-book.ts";

export interface DefinedName {
  name: string;
  /** The formula it stands for, without `=`, such as `Settings!$B$2`. */
  refersTo: string;
  /** The sheet it is local to; the whole workbook where left out. */
  sheet?: string;
  hidden?: boolean;
}

/** A workbook in memory: what the desk, the tests and the files stand on. */
export class Workbook {
  dateSystem: 1900 | 1904 = 1900;
  readonly sheets: Sheet[] = [];
  readonly styles = new StyleBook();
  names: DefinedName[] = [];
  /** Which sheet is in front. */
  active = 0;

  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** Adds an empty sheet at the end, or at `index`. */
  addSheet(name: string, index = this.sheets.length): Sheet {
    const sheet = new Sheet(name, this.styles);
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }

  /** Brings a sheet to the front. */
  show(name: string): void {
    const sheet = this.sheet(name);
    if (sheet) this.active = this.sheets.indexOf(sheet);
  }

  /** No program opens on a hidden sheet. */
  showVisible(): void {
    if (this.sheets[this.active]?.visibility === "visible") return;
    this.active = Math.max(
      0,
      this.sheets.findIndex(({ visibility }) => visibility === "visible"),
    );
  }
}

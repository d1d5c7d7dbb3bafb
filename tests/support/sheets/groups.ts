import type { Column, Row, Sheet } from "../../../desk/workbook/sheet.ts";
import { ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";

type Line = Row & Column;

const DEEPEST = 8;

/** Beyond the surface, and beyond the deepest level, a shift does nothing. */
export function shiftDepth(lines: Map<number, Line>, first: number, count: number, delta: number): void {
  for (let index = first; index < first + count; index++) {
    const { level: before = 0, ...rest } = lines.get(index) ?? {};
    const level = Math.min(DEEPEST, Math.max(0, before + delta));
    lines.set(index, level === 0 ? rest : { ...rest, level });
  }
}

/** The lines of one group are hidden, or all of them show. */
export function foldGroup(lines: Map<number, Line>, first: number, count: number, isFolded: boolean): void {
  for (let line = first; line < first + count; line++) lines.set(line, { ...lines.get(line), hidden: isFolded });
}

/** Every line of a group is hidden. */
export function foldAll(lines: Map<number, Line>): void {
  for (const [index, line] of lines) if ((line.level ?? 0) > 0) lines.set(index, { ...line, hidden: true });
}

/** The group of some depth that a line is in. */
export function groupObject({ kernel }: Run, sheet: Sheet, axis: "rows" | "columns", index: number, depth: number): object {
  const lines: Map<number, Line> = sheet[axis];
  const isIn = (line: number): boolean => (lines.get(line)?.level ?? 0) >= depth;
  if (depth < 1 || !isIn(index)) throw new ServiceException("There is no group at that depth.");
  const self: object = kernel.serve("Spreadsheet.Group", {
    getDepth: () => depth,
    expand: () => {
      // Lines of a group within it stay as folded as they are.
      let first = index;
      while (isIn(first - 1)) first--;
      for (let line = first; isIn(line); line++)
        if (lines.get(line)?.level === depth) lines.set(line, { ...lines.get(line), hidden: false });
      return self;
    },
    collapse: () => {
      let first = index;
      while (isIn(first - 1)) first--;
      for (let line = first; isIn(line); line++) lines.set(line, { ...lines.get(line), hidden: true });
      return self;
    },
  });
  return self;
}

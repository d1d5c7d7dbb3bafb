import type { Area } from "../workbook/cells.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutRow } from "../workbook/sheet-layout.ts";

/** A look in so few pieces is laid as it is. */
const FEW = 50;

/**
 * The looks of a sheet in as few rectangles as they take when one is laid over another: the one in most pieces goes first, right
 * across cells whose own look says all that it says, and those then get only what differs.
 */
export function layered(
  looks: ReadonlyMap<Style, readonly Area[]>,
  rows: readonly LayoutRow[],
  lookOf: (style: Style) => Style | undefined,
): [Style, readonly Area[]][] {
  const [ground, pieces = []] = [...looks].reduce<[Style | undefined, readonly Area[]]>(
    (most, [style, areas]) => (areas.length > most[1].length ? [style, areas] : most),
    [undefined, []],
  );
  if (ground === undefined || pieces.length <= FEW) return [...looks];
  const said = Object.keys(ground);
  const mayCover = new Map<Style, boolean>();
  const isFree = (style: Style | undefined): boolean => {
    if (style === undefined) return false;
    const known = mayCover.get(style) ?? said.every((key) => key in style);
    mayCover.set(style, known);
    return known;
  };
  const lines = rows.map(({ cells }) => {
    const line: (Style | undefined)[] = [];
    for (const { column, columns, style } of cells) for (let at = column; at < column + columns; at++) line[at] = lookOf(style);
    return line;
  });
  const joined: Area[] = [];
  for (const area of [...pieces].sort((a, b) => a.column - b.column || a.columns - b.columns || a.row - b.row)) {
    const last = joined.at(-1);
    if (last && last.column === area.column && last.columns === area.columns && isFreeBetween(last, area)) {
      joined[joined.length - 1] = { ...last, rows: area.row + area.rows - last.row };
    } else joined.push(area);
  }
  function isFreeBetween(above: Area, below: Area): boolean {
    for (let row = above.row + above.rows; row < below.row; row++)
      for (let column = above.column; column < above.column + above.columns; column++) if (!isFree(lines[row]?.[column])) return false;
    return true;
  }
  const isCovered = ({ row, column, rows: height, columns }: Area): boolean =>
    joined.some(
      (each) =>
        each.row <= row && each.column <= column && each.row + each.rows >= row + height && each.column + each.columns >= column + columns,
    );
  return [
    [ground, joined],
    ...[...looks].flatMap(([style, areas]): [Style, readonly Area[]][] => {
      if (style === ground) return [];
      const covered = isFree(style) ? areas.filter(isCovered) : [];
      const laid = new Set(covered);
      const rest = areas.filter((area) => !laid.has(area));
      const more: [Style, readonly Area[]][] = covered.length > 0 ? [[differing(style, ground), covered]] : [];
      return rest.length > 0 ? [[style, rest], ...more] : more;
    }),
  ];
}

function differing(style: Style, ground: Style): Style {
  return Object.fromEntries(Object.entries(style).filter(([key, value]) => ground[key as keyof Style] !== value));
}

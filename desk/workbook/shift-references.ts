import type { Chart, ChartRange, Highlight, Validation, ValidationRule } from "../../core/index.ts";
import { MAX_ROWS } from "../xlsx/references.ts";
import { moveArea, moveAreas, moveRow, type RowMove } from "./row-move.ts";
import type { OurChart, Sheet } from "./sheet.ts";
import { rewriteRows, shiftFormula, type WrittenRow } from "./shift-formula.ts";

/** Follows moved rows in whatever a sheet, the same or another, says by address. */
export function shiftReferences(sheet: Sheet, move: RowMove): void {
  shiftCells(sheet, move);
  const validations = sheet.validations.flatMap((each) => shiftValidation(each, sheet.name, move));
  if (isOther(validations, sheet.validations)) {
    sheet.validations = validations;
    sheet.changed.add("validations");
  }
  const highlights = sheet.highlights.flatMap((each) => shiftHighlight(each, sheet.name, move));
  if (isOther(highlights, sheet.highlights)) {
    sheet.highlights = highlights;
    sheet.changed.add("highlights");
  }
  const charts = sheet.ourCharts.flatMap((each): OurChart[] => {
    const told = each.told && shiftChart(each.told, sheet.name, move);
    return told === each.told ? [each] : told ? [{ ...each, told }] : [];
  });
  if (isOther(charts, sheet.ourCharts)) {
    sheet.ourCharts = charts;
    sheet.changed.add("charts");
  }
}

/** A chart whose values are gone is gone with them; one that only covered the rows stays as low as it is. */
function shiftChart(chart: Chart, home: string, move: RowMove): Chart | undefined {
  const range = (at: ChartRange): ChartRange | undefined => {
    if ((at.sheet ?? home).toLowerCase() !== move.sheet.toLowerCase()) return at;
    const area = moveArea(at.area, move);
    return area === at.area ? at : area && { ...at, area };
  };
  const categories = range(chart.categories);
  const series = chart.series.flatMap((each) => {
    const values = range(each.values);
    return values === each.values ? [each] : values ? [{ ...each, values }] : [];
  });
  const area = home === move.sheet ? (moveArea(chart.area, move) ?? chart.area) : chart.area;
  if (!categories || series.length === 0) return undefined;
  const isSame = area === chart.area && categories === chart.categories && !isOther(series, chart.series);
  return isSame ? chart : { ...chart, area, categories, series };
}

function isOther<T>(next: readonly T[], now: readonly T[]): boolean {
  return next.length !== now.length || next.some((item, index) => item !== now[index]);
}

function shiftCells(sheet: Sheet, move: RowMove): void {
  for (const [row, line] of sheet.cells) {
    for (const [column, { formula }] of line) {
      if (formula === undefined) continue;
      const shifted = shiftFormula(formula, sheet.name, move);
      if (shifted !== formula) sheet.touch(row, column).formula = shifted;
    }
  }
}

/** None where its cells are gone, or the cells that its choices came from. */
function shiftValidation(validation: Validation, home: string, move: RowMove): Validation[] {
  const rule = shiftRule(validation.rule, move);
  const areas = home === move.sheet ? moveAreas(validation.areas, move) : validation.areas;
  if (!rule || areas.length === 0) return [];
  return [areas === validation.areas && rule === validation.rule ? validation : { ...validation, rule, areas }];
}

function shiftRule(rule: ValidationRule, move: RowMove): ValidationRule | undefined {
  if (rule.type !== "listFrom" || rule.sheet.toLowerCase() !== move.sheet.toLowerCase()) return rule;
  const area = moveArea(rule.area, move);
  return area === rule.area ? rule : area && { ...rule, area };
}

function shiftHighlight(highlight: Highlight, home: string, move: RowMove): Highlight[] {
  if (home !== move.sheet) {
    const formula = shiftFormula(highlight.formula, home, move);
    return [formula === highlight.formula ? highlight : { ...highlight, formula }];
  }
  const areas = moveAreas(highlight.areas, move);
  if (areas.length === 0) return [];
  const formula = carryFormula(highlight.formula, firstRow(areas) - firstRow(highlight.areas), move);
  return [areas === highlight.areas && formula === highlight.formula ? highlight : { ...highlight, areas, formula }];
}

/**
 * A highlight's formula speaks for every cell of its areas: a row without `$` is a distance from the
 * first cell and keeps it, a row with `$` is a place and moves like any other.
 */
function carryFormula(formula: string, by: number, move: RowMove): string {
  const { sheet } = move;
  const to = ({ row, anchored }: WrittenRow): number | undefined =>
    anchored ? moveRow(row, move) : Math.max(0, Math.min(row + by, MAX_ROWS - 1));
  return rewriteRows(formula, sheet, sheet, (first, last) => {
    const [top, bottom] = [to(first), to(last)];
    return top === undefined || bottom === undefined ? undefined : [top, bottom];
  });
}

function firstRow(areas: Highlight["areas"]): number {
  return areas[0]?.row ?? 0;
}

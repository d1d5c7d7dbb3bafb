import type { Highlight } from "../../../core/index.ts";
import type { Sheet } from "../../../desk/workbook/sheet.ts";
import { ownOf, ServiceException } from "./kernel.ts";
import { cellsIn, colourOf, type Run } from "./run.ts";

/** A conditional format of a sheet, as the workbook keeps it. */
interface Ruled {
  readonly sheet: Sheet;
  readonly highlight: Highlight;
}

export function ruleBuilder(run: Run): object {
  const style: { fill?: string; color?: string; bold?: boolean } = {};
  let formula: string | undefined;
  let ranges: readonly object[] = [];
  const chain = (change: () => void): object => {
    change();
    return self;
  };
  const self: object = run.kernel.serve("Spreadsheet.ConditionalFormatRuleBuilder", {
    whenFormulaSatisfied: (text: string) =>
      chain(() => {
        formula = text.startsWith("=") ? text.slice(1) : text;
      }),
    setRanges: (given: readonly object[]) =>
      chain(() => {
        ranges = given;
      }),
    setBackground: (color: string) =>
      chain(() => {
        style.fill = colourOf(color);
      }),
    setFontColor: (color: string) =>
      chain(() => {
        style.color = colourOf(color);
      }),
    setBold: (bold: boolean) =>
      chain(() => {
        style.bold = bold;
      }),
    build: () => {
      const cells = ranges.map(cellsIn);
      const [first] = cells;
      if (formula === undefined || !first) throw new ServiceException("A conditional format rule needs a condition and ranges.");
      if (Object.keys(style).length === 0) throw new ServiceException("A conditional format rule needs a format.");
      insistOnOwnSheet(formula);
      return ruleObject(run, { sheet: first.sheet, highlight: { areas: cells.map(({ area }) => area), formula, style } });
    },
  });
  return self;
}

/** @throws {ServiceException} where a rule looks at another sheet */
export function insistOnOwnSheet(formula: string): void {
  if (/(?:'[^']+'|[\p{L}\p{N}_.]+)!/u.test(formula.replace(/"[^"]*"/g, "")))
    throw new ServiceException("Conditional format rules cannot reference a different sheet.");
}

export function rulesOf(run: Run, sheet: Sheet): object[] {
  return sheet.highlights.map((highlight) => ruleObject(run, { sheet, highlight }));
}

/** All rules of a sheet at once, the first of them first. */
export function setRules(run: Run, sheet: Sheet, rules: readonly object[]): void {
  run.document.insistMayEdit(run.user, sheet, { row: 0, column: 0, ...run.document.grid(sheet) });
  const made = rules.map((rule) => ownOf<Ruled>(rule));
  if (made.some((each) => each.sheet !== sheet)) throw new ServiceException("The rule's ranges are not on this sheet.");
  sheet.highlights = made.map(({ highlight }) => highlight);
  sheet.changed.add("highlights");
}

function ruleObject(run: Run, ruled: Ruled): object {
  const { kernel } = run;
  const { sheet, highlight } = ruled;
  return kernel.serve(
    "Spreadsheet.ConditionalFormatRule",
    {
      getRanges: () => highlight.areas.map((area) => run.objects.range(sheet, area)),
      getBooleanCondition: () =>
        kernel.serve("Spreadsheet.BooleanCondition", {
          getCriteriaType: () => kernel.word("Spreadsheet.BooleanCriteria", "CUSTOM_FORMULA"),
          getCriteriaValues: () => [`=${highlight.formula}`],
        }),
    },
    ruled,
  );
}

import { expect } from "vitest";
import type { Area } from "../../core/index.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import type { Opened } from "../support/host-bench.ts";
import { hostContract } from "../support/host-contract.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";
import { toldCharts } from "../support/sheets/told-charts.ts";

for (const [name, way] of [
  ["Google Sheets", "steps"],
  ["Google Sheets, all at once,", "atOnce"],
] as const)
  hostContract(name, () => opened(way));

function opened(way: "steps" | "atOnce"): Opened {
  const { host, workbook, script, calculate } = openSheets(undefined, way);
  const on = (name: string): Sheet => workbook.sheet(name) ?? expect.fail(`There is no sheet ${name}.`);
  return {
    host: {
      name: "sheets",
      survey: (whole) => host.survey(whole),
      read: (sheets) => host.read(sheets),
      apply: (edits) => {
        calculate(edits);
        return host.apply(edits);
      },
      reveal: (at) => host.reveal(at),
    },
    inspect: {
      style: (name, row, column) => workbook.styles.at(on(name).styleAt(row, column)),
      merges: (name) => [...on(name).merges].sort(byPlace),
      highlights: (name) => on(name).highlights,
      validations: (name) => on(name).validations,
      width: (name, column) => on(name).columns.get(column)?.width,
      height: (name, row) => on(name).rows.get(row)?.height,
      isHidden: (name, column) => on(name).columns.get(column)?.hidden ?? false,
      charts: (name) => toldCharts(script.account, on(name)),
      level: (name, axis, index) => on(name)[axis].get(index)?.level ?? 0,
      isRowHidden: (name, row) => on(name).rows.get(row)?.hidden ?? false,
      frozen: (name) => on(name).freeze,
      selected: () => {
        const { selected } = script.document;
        return selected && { sheet: selected.sheet, row: selected.area.row, column: selected.area.column };
      },
    },
    lacks: ["tables"],
  };
}

function byPlace(a: Area, b: Area): number {
  return a.row - b.row || a.column - b.column;
}

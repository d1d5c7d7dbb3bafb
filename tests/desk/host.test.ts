import { expect } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Sheet } from "../../desk/workbook/sheet.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import type { Opened } from "../support/host-bench.ts";
import { hostContract } from "../support/host-contract.ts";

hostContract("the desk", openDesk);

function openDesk(): Opened {
  const workbook = new Workbook();
  const host = new DeskHost(workbook);
  const on = (name: string): Sheet => workbook.sheet(name) ?? expect.fail(`There is no sheet ${name}.`);
  return {
    host,
    inspect: {
      style: (sheet, row, column) => workbook.styles.at(on(sheet).styleAt(row, column)),
      merges: (sheet) => on(sheet).merges,
      highlights: (sheet) => on(sheet).highlights,
      validations: (sheet) => on(sheet).validations,
      width: (sheet, column) => on(sheet).columns.get(column)?.width,
      height: (sheet, row) => on(sheet).rows.get(row)?.height,
      isHidden: (sheet, column) => on(sheet).columns.get(column)?.hidden ?? false,
      charts: (sheet) =>
        on(sheet).ourCharts.flatMap(({ told }) => {
          if (!told) return [];
          const { description: _, ...chart } = told;
          return [chart];
        }),
      level: (sheet, axis, index) => on(sheet)[axis].get(index)?.level ?? 0,
      isRowHidden: (sheet, row) => on(sheet).rows.get(row)?.hidden ?? false,
      frozen: (sheet) => on(sheet).freeze,
      page: (sheet) => on(sheet).page,
      selected: () => host.selected,
    },
  };
}

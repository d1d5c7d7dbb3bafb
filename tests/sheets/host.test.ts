import type { Area } from "../../core/index.ts";
import { hostContract } from "../support/host-contract.ts";
import { openSheets } from "../support/sheets/open-sheets.ts";

hostContract("Google Sheets", () => {
  const { host, workbook, script, calculate } = openSheets();
  const sheet = (name: string) => workbook.sheet(name);
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
      style: (name, row, column) => workbook.styles.at(sheet(name)?.styleAt(row, column) ?? 0),
      merges: (name) => [...(sheet(name)?.merges ?? [])].sort(byPlace),
      highlights: (name) => sheet(name)?.highlights ?? [],
      validations: (name) => sheet(name)?.validations ?? [],
      width: (name, column) => sheet(name)?.columns.get(column)?.width,
      height: (name, row) => sheet(name)?.rows.get(row)?.height,
      isHidden: (name, column) => sheet(name)?.columns.get(column)?.hidden ?? false,
      frozen: (name) => sheet(name)?.freeze ?? { rows: 0, columns: 0 },
      selected: () => {
        const { selected } = script.document;
        return selected && { sheet: selected.sheet, row: selected.area.row, column: selected.area.column };
      },
    },
    lacks: ["tables"],
  };
});

function byPlace(a: Area, b: Area): number {
  return a.row - b.row || a.column - b.column;
}

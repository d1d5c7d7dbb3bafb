import { expect } from "vitest";
import { tableIn } from "../../../core/workbook/snapshot.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { snapshotOf } from "../registers.ts";

/** A person chooses in the settings, where there are any, that Google Sheets writes all at once. */
export function chooseAtOnce(book: Workbook): void {
  const settings = tableIn(snapshotOf(book, ["settings"]), "settings");
  if (!settings) return;
  const { place, rows, end } = settings;
  const row = rows.find(({ values }) => values.code === "sheetsWriting")?.row ?? end;
  const sheet = book.sheet(place.sheet) ?? expect.fail(`no sheet ${place.sheet}`);
  for (const [field, text] of Object.entries({ code: "sheetsWriting", value: "once" }))
    sheet.setValue(row, place.columns.get(field) ?? expect.fail(`no column ${field}`), text);
}

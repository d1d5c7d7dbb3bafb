import { asItStands } from "../files/as-it-stands.ts";
import { styles } from "../layout/styles.ts";
import { settingsIn } from "../register/book-settings.ts";
import { documentDate } from "../run/documents.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { PlacedFields } from "./minutes-columns.ts";
import { headRows, headSpan, nextFields } from "./minutes-form.ts";
import { minutesSheet } from "./minutes-sheet.ts";
import { type MinutesVersion, minutesVersion } from "./minutes-versions.ts";
import { readMinutes } from "./read-minutes.ts";

/** Fields of the head that people overtype with a date, which the sheet then shows as one. */
const DATES = ["date", "nextDate"];

/** The minutes as the sheet of that document now says them; null where it was not read or is gone. */
export function minutesAsTheyStand(snapshot: Snapshot, id: string): SheetLayout | null {
  const cells = snapshot.documents.get(id);
  const version = minutesVersion(id);
  if (!cells || !version) return null;
  const { placed } = readMinutes(cells, snapshot.survey.dateSystem, 0);
  const form = blankMinutes(snapshot, version, cells.sheet, " ", placed);
  return asItStands({ ...form, rows: form.rows.map(withDates) }, cells, snapshot.survey.dateSystem);
}

/** The form of a version of minutes with nothing filled in but what an amendment says of itself. */
export function blankMinutes(
  snapshot: Snapshot,
  { id, meeting, version }: MinutesVersion,
  name: string,
  amends: string,
  placed: PlacedFields = new Map(),
): SheetLayout {
  return minutesSheet(
    {
      no: meeting,
      date: documentDate(snapshot.state, id),
      company: "",
      formNumber: settingsIn(snapshot).formNumber,
      minutesDue: 0,
      head: {},
      review: [{ key: "", values: {} }],
      reviewSummary: "",
      balance: [],
      balanceSummary: " ",
      isForm: true,
      topics: [],
      actions: [],
      open: [],
      next: {},
      ...(version > 1 ? { amendment: { number: version - 1, text: amends } } : {}),
    },
    { name, language: snapshot.language, dateSystem: snapshot.survey.dateSystem, lists: {}, placed },
  );
}

function withDates(row: LayoutRow): LayoutRow {
  const [, part = "", index = ""] = /^(head|next):(\d+)$/.exec(row.marker) ?? [];
  const fields = (part === "head" ? headRows : nextFields)[Number(index)] ?? [];
  const columns = part === "" ? [] : fields.flatMap(({ id }, at) => (DATES.includes(id) ? [headSpan(fields, at)[0]] : []));
  const dated: Style = { ...styles.field, numberFormat: "yyyy-mm-dd" };
  return { ...row, cells: row.cells.map((cell) => (columns.includes(cell.column) ? { ...cell, style: dated } : cell)) };
}

import { type Day, toIso } from "../base/plain-date.ts";
import { say } from "../words/message.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { blankMinutes, minutesAsTheyStand } from "./minutes-as-they-stand.ts";
import { balanceCharts, CHART_HEIGHT, CHART_MARKER } from "./minutes-chart.ts";
import { minutesRules } from "./minutes-rules.ts";
import { type MinutesVersion, minutesId } from "./minutes-versions.ts";
import { recordedRows } from "./recorded.ts";
import { type SignOff, signsIn } from "./sign-off.ts";
import { suggestions } from "./suggestions.ts";

/** What every version is signed with anew. */
const ANEW = new Set<SignOff>(["chair", "approved", "finished", "issued", "archive"]);
/** Characters of a sheet's name. */
const LONGEST_NAME = 31;

export interface Amending {
  /** The approved version. */
  readonly from: MinutesVersion;
  readonly reason: string;
  /** When `from` was approved, where that is known. */
  readonly approvedOn: Day | null;
}

/** The version that amends another. */
export function nextVersion({ meeting, version }: MinutesVersion): MinutesVersion {
  return { id: minutesId(meeting, version + 1), meeting, version: version + 1 };
}

/**
 * The sheet of an amendment: what the approved version says, row by row, to be corrected and signed anew.
 * @returns null where the approved sheet was not read
 */
export function amendedMinutes(snapshot: Snapshot, { from, reason, approvedOn }: Amending): SheetLayout | null {
  const stands = minutesAsTheyStand(snapshot, from.id);
  if (!stands) return null;
  const { language } = snapshot;
  const n = from.version;
  const said = say(language, "amendment-text", { n, reason, version: n, sheet: stands.name });
  const text = approvedOn === null ? said : `${said}${say(language, "amendment-approved-on", { date: toIso(approvedOn) })}`;
  const form = blankMinutes(snapshot, nextVersion(from), sheetName(snapshot, from), text);
  const laid = new Map(form.rows.map((row) => [row.marker, row]));
  const hasChart = balanceCharts(language, stands.rows).length > 0;
  const rows = stands.rows.flatMap((row, index): LayoutRow[] => {
    // The first row names the document; the meeting's day in it stays.
    if (index === 0) return [{ ...row, marker: `#${from.id.split(":")[0]} ${from.meeting}:${n + 1} ${row.marker.split(" ")[2] ?? ""}` }];
    if (row.marker === "amendment") return [];
    if (row.marker === CHART_MARKER) return hasChart ? [{ ...row, height: CHART_HEIGHT }] : [];
    if (row.marker === "title") return [laid.get("title") ?? row, ...amendmentRow(laid)];
    return [{ ...row, cells: row.cells.map((cell) => signedAnew(row.marker, cell, laid)) }];
  });
  const { page } = form;
  const printed = page?.printArea ? { page: { ...page, printArea: { ...page.printArea, rows: rows.length } } } : {};
  const rules = minutesRules(rows, { language, lists: suggestions(snapshot) });
  const charts = balanceCharts(language, rows);
  return { ...form, rows, ...rules, ...(charts.length > 0 ? { charts } : {}), ...printed, after: stands.name };
}

function amendmentRow(laid: ReadonlyMap<string, LayoutRow>): LayoutRow[] {
  const row = laid.get("amendment");
  return row ? [row] : [];
}

function signedAnew(marker: string, cell: LayoutCell, laid: ReadonlyMap<string, LayoutRow>): LayoutCell {
  const sign = signsIn(marker).find(({ column }) => column === cell.column);
  if (!sign || !ANEW.has(sign.id)) return cell;
  return laid.get(marker)?.cells.find(({ column }) => column === cell.column) ?? cell;
}

function sheetName({ language }: Snapshot, { meeting, version }: MinutesVersion): string {
  const ending = ` ${say(language, "amendment-sheet", { n: version })}`;
  return `${`${say(language, "minutes-sheet")} ${meeting}`.slice(0, LONGEST_NAME - ending.length)}${ending}`;
}

/** What the approved version said when it was last recorded, so that recording its amendment changes only what it corrects. */
export function amendmentEntries({ state }: Snapshot, from: MinutesVersion): StateEntry[] {
  const { id } = nextVersion(from);
  const document = state.get("document", from.id);
  const rows = recordedRows(state, from.id).map((row): StateEntry => {
    return { kind: "recorded", key: `${id} ${row}`, value: state.get("recorded", `${from.id} ${row}`) ?? null };
  });
  return [...(document === undefined ? [] : [{ kind: "document", key: id, value: document } as const]), ...rows];
}

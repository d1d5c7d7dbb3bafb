import type { CellPlace } from "../base/place.ts";
import type { Light } from "../tracking/light.ts";
import { trackedTables } from "../tracking/live-columns.ts";
import { liveId } from "../tracking/live-sheet.ts";
import { message } from "../words/message.ts";
import { formulaKey } from "../workbook/host.ts";
import { cellOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { documentPlace } from "./cells.ts";
import { type Duty, offer, offerForm, type Situation } from "./duty.ts";
import { fieldPlace, type TrackedItem } from "./tracked-items.ts";

export function overdueItems({ items }: Situation): Duty[] {
  const { n, first } = withLight(items, "overdue");
  return first ? [{ message: message("duty-overdue", { n }), severity: "error", at: first.at }] : [];
}

export function itemsDueSoon({ items, settings }: Situation): Duty[] {
  const { n, first } = withLight(items, "dueSoon");
  return first ? [{ message: message("duty-due-soon", { n, days: settings.dueSoonDays }), severity: "warning", at: first.at }] : [];
}

export function unconfirmedItems({ items }: Situation): Duty[] {
  const { n, first } = withLight(items, "unconfirmed");
  return first ? [{ message: message("duty-unconfirmed", { n }), severity: "warning", at: first.at }] : [];
}

/** What is done waits for the organiser's word. */
export function itemsToVerify({ items }: Situation): Duty[] {
  const done = items.filter(({ row }) => row.key !== "" && row.values.status === "done");
  const [first] = done;
  if (!first) return [];
  const command = offerForm("verify-action", { items: done.map(({ row }) => row.key).join("、") });
  return [{ message: message("duty-to-verify", { n: done.length }), severity: "note", command, at: first.at }];
}

/** The cell to go to is the one to fill in. */
export function incompleteItems({ snapshot, items }: Situation): Duty[] {
  const { n, first } = withLight(items, "noOwner", "noDate");
  if (!first) return [];
  const at = fieldPlace(snapshot, first, first.light === "noOwner" ? "owner" : "due");
  return [{ message: message("duty-incomplete", { n }), severity: "warning", at }];
}

function withLight(items: readonly TrackedItem[], ...lights: readonly Light[]): { readonly n: number; readonly first?: TrackedItem } {
  const found = items.filter(({ light }) => lights.includes(light));
  return found[0] ? { n: found.length, first: found[0] } : { n: 0 };
}

/** Rows that somebody typed without a number, or with one that is another row's. */
export function rowsToNumber({ snapshot }: Situation): Duty[] {
  const places = trackedTables.flatMap((id) => {
    const table = tableIn(snapshot, id);
    if (!table) return [];
    const isNumbered = (row: TableRow): boolean => row.key !== "" && table.byKey.get(row.key) === row;
    return table.rows.filter((row) => row.values.task !== "" && !isNumbered(row)).map((row) => cellOf(table, row, "task"));
  });
  return refreshOf("duty-unnumbered", places, "warning");
}

/** Items whose light is not live, or not highlighted. What a person typed over a light is theirs, and not missed. */
export function lightsToMake({ snapshot, items }: Situation): Duty[] {
  const hasLive = documentPlace(snapshot, liveId) !== null;
  const dark = items.filter((item) => !hasLive || !isLit(snapshot, item));
  return refreshOf(
    "duty-lights",
    dark.map(({ at }) => at),
    "note",
  );
}

function isLit(snapshot: Snapshot, { table: id, row }: TrackedItem): boolean {
  const table = tableIn(snapshot, id);
  const column = table?.place.columns.get("light");
  if (!table || column === undefined || snapshot.state.get("look", `${id}.highlights`) === undefined) return false;
  const value = table.cells.values[row.row]?.[column] ?? "";
  return value !== "" || table.cells.formulas.has(formulaKey(row.row, column));
}

function refreshOf(code: "duty-unnumbered" | "duty-lights", places: readonly CellPlace[], severity: Duty["severity"]): Duty[] {
  const [at] = places;
  return at ? [{ message: message(code, { n: places.length }), severity, command: offer("refresh-tracking", {}), at }] : [];
}

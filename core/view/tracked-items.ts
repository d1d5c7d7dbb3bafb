import type { CellPlace } from "../base/place.ts";
import { compareNumbers } from "../base/text.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Context } from "../run/command.ts";
import { type Item, leaves, meetingOf } from "../tracking/items.ts";
import { daysLate, isClosed, type Light, lightOf } from "../tracking/light.ts";
import { cellOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { firstCell } from "./cells.ts";

/** A resolution that is tracked itself, or an action, as it stands on a day. */
export interface TrackedItem extends Item {
  readonly light: Light;
  readonly daysLate: number | null;
  readonly isOpen: boolean;
  /** The meeting that made it; an action without one belongs to its resolution's. */
  readonly meeting: string;
  /** Its number, or its task where it has none. */
  readonly at: CellPlace;
}

/** The lights that ask for somebody, most urgent first. */
const URGENCY: readonly Light[] = ["overdue", "noOwner", "noDate", "unconfirmed", "dueSoon", "onTrack"];

/** Every item, most urgent first: by its light, then by its due date; what is closed comes last, the latest first. */
export function trackedItems(snapshot: Snapshot, { today }: Context, calendar: WorkingCalendar, settings: BookSettings): TrackedItem[] {
  const items = leaves(snapshot).map((item): TrackedItem => {
    const { values } = item.row;
    return {
      ...item,
      light: lightOf(values, today, calendar, settings),
      daysLate: daysLate(values, today, calendar, settings),
      isOpen: !isClosed(values.status),
      meeting: meetingOf(snapshot, item),
      at: placeOf(snapshot, item),
    };
  });
  return items.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.isOpen ? dueOf(a) - dueOf(b) : closedOn(b) - closedOn(a)) ||
      compareNumbers(a.row.key, b.row.key) ||
      a.row.row - b.row.row,
  );
}

function rank({ light }: TrackedItem): number {
  const found = URGENCY.indexOf(light);
  return found < 0 ? URGENCY.length : found;
}

function dueOf({ row }: TrackedItem): number {
  return row.values.due ?? 1e9;
}

function closedOn({ row }: TrackedItem): number {
  return row.values.verifiedOn ?? row.values.doneOn ?? -1e9;
}

function placeOf(snapshot: Snapshot, { table: id, row }: Item): CellPlace {
  const table = tableIn(snapshot, id);
  return table ? firstCell(table, row, ["no", "task"]) : { sheet: "", row: row.row, column: 0 };
}

/** The cell in which an item lacks something; its number where the table has no such column. */
export function fieldPlace(snapshot: Snapshot, item: TrackedItem, field: string): CellPlace {
  const table = tableIn(snapshot, item.table);
  return table?.place.columns.has(field) ? cellOf(table, item.row, field) : item.at;
}

import type { CellPlace } from "../base/place.ts";
import { type Day, type Minutes, type Weekday, weekdayOf } from "../base/plain-date.ts";
import { compareText } from "../base/text.ts";
import { isComing, type MeetingRow } from "../meeting/choose-meeting.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { defineView } from "../run/view.ts";
import type { WordKey } from "../words/message.ts";
import { rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { firstCell, minutesPlace } from "./cells.ts";
import { type Offer, offer } from "./duty.ts";
import { documentsOf } from "./meeting-papers.ts";
import { trackedItems } from "./tracked-items.ts";

export interface DocumentLine {
  /** What it is: minutes, a notice, a sign-in sheet. */
  readonly kind: WordKey;
  readonly at: CellPlace;
}

export interface MeetingLine {
  readonly no: string;
  readonly name: string;
  /** A choice of `meetingKind` and of `meetingState`; `""` where none is given. */
  readonly kind: string;
  readonly state: string;
  readonly date: Day | null;
  readonly weekday: Weekday | null;
  readonly start: Minutes | null;
  readonly chair: string;
  /** Those that were decided; what is undecided is an open question. */
  readonly resolutions: number;
  /** Items of the meeting that are still open. */
  readonly open: number;
  readonly overdue: number;
  readonly at: CellPlace;
  readonly documents: readonly DocumentLine[];
  /** What is next with its minutes: to be made, or to be recorded; `null` where neither. */
  readonly minutes: Offer | null;
}

export interface RegisterView {
  readonly isThere: boolean;
  /** Latest first; those without a date come last. */
  readonly meetings: readonly MeetingLine[];
}

/** Every meeting of the register, with what came of it. */
export const registerView = defineView<RegisterView>({
  id: "register",
  reads: () => ({ tables: ["meetings", "resolutions", "actions"], documents: [] }),
  see: (snapshot, context) => {
    const settings = settingsIn(snapshot);
    const items = trackedItems(snapshot, context, calendarIn(snapshot, settings), settings);
    const resolutions = countBy(
      rowsOf(snapshot, "resolutions")
        .filter(({ key, values }) => (key !== "" || values.task !== "") && values.kind !== "undecided")
        .map(({ values }) => values.meeting),
    );
    const open = countBy(items.filter(({ isOpen }) => isOpen).map(({ meeting }) => meeting));
    const overdue = countBy(items.filter(({ light }) => light === "overdue").map(({ meeting }) => meeting));
    const rows = rowsOf(snapshot, "meetings").filter(({ key, values }) => key !== "" || values.name !== "");
    return {
      isThere: snapshot.places.has("meetings"),
      meetings: [...rows].sort(latestFirst).map((row) => ({
        ...lineOf(snapshot, row),
        resolutions: resolutions(row.key),
        open: open(row.key),
        overdue: overdue(row.key),
      })),
    };
  },
});

function lineOf(snapshot: Snapshot, row: MeetingRow): Omit<MeetingLine, "resolutions" | "open" | "overdue"> {
  const { name, kind, state, date, start, chair } = row.values;
  const table = tableIn(snapshot, "meetings");
  return {
    no: row.key,
    name,
    kind,
    state,
    date,
    weekday: date === null ? null : weekdayOf(date),
    start,
    chair,
    at: table ? firstCell(table, row, ["no", "name"]) : { sheet: "", row: row.row, column: 0 },
    documents: row.key === "" ? [] : newestOf(snapshot, row.key),
    minutes: minutesOffer(snapshot, row),
  };
}

/** States in which there is nothing to record, or no more. */
const OVER = new Set(["proposed", "cancelled", "declined", "archived"]);

function minutesOffer(snapshot: Snapshot, row: MeetingRow): Offer | null {
  const { key: meeting, values } = row;
  if (meeting === "") return null;
  if (minutesPlace(snapshot, meeting)) return OVER.has(values.state) ? null : offer("record-minutes", { meeting });
  return isComing(row) ? offer("generate-minutes", { meeting }) : null;
}

/** Of each kind the newest version; the meeting's own screen shows them all. */
function newestOf(snapshot: Snapshot, no: string): DocumentLine[] {
  return [...new Map(documentsOf(snapshot, no).map(({ kind, at }) => [kind, { kind, at }])).values()];
}

function latestFirst(a: MeetingRow, b: MeetingRow): number {
  const dates = (b.values.date ?? -1e9) - (a.values.date ?? -1e9);
  return dates || (b.values.start ?? 0) - (a.values.start ?? 0) || compareText(b.key, a.key) || b.row - a.row;
}

/** How often a meeting's number is among these; what names no meeting is nobody's. */
function countBy(meetings: readonly string[]): (no: string) => number {
  const counts = new Map<string, number>();
  for (const no of meetings) counts.set(no, (counts.get(no) ?? 0) + 1);
  return (no) => (no === "" ? 0 : (counts.get(no) ?? 0));
}

import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { type MeetingRow, meetingAfter } from "./choose-meeting.ts";
import { showDate, showTime } from "./head-fields.ts";
import type { MeetingValues } from "./meeting-values.ts";
import { recordedEntry } from "./recorded.ts";

/** Under this a document remembers what section 8 said of the next meeting. */
export const NEXT_MARKER = "next";

/** Under this it remembers the line of a planned topic. */
export function plannedMarker(key: string): string {
  return `${NEXT_MARKER}:${key}`;
}

/** As section 8 shows it; blank where none is planned. */
export function showNext({ language }: Snapshot, next: MeetingRow | undefined): Readonly<Record<"nextDate" | "nextPlace", string>> {
  if (!next) return { nextDate: "", nextPlace: "" };
  const { date, start, end, place } = next.values;
  return { nextDate: `${showDate(date, language)} ${showTime(start, end)}`.trim(), nextPlace: place };
}

/** The topics that a meeting's minutes planned for later. */
function plannedBy(snapshot: Snapshot, meeting: string): TableRow<"topics">[] {
  return rowsOf(snapshot, "topics").filter(
    ({ key, values }) => key !== "" && values.topic !== "" && values.source === meeting && values.status !== "declined",
  );
}

/** Section 8 as it is laid out, and what the document remembers of it. */
export function nextSection(
  snapshot: Snapshot,
  document: string,
  meeting: MeetingValues,
): { readonly values: Readonly<Record<string, string>>; readonly memory: readonly StateEntry[] } {
  const shown = showNext(snapshot, meetingAfter(snapshot, meeting.date, String(meeting.series ?? "")));
  const planned = plannedBy(snapshot, meeting.no);
  return {
    values: { ...shown, nextTopics: planned.map(({ values }) => values.topic.replace(/\s*\n\s*/g, " ")).join("\n") },
    memory: [
      recordedEntry(document, NEXT_MARKER, shown),
      ...planned.map(({ key, values }) => recordedEntry(document, plannedMarker(key), { topic: values.topic })),
    ],
  };
}

import { itemsToReview } from "../tracking/items.ts";
import { isClosed } from "../tracking/light.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { meetingBefore } from "./choose-meeting.ts";
import { type MeetingValues, type ReviewedItem, reviewRow } from "./minutes-data.ts";
import { recordedEntry, recordedOf } from "./recorded.ts";

/** What a meeting reviews. An item that was carried to it already, on a sheet that was lost, is not carried to it again. */
export function reviewedItems(snapshot: Snapshot, document: string, meeting: MeetingValues): ReviewedItem[] {
  const before = meetingBefore(snapshot, meeting.date, String(meeting.series ?? ""));
  return itemsToReview(snapshot, meeting.no, meeting.date, before?.values.date ?? undefined).map((item) => {
    const { key, values } = item.row;
    const counted = recordedOf(snapshot.state, document, `review:${key}`)?.carried;
    const carried = typeof counted === "number" ? counted : (values.carried ?? 0) + (isClosed(values.status) ? 0 : 1);
    return { ...item, carried };
  });
}

/** What a review row says when it is laid out: the base of the three-way merge. */
export function rememberedReview(document: string, item: ReviewedItem): StateEntry {
  return recordedEntry(document, `review:${item.row.key}`, { ...reviewRow(item).values, carried: item.carried });
}

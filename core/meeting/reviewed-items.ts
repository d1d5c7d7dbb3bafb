import { foldText } from "../base/text.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { histories } from "../tracking/history.ts";
import { type Item, itemsToReview } from "../tracking/items.ts";
import { isClosed } from "../tracking/light.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { meetingBefore } from "./choose-meeting.ts";
import type { MeetingValues } from "./meeting-values.ts";
import { type ReviewedItem, reviewRow } from "./minutes-data.ts";
import { recordedEntry, recordedOf } from "./recorded.ts";

/** What a meeting reviews. An item that was carried to it already, on a sheet that was lost, is not carried to it again. */
export function reviewedItems(snapshot: Snapshot, document: string, meeting: MeetingValues): ReviewedItem[] {
  const known = histories(snapshot);
  return itemsOf(snapshot, meeting)
    .filter((item) => !isFar(snapshot, item, meeting))
    .map((item) => {
      const { key, values } = item.row;
      const counted = recordedOf(snapshot.state, document, `review:${key}`)?.carried;
      const carried = typeof counted === "number" ? counted : (values.carried ?? 0) + (isClosed(values.status) ? 0 : 1);
      const reassigned = (known.get(key) ?? []).filter((row) => row.values.event === "reassigned").length;
      return { ...item, carried, reassigned };
    });
}

/** Open items that are left for a later meeting, since their dates are far; the nearest first. */
export function farItems(snapshot: Snapshot, meeting: MeetingValues): Item[] {
  return itemsOf(snapshot, meeting)
    .filter((item) => isFar(snapshot, item, meeting))
    .sort((a, b) => (a.row.values.due ?? 0) - (b.row.values.due ?? 0));
}

function itemsOf(snapshot: Snapshot, meeting: MeetingValues): Item[] {
  const before = meetingBefore(snapshot, meeting.date, String(meeting.series ?? ""));
  const items = itemsToReview(snapshot, meeting.no, meeting.date, before?.values.date ?? undefined);
  if (meeting.kind !== "adHoc" || settingsIn(snapshot).adHocReview === "all") return items;
  const own = rowsOf(snapshot, "topics").filter(({ values }) => values.meeting === meeting.no);
  return items.filter((item) => isAbout(snapshot, item, own));
}

/** Whether an item came from one of these topics, or from one of the same title at an earlier meeting. */
function isAbout(
  snapshot: Snapshot,
  { row }: Item,
  topics: readonly { readonly key: string; readonly values: { readonly topic: string } }[],
): boolean {
  const resolution = "resolution" in row.values ? rowByKey(snapshot, "resolutions", row.values.resolution)?.values : row.values;
  if (!resolution || resolution.topic === "") return false;
  const title = foldText(rowByKey(snapshot, "topics", resolution.topic)?.values.topic ?? "");
  return topics.some(({ key, values }) => key === resolution.topic || (title !== "" && foldText(values.topic) === title));
}

function isFar(snapshot: Snapshot, { row }: Item, meeting: MeetingValues): boolean {
  const settings = settingsIn(snapshot);
  const { due, status } = row.values;
  if (settings.reviewDays === 0 || due === null || isClosed(status)) return false;
  return calendarIn(snapshot, settings).workdaysBetween(meeting.date, due) > settings.reviewDays;
}

/** What a review row says when it is laid out: the base of the three-way merge. */
export function rememberedReview(document: string, item: ReviewedItem, snapshot: Snapshot): StateEntry {
  return recordedEntry(document, `review:${item.row.key}`, { ...reviewRow(item, snapshot.language).values, carried: item.carried });
}

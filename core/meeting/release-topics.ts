import { type Message, message, say } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { appended } from "./carry-over.ts";

/** Statuses of topics that wait to be discussed. */
const WAITING = new Set(["", "proposed", "accepted", "deferred"]);

function waitingTopics(snapshot: Snapshot, meeting: string): TableRow<"topics">[] {
  return rowsOf(snapshot, "topics").filter(({ key, values }) => key !== "" && values.meeting === meeting && WAITING.has(values.status));
}

/** The topics of a proposal under the number that its meeting has now; none where it became no meeting. */
export function followedTopics(snapshot: Snapshot, proposal: string, meeting: string): RowChange[] {
  return waitingTopics(snapshot, proposal).map(({ key, row }) => ({ key, row, values: { meeting } }));
}

/**
 * The topics of a meeting that will not be held, free again: those that were on its agenda are
 * deferred, so that they come back by themselves at the next meeting, with where they come from.
 */
export function releasedTopics(snapshot: Snapshot, meeting: string, reason: string): RowChange[] {
  return waitingTopics(snapshot, meeting).map(({ key, row, values }) => {
    const wasOnAgenda = values.status === "accepted" || values.status === "deferred";
    const note = say(snapshot.language, "topic-released", { no: meeting, reason });
    return {
      key,
      row,
      values: {
        meeting: "",
        carriedFrom: appended(values.carriedFrom, meeting, snapshot.language),
        ...(wasOnAgenda ? { status: "deferred", handling: values.handling === "" ? note : `${values.handling}\n${note}` } : {}),
      },
    };
  });
}

export function releasedMessage(rows: readonly RowChange[]): Message[] {
  return rows.length === 0 ? [] : [message("topics-released", { n: rows.length })];
}

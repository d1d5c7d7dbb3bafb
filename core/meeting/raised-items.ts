import { compareNumbers } from "../base/text.ts";
import { settingsIn } from "../register/book-settings.ts";
import { leaves } from "../tracking/items.ts";
import { isClosed } from "../tracking/light.ts";
import { say } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { showResponsible } from "./question-cells.ts";

/** So many are named one by one. */
const NAMED = 8;

/** The open items that were escalated so far that the meeting is told of them, gravest first, each with its reason. */
export function raisedItems(snapshot: Snapshot, { agendaLevel } = settingsIn(snapshot).escalation): string[] {
  const { language } = snapshot;
  const raised = leaves(snapshot)
    .filter(({ row }) => row.key !== "" && !isClosed(row.values.status) && (row.values.escalation ?? 0) >= agendaLevel)
    .sort((a, b) => (b.row.values.escalation ?? 0) - (a.row.values.escalation ?? 0) || compareNumbers(a.row.key, b.row.key));
  const named = raised.slice(0, NAMED).map(({ row: { key: item, values } }) => {
    const params = { item, task: values.task.replace(/\s*\n\s*/g, " "), who: showResponsible(values), why: values.escalationReason };
    return say(language, values.escalationReason === "" ? "raised-item" : "raised-item-why", params);
  });
  return raised.length > NAMED ? [...named, say(language, "raised-more", { n: raised.length - NAMED })] : named;
}

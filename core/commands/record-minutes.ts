import { isSealed } from "../archive/seal.ts";
import { chosenMinutes } from "../meeting/minutes-versions.ts";
import { recordSheet, recordTables } from "../meeting/record-sheet.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, long } from "../tables/field.ts";
import { causeIn, keepingTrack } from "../tracking/keep-track.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { type Problem, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

/** Reads a minutes sheet back into the register: what is sound is registered, the rest is said. */
export const recordMinutes = defineCommand({
  id: "record-minutes",
  stage: "hold",
  title: "command-record-minutes",
  help: "help-record-minutes",
  input: {
    meeting: key("会议编号", "Meeting no."),
    confirm: long("确认的清除、删除或改动", "Confirmed clearings, deletions and changes"),
    putBack: long("恢复的单元格或行", "Cells or rows to put back"),
  },
  reads: (input, state, context) => {
    const minutes = chosenMinutes(state, input.meeting, context.today);
    return { tables: [...recordTables, "history"], documents: [...trackingDocuments, ...(minutes ? [minutes.id] : [])] };
  },
  decide: (snapshot, input, context) => {
    const minutes = chosenMinutes(snapshot.state, input.meeting, context.today);
    const cells = minutes && snapshot.documents.get(minutes.id);
    if (!minutes || !cells)
      return nothing(problem("error", input.meeting === "" ? "no-minutes" : "minutes-missing", { no: input.meeting }));
    const { id, meeting: no } = minutes;
    if (isSealed(snapshot, id))
      return nothing(problem("error", "minutes-approved", { no, sheet: cells.sheet }, { sheet: cells.sheet, row: 0, column: 1 }));
    const said = { confirmed: listOf(input.confirm), putBack: listOf(input.putBack) };
    const on = rowByKey(snapshot, "meetings", no)?.values.date ?? context.today;
    const recorded = keepingTrack(snapshot, context, causeIn(context, { how: "minutes", meeting: no, on }), (tended) => {
      const found = recordSheet(tended, minutes, said, context);
      return "code" in found ? nothing(found) : found;
    });
    return { ...recorded, patch: withTracking(snapshot, recorded.patch, context) };
  },
});

function listOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/[\n,;]+/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ""),
  );
}

function nothing(found: Problem): Decision {
  return { patch: [], report: [], problems: [found] };
}

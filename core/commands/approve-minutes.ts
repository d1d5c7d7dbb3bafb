import { signOff, unready, unsettled, withCells } from "../archive/approval.ts";
import { documentCells, isSealed, sealEntries, sealOf } from "../archive/seal.ts";
import { toIso } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { fingerprint } from "../files/fingerprint.ts";
import { isComing, isHeld } from "../meeting/choose-meeting.ts";
import { meetingCell } from "../meeting/meeting-checks.ts";
import { chosenMinutes } from "../meeting/minutes-versions.ts";
import { recordTables } from "../meeting/record-sheet.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, long, text } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

/** Digits of a fingerprint that the Log keeps. */
const SHOWN = 16;

/** The chair confirms the minutes: from then on they say what they say (clause 四(二)). */
export const approveMinutes = defineCommand({
  id: "approve-minutes",
  stage: "file",
  title: "command-approve-minutes",
  help: "help-approve-minutes",
  input: {
    meeting: key("会议编号", "Meeting no."),
    approver: text("审核人", "Approved by", { suggest: { table: "people", field: "name" } }),
    note: long("非主持人审核的理由", "Reason where it is not the chair"),
  },
  reads: (input, state, context) => {
    const minutes = chosenMinutes(state, input.meeting, context.today);
    return { tables: recordTables, documents: minutes ? [minutes.id] : [] };
  },
  decide: (snapshot, input, context): Decision => {
    const refused = (...problems: Problem[]): Decision => ({ patch: [], report: [], problems });
    const minutes = chosenMinutes(snapshot.state, input.meeting, context.today);
    const cells = minutes && snapshot.documents.get(minutes.id);
    const document = minutes && documentCells(snapshot, minutes.id);
    if (!minutes || !cells || !document)
      return refused(problem("error", input.meeting === "" ? "no-minutes" : "minutes-missing", { no: input.meeting }));
    const { id, meeting: no } = minutes;
    const row = rowByKey(snapshot, "meetings", no);
    if (!row) return refused(problem("error", "meeting-unknown", { no }));
    const { values } = row;
    if (isSealed(snapshot, id)) {
      const seal = sealOf(snapshot.state, id) ?? { by: values.approvedBy, on: values.approvedOn };
      const on = seal.on === null ? "" : toIso(seal.on);
      return refused(problem("error", "already-approved", { no, by: seal.by, on }, { sheet: cells.sheet, row: 0, column: 1 }));
    }
    if (!isComing(row) && !isHeld(row)) return refused(problem("error", "meeting-called-off", { no }));
    if (values.date === null || values.date > context.today)
      return refused(problem("error", "approved-before-meeting", { no }, meetingCell(snapshot, row.row, "date")));
    if (values.chair === "") return refused(problem("error", "chair-missing", { no }, meetingCell(snapshot, row.row, "chair")));
    const wrong = [...unready(snapshot, minutes, context), ...unsettled(cells)];
    if (wrong.length > 0) return refused(...wrong);
    // Cut off before it was remembered, an approval is finished, not given anew.
    const isBegun = values.state === "approved" && values.approvedBy !== "" && values.approvedOn !== null;
    const by = isBegun ? values.approvedBy : input.approver || values.chair;
    const on = isBegun && values.approvedOn !== null ? values.approvedOn : context.today;
    const signed = signOff(cells, by, on, values.recordedOn);
    const sealed = withCells(document, signed);
    const isChair = foldText(by) === foldText(values.chair);
    const notChair = problem(input.note === "" ? "warning" : "note", "not-chair", { name: by, chair: values.chair });
    return {
      patch: [
        { kind: "cells", cells: signed },
        { kind: "seal", document: id },
        {
          kind: "rows",
          table: "meetings",
          rows: [{ key: row.key, row: row.row, values: { approvedBy: by, approvedOn: on, state: "approved" } }],
        },
        { kind: "state", entries: sealEntries(id, sealed, on, by) },
      ],
      report: [
        message("minutes-now-approved", { no, by, on: toIso(on), sheet: cells.sheet, fingerprint: fingerprint(sealed).slice(0, SHOWN) }),
        ...(isChair || input.note === "" ? [] : [message("approved-for-chair", { name: by, chair: values.chair, reason: input.note })]),
      ],
      problems: isChair ? [] : [notChair],
    };
  },
});

import { changesSince } from "../archive/changes.ts";
import { isSealed, sealOf } from "../archive/seal.ts";
import { amendedMinutes, amendmentEntries, nextVersion } from "../meeting/amendment.ts";
import { isHeld } from "../meeting/choose-meeting.ts";
import { chosenMinutes, type MinutesVersion, minutesOf } from "../meeting/minutes-versions.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, long } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { rowByKey, type Snapshot, sheetFacts } from "../workbook/snapshot.ts";

/** Corrects approved minutes by a numbered amendment on a sheet of its own; what was approved stays as it is. */
export const amendMinutes = defineCommand({
  id: "amend-minutes",
  stage: "file",
  title: "command-amend-minutes",
  help: "help-amend-minutes",
  input: {
    meeting: key("会议编号", "Meeting no."),
    reason: long("修订理由", "Reason", { required: true }),
    onBehalf,
  },
  reads: (input, state, context) => {
    const chosen = chosenMinutes(state, input.meeting, context.today);
    return { tables: ["meetings", "people"], documents: chosen ? minutesOf(state, chosen.meeting).map(({ id }) => id) : [] };
  },
  decide: (snapshot, input, context): Decision => {
    const refused = (...problems: Problem[]): Decision => ({ patch: [], report: [], problems });
    const chosen = chosenMinutes(snapshot.state, input.meeting, context.today);
    if (!chosen) return refused(problem("error", input.meeting === "" ? "no-minutes" : "minutes-missing", { no: input.meeting }));
    const no = chosen.meeting;
    const row = rowByKey(snapshot, "meetings", no);
    if (!row) return refused(problem("error", "meeting-unknown", { no }));
    const from = isSealed(snapshot, chosen.id) ? chosen : approvedBefore(snapshot, chosen);
    if (!from) return refused(problem("error", "nothing-to-amend", { no, sheet: sheetOf(snapshot, chosen) }));
    const { id, version } = nextVersion(from);
    const open = sheetOf(snapshot, { id });
    const isLaid = snapshot.state.get("look", id) !== undefined && sheetFacts(snapshot.survey, open) !== undefined;
    if (isLaid && (row.values.state === "recorded" || !isHeld(row)))
      return refused(problem("error", "amendment-open", { no, n: version - 1, sheet: open }, { sheet: open, row: 0, column: 1 }));
    const changes = changesSince(snapshot, from.id);
    if (changes.length > 0) return refused(...changes);
    const approvedOn = sealOf(snapshot.state, from.id)?.on ?? row.values.approvedOn;
    const sheet = amendedMinutes(snapshot, { from, reason: input.reason, approvedOn });
    if (!sheet) return refused(problem("error", "sealed-sheet-missing", { sheet: sheetOf(snapshot, from) }));
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    return {
      patch: [
        { kind: "state", entries: amendmentEntries(snapshot, from) },
        { kind: "sheet", id, sheet },
        { kind: "rows", table: "meetings", rows: [{ key: row.key, row: row.row, values: { state: "recorded" } }] },
      ],
      report: [message("minutes-amended", { no, n: version - 1, sheet: open || sheet.name }), ...standing.report],
      problems: standing.problems,
    };
  },
});

/** The version that an amendment in hand amends; the minutes themselves amend none. */
function approvedBefore(snapshot: Snapshot, { meeting, version }: MinutesVersion): MinutesVersion | undefined {
  const before = minutesOf(snapshot.state, meeting).filter((each) => each.version < version);
  return before.reverse().find(({ id }) => isSealed(snapshot, id));
}

function sheetOf({ state }: Snapshot, { id }: Pick<MinutesVersion, "id">): string {
  return state.get("made", id) ?? "";
}

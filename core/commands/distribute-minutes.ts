import { changesSince } from "../archive/changes.ts";
import { distributionList, type MinutesReceiver } from "../archive/distribution-list.ts";
import { minutesFiles } from "../archive/distribution-mail.ts";
import { isSealed } from "../archive/seal.ts";
import { toIso } from "../base/plain-date.ts";
import type { MeetingRow } from "../meeting/choose-meeting.ts";
import { distributionRows } from "../meeting/distribution-rows.ts";
import { chosenMinutes } from "../meeting/minutes-versions.ts";
import { recordTables } from "../meeting/record-sheet.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { Numbers } from "../register/numbers.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { key } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";

/** Approved minutes go to everybody they concern (clause 四(二)): who gets them is noted, and files to send are made. */
export const distributeMinutes = defineCommand({
  id: "distribute-minutes",
  stage: "file",
  title: "command-distribute-minutes",
  help: "help-distribute-minutes",
  input: { meeting: key("会议编号", "Meeting no."), onBehalf },
  reads: (input, state, context) => {
    const minutes = chosenMinutes(state, input.meeting, context.today);
    return {
      tables: [...recordTables, "distribution"],
      documents: minutes ? [minutes.id] : [],
    };
  },
  decide: (snapshot, input, context): Decision => {
    const refused = (...problems: Problem[]): Decision => ({ patch: [], report: [], problems });
    const minutes = chosenMinutes(snapshot.state, input.meeting, context.today);
    const cells = minutes && snapshot.documents.get(minutes.id);
    if (!minutes || !cells)
      return refused(problem("error", input.meeting === "" ? "no-minutes" : "minutes-missing", { no: input.meeting }));
    const { id, meeting: no, version } = minutes;
    const meeting = rowByKey(snapshot, "meetings", no);
    if (!meeting) return refused(problem("error", "meeting-unknown", { no }));
    if (!isSealed(snapshot, id))
      return refused(problem("error", "approve-first", { no, sheet: cells.sheet }, { sheet: cells.sheet, row: 0, column: 1 }));
    const changes = changesSince(snapshot, id);
    if (changes.length > 0) return refused(...changes);
    const list = distributionList(snapshot, meeting);
    const numbers = new Numbers(snapshot);
    const rows = distributionRows(snapshot, { meeting: no, document: "minutes", version, sentOn: context.today }, list, numbers);
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    // The day on which the minutes first went out is what their time limit is judged by.
    const sentOn = meeting.values.distributedOn ?? context.today;
    const isNew = meeting.values.state === "approved";
    const said = { no, n: list.length, version, date: toIso(sentOn) };
    return {
      patch: [
        { kind: "table", table: "distribution" },
        { kind: "rows", table: "distribution", rows },
        {
          kind: "rows",
          table: "meetings",
          rows: isNew ? [{ key: meeting.key, row: meeting.row, values: { distributedOn: sentOn, state: "distributed" } }] : [],
        },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [message(isNew ? "minutes-distributed" : "already-distributed", said), ...standing.report],
      problems: [...late(snapshot, meeting, sentOn), ...undeliverable(snapshot, list), ...standing.problems],
      files: minutesFiles(snapshot, meeting, minutes, list, filesOf(context)),
    };
  },
});

function filesOf({ today, now, user }: Context): Parameters<typeof minutesFiles>[4] {
  return { made: { day: today, time: now }, user: user.name };
}

function late(snapshot: Snapshot, { key: no, values }: MeetingRow, sentOn: number): Problem[] {
  if (values.minutesDue === null || sentOn <= values.minutesDue) return [];
  const days = calendarIn(snapshot, settingsIn(snapshot)).workdaysBetween(values.minutesDue, sentOn);
  return days <= 0 ? [] : [problem("warning", "minutes-sent-late", { no, days })];
}

/** Nobody is dropped in silence: who has no address gets them by hand. */
function undeliverable({ language }: Snapshot, list: readonly MinutesReceiver[]): Problem[] {
  const comma = language === "en" ? ", " : "、";
  const names = list.filter(({ email, hasLeft }) => email === "" && !hasLeft).map(({ name }) => name);
  return [
    ...list.filter(({ hasLeft }) => hasLeft).map(({ name }) => problem("warning", "person-has-left", { name })),
    ...(names.length === 0 ? [] : [problem("warning", "recipients-unreachable", { n: names.length, names: names.join(comma) })]),
  ];
}

import { toIso } from "../base/plain-date.ts";
import { comingMeeting, findMeeting, isHeld, type MeetingRow } from "../meeting/choose-meeting.ts";
import { expectedAt, expectedProblems } from "../meeting/expected.ts";
import { inviteesOf, isCounted } from "../meeting/invitees.ts";
import { meetingCell } from "../meeting/meeting-checks.ts";
import type { MeetingValues } from "../meeting/meeting-values.ts";
import { readSignIn } from "../meeting/read-signin.ts";
import { recordedRows } from "../meeting/recorded.ts";
import { signInSheet } from "../meeting/signin-sheet.ts";
import { suggestions } from "../meeting/suggestions.ts";
import { addLines, invitedRows, rememberedLine, signInLines } from "../meeting/update-signin.ts";
import { settingsIn } from "../register/book-settings.ts";
import { Numbers } from "../register/numbers.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { documentDate } from "../run/documents.ts";
import { key } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Patch } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** Lays out a meeting's sign-in sheet; one that is there gets whoever is new, and nothing else is touched. */
export const makeSignIn = defineCommand({
  id: "make-sign-in",
  stage: "hold",
  title: "command-make-sign-in",
  help: "help-make-sign-in",
  input: { meeting: key("会议编号", "Meeting no.") },
  reads: (input, state, context) => ({
    tables: ["departments", "people", "series", "meetings", "topics", "attendance"],
    documents: [...state.entries("made", "signin:")]
      .map(([id]) => id)
      .filter((id) => state.get("look", id) === undefined || id === `signin:${input.meeting}` || documentDate(state, id) >= context.today),
  }),
  decide: (snapshot, input, context): Decision => {
    const meeting = signable(snapshot, input.meeting, context);
    if ("code" in meeting) return { patch: [], report: [], problems: [meeting] };
    const { key: no } = meeting;
    const numbers = new Numbers(snapshot);
    const invitees = inviteesOf(snapshot, meeting);
    const register: Patch = [
      { kind: "table", table: "attendance" },
      { kind: "rows", table: "attendance", rows: invitedRows(snapshot, no, invitees, numbers) },
    ];
    const lines = signInLines(afterPatch(snapshot, register), no, invitees);
    const id = `signin:${no}`;
    const made = snapshot.state.get("made", id);
    const isThere = made !== undefined && snapshot.survey.sheets.some(({ name }) => name === made);
    const cells = snapshot.documents.get(id);
    const problems = [
      ...expectedProblems(snapshot, meeting, expectedAt(snapshot, meeting)),
      ...(lines.length === 0 ? [problem("warning", "notice-to-nobody", { no })] : []),
    ];
    const params = { no, date: toIso(meeting.values.date ?? 0) };
    if (isThere && snapshot.state.get("look", id) !== undefined && cells) {
      const read = readSignIn(cells, snapshot.survey.dateSystem);
      const known = new Set(recordedRows(snapshot.state, id));
      const present = new Set(read.rows.map((row) => row.key));
      const isNew = (line: { readonly key: string }): boolean => !known.has(`signin:${line.key}`);
      const added = lines.filter((line) => isNew(line) && !present.has(line.key));
      const entries = [...lines.filter(isNew).map((line) => rememberedLine(id, line)), ...numbers.entries()];
      return {
        patch: [...register, ...addLines(snapshot, read, added), { kind: "state", entries }],
        report: [message(added.length > 0 ? "signin-added" : "signin-exists", { ...params, sheet: made, n: added.length })],
        problems,
      };
    }
    const settings = settingsIn(snapshot);
    const layout = signInSheet(meeting.values as unknown as MeetingValues, lines, {
      language: snapshot.language,
      dateSystem: snapshot.survey.dateSystem,
      lists: suggestions(snapshot),
      company: settings.company,
      formNumber: settings.formNumber,
      expected: invitees.filter(isCounted).length,
      ...(snapshot.places.has("meetings") ? { after: snapshot.places.get("meetings")?.sheet ?? "" } : {}),
    });
    return {
      patch: [
        ...register,
        {
          kind: "state",
          entries: [
            ...numbers.entries(),
            { kind: "document", key: id, value: JSON.stringify({ date: params.date }) },
            ...lines.map((line) => rememberedLine(id, line)),
          ],
        },
        { kind: "sheet", id, sheet: layout },
      ],
      report: [message("signin-made", { ...params, sheet: layout.name, n: lines.length })],
      problems,
    };
  },
});

/** The meeting named, whether or not it was held, else the next one. */
function signable(snapshot: Snapshot, no: string, { today }: Context): MeetingRow | Problem {
  const named = findMeeting(snapshot, no);
  const meeting = named && isHeld(named) ? named : comingMeeting(snapshot, no, today);
  if ("code" in meeting || meeting.values.date !== null) return meeting;
  return problem("error", "date-missing", { no: meeting.key }, meetingCell(snapshot, meeting.row, "date"));
}

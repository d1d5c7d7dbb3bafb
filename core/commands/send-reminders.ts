import { emailOf } from "../meeting/invitees.ts";
import { departmentKnown, personProblems } from "../meeting/organisation.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { Roster } from "../register/roster.ts";
import { Addressees } from "../reminder/addressees.ts";
import { recordRows } from "../reminder/record-rows.ts";
import { planReminders, type ReminderPlan } from "../reminder/reminder-plan.ts";
import { type Issuer, isLate } from "../reminder/slip-content.ts";
import { type Sending, slipFiles } from "../reminder/slip-files.ts";
import { type PaperSheets, slipSheets } from "../reminder/slip-sheets.ts";
import { itemsOf, summaryFiles } from "../reminder/summary.ts";
import { unreachedProblems } from "../reminder/unreached.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { choice, flag, text } from "../tables/field.ts";
import { escalationTables } from "../tracking/escalations.ts";
import { escalated, refreshed } from "../tracking/refresh.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** Everything that somebody can be reminded of, and where the people are found. */
const reminderTables = [
  "departments",
  "people",
  "series",
  "resolutions",
  "actions",
  "openQuestions",
  "papers",
  ...escalationTables,
] as const;

/**
 * Who has to be told of what today (clause 三(四)3): one slip for each person, and one summary for the
 * organiser. What was told is on record, so that nobody is told of the same twice on one day.
 */
export const sendReminders = defineCommand({
  id: "send-reminders",
  stage: "follow",
  title: "command-send-reminders",
  help: "help-send-reminders",
  input: {
    name: text("催办对象", "To", { suggest: { table: "people", field: "name" } }),
    department: text("部门", "Department", { suggest: { table: "departments", field: "name" } }),
    paper: choice("slipPaper", "打印督办单", "Slips on paper"),
    again: flag("再取当天的", "Today's slips again"),
    onBehalf,
  },
  reads: (_, state) => ({
    tables: [...reminderTables],
    // Slip sheets that were cut off while they were laid out are finished; one that was handed out is left alone.
    documents: [
      ...trackingDocuments,
      ...[...state.entries("made", "slip:")].map(([id]) => id).filter((id) => state.get("look", id) === undefined),
    ],
  }),
  decide: (snapshot, input, context): Decision => {
    if (reminded.every((table) => !snapshot.places.has(table)))
      return { patch: [], report: [], problems: [problem("error", "nothing-to-track")] };
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const { changes, standing, report, problems, numbered } = refreshed(snapshot, context);
    const moment = { today: context.today, calendar, settings };
    const plan = planReminders(standing, moment, input, input.again === true);
    const rows = recordRows(standing, plan.slips, context.user.name);
    const issuer: Issuer = { organiser: settings.organiser, name: context.user.name };
    const paper = slipSheets(snapshot, plan.slips, (input.paper || "none") as PaperSheets, { issuer, settings });
    const record: Change[] = [
      ...paper.changes,
      ...(rows.length === 0 && !snapshot.places.has("reminders") ? [] : [{ kind: "table", table: "reminders" } as const]),
      { kind: "rows", table: "reminders", rows },
      { kind: "state", entries: rows.length > 0 ? plan.entries : [] },
    ];
    const told = afterPatch(standing, record);
    const patch = withTracking(snapshot, [...changes, ...record, ...escalated(told, context, calendar, settings)], context);
    const standingIn = asOrganiser(snapshot, context, input.onBehalf);
    const isWhole = input.name === "" && input.department === "";
    return {
      patch,
      report: [
        ...reported(plan, rows.length),
        ...(paper.made > 0 ? [message("slip-sheets-made", { n: paper.made })] : []),
        ...(numbered > 0 ? [message("rows-numbered", { n: numbered })] : []),
        ...report,
        ...standingIn.report,
      ],
      problems: [
        ...(isWhole || plan.slips.length > 0 ? [] : unknownFilter(snapshot, input)),
        ...unreachedProblems(isWhole ? plan : { ...plan, undeliverable: [], vacancies: [] }, snapshot.language),
        ...problems,
        ...settings.problems,
        ...standingIn.problems,
        ...calendarNotes(calendar, context.today, context.today + 30),
      ],
      files: filesFor(standing, plan, isWhole, sendingOf(standing, issuer, context, settings.timeZone), context),
    };
  },
});

/** What somebody can be reminded of. */
const reminded = ["resolutions", "actions", "openQuestions", "papers", "meetings"] as const;

function reported({ slips }: ReminderPlan, recorded: number): Message[] {
  if (slips.length === 0) return [message("reminders-none")];
  const items = itemsOf(slips);
  const raised = items.filter(({ level }) => level >= 2).length;
  const params = { n: slips.length, items: items.length, late: items.filter(isLate).length };
  return [
    message(recorded > 0 ? "reminders-made" : "reminders-again", params),
    ...(raised > 0 ? [message("reminders-raised", { n: raised })] : []),
  ];
}

/** A name that was mistyped finds nobody: that is said rather than that all is well. */
function unknownFilter(snapshot: Snapshot, { name, department }: { readonly name: string; readonly department: string }): Problem[] {
  return [...personProblems(new Roster(snapshot), name), ...departmentKnown(snapshot, department)];
}

function sendingOf(snapshot: Snapshot, issuer: Issuer, { today, now, user }: Context, zone: string): Sending {
  const email = emailOf(snapshot, user.name);
  return {
    language: snapshot.language,
    issuer,
    made: { day: today, time: now },
    zone,
    ...(email === "" ? {} : { from: { name: user.name, email } }),
  };
}

/** The summary first, then everybody's slip. */
function filesFor(snapshot: Snapshot, plan: ReminderPlan, isWhole: boolean, sending: Sending, { today }: Context) {
  if (plan.slips.length === 0) return [];
  const [organiser] = new Addressees(snapshot, settingsIn(snapshot)).organiser().people;
  return [...(isWhole ? summaryFiles(plan, today, organiser, sending) : []), ...plan.slips.flatMap((slip) => slipFiles(slip, sending))];
}

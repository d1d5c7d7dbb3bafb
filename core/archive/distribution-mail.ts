import { toIso } from "../base/plain-date.ts";
import { compareText } from "../base/text.ts";
import type { Moment } from "../files/calendar-file.ts";
import { mailOutFile, type OutFile, textFile, wordFile } from "../files/out-file.ts";
import type { MeetingRow } from "../meeting/choose-meeting.ts";
import { showDate } from "../meeting/head-fields.ts";
import { minutesAsTheyStand } from "../meeting/minutes-as-they-stand.ts";
import type { MinutesVersion } from "../meeting/minutes-versions.ts";
import { senderOf } from "../meeting/notice-files.ts";
import { showResponsible } from "../meeting/question-cells.ts";
import { settingsIn } from "../register/book-settings.ts";
import { say, type WordKey } from "../words/message.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { MinutesReceiver } from "./distribution-list.ts";

interface Sending {
  readonly made: Moment;
  readonly user: string;
}

/** A mail with the minutes as Word, the minutes apart, and the text for whatever else carries it. */
export function minutesFiles(
  snapshot: Snapshot,
  meeting: MeetingRow,
  minutes: MinutesVersion,
  list: readonly MinutesReceiver[],
  { made, user }: Sending,
): OutFile[] {
  const layout = minutesAsTheyStand(snapshot, minutes.id);
  if (!layout) return [];
  const { language, survey } = snapshot;
  const text = minutesText(snapshot, meeting, minutes);
  const word = wordFile(layout.name, layout, survey.dateSystem);
  const from = senderOf(snapshot, { user, recorder: meeting.values.recorder, chair: meeting.values.chair });
  const reachable = list.filter(({ email }) => email !== "").map(({ name, email, isCopied }) => ({ name, email, isCopied }));
  const mail = mailOutFile(layout.name, {
    ...(from ? { from } : {}),
    to: reachable.filter(({ isCopied }) => !isCopied),
    cc: reachable.filter(({ isCopied }) => isCopied),
    subject: subjectOf(snapshot, meeting, minutes),
    text,
    made,
    zone: settingsIn(snapshot).timeZone,
    attachments: [word],
  });
  return [mail, word, textFile(`${layout.name} ${say(language, "minutes-summary")}`, text)];
}

function subjectOf({ language }: Snapshot, { key: no, values }: MeetingRow, { version }: MinutesVersion): string {
  const params = { no, name: values.name, date: values.date === null ? "" : toIso(values.date), n: version - 1 };
  return say(language, version === 1 ? "minutes-subject" : "minutes-subject-amended", params);
}

/** What was decided and who has to do what, so that nobody has to open the attachment for it. */
function minutesText(snapshot: Snapshot, meeting: MeetingRow, minutes: MinutesVersion): string {
  const { language } = snapshot;
  const { values, key: no } = meeting;
  const isOf = (row: { readonly values: { readonly meeting: string } }): boolean => row.values.meeting === no;
  const decided = rowsOf(snapshot, "resolutions").filter((row) => isOf(row) && row.values.kind !== "undecided" && row.values.task !== "");
  const actions = rowsOf(snapshot, "actions").filter((row) => isOf(row) && row.values.task !== "");
  const open = rowsOf(snapshot, "openQuestions").filter((row) => isOf(row) && row.values.question !== "" && row.values.status !== "closed");
  const item = (code: WordKey, text: string, who: string, due: number | null): string =>
    say(language, code, { text: text.replace(/\s*\n\s*/g, " "), who, due: due === null ? say(language, "no-date") : toIso(due) });
  const titled = (title: WordKey, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", say(language, title), ...lines]);
  const byOwner = [...actions].sort((a, b) => compareText(showResponsible(a.values), showResponsible(b.values)));
  return [
    subjectOf(snapshot, meeting, minutes),
    say(language, "minutes-text-head", {
      date: showDate(values.date, language),
      place: values.place,
      chair: values.chair,
      recorder: values.recorder,
    }),
    ...titled(
      "minutes-text-resolutions",
      decided.map(
        (row, index) => `${index + 1}. ${item("minutes-text-item", row.values.task, showResponsible(row.values), row.values.due)}`,
      ),
    ),
    ...titled(
      "minutes-text-actions",
      byOwner.map(({ values: { task, due, ...who } }) => item("minutes-text-action", task, showResponsible(who), due)),
    ),
    ...titled(
      "minutes-text-open",
      open.map(
        ({ values: { question, nextStep, answerBy, ...who } }, index) =>
          `${index + 1}. ${item("minutes-text-item", `${question} → ${nextStep}`, showResponsible(who), answerBy)}`,
      ),
    ),
    "",
    say(language, "minutes-text-attached"),
    "",
  ].join("\n");
}

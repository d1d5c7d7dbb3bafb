import { type OutFile, type Problem, sayProblem } from "../../core/index.ts";
import { sendAll, together } from "../mail/send-mail.ts";
import { sendWaiting } from "../mail/send-waiting.ts";
import type { ReadyMail } from "../post.ts";
import { keptProfile } from "../profile.ts";
import { runCommand } from "../server/run-command.ts";

const REMIND = "send-reminders";

/**
 * What is done every day without anybody there: mail that waited goes out, and everybody is reminded
 * of what is due. Slips that were made but not sent, because a run was cut off, are sent by the next.
 * @throws with what went wrong: Google then writes to the account whose trigger this is
 */
export function workDaily(): void {
  const person = keptProfile();
  const waited = sendWaiting(person);
  const { files = [], problems } = runCommand(REMIND, { again: true }, person);
  const sent = together([waited, sendAll(files.flatMap(slipIn), person), { report: [], problems: problems.filter(isError) }]);
  const errors = sent.problems.filter(isError);
  if (errors.length > 0) throw new Error(errors.map((each) => sayProblem(person.language, each)).join("\n"));
}

/** A workbook without a register has nobody to remind, which is nothing to write to anybody about. */
function isError({ severity, code }: Problem): boolean {
  return severity === "error" && code !== "nothing-to-track";
}

/** Slips are mails without attachments: nothing has to be made for them that only a browser can make. */
function slipIn(file: OutFile): ReadyMail[] {
  if (file.kind !== "mail" || file.mail.attachments.length > 0) return [];
  const { from, to, cc, subject, text, html } = file.mail;
  return [{ name: file.name, ...(from ? { from } : {}), to, cc, subject, text, ...(html === undefined ? {} : { html }), attachments: [] }];
}

import { foldText } from "../base/text.ts";
import type { Context } from "../run/command.ts";
import { text } from "../tables/field.ts";
import { type Message, message, type Problem, problem } from "../words/message.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import { settingsIn } from "./book-settings.ts";
import { Roster } from "./roster.ts";

/** What a command of the organiser's takes from somebody else who does it. */
export const onBehalf = text("代办理由", "Reason for standing in");

export interface Standing {
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
}

/**
 * One department organises the meetings (clause 二(一)). Another that does its work is warned and
 * logged with its reason, never refused; of somebody whose department nobody knows nothing is said.
 */
export function asOrganiser(snapshot: Snapshot, context: Context, reason: string): Standing {
  const { organiser } = settingsIn(snapshot);
  const roster = new Roster(snapshot);
  const department = context.user.department || (roster.person(context.user.name)?.department ?? "");
  if (department === "" || organiser === "" || foldText(department) === foldText(organiser)) return { report: [], problems: [] };
  if (reason === "") return { report: [], problems: [problem("warning", "not-organiser", { department, organiser })] };
  return {
    report: [message("stood-in", { user: context.user.name, department, organiser, reason })],
    problems: [problem("note", "not-organiser", { department, organiser })],
  };
}

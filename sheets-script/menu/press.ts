/// <reference types="google-apps-script" />
import { commandById, type Language, type Message, type Problem, say, sayProblem } from "../../core/index.ts";
import { speaksForItself } from "../../pane/command/command-state.ts";
import { asksAnything } from "../../pane/form/draft.ts";
import type { Answer } from "../../pane/runner.ts";
import { book } from "../book.ts";
import { sendWaiting } from "../mail/send-waiting.ts";
import { keptProfile } from "../profile.ts";
import { previewCommand, runCommand, undoLast } from "../server/run-command.ts";
import { sayHere } from "../words/words.ts";
import { showTask } from "./pages.ts";

/** A toast stays for so many seconds. */
const SHOWN = 8;

/** A command from the menu: what is small and sound is done at once, anything else is shown first. */
export function press(id: string): void {
  const command = commandById(id);
  if (!command) throw new Error(`There is no command ${id}.`);
  const profile = keptProfile();
  const title = say(profile.language, command.title);
  if (asksAnything(command)) return showTask({ command: id, asks: true }, title);
  const preview = previewCommand(id, {}, profile);
  if (hasNothingToSay(preview) || speaksForItself(preview)) {
    const answer = runCommand(id, {}, profile, { expecting: preview.hash });
    if (!answer.isOutdated) return toast(profile.language, title, answer);
  }
  showTask({ command: id, asks: false }, title);
}

export function pressUndo(): void {
  const profile = keptProfile();
  toast(profile.language, sayHere(profile.language, "sheets-undo"), undoLast(profile));
}

export function pressSendWaiting(): void {
  const profile = keptProfile();
  toast(profile.language, sayHere(profile.language, "sheets-send-waiting"), sendWaiting(profile));
}

/** Nothing to do, and nothing amiss. */
function hasNothingToSay({ changes, problems, files = [] }: Answer): boolean {
  return changes === 0 && problems.length === 0 && files.length === 0;
}

interface Said {
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
}

function toast(language: Language, title: string, { report, problems }: Said): void {
  const sentences = [
    ...report.map(({ code, params }) => say(language, code, params)),
    ...problems.map((each) => sayProblem(language, each)),
  ];
  book().toast(sentences.length > 0 ? sentences.join("\n") : sayHere(language, "sheets-nothing-to-do"), title, SHOWN);
}

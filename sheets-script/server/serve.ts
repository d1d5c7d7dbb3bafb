import { see, type ViewId, type ViewInput, type Views, views } from "../../core/index.ts";
import { contextOf } from "../clock.ts";
import { dailyState, turnDaily } from "../daily/daily-trigger.ts";
import { SheetsHost } from "../host/sheets-host.ts";
import { planReady, sendReady } from "../mail/send-mail.ts";
import { sendWaiting } from "../mail/send-waiting.ts";
import { now } from "../now.ts";
import { keepProfile } from "../profile.ts";
import { problemOf } from "../trouble.ts";
import type { Person, Question, Reply, Request } from "../wire.ts";
import { Course, courseSoFar, stopCourse } from "./course.ts";
import { previewCommand, runCommand, undoLast } from "./run-command.ts";

/** Answers one question of the sidebar, JSON for JSON. Whatever goes wrong is an answer, too. */
export function serve(asked: string): string {
  const request = JSON.parse(asked) as Request;
  return JSON.stringify(replyTo(request));
}

function replyTo(request: Request): Reply {
  const { id } = request;
  try {
    return { id, value: valueFor(request) ?? null };
  } catch (error) {
    return { id, problem: problemOf(error, request.person.language) };
  }
}

function valueFor({ person, ...asked }: { readonly person: Person } & Question): unknown {
  switch (asked.kind) {
    case "view":
      return viewOf(asked.view, asked.input, person);
    case "preview":
      return previewCommand(asked.command, asked.input, person);
    case "run":
      return runCommand(asked.command, asked.input, person, {
        ...(asked.expecting === undefined ? {} : { expecting: asked.expecting }),
        ...(asked.course === undefined ? {} : { watch: new Course(asked.course) }),
      });
    case "undo":
      return undoLast(person);
    case "reveal":
      return now(new SheetsHost().reveal(asked.at));
    case "progress":
      return courseSoFar(asked.course);
    case "cancel":
      return stopCourse(asked.course);
    case "keep-profile":
      return keepProfile(asked.profile);
    case "mail-plan":
      return planReady(asked.mail);
    case "mail-send":
      return sendReady(asked.mail, person, asked.again);
    case "daily":
      return asked.turn === undefined ? dailyState() : turnDaily(asked.turn);
    case "send-waiting":
      return sendWaiting(person);
  }
}

function viewOf<V extends ViewId>(id: V, input: ViewInput | undefined, person: Person): Views[V] {
  return now(see(new SheetsHost(), views[id], contextOf(person), input));
}

import { Answered, Trouble } from "../trouble.ts";
import type { Person, Question, Reply } from "../wire.ts";

/** As much of the page's `google.script.run` as is used. */
export interface ScriptRun {
  withSuccessHandler(handle: (reply: unknown) => void): ScriptRun;
  withFailureHandler(handle: (error: unknown) => void): ScriptRun;
  concordServe(request: string): void;
}

/** Google runs ten calls of one page at once and refuses more. */
const AT_ONCE = 6;
/** A run of a script ends after six minutes; what has not answered by then never will. */
const PATIENCE = 400_000;

/** Asks the script, a few questions at a time, and gives each answer to the question that it belongs to. */
export class Asking {
  private id = 0;
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly run: () => ScriptRun,
    private readonly person: () => Person,
  ) {}

  /** @throws {Answered} with the script's problem, {Trouble} without an answer, and what the page was told */
  async ask<T>(question: Question): Promise<T> {
    if (this.underWay >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.underWay++;
    try {
      return (await this.send(question)) as T;
    } finally {
      this.underWay--;
      this.waiting.shift()?.();
    }
  }

  private send(question: Question): Promise<unknown> {
    const id = ++this.id;
    const request = JSON.stringify({ id, person: personOf(this.person()), ...question });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Trouble("sheets-no-answer")), PATIENCE);
      this.run()
        .withSuccessHandler((answered) => {
          clearTimeout(timer);
          const reply = replyIn(answered);
          if (reply?.id !== id) reject(new Trouble("sheets-no-answer"));
          else if ("problem" in reply) reject(new Answered(reply.problem));
          else resolve(reply.value);
        })
        .withFailureHandler((error) => {
          clearTimeout(timer);
          reject(error);
        })
        .concordServe(request);
    });
  }
}

function personOf({ name, department, language }: Person): Person {
  return { name, department, language };
}

/** A script that was cut off answers with nothing. */
function replyIn(answered: unknown): Reply | null {
  return typeof answered === "string" ? (JSON.parse(answered) as Reply) : null;
}

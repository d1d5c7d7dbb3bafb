import { type Context, dayOf, type Language } from "../core/index.ts";

interface Person {
  readonly name: string;
  readonly department: string;
  readonly language: Language;
}

/** What core is told of the world: the day and the time of this device, and who sits at it. */
export function contextAt(clock: Date, { name, department, language }: Person): Context {
  const today = dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
  if (today === null) throw new Error(`the clock of this device shows no day: ${clock}`);
  return {
    today,
    now: clock.getHours() * 60 + clock.getMinutes(),
    user: { name, department },
    language,
  };
}

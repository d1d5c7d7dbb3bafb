import { type Language, type Named, nameIn } from "../words/language.ts";
import { type Params, say, type WordKey } from "../words/message.ts";

/** Why an argument cannot be used. A sheet shows #VALUE! for it, and the sentence where it can. */
export interface Fault {
  readonly code: WordKey;
  readonly params: Params;
  readonly argument: Named;
  /** Which value or row of the argument, from 1; none for an argument of one value. */
  readonly at?: { readonly value: number } | { readonly row: number };
  /** The argument that this one does not fit. */
  readonly other?: Named;
  /** What may be given instead. */
  readonly choices?: readonly Named[];
}

export function isFault(found: unknown): found is Fault {
  return typeof found === "object" && found !== null && "argument" in found;
}

/** The fault as a sentence that begins with its place: “demand”, value 3 is not a number … */
export function sayFault(language: Language, { code, params, argument, at, other, choices = [] }: Fault): string {
  return say(language, code, {
    ...params,
    where: placeIn(language, nameIn(language, argument), at),
    other: other ? nameIn(language, other) : "",
    choices: choices.map((choice) => nameIn(language, choice)).join(language === "en" ? ", " : "、"),
  });
}

function placeIn(language: Language, name: string, at: Fault["at"]): string {
  if (at === undefined) return say(language, "function-argument", { name });
  return "row" in at ? say(language, "function-row", { name, n: at.row }) : say(language, "function-value", { name, n: at.value });
}

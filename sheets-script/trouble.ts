import { type Language, type Message, type Problem, problem } from "../core/index.ts";
import { problemHere, type SheetsWord } from "./words/words.ts";

/** What a person can do something about, on its way to them. */
export class Trouble extends Error {
  constructor(
    readonly word: SheetsWord,
    readonly params: Message["params"] = {},
  ) {
    super(word);
  }
}

/** What the script has answered instead of a value. */
export class Answered extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** What went wrong in the script or on the way to it, as a problem; Google's own words where they are not known. */
export function problemOf(error: unknown, language: Language): Problem {
  if (error instanceof Answered) return error.problem;
  const { word, params } = troubleOf(error);
  return word === undefined ? problem("error", "unexpected", params) : problemHere("error", language, word, params);
}

/** What is known of an error: its word, if there is one, and what Google said. */
export function troubleOf(error: unknown): { readonly word?: SheetsWord; readonly params: Message["params"] } {
  if (error instanceof Trouble) return error;
  const detail = detailOf(error);
  const known = KNOWN.find(({ said }) => said.test(detail));
  return known ? { word: known.word, params: { detail } } : { params: { detail } };
}

/** An error of another realm is none of this one's. */
function detailOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}

/** Google's words, in English whatever the language of the account. */
const KNOWN: readonly { readonly said: RegExp; readonly word: SheetsWord }[] = [
  // With several accounts signed in the sidebar asks as another one than the spreadsheet was opened with.
  { said: /PERMISSION_DENIED|Authorization is required/i, word: "sheets-several-accounts" },
  { said: /do not have permission to call|required permissions/i, word: "sheets-scope-refused" },
  { said: /invoked too many times|too much computer time/i, word: "sheets-used-up" },
  { said: /Exceeded maximum execution time/i, word: "sheets-took-too-long" },
  { said: /NetworkError|Connection failure/i, word: "sheets-connection" },
];

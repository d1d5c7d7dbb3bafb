import type { Named } from "../words/language.ts";
import { ArgumentReader } from "./argument-reader.ts";
import type { Fault } from "./fault.ts";
import type { Argument, Parameter } from "./parameter.ts";

/** One cell of an answer: dates are serial numbers of the 1900 system, `""` is blank. */
export type AnswerCell = string | number | Fault;

/** One value, or the rows of a range. A fault alone is the whole answer; inside a range it is that cell's. */
export type Answer = AnswerCell | readonly (readonly AnswerCell[])[];

/** A function of a sheet, the same in every host. */
export interface SheetFunction {
  /** Its name behind `CONCORD.`, the same in every language. */
  readonly id: string;
  readonly help: Named;
  /** What else there is to know, for the reference. */
  readonly notes: Named;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly holds: "date" | "number" | "text"; readonly dimensionality: "scalar" | "matrix" };
  /** Arguments that show what it does. */
  readonly example: readonly Argument[];
  /** Reads the arguments, then works out the answer from them, if they were sound. */
  readonly evaluate: (read: ArgumentReader) => () => Answer;
}

/**
 * The answer of a function to arguments as a sheet hands them over; those beyond its own are ignored.
 * @example answer(pab, [64, [[0, 0, 70]], [[33, 30, 30]]]) // [[31, 1, 41]]
 */
export function answer({ parameters, evaluate }: SheetFunction, given: readonly Argument[]): Answer {
  const read = new ArgumentReader(parameters, given);
  const compute = evaluate(read);
  return read.fault ?? compute();
}

import type { Day, Minutes } from "../base/plain-date.ts";
import type { OutFile } from "../files/out-file.ts";
import type { Fields, RowOf, Table, Value } from "../tables/field.ts";
import type { TableId } from "../tables/tables.ts";
import type { Language, Named } from "../words/language.ts";
import type { Message, Problem, WordKey } from "../words/message.ts";
import type { Patch } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { State } from "../workbook/state.ts";

/** What a command needs to know of the world; nothing else of it reaches core. */
export interface Context {
  readonly today: Day;
  readonly now: Minutes;
  /** Who is at the keyboard, as told once on this device. */
  readonly user: { readonly name: string; readonly department: string };
  /** The language of a workbook that has none yet. */
  readonly language: Language;
}

export interface Decision {
  readonly patch: Patch;
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
  /** For the person to keep or send; nothing of them is written in the workbook. */
  readonly files?: readonly OutFile[];
}

/** What a command reads: tables, document sheets by their ids, and other sheets by their names. */
export interface Reads {
  readonly tables: readonly TableId[];
  readonly documents: readonly string[];
  readonly sheets?: readonly string[];
}

/** The four stages of a meeting's life, and looking after the workbook itself. */
export type Stage = "workbook" | "prepare" | "hold" | "follow" | "file";

export interface Command<F extends Fields = Fields> {
  readonly id: string;
  readonly stage: Stage;
  readonly title: WordKey;
  readonly help: WordKey;
  /** Its input as a row of fields: the command line's help and the pane's forms come from it. */
  readonly input: F;
  /** Rows given beside the input, such as the actions that a resolution is split into. */
  readonly items?: Items;
  /** Works without a workbook: makes one. */
  readonly makesWorkbook?: boolean;
  readonly reads: (input: InputOf<F>, state: State, context: Context) => Reads;
  readonly decide: (snapshot: Snapshot, input: InputOf<F>, context: Context, items: readonly Item[]) => Decision;
}

export interface Items extends Named {
  /** Under this name they stand in the input, as a list of objects. */
  readonly name: string;
  readonly fields: Fields;
}

export type Item = Readonly<Record<string, Value>>;

/** An input's values: those not given are blank (`""` or `null`). */
export type InputOf<F extends Fields> = RowOf<Table<F>>;

/** A command that knows its own id, so that it can be named and its input checked without being loaded. */
export function defineCommand<const Id extends string, const F extends Fields>(
  command: Command<F> & { readonly id: Id },
): Command<F> & { readonly id: Id } {
  return command;
}

import { commandById, run } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import type { Workbook } from "../../desk/workbook/workbook.ts";
import { copyOf, differences, tell } from "./book.ts";
import { FaultyHost } from "./faulty-host.ts";
import { type Register, runOn, snapshotOf } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;

/** Runs a command on a host that gives up after some edits. */
function cutOff({ book, context }: Register, id: string, input: Input, survives: number): void {
  const command = commandById(id);
  if (!command) throw new Error(`no command ${id}`);
  void run(new FaultyHost(new DeskHost(book), survives, "returns"), command, input, context);
}

/** What a register comes to: everything but the Log, and what is remembered whatever the order it was written in. */
export function endOf(book: Workbook): string[] {
  const log = snapshotOf(book, []).places.get("log")?.sheet;
  const remembered = [...(book.sheet("_concord")?.cells.values() ?? [])]
    .map((line) => [0, 1, 2].map((column) => line.get(column)?.value ?? ""))
    .filter(([kind, key, value]) => value !== "" && kind !== "look" && key !== "log")
    .map((entry) => `remembered ${JSON.stringify(entry)}`);
  // A row inserted into minutes just before the end of a run is used, but is not merged any more.
  const lines = tell(book, (sheet) => sheet === log || sheet === "_concord").filter((line) => !line.includes(" merges ["));
  return [...lines, ...remembered];
}

/** How many edits a command makes of a register. */
export function editsOf({ book, context }: Register, id: string, input: Input): number {
  return runOn(copyOf(book), id, input, context).edits;
}

/** In what a command that was cut off and run again ends otherwise than an undisturbed one; a register is used up by it. */
export function endsAlike(
  found: Register,
  id: string,
  input: Input,
  survives: number,
  undisturbed = endUndisturbed(found, id, input),
): string[] {
  cutOff(found, id, input, survives);
  runOn(found.book, id, input, found.context);
  return differences(undisturbed, endOf(found.book));
}

/** What a command makes of a register where nothing comes in between; the register stays as it is. */
export function endUndisturbed({ book, context }: Register, id: string, input: Input): string[] {
  const copy = copyOf(book);
  runOn(copy, id, input, context);
  return endOf(copy);
}

import { hashText } from "../base/hash.ts";
import { toIso } from "../base/plain-date.ts";
import type { Edit } from "../workbook/edits.ts";
import type { Patch } from "../workbook/patch.ts";
import type { Context } from "./command.ts";

interface Logged {
  /** The command's id. */
  readonly id: string;
  /** As a person reads it. */
  readonly command: string;
  readonly edits: readonly Edit[];
  readonly sheets: readonly string[];
  readonly changes: number;
  readonly note: string;
}

/** One row of the Log for a command that changed something, written last. */
export function logRow({ id, command, edits, sheets, changes, note }: Logged, context: Context): Patch {
  const key = `${id}-${hashText(JSON.stringify([edits, toIso(context.today), context.now]))}`;
  const values = {
    no: key,
    date: context.today,
    time: context.now,
    user: context.user.name,
    command,
    subject: [...new Set(sheets)].slice(0, 3).join(" · "),
    changes,
    note: note.slice(0, 500),
  };
  return [
    { kind: "table", table: "log" },
    { kind: "rows", table: "log", rows: [{ key, values }] },
  ];
}

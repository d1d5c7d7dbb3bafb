import type { BookSettings } from "../register/book-settings.ts";
import type { Code } from "../tables/choices.ts";
import type { Change } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { ReminderPlan, Slip } from "./reminder-plan.ts";
import { highestLevel, type Issuer } from "./slip-content.ts";
import { slipSheet } from "./slip-sheet.ts";

/** Which slips get a sheet to print. */
export type PaperSheets = Code<"slipPaper"> | "none";

interface Options {
  readonly issuer: Issuer;
  readonly settings: BookSettings;
}

/** The level from which a slip is one that bosses want on paper. */
const RAISED = 2;

/**
 * Sheets of slips, laid out once each: what was printed and signed stays as it was. Where more came onto
 * a slip since, it is laid out once more as its next version.
 */
export function slipSheets(
  { state, language, places }: Snapshot,
  slips: ReminderPlan["slips"],
  which: PaperSheets,
  { issuer, settings }: Options,
): { readonly changes: readonly Change[]; readonly made: number } {
  const wanted = slips.filter(({ lines }) => which === "all" || (which === "raised" && highestLevel(lines) >= RAISED));
  const after = places.get("reminders")?.sheet;
  const changes = wanted.flatMap((slip): Change[] => {
    const lines = slip.lines.map(({ item, reason }) => `${item}|${reason}`);
    const versions = [...state.entries("recorded", `slip:${slip.no}:`)];
    const isOn = ([, said]: readonly [string, string]): boolean => {
      const known = new Set(said.split("\n"));
      return lines.every((line) => known.has(line));
    };
    const version = versions.findIndex(isOn) + 1 || versions.length + 1;
    const id = `slip:${slip.no}:${version}`;
    const said = versions[version - 1]?.[1] ?? lines.join("\n");
    const { company, formNumber } = settings;
    const sheet = slipSheet(shown(slip, said), {
      id,
      version,
      company,
      formNumber,
      issuer,
      language,
      ...(after === undefined ? {} : { after }),
    });
    return [
      { kind: "state", entries: [{ kind: "recorded", key: id, value: said }] },
      { kind: "sheet", id, sheet },
    ];
  });
  return { changes, made: wanted.length };
}

/** The lines in the order in which a sheet that was begun has them. */
function shown(slip: Slip, said: string): Slip {
  const order = said.split("\n");
  const at = ({ item, reason }: Slip["lines"][number]): number => order.indexOf(`${item}|${reason}`);
  return { ...slip, lines: [...slip.lines].sort((a, b) => at(a) - at(b)) };
}

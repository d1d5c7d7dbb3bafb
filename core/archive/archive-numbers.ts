import { settingsIn } from "../register/book-settings.ts";
import { PatternNumbers } from "../register/pattern-numbers.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/** The archive's numbers, after those that its rows, papers and meetings bear. */
export function archiveNumbers(snapshot: Snapshot): PatternNumbers {
  const given = new Set([
    ...rowsOf(snapshot, "archive").map(({ key }) => key),
    ...rowsOf(snapshot, "papers").map(({ values }) => values.archiveNo),
    ...rowsOf(snapshot, "meetings").map(({ values }) => values.archiveNo),
  ]);
  return new PatternNumbers(snapshot.state, "archive", settingsIn(snapshot).archivePattern, given);
}

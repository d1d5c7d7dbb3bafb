import type { Day } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import type { Numbers } from "../register/numbers.ts";
import type { Code } from "../tables/choices.ts";
import { say } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";

export interface Sent {
  readonly meeting: string;
  readonly document: Code<"documentKind">;
  readonly version: number;
  readonly sentOn: Day;
}

export interface Receiver {
  readonly name: string;
  readonly department: string;
  /** `""` where the person has to be told otherwise. */
  readonly email: string;
  /** As what they get it, as the register says it. */
  readonly role: string;
}

/** A row for each who gets a document: who got it already keeps theirs, with the address that it went to last. */
export function distributionRows(snapshot: Snapshot, sent: Sent, receivers: readonly Receiver[], numbers: Numbers): RowChange[] {
  const { meeting, document, version, sentOn } = sent;
  const { language } = snapshot;
  const there = new Map(
    rowsOf(snapshot, "distribution")
      .filter(({ key, values }) => key !== "" && values.meeting === meeting && values.document === document && values.version === version)
      .map((row) => [foldText(row.values.name), row]),
  );
  return receivers.map(({ name, department, email, role }): RowChange => {
    const row = there.get(foldText(name));
    const how = email === "" ? "" : say(language, "sent-by-mail");
    if (row) return { key: row.key, row: row.row, values: { email, how: row.values.how === "" ? how : row.values.how } };
    const no = numbers.below(meeting, "D");
    return { key: no, values: { no, meeting, document, version, name, department, email, role, sentOn, how } };
  });
}

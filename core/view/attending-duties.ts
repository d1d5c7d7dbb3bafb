import { isUnsaid } from "../meeting/attendance-status.ts";
import { isComing, type MeetingRow } from "../meeting/choose-meeting.ts";
import { attendanceOf } from "../meeting/expected.ts";
import { message } from "../words/message.ts";
import { cellOf, tableIn } from "../workbook/snapshot.ts";
import { documentPlace } from "./cells.ts";
import { type Duty, offer, type Situation } from "./duty.ts";

/** On the day of a meeting there is a sheet to sign. */
export function signInToMake(row: MeetingRow, { snapshot, context }: Situation): Duty[] {
  const { key: no, values } = row;
  if (!isComing(row) || values.date !== context.today || documentPlace(snapshot, `signin:${no}`)) return [];
  return [
    {
      message: message("duty-sign-in", { no }),
      severity: "warning",
      command: offer("make-sign-in", { meeting: no }),
      meeting: { no, part: "people" },
    },
  ];
}

/** Once minutes are approved, who was there is written down in them. */
const SETTLED = new Set(["approved", "distributed", "archived"]);

/** A meeting has begun, and of somebody on its sign-in sheet nobody has said whether they came. */
export function attendanceToRecord(row: MeetingRow, { snapshot, context }: Situation): Duty[] {
  const { key: no, values } = row;
  const at = documentPlace(snapshot, `signin:${no}`);
  const hasBegun =
    values.date !== null && (values.date < context.today || (values.date === context.today && context.now >= (values.start ?? 0)));
  if (!at || !hasBegun || SETTLED.has(values.state)) return [];
  const unsaid = attendanceOf(snapshot, no).filter((person) => isUnsaid(person.values.status));
  const [first] = unsaid;
  const table = tableIn(snapshot, "attendance");
  if (!first || !table) return [];
  return [
    {
      message: message("duty-attendance", { no, n: unsaid.length }),
      severity: "warning",
      command: offer("record-attendance", { meeting: no }),
      // Before anybody is recorded the sheet is filled in; after that, the rows left over.
      at: values.present === null ? at : cellOf(table, first, "status"),
      meeting: { no, part: "people" },
    },
  ];
}

import type { Day } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Numbers } from "../register/numbers.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { type PaperKind, paperTemplate } from "./paper-template.ts";

type PaperRow = TableRow<"papers">;

/** The papers of a meeting, in the order of their rows. */
export function papersOf(snapshot: Snapshot, meeting: string): PaperRow[] {
  return rowsOf(snapshot, "papers").filter(({ values }) => values.meeting === meeting && values.paper !== "");
}

/** Papers that have been neither submitted nor waived. */
export function awaitedPapers(snapshot: Snapshot, meeting: string): PaperRow[] {
  return papersOf(snapshot, meeting).filter(({ values }) => values.status !== "submitted" && values.status !== "waived");
}

export interface Checklist {
  readonly rows: readonly RowChange[];
  /** Remembers that the checklist was made: a row that a person renames or deletes does not come back. */
  readonly entries: readonly StateEntry[];
}

/** The papers that the template asks for and that the meeting's list does not have yet, due some working days before. */
export function checklist(
  snapshot: Snapshot,
  meeting: { readonly no: string; readonly date: Day },
  calendar: WorkingCalendar,
  days: number,
  numbers: Numbers,
): Checklist {
  const made = `papers:${meeting.no}`;
  const done = new Set((snapshot.state.get("recorded", made) ?? "").split(","));
  const present = new Set(papersOf(snapshot, meeting.no).map(({ values }) => foldText(values.paper)));
  const isThere = (kind: PaperKind): boolean => done.has(kind.id) || present.has(foldText(kind.zh)) || present.has(foldText(kind.en));
  const rows = paperTemplate
    .filter((kind) => !isThere(kind))
    .map((kind): RowChange => {
      const no = numbers.below(meeting.no, "P");
      const values = {
        no,
        meeting: meeting.no,
        paper: nameIn(snapshot.language, kind),
        department: departmentOf(snapshot, kind),
        due: calendar.addWorkdays(meeting.date, -days),
        status: "awaited",
      };
      return { key: no, values };
    });
  return { rows, entries: [{ kind: "recorded", key: made, value: paperTemplate.map(({ id }) => id).join(",") }] };
}

/** The department of the workbook that brings a paper; `""` where none fits. */
function departmentOf(snapshot: Snapshot, kind: PaperKind): string {
  const departments = rowsOf(snapshot, "departments").filter(({ values }) => values.name !== "");
  for (const word of kind.from) {
    const found = departments.find(({ values }) => foldText(values.name).includes(foldText(word)));
    if (found) return found.values.name;
  }
  return departments.find(({ values }) => values.side === kind.side && values.standing === true)?.values.name ?? "";
}

/** Due dates that nobody retyped go with the meeting to its new day. */
export function movedPapers(snapshot: Snapshot, meeting: string, from: Day, to: Day, calendar: WorkingCalendar, days: number): RowChange[] {
  const was = calendar.addWorkdays(from, -days);
  return awaitedPapers(snapshot, meeting)
    .filter(({ key, values }) => key !== "" && values.due === was)
    .map(({ key, row }) => ({ key, row, values: { due: calendar.addWorkdays(to, -days) } }));
}

/** What is missing, by department: one line each, at its first paper. */
export function papersMissing(snapshot: Snapshot, meeting: string, today: Day): Problem[] {
  const table = tableIn(snapshot, "papers");
  if (!table) return [];
  const groups = new Map<string, PaperRow[]>();
  for (const row of awaitedPapers(snapshot, meeting))
    groups.set(row.values.department, [...(groups.get(row.values.department) ?? []), row]);
  const comma = snapshot.language === "en" ? ", " : "、";
  return [...groups].flatMap(([department, rows]) => {
    const first = rows[0];
    if (!first) return [];
    const papers = rows.map(({ values }) => values.paper).join(comma);
    const isLate = rows.some(({ values }) => values.due !== null && values.due < today);
    const params = { department, n: rows.length, papers };
    const code = department === "" ? "papers-of-nobody" : isLate ? "papers-late" : "papers-awaited";
    return [problem(code === "papers-awaited" ? "note" : "warning", code, params, cellOf(table, first, "status"))];
  });
}

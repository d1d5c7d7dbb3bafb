import { compareText } from "../base/text.ts";
import type { DocumentCells } from "../files/fingerprint.ts";
import type { TableId } from "../tables/tables.ts";
import type { CellPlace, CellValue } from "../workbook/cells.ts";
import { cellOf, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";

/** Rows of the register that are filed like a document: what was put forward, not what became of it later. */
export interface RegisterDocument {
  readonly document: DocumentCells;
  readonly placeOf: (row: number, column: number) => CellPlace | undefined;
}

const TOPIC_FIELDS = ["no", "topic", "category", "department", "proposer", "background", "proposal", "submittedOn"] as const;
const PAPER_FIELDS = ["no", "paper", "department", "preparer", "period", "submittedOn", "place"] as const;
/** Topics that a meeting is done with: deferred ones move on to another. */
const SETTLED = new Set(["resolved", "open", "declined"]);

/** What has to be read to know which topics a meeting had. */
export const topicTables = ["topics", "resolutions", "openQuestions"] as const satisfies readonly TableId[];

export function topicListId(meeting: string): string {
  return `topics:${meeting}`;
}

export function paperId(paper: string): string {
  return `paper:${paper}`;
}

/** The topics that a meeting had or came to a result on, as they were put forward; nothing where there were none. */
export function topicList(snapshot: Snapshot, meeting: string): RegisterDocument | undefined {
  const results = [...rowsOf(snapshot, "resolutions"), ...rowsOf(snapshot, "openQuestions")];
  const discussed = new Set(results.filter(({ values }) => values.meeting === meeting).map(({ values }) => values.topic));
  const rows = rowsOf(snapshot, "topics").filter(
    ({ key, values }) => key !== "" && (discussed.has(key) || (values.meeting === meeting && SETTLED.has(values.status))),
  );
  return rows.length === 0 ? undefined : register(snapshot, "topics", rows, TOPIC_FIELDS);
}

export function submittedPapers(snapshot: Snapshot, meeting: string): TableRow<"papers">[] {
  return rowsOf(snapshot, "papers").filter(({ key, values }) => key !== "" && values.meeting === meeting && values.status === "submitted");
}

export function paperDocument(snapshot: Snapshot, paper: TableRow<"papers">): RegisterDocument {
  return register(snapshot, "papers", [paper], PAPER_FIELDS);
}

/** Days are counted alike in every workbook: the register's are no serial numbers. */
function register(snapshot: Snapshot, id: TableId, rows: readonly TableRow[], fields: readonly string[]): RegisterDocument {
  const sorted = [...rows].sort((a, b) => compareText(a.key, b.key));
  const values = sorted.map((row) => fields.map((field) => (row.values as Readonly<Record<string, CellValue>>)[field] ?? null));
  const table = tableIn(snapshot, id);
  return {
    document: { cells: { values }, dateSystem: 1900, hasMarkers: false },
    placeOf: (row, column) => {
      const found = sorted[row];
      return table && found ? cellOf(table, found, fields[column] ?? "") : undefined;
    },
  };
}

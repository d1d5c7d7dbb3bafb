import { fingerprint } from "../files/fingerprint.ts";
import { choiceSet } from "../tables/choices.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, sheetFacts, type TableRow, tableIn } from "../workbook/snapshot.ts";
import { changesIn, changesSince } from "./changes.ts";
import { sheetIds } from "./filing.ts";
import { paperDocument, paperId, topicList } from "./register-documents.ts";
import { documentCells, meetingOf, sealedIds, sealOf } from "./seal.ts";

export interface Verification {
  /** Documents that were looked at, and those of them that something is wrong with. */
  readonly verified: number;
  readonly wrong: number;
  readonly problems: readonly Problem[];
}

/** Compares everything sealed or filed, of one meeting or of all, with what it was. */
export function verifyDocuments(snapshot: Snapshot, meeting: string): Verification {
  const ids = sealedIds(snapshot.state, meeting);
  const archived = rowsOf(snapshot, "archive").filter(({ key, values }) => key !== "" && (meeting === "" || values.meeting === meeting));
  const known = new Set(ids.map((id) => sealOf(snapshot.state, id)?.fingerprint));
  const checks: Problem[][] = ids.map((id) => verifySealed(snapshot, id));
  for (const row of archived) {
    const { fingerprint: kept } = row.values;
    // What is sealed was looked at with its seal.
    if (kept !== "" && !known.has(kept)) checks.push(verifyFiled(snapshot, row));
  }
  const lost = rowsOf(snapshot, "meetings").flatMap((row) => missingRow(snapshot, row, meeting));
  const problems = [...checks.flat(), ...lost];
  return { verified: checks.length, wrong: checks.filter((found) => found.length > 0).length, problems };
}

function verifySealed(snapshot: Snapshot, id: string): Problem[] {
  if (id.startsWith("topics:")) {
    const topics = topicList(snapshot, meetingOf(id));
    return topics ? changesIn(snapshot, id, topics.document, topics.placeOf) : [gone(snapshot, "topics", meetingOf(id))];
  }
  if (id.startsWith("paper:")) {
    const paper = rowByKey(snapshot, "papers", id.slice(paperId("").length));
    if (!paper) return [problem("error", "sealed-row-missing", { document: id.slice(paperId("").length) })];
    const { document, placeOf } = paperDocument(snapshot, paper);
    return changesIn(snapshot, id, document, placeOf);
  }
  const sheet = snapshot.state.get("made", id) ?? "";
  if (!snapshot.documents.has(id)) return [problem("error", "sealed-sheet-missing", { sheet })];
  const isOpen = sheetFacts(snapshot.survey, sheet)?.isProtected === false;
  const at = { sheet, row: 0, column: 1 };
  return [...(isOpen ? [problem("warning", "sealed-unprotected", { sheet }, at)] : []), ...changesSince(snapshot, id)];
}

function gone({ language }: Snapshot, kind: "topics", meeting: string): Problem {
  const name = nameIn(language, choiceSet("documentKind")[kind] ?? { zh: kind, en: kind });
  return problem("error", "sealed-row-missing", { document: `${name} ${meeting}` });
}

const PREFIXES: Readonly<Record<string, string>> = { minutes: "minutes:", notice: "notice:", signIn: "signin:" };

/** A row of the index whose document is not sealed, or not with that fingerprint: the hidden sheet was lost, or one of the two changed. */
function verifyFiled(snapshot: Snapshot, row: TableRow<"archive">): Problem[] {
  const { meeting, kind, fingerprint: kept, title } = row.values;
  const table = tableIn(snapshot, "archive");
  const at = table && cellOf(table, row, "fingerprint");
  const candidates = candidatesOf(snapshot, row);
  if (candidates.length === 0) {
    const isOurs = kind in PREFIXES || kind === "topics" || kind === "papers";
    return isOurs && meeting !== "" ? [problem("error", "archive-document-missing", { no: row.key, title }, at)] : [];
  }
  return candidates.includes(kept) ? [] : [problem("error", "archive-row-changed", { no: row.key }, at)];
}

/** The fingerprints of everything that a row of the index may stand for. */
function candidatesOf(snapshot: Snapshot, { key, values }: TableRow<"archive">): string[] {
  const { meeting, kind } = values;
  if (kind === "topics") {
    const topics = topicList(snapshot, meeting);
    return topics ? [fingerprint(topics.document)] : [];
  }
  if (kind === "papers")
    return rowsOf(snapshot, "papers")
      .filter((paper) => paper.values.archiveNo === key)
      .map((paper) => fingerprint(paperDocument(snapshot, paper).document));
  const prefix = PREFIXES[kind];
  if (prefix === undefined) return [];
  return sheetIds(snapshot.state, meeting).flatMap((id) => {
    const document = id.startsWith(prefix) ? documentCells(snapshot, id) : undefined;
    return document ? [fingerprint(document)] : [];
  });
}

/** A meeting's archive number leads to its row. */
function missingRow(snapshot: Snapshot, { key, values, row }: TableRow<"meetings">, meeting: string): Problem[] {
  const { archiveNo } = values;
  if (archiveNo === "" || (meeting !== "" && key !== meeting) || rowByKey(snapshot, "archive", archiveNo)) return [];
  const table = tableIn(snapshot, "meetings");
  const at = table && { sheet: table.place.sheet, row, column: table.place.columns.get("archiveNo") ?? table.place.column };
  return [problem("error", "archive-row-missing", { no: archiveNo }, at)];
}

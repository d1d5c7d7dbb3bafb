import { type DocumentCells, fingerprint } from "../files/fingerprint.ts";
import type { MeetingRow } from "../meeting/choose-meeting.ts";
import { minutesVersion } from "../meeting/minutes-versions.ts";
import { type Code, choiceSet } from "../tables/choices.ts";
import { nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import type { State } from "../workbook/state.ts";
import { paperDocument, paperId, submittedPapers, topicList, topicListId } from "./register-documents.ts";
import { documentCells, isSealed, meetingOf, sealOf } from "./seal.ts";

export type FiledKind = Code<"documentKind">;

/** A document of a meeting as it is filed. */
export interface Filing {
  readonly id: string;
  readonly kind: FiledKind;
  readonly title: string;
  readonly place: string;
  /** What it says now; nothing where the workbook does not hold it. */
  readonly document: DocumentCells | undefined;
  readonly fingerprint: string;
  /** It stands on a sheet of its own, which is sealed with it. */
  readonly isSheet: boolean;
  readonly paper?: TableRow<"papers">;
}

const SHEETS: readonly (readonly [prefix: string, kind: FiledKind])[] = [
  ["minutes", "minutes"],
  ["notice", "notice"],
  ["signin", "signIn"],
];

/** The ids of the sheets that were made for a meeting, or for any, version by version. */
export function sheetIds(state: State, meeting: string): string[] {
  return SHEETS.flatMap(([prefix]) =>
    [...state.entries("made", `${prefix}:`)]
      .map(([id]) => id)
      .filter((id) => meeting === "" || meetingOf(id) === meeting)
      .sort((a, b) => versionOf(a) - versionOf(b)),
  );
}

function versionOf(id: string): number {
  return Number(/:(\d+)$/.exec(id)?.[1] ?? 1);
}

/** Everything of a meeting that is filed, in the order in which it is numbered. */
export function filingsOf(snapshot: Snapshot, meeting: MeetingRow): Filing[] {
  const no = meeting.key;
  const sheets = sheetIds(snapshot.state, no).flatMap((id): Filing[] => {
    const document = documentCells(snapshot, id);
    const sheet = snapshot.documents.get(id)?.sheet ?? "";
    // Minutes that nobody approved are none yet, and are not filed.
    if (!document || (minutesVersion(id) && !isSealed(snapshot, id))) return [];
    const kind = SHEETS.find(([prefix]) => id.startsWith(`${prefix}:`))?.[1] ?? "other";
    return [
      filed(snapshot, {
        id,
        kind,
        title: titled(sheet, meeting),
        place: say(snapshot.language, "filed-in-sheet", { sheet }),
        document,
        isSheet: true,
      }),
    ];
  });
  // A meeting that was called off has none.
  const hasMinutes = meeting.values.state === "cancelled" || sheets.some(({ kind }) => kind === "minutes");
  const minutes = hasMinutes ? [] : [elsewhere(snapshot, meeting)];
  const topics = topicList(snapshot, no);
  return [...minutes, ...sheets, ...(topics ? [topicFiling(snapshot, meeting, topics.document)] : []), ...paperFilings(snapshot, no)];
}

/** Minutes that were kept on paper, or in another workbook. */
function elsewhere(snapshot: Snapshot, meeting: MeetingRow): Filing {
  const title = titled(`${kindName(snapshot, "minutes")} ${meeting.key}`, meeting);
  return { id: "", kind: "minutes", title, place: "", document: undefined, fingerprint: "", isSheet: false };
}

function topicFiling(snapshot: Snapshot, meeting: MeetingRow, document: DocumentCells): Filing {
  const title = titled(`${kindName(snapshot, "topics")} ${meeting.key}`, meeting);
  const place = say(snapshot.language, "filed-in-sheet", { sheet: snapshot.places.get("topics")?.sheet ?? "" });
  return filed(snapshot, { id: topicListId(meeting.key), kind: "topics", title, place, document, isSheet: false });
}

function paperFilings(snapshot: Snapshot, no: string): Filing[] {
  return submittedPapers(snapshot, no).map((paper) => {
    const { document } = paperDocument(snapshot, paper);
    const { paper: name, place } = paper.values;
    return {
      ...filed(snapshot, { id: paperId(paper.key), kind: "papers", title: `${paper.key} ${name}`, place, document, isSheet: false }),
      paper,
    };
  });
}

/** What was sealed keeps the fingerprint that it was sealed with, whatever it says by now. */
function filed(snapshot: Snapshot, filing: Omit<Filing, "fingerprint"> & { readonly document: DocumentCells }): Filing {
  return { ...filing, fingerprint: sealOf(snapshot.state, filing.id)?.fingerprint ?? fingerprint(filing.document) };
}

function titled(title: string, { values }: MeetingRow): string {
  return values.name === "" ? title : `${title} ${values.name}`;
}

function kindName({ language }: Snapshot, kind: FiledKind): string {
  return nameIn(language, choiceSet("documentKind")[kind] ?? { zh: kind, en: kind });
}

/**
 * Which row of the archive index each document has already. Papers are known by their number, others by
 * their fingerprint, else by their place among the meeting's documents of one kind: whatever a person did
 * to titles, and whatever the language.
 */
export function filedRows(snapshot: Snapshot, no: string, filings: readonly Filing[]): Map<Filing, TableRow<"archive">> {
  const rows = rowsOf(snapshot, "archive").filter(({ key, values }) => key !== "" && values.meeting === no);
  const found = new Map<Filing, TableRow<"archive">>();
  const taken = new Set<TableRow<"archive">>();
  const take = (filing: Filing, row: TableRow<"archive"> | undefined): void => {
    if (!row || taken.has(row) || found.has(filing)) return;
    found.set(filing, row);
    taken.add(row);
  };
  const free = ({ kind }: Filing): TableRow<"archive">[] => rows.filter((row) => row.values.kind === kind && !taken.has(row));
  for (const filing of filings)
    take(
      filing,
      filing.paper
        ? free(filing).find(({ key, values }) => key === filing.paper?.values.archiveNo || values.title.startsWith(`${filing.paper?.key} `))
        : free(filing).find(({ values }) => values.fingerprint !== "" && values.fingerprint === filing.fingerprint),
    );
  for (const filing of filings) if (!filing.paper) take(filing, free(filing)[0]);
  return found;
}

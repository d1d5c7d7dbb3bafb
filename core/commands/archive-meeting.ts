import { archiveNumbers } from "../archive/archive-numbers.ts";
import { changesIn, changesSince } from "../archive/changes.ts";
import { type Filing, filedRows, filingsOf, sheetIds } from "../archive/filing.ts";
import { paperDocument, topicList, topicListId, topicTables } from "../archive/register-documents.ts";
import { isSealed, sealEntries, sealOf } from "../archive/seal.ts";
import { findMeeting, isHeld, type MeetingRow } from "../meeting/choose-meeting.ts";
import { chosenMinutes, newestMinutes } from "../meeting/minutes-versions.ts";
import { settingsIn } from "../register/book-settings.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { key, type Value } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import type { State } from "../workbook/state.ts";

/** Everything of a meeting gets a number of one kind and a row in the archive index (clause 四(三)). */
export const archiveMeeting = defineCommand({
  id: "archive-meeting",
  stage: "file",
  title: "command-archive-meeting",
  help: "help-archive-meeting",
  input: { meeting: key("会议编号", "Meeting no."), onBehalf },
  reads: (input, state, context) => ({
    tables: ["people", "meetings", ...topicTables, "papers", "archive"],
    documents: sheetIds(state, chosenNo(state, input.meeting, context) || "-"),
  }),
  decide: (snapshot, input, context): Decision => {
    const refused = (...problems: Problem[]): Decision => ({ patch: [], report: [], problems });
    const no = chosenNo(snapshot.state, input.meeting, context);
    if (no === "") return refused(problem("error", "no-minutes"));
    const meeting = findMeeting(snapshot, no);
    if (!meeting) return refused(problem("error", "meeting-unknown", { no }));
    const wrong = notReady(snapshot, meeting);
    if (wrong.length > 0) return refused(...wrong);
    const filings = filingsOf(snapshot, meeting);
    if (filings.length === 0) return refused(problem("warning", "nothing-to-file", { no: meeting.key }));
    const filed = filedRows(snapshot, meeting.key, filings);
    const numbers = archiveNumbers(snapshot);
    const settings = settingsIn(snapshot);
    const rows: RowChange[] = [];
    const numberOf = new Map<Filing, string>();
    for (const filing of filings) {
      const there = filed.get(filing);
      const given = there?.key ?? numbers.next(context.today);
      numberOf.set(filing, given);
      if (!there) rows.push({ key: given, values: rowOf(filing, given, meeting.key, settings.retention, context) });
    }
    const minutes = filings.find(({ kind }) => kind === "minutes");
    const first = minutes ?? filings[0];
    const archiveNo = meeting.values.archiveNo || (first && numberOf.get(first)) || "";
    // A meeting that was called off stays so; its notices are filed all the same.
    const state = isCancelled(meeting) ? "cancelled" : "archived";
    const isNew = rows.length > 0 || meeting.values.state !== state;
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    return {
      patch: [
        ...seals(snapshot, filings),
        { kind: "table", table: "archive" },
        { kind: "rows", table: "archive", rows },
        { kind: "rows", table: "papers", rows: papersFiled(filings, numberOf) },
        { kind: "rows", table: "meetings", rows: [{ key: meeting.key, row: meeting.row, values: { archiveNo, state } }] },
        { kind: "state", entries: [...sealedNow(snapshot, filings, context), ...numbers.entries(context.today)] },
      ],
      report: [
        isNew
          ? message("meeting-filed", { no: meeting.key, n: rows.length, archiveNo })
          : message("already-filed", { no: meeting.key, n: filings.length }),
        ...standing.report,
      ],
      problems: [...warnings(snapshot, meeting, filings), ...settings.problems, ...standing.problems],
    };
  },
});

/** The meeting named, else that of the last minutes up to today. */
function chosenNo(state: State, meeting: string, { today }: Context): string {
  return meeting || (chosenMinutes(state, "", today)?.meeting ?? "");
}

const APPROVED = new Set(["approved", "distributed", "archived"]);

function isCancelled({ values }: MeetingRow): boolean {
  return values.state === "cancelled";
}

/** Minutes that are not approved, or are not any more what was approved, are not filed. */
function notReady(snapshot: Snapshot, meeting: MeetingRow): Problem[] {
  const { key: no, values } = meeting;
  const newest = newestMinutes(snapshot.state, no);
  const isApproved = APPROVED.has(values.state);
  if (!isCancelled(meeting) && !isApproved && !newest)
    return [problem("error", isHeld(meeting) ? "approve-elsewhere-first" : "minutes-missing", { no })];
  if (!isCancelled(meeting) && (!isApproved || (newest && !isSealed(snapshot, newest.id))))
    return [problem("error", "approve-first", { no, sheet: (newest && snapshot.state.get("made", newest.id)) ?? "" })];
  return sheetIds(snapshot.state, no).flatMap((id) => {
    const sheet = snapshot.state.get("made", id) ?? "";
    if (!snapshot.documents.has(id)) return sealOf(snapshot.state, id) ? [problem("error", "sealed-sheet-missing", { sheet })] : [];
    return changesSince(snapshot, id);
  });
}

function rowOf(filing: Filing, no: string, meeting: string, retention: string, context: Context): Readonly<Record<string, Value>> {
  const { kind, title, place, fingerprint } = filing;
  return {
    no,
    meeting,
    kind,
    title,
    medium: filing.document === undefined ? "" : "electronic",
    place,
    fingerprint,
    filedBy: context.user.name,
    filedOn: context.today,
    retention,
  };
}

/** Notices and the sign-in say for good what they say, too. */
function seals(snapshot: Snapshot, filings: readonly Filing[]): Change[] {
  return filings
    .filter(({ id, isSheet }) => isSheet && !sealOf(snapshot.state, id))
    .map(({ id }): Change => ({ kind: "seal", document: id }));
}

function sealedNow(snapshot: Snapshot, filings: readonly Filing[], context: Context): ReturnType<typeof sealEntries> {
  return filings.flatMap(({ id, document }) =>
    document && !sealOf(snapshot.state, id) ? sealEntries(id, document, context.today, context.user.name) : [],
  );
}

function papersFiled(filings: readonly Filing[], numberOf: ReadonlyMap<Filing, string>): RowChange[] {
  return filings.flatMap((filing) =>
    filing.paper ? [{ key: filing.paper.key, row: filing.paper.row, values: { archiveNo: numberOf.get(filing) ?? "" } }] : [],
  );
}

function warnings(snapshot: Snapshot, meeting: MeetingRow, filings: readonly Filing[]): Problem[] {
  const { key: no, values } = meeting;
  const awaited = rowsOf(snapshot, "papers").filter((row) => row.values.meeting === no && row.values.status === "awaited").length;
  const topics = topicList(snapshot, no);
  const isThere = filings.some(({ kind, document }) => kind === "minutes" && document !== undefined);
  const changed = [
    ...(topics ? changesIn(snapshot, topicListId(no), topics.document, topics.placeOf) : []),
    ...filings.flatMap(({ id, paper }) => {
      if (!paper) return [];
      const { document, placeOf } = paperDocument(snapshot, paper);
      return changesIn(snapshot, id, document, placeOf);
    }),
  ];
  if (isCancelled(meeting)) return changed.map((found): Problem => ({ ...found, severity: "warning" }));
  return [
    ...(values.distributedOn === null || values.state === "approved" ? [problem("warning", "distribute-first", { no })] : []),
    ...(isThere ? [] : [problem("warning", "filed-without-sheet", { no })]),
    ...(awaited > 0 ? [problem("warning", "papers-not-filed", { no, n: awaited })] : []),
    ...changed.map((found): Problem => ({ ...found, severity: "warning" })),
  ];
}

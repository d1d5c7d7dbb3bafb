import type { CellPlace } from "../base/place.ts";
import { type Day, type Minutes, type Weekday, weekdayOf } from "../base/plain-date.ts";
import { findMeeting, isComing, isHeld, type MeetingRow } from "../meeting/choose-meeting.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { defineView } from "../run/view.ts";
import { type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { attendanceToRecord, signInToMake } from "./attending-duties.ts";
import { firstCell } from "./cells.ts";
import { type Duty, inOrder, type Situation } from "./duty.ts";
import { meetingToArchive, minutesToApprove, minutesToDistribute } from "./filing-duties.ts";
import { type AgendaLine, agendaLines, type PaperLine, paperLines, type TopicLine, topicLines } from "./meeting-agenda.ts";
import { type MeetingCard, meetingAtHand, meetingCard } from "./meeting-at-hand.ts";
import { minutesToRecord } from "./meeting-duties.ts";
import { documentsOf, type Filed, filedOf, type MeetingDocument, type Sending, sendingsOf } from "./meeting-papers.ts";
import { type PeopleCounts, type PersonLine, peopleCounts, peopleOf } from "./meeting-people.ts";
import { type MeetingStep, stepsOf } from "./meeting-steps.ts";
import type { MeetingFinder } from "./meeting-work.ts";
import {
  agendaToShorten,
  headToFill,
  meetingToPrepare,
  noticeToSend,
  papersToCome,
  proposalToDecide,
  topicsToDecide,
} from "./preparing-duties.ts";

/** What stands at the head of a meeting's screen. */
export interface MeetingHead {
  readonly no: string;
  readonly name: string;
  /** Choices of `meetingKind` and `meetingState`. */
  readonly kind: string;
  readonly state: string;
  readonly date: Day | null;
  readonly weekday: Weekday | null;
  readonly start: Minutes | null;
  readonly end: Minutes | null;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  /** Why it was called for, by whom; why it was moved, cancelled or declined. */
  readonly reason: string;
  readonly proposedBy: string;
  readonly decisionReason: string;
  readonly at: CellPlace;
}

export interface MeetingDetail {
  readonly head: MeetingHead;
  /** `null` while it is only proposed, and after it was called off. */
  readonly stage: MeetingCard["stage"] | null;
  /** What there is to be done now, most urgent first. */
  readonly duties: readonly Duty[];
  readonly steps: readonly MeetingStep[];
  readonly agenda: { readonly lines: readonly AgendaLine[]; readonly sum: number; readonly length: number | null };
  /** Topics of which it is not settled whether they come. */
  readonly topics: readonly TopicLine[];
  readonly papers: readonly PaperLine[];
  readonly people: readonly PersonLine[];
  readonly counts: PeopleCounts;
  readonly documents: readonly MeetingDocument[];
  readonly sendings: readonly Sending[];
  readonly filed: readonly Filed[];
}

export interface MeetingView {
  readonly today: Day;
  /** `null` where the register has no such meeting. */
  readonly meeting: MeetingDetail | null;
}

/** What duties of one meeting are looked for, in the order in which they are done. */
const FINDERS: readonly MeetingFinder[] = [
  (row, situation) => minutesToRecord(situation).filter(({ command }) => command?.input.meeting === row.key),
  minutesToApprove,
  minutesToDistribute,
  proposalToDecide,
  meetingToPrepare,
  headToFill,
  topicsToDecide,
  agendaToShorten,
  papersToCome,
  noticeToSend,
  signInToMake,
  attendanceToRecord,
  meetingToArchive,
];

/** One meeting with everything that belongs to it. */
export const meetingView = defineView<MeetingView>({
  id: "meeting",
  reads: () => ({
    tables: [
      "departments",
      "people",
      "series",
      "meetings",
      "topics",
      "openQuestions",
      "papers",
      "attendance",
      "distribution",
      "archive",
      "resolutions",
      "actions",
    ],
    documents: [],
  }),
  see: (snapshot, context, { meeting: no }) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const row = no === "" ? meetingAtHand(snapshot, context.today, calendar) : findMeeting(snapshot, no);
    const situation: Situation = { snapshot, context, settings, calendar, meeting: null, items: [] };
    return { today: context.today, meeting: row ? detailOf(row, situation) : null };
  },
});

function detailOf(row: MeetingRow, situation: Situation): MeetingDetail {
  const { snapshot, context, calendar } = situation;
  const people = peopleOf(snapshot, row);
  return {
    head: headOf(snapshot, row),
    stage: isComing(row) || isHeld(row) ? meetingCard(snapshot, row, context.today, calendar).stage : null,
    duties: inOrder(FINDERS.flatMap((find) => find(row, situation))),
    steps: stepsOf(snapshot, row, context),
    agenda: agendaLines(snapshot, row),
    topics: topicLines(snapshot, row, context),
    papers: paperLines(snapshot, row.key, context.today),
    people,
    counts: peopleCounts(people),
    documents: documentsOf(snapshot, row.key),
    sendings: sendingsOf(snapshot, row.key),
    filed: filedOf(snapshot, row.key),
  };
}

function headOf(snapshot: Snapshot, row: MeetingRow): MeetingHead {
  const { name, series, kind, state, date, start, end, place, chair, recorder } = row.values;
  const { reason, proposedBy, proposingDepartment, decisionReason } = row.values;
  const table = tableIn(snapshot, "meetings");
  return {
    no: row.key,
    name: name || series,
    kind,
    state,
    date,
    weekday: date === null ? null : weekdayOf(date),
    start,
    end,
    place,
    chair,
    recorder,
    reason,
    proposedBy: [proposingDepartment, proposedBy].filter((part) => part !== "").join(" "),
    decisionReason,
    at: table ? firstCell(table, row, ["no", "name"]) : { sheet: "", row: row.row, column: 0 },
  };
}

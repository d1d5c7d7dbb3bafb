import type { Day } from "../base/plain-date.ts";
import type { Numbers } from "../register/numbers.ts";
import type { Value } from "../tables/field.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import { nextOrder } from "./agenda.ts";
import { carriedTo, comesTo } from "./carry-over.ts";
import { findMeeting, type MeetingRow } from "./choose-meeting.ts";
import { sideOf } from "./new-topic.ts";

/** What an agenda takes on by itself. */
export interface BroughtBack {
  readonly topics: readonly RowChange[];
  readonly questions: readonly RowChange[];
  readonly counts: { readonly topics: number; readonly questions: number; readonly numbered: number };
}

/** A topic as it will stand. */
interface Standing {
  readonly meeting: string;
  readonly status: string;
  readonly source: string;
  readonly section: string;
  readonly order: number | null;
}

/** Statuses of topics that are still to be discussed. */
const PENDING = new Set(["proposed", "accepted", "deferred"]);

/**
 * Puts on a meeting's agenda what must not be forgotten: topics that were deferred or not got to, and
 * open questions whose answer is due or was not given. Done again it changes nothing: a topic that is
 * at the meeting is there already, and a question remembers the meeting to which it came back.
 */
export function bringBack(snapshot: Snapshot, meeting: MeetingRow, today: Day, numbers: Numbers): BroughtBack {
  const agenda = new Agenda(snapshot, meeting, today, numbers);
  for (const topic of rowsOf(snapshot, "topics")) agenda.take(topic);
  for (const question of rowsOf(snapshot, "openQuestions")) agenda.ask(question);
  return agenda;
}

class Agenda implements BroughtBack {
  readonly topics: RowChange[] = [];
  readonly questions: RowChange[] = [];
  readonly counts = { topics: 0, questions: 0, numbered: 0 };
  private readonly standing: Standing[] = [];

  constructor(
    private readonly snapshot: Snapshot,
    private readonly meeting: MeetingRow,
    private readonly today: Day,
    private readonly numbers: Numbers,
  ) {
    this.standing = rowsOf(snapshot, "topics").map(({ values }) => values);
  }

  /** Topics that come to this meeting, and rows of its own that were typed by hand: without a number, without an order. */
  take(topic: TableRow<"topics">): void {
    const { values } = topic;
    if (values.topic === "") return;
    const change: Record<string, Value> = {};
    if (topic.key === "") Object.assign(change, this.numbered(topic));
    if (topic.key !== "" && comesTo(this.snapshot, topic, this.meeting, this.today)) {
      const status = values.status === "proposed" ? "proposed" : "accepted";
      Object.assign(change, carriedTo(topic, this.meeting.key, this.snapshot.language), { status, order: this.orderIn(values.section) });
      this.counts.topics++;
    } else if (values.meeting === this.meeting.key && values.status === "accepted" && values.order === null)
      change.order = this.orderIn(values.section);
    if (Object.keys(change).length === 0) return;
    const key = String(change.no ?? topic.key);
    this.topics.push({ key, row: topic.row, values: change });
    const index = rowsOf(this.snapshot, "topics").indexOf(topic);
    this.standing[index] = { ...values, ...change } as Standing;
  }

  private numbered({ values }: TableRow<"topics">): Record<string, Value> {
    this.counts.numbered++;
    const isOfMeeting = values.meeting !== "" && findMeeting(this.snapshot, values.meeting)?.key === values.meeting;
    const no = isOfMeeting
      ? this.numbers.below(values.meeting, "T")
      : this.numbers.apartFromMeetings("number-topic", values.submittedOn ?? this.today);
    return { no, ...(values.status === "" ? { status: "proposed" } : {}) };
  }

  private orderIn(section: string): number {
    return nextOrder(
      this.standing.filter(({ meeting }) => meeting === this.meeting.key),
      section,
    );
  }

  /** A question comes back as a topic of its own, unless one that asks it is still to be discussed. */
  ask(question: TableRow<"openQuestions">): void {
    const { key, values } = question;
    if (key === "" || values.question === "" || values.status === "closed") return;
    const no = this.meeting.key;
    const asking = this.standing.filter(({ source }) => source === key);
    const isHere = asking.some(({ meeting }) => meeting === no);
    if (!isHere && (asking.some(({ status }) => PENDING.has(status)) || !isQuestionDue(this.snapshot, this.meeting, question))) return;
    if (!isHere) this.addTopic(question);
    if (values.returnedTo === no) return;
    this.questions.push({ key, row: question.row, values: { status: "returned", returnedTo: no, carried: (values.carried ?? 0) + 1 } });
    this.counts.questions++;
  }

  private addTopic({ key, values }: TableRow<"openQuestions">): void {
    const no = this.numbers.below(this.meeting.key, "T");
    const origin = rowsOf(this.snapshot, "topics").find((topic) => topic.key !== "" && topic.key === values.topic)?.values;
    const section = origin?.section || sideOf(this.snapshot, values.department);
    const fresh = {
      no,
      meeting: this.meeting.key,
      section,
      order: this.orderIn(section),
      topic: values.question,
      department: values.department,
      proposer: values.owner === values.department ? "" : values.owner,
      background: [values.cause, values.answer].filter((part) => part !== "").join("\n"),
      proposal: values.nextStep,
      submittedOn: this.today,
      status: "accepted",
      carried: 0,
      carriedFrom: values.returnedTo || values.meeting,
      source: key,
    };
    this.topics.push({ key: no, values: fresh });
    this.standing.push(fresh);
  }
}

/** Whether a question is due by the meeting, or came back without an answer to an earlier one of the same series. */
export function isQuestionDue(snapshot: Snapshot, meeting: MeetingRow, { values }: TableRow<"openQuestions">): boolean {
  if (meeting.values.kind === "adHoc" || values.meeting === meeting.key || values.returnedTo === meeting.key) return false;
  const asked = findMeeting(snapshot, values.returnedTo || values.meeting);
  const [series, own] = [asked?.values.series ?? "", meeting.values.series];
  if (series !== "" && own !== "" && series !== own) return false;
  const date = meeting.values.date ?? 0;
  if ((asked?.values.date ?? -1) >= date) return false;
  return values.status === "returned" || values.answerBy === null || values.answerBy <= date;
}

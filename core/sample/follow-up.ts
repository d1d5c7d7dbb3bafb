import type { Day } from "../base/plain-date.ts";
import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import { type HeldMeeting, meetingAfter, timesCarried } from "./meeting-dates.ts";
import type { SampleItem, SampleMinutes, SampleQuestion, SampleTopic, When } from "./minutes/minutes.ts";
import { person } from "./people.ts";
import { at, type Scene } from "./scene.ts";

type TopicRow = Partial<RowOf<typeof tables.topics>>;
type ResolutionRow = Partial<RowOf<typeof tables.resolutions>>;
type ActionRow = Partial<RowOf<typeof tables.actions>>;
type QuestionRow = Partial<RowOf<typeof tables.openQuestions>>;

interface FollowUpRows {
  readonly topics: readonly TopicRow[];
  readonly resolutions: readonly ResolutionRow[];
  readonly actions: readonly ActionRow[];
  readonly openQuestions: readonly QuestionRow[];
}

/** One meeting among those held. */
interface Place {
  readonly scene: Scene;
  readonly held: readonly HeldMeeting[];
  readonly index: number;
  readonly meeting: HeldMeeting;
}

/** Topics, resolutions, actions and open questions of the meetings, numbered within each meeting. */
export function followUpRows(scene: Scene, held: readonly HeldMeeting[], minutes: readonly SampleMinutes[]): FollowUpRows {
  const rows: { topics: TopicRow[]; resolutions: ResolutionRow[]; actions: ActionRow[]; openQuestions: QuestionRow[] } = {
    topics: [],
    resolutions: [],
    actions: [],
    openQuestions: [],
  };
  held.forEach((meeting, index) => {
    const place = { scene, held, index, meeting };
    const counts = { T: 0, R: 0, A: 0, Q: 0 };
    const next = (letter: keyof typeof counts) => `${meeting.no}-${letter}${++counts[letter]}`;
    for (const topic of at(minutes, index).topics) {
      const topicNo = next("T");
      rows.topics.push({ no: topicNo, order: counts.T, ...topicRow(place, topic) });
      for (const resolution of topic.resolutions ?? []) {
        const no = next("R");
        rows.resolutions.push({ no, topic: topicNo, kind: resolution.kind ?? "resolution", ...itemRow(place, resolution) });
        for (const action of resolution.actions ?? []) rows.actions.push({ no: next("A"), resolution: no, ...actionRow(place, action) });
      }
      for (const question of topic.questions ?? []) {
        rows.openQuestions.push({ no: next("Q"), topic: topicNo, ...questionRow(place, question) });
      }
    }
  });
  return rows;
}

function topicRow({ scene, meeting }: Place, topic: SampleTopic): TopicRow {
  const say = (text: Parameters<Scene["say"]>[0]) => scene.say(text, meeting.date);
  return {
    meeting: meeting.no,
    section: topic.section,
    topic: say(topic.topic),
    category: say(topic.category),
    department: say(topic.proposer.department),
    proposer: say(topic.proposer),
    background: say(topic.background),
    proposal: say(topic.proposal),
    departments: scene.list(topic.involved),
    invite: scene.list(topic.invite ?? []),
    urgency: topic.urgency,
    minutes: topic.minutes,
    submittedOn: scene.calendar.addWorkdays(meeting.date, -2),
    status: topic.deferred ? "deferred" : topic.resolutions ? "resolved" : "open",
    handling: topic.deferred ? say(topic.deferred) : "",
    discussion: say(topic.discussion),
    carried: 0,
    source: "",
  };
}

function itemRow({ scene, held, index, meeting }: Place, item: SampleItem) {
  const { today, calendar } = scene;
  const say = (text: Parameters<Scene["say"]>[0] | undefined) => (text ? scene.say(text, meeting.date) : "");
  const past = (workdays: number) => Math.min(calendar.addWorkdays(meeting.date, workdays), today);
  const due = dayOfWhen(item.due, meeting, scene);
  const verifiedOn = item.verified === undefined ? null : past(item.verified);
  const closedOn = item.cancelledAt === undefined ? verifiedOn : meetingAfter(held, index, item.cancelledAt);
  const newest = index === held.length - 1;
  return {
    meeting: meeting.no,
    task: say(item.task),
    department: say(item.owner.department),
    owner: say(item.owner),
    support: scene.list(item.support ?? []),
    due,
    doneWhen: say(item.doneWhen),
    assignedOn: meeting.date,
    status: item.status,
    result: say(item.result),
    confirmedOn: item.status === "assigned" ? null : past(item.confirmed ?? (newest ? 0 : 1)),
    doneOn: item.done === undefined ? null : past(item.done),
    evidence: say(item.evidence),
    verifiedBy: verifiedOn === null ? "" : say(person.zhou),
    verifiedOn,
    reason: say(item.reason),
    carried: timesCarried(held, index, closedOn),
    postponed: item.postponed?.times ?? 0,
    escalation: isOpen(item) ? escalationOf(due, at(held, held.length - 1).date, scene) : 0,
    firstDue: item.postponed ? dayOfWhen(item.postponed.from, meeting, scene) : due,
    lastDue: due,
    lastStatus: item.status,
    lastOwner: say(item.owner),
  };
}

function actionRow(place: Place, item: SampleItem): ActionRow {
  const row = itemRow(place, item);
  const finished = item.status === "done" || item.status === "verified";
  const progress = finished ? 1 : (item.progress ?? 0);
  return { ...row, progress, lastProgress: progress, reminders: row.escalation };
}

function questionRow({ scene, held, index, meeting }: Place, asked: SampleQuestion): QuestionRow {
  const say = (text: Parameters<Scene["say"]>[0]) => scene.say(text, meeting.date);
  const closedOn = asked.answer ? Math.min(scene.calendar.addWorkdays(meeting.date, asked.answer.after), scene.today) : null;
  return {
    meeting: meeting.no,
    question: say(asked.question),
    cause: say(asked.cause),
    nextStep: say(asked.nextStep),
    department: say(asked.owner.department),
    owner: say(asked.owner),
    answerBy: dayOfWhen(asked.answerBy, meeting, scene),
    escalateTo: say(asked.escalateTo),
    status: asked.answer ? "closed" : asked.returned ? "returned" : "open",
    answer: asked.answer ? say(asked.answer.text) : "",
    closedOn,
    carried: timesCarried(held, index, closedOn),
  };
}

function dayOfWhen(when: When, { date }: HeldMeeting, { today, calendar }: Scene): Day {
  const day = "after" in when ? calendar.addWorkdays(date, when.after) : calendar.addWorkdays(today, when.today);
  return Math.max(day, date);
}

/** A split resolution is as far as its actions, so it is never chased itself. */
function isOpen({ status }: SampleItem): boolean {
  return status === "assigned" || status === "confirmed" || status === "inProgress" || status === "postponed";
}

/** The level that the standard rule gave on the day of the last meeting: 1, 3, 5 and 10 working days late. */
function escalationOf(due: Day, asOf: Day, { calendar }: Scene): number {
  let late = 0;
  for (let day = due + 1; day <= asOf; day++) if (calendar.isWorkday(day)) late++;
  return [1, 3, 5, 10].filter((limit) => late >= limit).length;
}

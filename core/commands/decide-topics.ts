import { agendaProblems, nextOrder } from "../meeting/agenda.ts";
import { carriedTo } from "../meeting/carry-over.ts";
import { comingMeeting, findMeeting, isComing, type MeetingRow, nextMeeting } from "../meeting/choose-meeting.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { type Decision, defineCommand, type Item } from "../run/command.ts";
import { choice, integer, key, long, type Value } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Patch, RowChange } from "../workbook/patch.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, type TableRow, tableIn } from "../workbook/snapshot.ts";

/** Which topics come to the meeting, in which order, settled with the chair (clause 三(二)1). */
export const decideTopics = defineCommand({
  id: "decide-topics",
  stage: "prepare",
  title: "command-decide-topics",
  help: "help-decide-topics",
  input: { meeting: key("会议编号", "Meeting no."), onBehalf },
  items: {
    name: "topics",
    zh: "议题",
    en: "Topics",
    fields: {
      topic: key("议题编号", "Topic no.", { required: true }),
      decision: choice("topicDecision", "是否上会", "Decision", { required: true }),
      handling: long("处理意见", "Handling"),
      section: choice("section", "议程环节", "Section"),
      order: integer("顺序", "Order"),
      minutes: integer("预计时长(分钟)", "Minutes"),
    },
  },
  reads: () => ({ tables: ["topics", "meetings", "series", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context, items): Decision => {
    const named = input.meeting === "" ? undefined : comingMeeting(snapshot, input.meeting, context.today);
    if (named && "code" in named) return { patch: [], report: [], problems: [named] };
    if (items.length === 0) return { patch: [], report: [], problems: [problem("error", "no-topics-given")] };
    const next = nextMeeting(snapshot, context.today, "");
    const standing = asOrganiser(snapshot, context, input.onBehalf);
    const problems: Problem[] = [...standing.problems];
    const counts = { accept: 0, defer: 0, decline: 0 };
    let after = snapshot;
    const rows: RowChange[] = [];
    const meetings = new Map<string, MeetingRow>();
    for (const item of items) {
      const topic = rowByKey(after, "topics", String(item.topic));
      const wrong = refusal(snapshot, item, topic);
      if (wrong || !topic) {
        if (wrong) problems.push(wrong);
        continue;
      }
      const meeting = named ?? ownMeeting(snapshot, topic) ?? next;
      const values = decided(after, topic, item, meeting);
      counts[item.decision as keyof typeof counts]++;
      if (item.decision === "accept" && !meeting) problems.push(problem("warning", "topic-without-meeting", { no: topic.key }));
      if (meeting) meetings.set(meeting.key, meeting);
      const change = { key: topic.key, row: topic.row, values };
      rows.push(change);
      after = afterPatch(after, [{ kind: "rows", table: "topics", rows: [change] }]);
    }
    const patch: Patch = [{ kind: "rows", table: "topics", rows }];
    for (const meeting of meetings.values()) {
      problems.push(...agendaProblems(after, meeting));
      if (meeting.values.state === "noticed") problems.push(problem("note", "agenda-was-noticed", { no: meeting.key }));
    }
    return { patch, report: rows.length === 0 ? [] : [message("topics-decided", counts), ...standing.report], problems };
  },
});

/** Why a decision cannot be made; nothing where it can. */
function refusal(snapshot: Snapshot, item: Item, topic: TableRow<"topics"> | undefined): Problem | undefined {
  const no = String(item.topic);
  if (!topic) return problem("error", "topic-unknown", { no });
  const table = tableIn(snapshot, "topics");
  const at = (field: string) => table && cellOf(table, topic, field);
  if (topic.values.status === "resolved" || topic.values.status === "open")
    return problem("error", "topic-already-resolved", { no }, at("status"));
  if (item.decision === "decline" && item.handling === "" && topic.values.handling === "")
    return problem("error", "decline-needs-reason", { no }, at("handling"));
  if (typeof item.minutes === "number" && item.minutes <= 0) return problem("error", "minutes-not-positive", { item: no }, at("minutes"));
  return undefined;
}

/** The meeting for which a topic was put forward, as long as it is still to come. */
function ownMeeting(snapshot: Snapshot, { values }: TableRow<"topics">): MeetingRow | undefined {
  const own = findMeeting(snapshot, values.meeting);
  return own && isComing(own) ? own : undefined;
}

function decided(snapshot: Snapshot, topic: TableRow<"topics">, item: Item, meeting: MeetingRow | undefined): Record<string, Value> {
  const said: Record<string, Value> = Object.fromEntries(
    (["handling", "section", "order", "minutes"] as const).flatMap((field) => {
      const value = item[field] ?? null;
      return value === null || value === "" ? [] : [[field, value] as const];
    }),
  );
  if (item.decision === "decline") return { ...said, status: "declined" };
  // What is deferred remembers from which meeting, so that it comes back at the one after.
  if (item.decision === "defer")
    return { ...said, status: "deferred", ...(topic.values.meeting === "" && meeting ? { meeting: meeting.key } : {}) };
  const moved = meeting ? carriedTo(topic, meeting.key, snapshot.language) : {};
  const section = String(said.section ?? topic.values.section);
  const isPlaced = topic.values.order !== null && moved.meeting === undefined && section === topic.values.section;
  const others = rowsOf(snapshot, "topics").filter(({ key, values }) => key !== topic.key && values.meeting === (meeting?.key ?? ""));
  const order =
    said.order ??
    (isPlaced || !meeting
      ? topic.values.order
      : nextOrder(
          others.map(({ values }) => values),
          section,
        ));
  return { ...said, ...moved, status: "accepted", order };
}

import type { Minutes } from "../base/plain-date.ts";
import { compareNumbers } from "../base/text.ts";
import { type BookSettings, settingsIn } from "../register/book-settings.ts";
import { type Problem, problem, say } from "../words/message.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import type { MeetingRow } from "./choose-meeting.ts";
import { meetingCell } from "./meeting-checks.ts";
import { raisedItems } from "./raised-items.ts";

/** The parts of a meeting in the order of clause 三(三)2. */
export const sections = ["review", "sales", "production", "balance", "other"] as const;
export type Section = (typeof sections)[number];

export interface AgendaItem {
  readonly section: Section;
  /** `""` for a part that every regular meeting has. */
  readonly topic: string;
  readonly title: string;
  /** Who speaks: the proposer, else the department. */
  readonly speaker: string;
  readonly minutes: number;
  /** What this part goes into before all else: at the review, what was escalated. */
  readonly notes: readonly string[];
}

export interface Agenda {
  readonly items: readonly AgendaItem[];
  /** Minutes of all items together. */
  readonly sum: number;
  /** Minutes that the meeting has; `null` where its end is not known. */
  readonly length: number | null;
}

function sectionOf(code: string): Section {
  return sections.find((section) => section === code) ?? "other";
}

/** The accepted topics of a meeting, by section, then by their own order, then by number. */
export function topicsOf(snapshot: Snapshot, meeting: string): TableRow<"topics">[] {
  const rank = ({ values }: TableRow<"topics">): number => sections.indexOf(sectionOf(values.section));
  return rowsOf(snapshot, "topics")
    .filter(({ key, values }) => key !== "" && values.meeting === meeting && ["accepted", "resolved", "open"].includes(values.status))
    .sort((a, b) => rank(a) - rank(b) || (a.values.order ?? 1e6) - (b.values.order ?? 1e6) || compareNumbers(a.key, b.key));
}

/**
 * The agenda in the standard order: review, sales side, production side, balance, and within these and
 * after them the accepted topics. A meeting called for one matter has its topics alone.
 */
export function agendaOf(snapshot: Snapshot, meeting: Pick<MeetingRow, "key" | "values">, settings = settingsIn(snapshot)): Agenda {
  const topics = topicsOf(snapshot, meeting.key);
  const isAdHoc = meeting.values.kind === "adHoc";
  const length = lengthOf(snapshot, meeting);
  const items = sections.flatMap((section): AgendaItem[] => [
    ...(isAdHoc || section === "other" ? [] : [standing(snapshot, section, settings)]),
    ...topics.filter(({ values }) => sectionOf(values.section) === section).map((topic) => item(topic, section, settings)),
  ]);
  if (isAdHoc && items.length === 0)
    items.push({
      section: "other",
      topic: "",
      title: meeting.values.reason || meeting.values.name,
      speaker: meeting.values.proposedBy || meeting.values.proposingDepartment,
      minutes: length ?? settings.agenda.topic,
      notes: [],
    });
  return { items, sum: items.reduce((sum, { minutes }) => sum + minutes, 0), length };
}

function standing(snapshot: Snapshot, section: Exclude<Section, "other">, settings: BookSettings): AgendaItem {
  const title = say(snapshot.language, `agenda-${section}`);
  const speaker = section === "review" || section === "balance" ? settings.organiser : "";
  return {
    section,
    topic: "",
    title,
    speaker,
    minutes: settings.agenda[section],
    notes: section === "review" ? raisedItems(snapshot, settings.escalation) : [],
  };
}

function item({ key, values }: TableRow<"topics">, section: Section, settings: BookSettings): AgendaItem {
  const minutes = values.minutes !== null && values.minutes > 0 ? values.minutes : settings.agenda.topic;
  return { section, topic: key, title: values.topic, speaker: values.proposer || values.department, minutes, notes: [] };
}

/** The meeting's own time, else that of its series. */
function lengthOf(snapshot: Snapshot, { values }: Pick<MeetingRow, "values">): Minutes | null {
  if (values.start !== null && values.end !== null && values.end > values.start) return values.end - values.start;
  return rowsOf(snapshot, "series").find((series) => values.series !== "" && series.values.name === values.series)?.values.minutes ?? null;
}

/** An agenda that takes longer than the meeting. */
export function agendaProblems(snapshot: Snapshot, meeting: MeetingRow): Problem[] {
  const { sum, length } = agendaOf(snapshot, meeting);
  if (length === null || sum <= length) return [];
  return [
    problem("warning", "agenda-too-long", { no: meeting.key, sum, length, over: sum - length }, meetingCell(snapshot, meeting.row, "end")),
  ];
}

/** Order numbers keep gaps, so that a topic can be put between two others by hand. */
const GAP = 10;

/** The next order number of a section at a meeting: the sections' numbers follow the standard order. */
export function nextOrder(topics: Iterable<{ readonly section: string; readonly order: number | null }>, code: string): number {
  const section = sectionOf(code);
  const base = sections.indexOf(section) * 100;
  let highest = base;
  for (const topic of topics)
    if (sectionOf(topic.section) === section && topic.order !== null && topic.order > highest) highest = topic.order;
  return highest + GAP - (highest % GAP);
}

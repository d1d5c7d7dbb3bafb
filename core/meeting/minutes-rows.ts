import type { Day } from "../base/plain-date.ts";
import { compareNumbers, foldText } from "../base/text.ts";
import { Numbers } from "../register/numbers.ts";
import type { Value } from "../tables/field.ts";
import { say } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import { rowByKey, rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";
import type { StateEntry } from "../workbook/state.ts";
import { topicsOf } from "./agenda.ts";
import { bringBack, isQuestionDue } from "./bring-back.ts";
import { isComing, type MeetingRow } from "./choose-meeting.ts";
import type { BlockId } from "./minutes-form.ts";
import { numberIn, shortNo } from "./minutes-numbers.ts";
import type { MinutesRow } from "./minutes-sheet.ts";
import { questionCells } from "./question-cells.ts";
import { recordedEntry, recordedOf } from "./recorded.ts";
import { topicMarker } from "./topic-marker.ts";

type Values = Readonly<Record<string, Value>>;

/** A row of sections 5 to 7 as it is laid out, and what the document remembers of it. */
export interface LaidRow extends MinutesRow {
  readonly block: BlockId;
  readonly memory: readonly StateEntry[];
}

/**
 * What the register says of a meeting in sections 5 to 7: the agenda's topics with what came of them,
 * the actions, and the open questions of this meeting and those that came back to it. Before a meeting
 * that is the agenda; a sheet that was lost is filled with what was registered from it.
 */
export function laidRows(snapshot: Snapshot, document: string, meeting: MeetingRow, today: Day): LaidRow[] {
  const rows = new Rows(snapshot, document, meeting, today);
  return [...rows.topics(), ...rows.actions(), ...rows.questions()];
}

class Rows {
  private readonly no: string;
  private readonly own: readonly TableRow<"openQuestions">[];
  /** Questions that a topic's own row asked, rather than section 7. */
  private readonly asked: readonly TableRow<"openQuestions">[];
  private readonly resolutions: readonly TableRow<"resolutions">[];

  constructor(
    private readonly snapshot: Snapshot,
    private readonly document: string,
    private readonly meeting: MeetingRow,
    private readonly today: Day,
  ) {
    this.no = meeting.key;
    const isOwn = ({ key, values }: TableRow<"openQuestions" | "resolutions">): boolean => key !== "" && values.meeting === this.no;
    this.own = rowsOf(snapshot, "openQuestions").filter(isOwn);
    this.asked = this.own.filter((row) => this.isAskedByTopic(row));
    this.resolutions = rowsOf(snapshot, "resolutions")
      .filter((row) => isOwn(row) && row.values.task !== "" && row.values.status !== "cancelled")
      .sort((a, b) => compareNumbers(a.key, b.key));
  }

  /** In the order of the agenda; then what was resolved here and has left the agenda since. */
  topics(): LaidRow[] {
    const agenda = topicsOf(this.agenda(), this.no);
    const onAgenda = new Set(agenda.map(({ key }) => key));
    const settled = new Set([...this.resolutions.map(({ values }) => values.topic), ...this.asked.map(({ values }) => values.topic)]);
    const others = rowsOf(this.snapshot, "topics").filter(({ key }) => settled.has(key) && key !== "" && !onAgenda.has(key));
    return [...agenda, ...others].flatMap((topic) => this.topic(topic));
  }

  /** The register with the topics that come to this meeting by themselves; one that was held takes no more. */
  private agenda(): Snapshot {
    if (!isComing(this.meeting)) return this.snapshot;
    const { topics } = bringBack(this.snapshot, this.meeting, this.today, new Numbers(this.snapshot));
    const known = topics.filter(({ key }) => rowByKey(this.snapshot, "topics", key) !== undefined);
    return afterPatch(this.snapshot, [{ kind: "rows", table: "topics", rows: known }]);
  }

  private topic(topic: TableRow<"topics">): LaidRow[] {
    const { key, values } = topic;
    const registered = rowByKey(this.snapshot, "topics", key)?.values ?? values;
    const { language } = this.snapshot;
    const carried = values.carried ?? 0;
    const title = {
      topic: values.topic,
      raisedBy: [
        [values.department, values.proposer].filter((part) => part !== "").join("/"),
        ...(carried > 0 ? [say(language, "topic-carried", { n: carried })] : []),
      ].join("\n"),
      discussion: values.discussion,
    };
    const own = this.entry(topicMarker(key), { topic: values.topic, discussion: values.discussion, meeting: registered.meeting });
    const outcomes = this.outcomes(topic);
    return outcomes.map(([resolution, said], index): LaidRow => {
      const printed = numberIn(key, this.no);
      return {
        block: "topics",
        key: `${key}|${resolution}`,
        values: { ...(index === 0 ? title : {}), ...said, no: resolution === "" ? printed : `${printed} ${shortNo(resolution)}` },
        memory: [...(index === 0 ? [own] : []), this.entry(`topics:${key}|${resolution}`, said)],
      };
    });
  }

  /** What came of a topic here: its resolutions, else the question that its own row asked. */
  private outcomes({ key, values }: TableRow<"topics">): (readonly [string, Values])[] {
    const resolved = this.resolutions
      .filter((row) => row.values.topic === key)
      .map((row) => {
        const { task, kind, department, owner, due } = row.values;
        return [row.key, { resolution: task, kind, department, owner, due }] as const;
      });
    if (resolved.length > 0) return resolved;
    const question = this.asked.find((row) => row.values.topic === key)?.values;
    if (question) {
      const { nextStep, department, owner, answerBy } = question;
      return [["", { resolution: nextStep, department, owner, due: answerBy, kind: "undecided" }]];
    }
    return [["", values.status === "open" && values.meeting === this.no ? { kind: "undecided" } : {}]];
  }

  private isAskedByTopic({ key, values }: TableRow<"openQuestions">): boolean {
    const topic = rowByKey(this.snapshot, "topics", values.topic)?.values.topic;
    const isInSection = recordedOf(this.snapshot.state, this.document, `open:${key}`) !== undefined;
    return topic !== undefined && !isInSection && foldText(topic) === foldText(values.question);
  }

  actions(): LaidRow[] {
    return rowsOf(this.snapshot, "actions")
      .filter(
        ({ key, values }) =>
          key !== "" && values.task !== "" && values.meeting === this.no && values.resolution === "" && values.status !== "cancelled",
      )
      .sort((a, b) => compareNumbers(a.key, b.key))
      .map(({ key, values }): LaidRow => {
        const { task, department, owner, due, support, doneWhen, status } = values;
        const confirmed = values.confirmedOn === null ? null : true;
        const said = { task, department, owner, due, support, doneWhen, status };
        return {
          block: "actions",
          key,
          values: { ...said, confirmed, no: numberIn(key, this.no) },
          memory: [this.entry(`actions:${key}`, { ...said, confirmed: confirmed === true })],
        };
      });
  }

  /** Those that came back first, since they are older. */
  questions(): LaidRow[] {
    const asked = new Set(this.asked.map(({ key }) => key));
    const own = this.own.filter(
      ({ key, values }) => !asked.has(key) && values.question !== "" && (values.status !== "closed" || values.answer !== ""),
    );
    return [...this.returned(), ...own].map((row): LaidRow => {
      const said = questionCells(row.values);
      return {
        block: "open",
        key: row.key,
        values: { ...said, no: numberIn(row.key, this.no) },
        memory: [this.entry(`open:${row.key}`, { ...said, returnedTo: row.values.returnedTo })],
      };
    });
  }

  private returned(): TableRow<"openQuestions">[] {
    const takesMore = isComing(this.meeting);
    return rowsOf(this.snapshot, "openQuestions")
      .filter(({ key, values }) => key !== "" && values.question !== "" && values.meeting !== this.no)
      .filter((row) => {
        if (row.values.returnedTo === this.no) return true;
        return takesMore && row.values.status !== "closed" && isQuestionDue(this.snapshot, this.meeting, row);
      })
      .sort((a, b) => compareNumbers(a.key, b.key));
  }

  private entry(marker: string, values: Values): StateEntry {
    return recordedEntry(this.document, marker, values);
  }
}

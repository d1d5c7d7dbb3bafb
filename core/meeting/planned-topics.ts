import { foldText } from "../base/text.ts";
import type { Value } from "../tables/field.ts";
import { problem, say } from "../words/message.ts";
import { rowsOf } from "../workbook/snapshot.ts";
import { nextMeeting } from "./choose-meeting.ts";
import { mergeField } from "./merge.ts";
import { newTopic } from "./new-topic.ts";
import { plannedMarker } from "./next-meeting.ts";
import type { ReadField } from "./read-minutes.ts";
import { recordedRows, remembered } from "./recorded.ts";
import type { Recording } from "./recording.ts";

/** Statuses of topics that are still to be discussed. */
const WAITING = new Set(["", "proposed", "accepted", "deferred"]);
/** How alike two texts have to be, of 1, to be one that was reworded. */
const REWORDED = 0.5;

interface Line {
  /** As it stands in the cell. */
  text: string;
  key: string;
}

/** The planned topics of section 8, one to a line: each is proposed for the next meeting once, and follows its line from then on. */
export function recordPlanned(recording: Recording, cell: ReadField): void {
  const text = String(cell.value ?? "");
  const lines = linesOf(text).map((line): Line => ({ text: line, key: "" }));
  const known = knownKeys(recording);
  match(recording, lines, known);
  const stood = lines.map((line) => line.text);
  for (const line of lines) {
    if (line.key === "") propose(recording, line);
    else if (!recording.isGone("topics", line.key, plannedMarker(line.key), cell)) merge(recording, line, cell);
  }
  const restored = known.filter((key) => !lines.some((line) => line.key === key)).flatMap((key) => removed(recording, key, cell));
  const stands = [...lines.map((line) => line.text), ...restored];
  if (restored.length > 0 || lines.some((line, index) => line.text !== stood[index]))
    recording.write(cell.at.row, cell.at.column, stands.join("\n"));
}

/** A topic to a line, or between semicolons; the numbers that people write before them say nothing. */
function linesOf(text: string): string[] {
  const lines = text.split(/[\n；;]+/).map((line) => line.replace(/^\s*[(（]?\d{1,2}(?:[)）、．]|\.(?!\d))\s*/, "").trim());
  const seen = new Set<string>();
  return lines.filter((line) => {
    const folded = foldText(line);
    if (folded === "" || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function knownKeys(recording: Recording): string[] {
  const marker = plannedMarker("");
  return recordedRows(recording.snapshot.state, recording.options.document)
    .filter((row) => row.startsWith(marker))
    .map((row) => row.slice(marker.length));
}

/** The same text first, then a topic that a recording cut off had written, then a text that was reworded. */
function match(recording: Recording, lines: readonly Line[], known: readonly string[]): void {
  const { snapshot, options } = recording;
  const free = new Set(known);
  const take = (line: Line, key: string | undefined): void => {
    if (key === undefined) return;
    line.key = key;
    free.delete(key);
  };
  const open = (): Line[] => lines.filter(({ key }) => key === "");
  const titleOf = (key: string): string => recording.rowOf("topics", key)?.values.topic ?? "";
  const isSame = (line: Line, title: string): boolean => foldText(title) === foldText(line.text);
  for (const line of open())
    take(
      line,
      [...free].find((key) => recording.base(plannedMarker(key))?.topic === remembered(line.text) || isSame(line, titleOf(key))),
    );
  const next = nextNo(recording);
  const others = rowsOf(snapshot, "topics").filter(
    ({ key, values }) =>
      key !== "" && !known.includes(key) && WAITING.has(values.status) && (values.source === options.meeting || values.meeting === next),
  );
  for (const line of open()) take(line, others.find(({ values }) => isSame(line, values.topic))?.key);
  for (const line of open())
    take(
      line,
      [...free].find((key) => likeness(titleOf(key), line.text) >= REWORDED),
    );
}

/** The share of characters that two texts have in common. */
function likeness(a: string, b: string): number {
  const [one, other] = [[...foldText(a)], [...foldText(b)]];
  const left = [...other];
  const common = one.filter((character) => {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / Math.max(1, one.length + other.length);
}

function nextNo(recording: Recording): string {
  const { snapshot, options } = recording;
  return nextMeeting(snapshot, options.date + 1, recording.rowOf("meetings", options.meeting)?.values.series ?? "")?.key ?? "";
}

function propose(recording: Recording, line: Line): void {
  const { options, numbers } = recording;
  const meeting = nextNo(recording);
  const row = newTopic(numbers, { no: meeting, isNumbered: meeting !== "" }, options.date, {
    topic: line.text,
    section: "other",
    urgency: "normal",
    source: options.meeting,
  });
  recording.register("topics", row.key, row.values);
  recording.remember(plannedMarker(row.key), { topic: line.text });
  recording.registered.planned++;
}

function merge(recording: Recording, line: Line, cell: ReadField): void {
  const { confirmed, putBack } = recording.options;
  const { key } = line;
  const marker = plannedMarker(key);
  const row = recording.rowOf("topics", key);
  if (!row) {
    recording.register("topics", key, {
      no: key,
      topic: line.text,
      status: "proposed",
      section: "other",
      source: recording.options.meeting,
    });
    recording.remember(marker, { topic: line.text });
    return;
  }
  const id = `${key}.topic`;
  const register = row.values.topic;
  let verdict = mergeField(recording.base(marker)?.topic, line.text, register);
  if (verdict === "conflict" && foldText(register) === foldText(line.text)) verdict = "same";
  if (verdict === "conflict") {
    if (confirmed.has(id)) verdict = "sheet";
    else if (putBack.has(id)) verdict = "register";
    else {
      recording.problems.push(problem("error", "both-changed", { id, sheet: line.text, register }, cell.at));
      return;
    }
  }
  if (verdict === "sheet") recording.register("topics", key, { topic: line.text });
  if (verdict === "register") line.text = oneLine(register);
  recording.remember(marker, { topic: verdict === "register" ? register : line.text });
}

/** A line that was removed takes no topic back by itself. @returns the line that a person wants back */
function removed(recording: Recording, key: string, cell: ReadField): string[] {
  const { confirmed, putBack } = recording.options;
  const row = recording.rowOf("topics", key);
  const isWaiting = row !== undefined && WAITING.has(row.values.status);
  if (isWaiting && putBack.has(key)) return [oneLine(row.values.topic)];
  if (isWaiting && !confirmed.has(key)) {
    recording.problems.push(problem("error", "row-deleted", { key, sheet: recording.read.sheet }, cell.at));
    return [];
  }
  if (isWaiting) {
    const handling: Value = say(recording.snapshot.language, "deleted-from-minutes", { sheet: recording.read.sheet });
    recording.register("topics", key, { status: "declined", handling });
  }
  recording.forget(plannedMarker(key));
  return [];
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

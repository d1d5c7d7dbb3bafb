import { documentDate } from "../run/documents.ts";
import type { State } from "../workbook/state.ts";

/** A document of the minutes: the meeting's own, or one of its numbered amendments. */
export interface MinutesVersion {
  readonly id: string;
  readonly meeting: string;
  /** 1 are the minutes themselves, 2 is their first amendment. */
  readonly version: number;
}

/** @example minutesId("CX-2026-W47-1", 2) // "minutes:CX-2026-W47-1:2" */
export function minutesId(meeting: string, version: number): string {
  return version === 1 ? `minutes:${meeting}` : `minutes:${meeting}:${version}`;
}

/** What a document's id says; nothing for one that is no minutes. */
export function minutesVersion(id: string): MinutesVersion | undefined {
  const [, meeting, version = "1"] = /^minutes:(.+?)(?::(\d+))?$/.exec(id) ?? [];
  return meeting === undefined ? undefined : { id, meeting, version: Number(version) };
}

/** Every version that was ever laid out for a meeting, the first one first. */
export function minutesOf(state: State, meeting: string): MinutesVersion[] {
  return allMinutes(state).filter((each) => each.meeting === meeting);
}

/** The version that a meeting's minutes are read from and written to. */
export function newestMinutes(state: State, meeting: string): MinutesVersion | undefined {
  return minutesOf(state, meeting).at(-1);
}

/** The newest minutes of the meeting named, else of the last meeting up to today, else of the first to come. */
export function chosenMinutes(state: State, meeting: string, today: number): MinutesVersion | undefined {
  if (meeting !== "") return newestMinutes(state, meeting);
  const dated = allMinutes(state)
    .filter(({ id }) => state.get("document", id) !== undefined)
    .map((each) => ({ ...each, date: documentDate(state, each.id) }))
    .sort((a, b) => a.date - b.date);
  return dated.filter(({ date }) => date <= today).at(-1) ?? dated.find(({ meeting: first }) => first === dated[0]?.meeting);
}

/** Older versions before newer ones, else in the order in which they were made. */
function allMinutes(state: State): MinutesVersion[] {
  return [...state.entries("made", "minutes:")].flatMap(([id]) => minutesVersion(id) ?? []).sort((a, b) => a.version - b.version);
}

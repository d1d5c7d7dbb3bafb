import { isCellError } from "../workbook/cells.ts";
import type { Survey } from "../workbook/host.ts";
import type { State } from "../workbook/state.ts";

/** The first marker of a document sheet: what it is and whose, such as `#minutes CX-2026-W47-1`. */
const DOCUMENT_MARKER = /^#(\w+) (\S+) (\S*)$/;

/** A sheet of ours that nobody types in bears a name in its first cell, such as `concord_sheet_summary`. */
export const SHEET_NAME = "concord_sheet_";

/**
 * Sheets of ours that the hidden sheet does not know, since it was deleted, or knows under a former
 * name: documents tell by their hidden key column, the others by a named cell.
 */
export function rebuildState(state: State, survey: Survey): void {
  const names = new Set(survey.sheets.map(({ name }) => name));
  const known = new Set([...state.entries("made")].map(([, name]) => name));
  for (const sheet of survey.sheets) {
    // Looking at a sheet may cost a host a question: one that is known need not be looked at.
    if (known.has(sheet.name)) continue;
    const first = sheet.head[0]?.[0];
    if (first === null || first === undefined || isCellError(first)) continue;
    const marker = DOCUMENT_MARKER.exec(String(first));
    if (!marker) continue;
    const id = `${marker[1]}:${marker[2]}`;
    const made = state.get("made", id);
    if (made !== undefined && names.has(made)) continue;
    state.set("made", id, sheet.name);
    if (made !== undefined) continue;
    state.set("look", id, "1");
    state.set("document", id, JSON.stringify({ date: marker[3] }));
  }
  for (const named of survey.names) {
    if (!named.name.startsWith(SHEET_NAME)) continue;
    const id = named.name.slice(SHEET_NAME.length);
    if (!names.has(state.get("made", id) ?? "")) state.set("made", id, named.sheet);
  }
}

import { isCellError } from "../workbook/cells.ts";
import type { Survey } from "../workbook/host.ts";
import type { State } from "../workbook/state.ts";

/** The first marker of a document sheet: what it is and whose, such as `#minutes CX-2026-W47-1`. */
const DOCUMENT_MARKER = /^#(\w+) (\S+) (\S*)$/;

/**
 * Documents are known by their hidden key column: all of them where the hidden sheet is missing, and
 * one whose sheet was given another name.
 */
export function rebuildState(state: State, survey: Survey): void {
  const names = new Set(survey.sheets.map(({ name }) => name));
  for (const sheet of survey.sheets) {
    const first = sheet.head[0]?.[0];
    if (first === null || first === undefined || isCellError(first)) continue;
    const marker = DOCUMENT_MARKER.exec(String(first));
    if (!marker) continue;
    const id = `${marker[1]}:${marker[2]}`;
    const made = state.get("made", id);
    if (made !== undefined && names.has(made)) continue;
    state.set("made", id, sheet.name);
    if (state.exists) continue;
    state.set("look", id, "1");
    state.set("document", id, JSON.stringify({ date: marker[3] }));
  }
}

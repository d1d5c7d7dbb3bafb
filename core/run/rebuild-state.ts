import { isCellError } from "../workbook/cells.ts";
import type { Survey } from "../workbook/host.ts";
import type { State } from "../workbook/state.ts";

/** The first marker of a document sheet: what it is and whose, such as `#minutes CX-2026-W47-1`. */
const DOCUMENT_MARKER = /^#(\w+) (\S+) (\S*)$/;

/** Without the hidden sheet, documents are known again by their hidden key column. */
export function rebuildState(state: State, survey: Survey): void {
  for (const sheet of survey.sheets) {
    const first = sheet.head[0]?.[0];
    if (first === null || first === undefined || isCellError(first)) continue;
    const marker = DOCUMENT_MARKER.exec(String(first));
    if (!marker) continue;
    const id = `${marker[1]}:${marker[2]}`;
    state.set("made", id, sheet.name);
    state.set("look", id, "1");
    state.set("document", id, JSON.stringify({ date: marker[3] }));
  }
}

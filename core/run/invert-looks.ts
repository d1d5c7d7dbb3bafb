import type { Edit } from "../workbook/edits.ts";
import { formulaKey } from "../workbook/host.ts";
import { type Snapshot, sheetFacts } from "../workbook/snapshot.ts";
import type { Undo } from "./undo-data.ts";

interface Around {
  /** Sheets that stay as they are, or go whole. */
  readonly isPassed: (sheet: string) => boolean;
  /** Where a row stands once the command is done. */
  readonly forward: (sheet: string, row: number) => number;
}

/** What a survey tells of a workbook beside its cells: native tables, names, protection, blank columns that were hidden. */
export function invertLooks(snapshot: Snapshot, edits: readonly Edit[], around: Around): Pick<Undo, "protection" | "first" | "last"> {
  const first = new Map<string, Edit>();
  const last = new Map<string, Edit>();
  const protection = new Map<string, Undo["protection"][number]>();
  for (const edit of edits) {
    if (edit.kind === "name") {
      last.set(`name ${edit.name.toLowerCase()}`, formerName(snapshot, edit));
      continue;
    }
    if (edit.kind === "removeName" || edit.kind === "addSheet" || around.isPassed(edit.sheet)) continue;
    const facts = sheetFacts(snapshot.survey, edit.sheet);
    const id = `${edit.kind} ${edit.sheet.toLowerCase()}`;
    switch (edit.kind) {
      case "protect":
        protection.set(id, { sheet: edit.sheet, isOn: edit.protect });
        first.set(id, { ...edit, protect: false });
        if (facts?.isProtected) last.set(id, { ...edit, protect: true });
        break;
      case "table": {
        const former = facts?.tables.find(({ name }) => name.toLowerCase() === edit.name.toLowerCase())?.area;
        if (!former) break;
        const row = around.forward(edit.sheet, former.row);
        const rows = around.forward(edit.sheet, former.row + former.rows - 1) - row + 1;
        first.set(`${id} ${edit.name.toLowerCase()}`, { ...edit, area: { ...former, row, rows } });
        break;
      }
      case "hideColumns":
        if (edit.hidden && isBlank(snapshot, edit.sheet, edit.column, edit.count))
          first.set(`${id} ${edit.column}`, { ...edit, hidden: false });
        break;
      case "highlight":
        // Where none were noted there were none; others are laid anew by the next command, since their note goes.
        if (!hadHighlights(snapshot, edit.sheet)) first.set(id, { ...edit, highlights: [] });
        break;
    }
  }
  const changed = [...protection.values()].filter(({ sheet, isOn }) => isOn !== sheetFacts(snapshot.survey, sheet)?.isProtected);
  return { protection: changed, first: [...first.values()], last: [...last.values()] };
}

function formerName({ survey }: Snapshot, { name }: Extract<Edit, { kind: "name" }>): Edit {
  const former = survey.names.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!former) return { kind: "removeName", name };
  return { kind: "name", name: former.name, at: { sheet: former.sheet, row: former.area.row, column: former.area.column } };
}

function isBlank({ sheets }: Snapshot, sheet: string, column: number, count: number): boolean {
  const cells = sheets.get(sheet.toLowerCase());
  if (!cells) return false;
  const columns = Array.from({ length: count }, (_, index) => column + index);
  return cells.values.every((line, row) =>
    columns.every((each) => (line[each] ?? null) === null && !cells.formulas.has(formulaKey(row, each))),
  );
}

function hadHighlights({ tables: read, state }: Snapshot, sheet: string): boolean {
  const tables = [...read].filter(([, { place }]) => place.sheet === sheet);
  return tables.length === 0 || tables.some(([id]) => state.get("look", `${id}.highlights`) !== undefined);
}

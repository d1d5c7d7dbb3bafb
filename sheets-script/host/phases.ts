import type { Edit } from "../../core/index.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;
/** What ends a phase: rows that move, and sheets that go. */
type Move = EditOf<"insertRows" | "deleteRows" | "removeSheet">;

/**
 * Edits between two moves of rows. Looks come first, or right after their sheet is added, each call for as
 * many of them as it can; everything else keeps its order, on which going on after a break-off depends.
 */
export interface Phase {
  /** By the sheet's name as the edits say it. */
  readonly looks: ReadonlyMap<string, readonly EditOf<"format">[]>;
  readonly rest: readonly Work[];
  readonly last?: Move;
}

/** One edit, or neighbours that write cells of one sheet. */
export type Work =
  | { readonly kind: "write"; readonly sheet: string; readonly edits: readonly EditOf<"cells">[] }
  | { readonly kind: "other"; readonly edit: Exclude<Edit, Move | { kind: "format" | "cells" }> };

export function phasesOf(edits: readonly Edit[]): Phase[] {
  const phases: Phase[] = [];
  let begun = 0;
  edits.forEach((edit, index) => {
    if (!isMove(edit)) return;
    phases.push({ ...phaseOf(edits.slice(begun, index)), last: edit });
    begun = index + 1;
  });
  return begun < edits.length ? [...phases, phaseOf(edits.slice(begun))] : phases;
}

function isMove(edit: Edit): edit is Move {
  return edit.kind === "insertRows" || edit.kind === "deleteRows" || edit.kind === "removeSheet";
}

function phaseOf(edits: readonly Edit[]): Phase {
  const looks = new Map<string, EditOf<"format">[]>();
  const rest: Work[] = [];
  for (const edit of edits) {
    if (isMove(edit)) continue;
    if (edit.kind === "format") looks.set(edit.sheet, [...(looks.get(edit.sheet) ?? []), edit]);
    else if (edit.kind !== "cells") rest.push({ kind: "other", edit });
    else {
      const before = rest.at(-1);
      if (before?.kind === "write" && before.sheet === edit.sheet) rest[rest.length - 1] = { ...before, edits: [...before.edits, edit] };
      else rest.push({ kind: "write", sheet: edit.sheet, edits: [edit] });
    }
  }
  return { looks, rest };
}

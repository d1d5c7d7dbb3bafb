import type { Edit } from "../../core/index.ts";

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;

/**
 * Edits that may be made sheet by sheet, each call for as many of them as it can: sheets and looks
 * come first, the rest keeps its order. Rows that move, and sheets that go, end a phase.
 */
export interface Phase {
  readonly added: readonly EditOf<"addSheet">[];
  /** By the sheet's name as the edits say it. */
  readonly looks: ReadonlyMap<string, readonly EditOf<"format">[]>;
  readonly rest: readonly Work[];
  /** What ends the phase. */
  readonly last?: EditOf<"insertRows" | "deleteRows" | "removeSheet">;
}

/** One edit, or neighbours that write cells of one sheet. */
export type Work =
  | { readonly kind: "write"; readonly sheet: string; readonly edits: readonly EditOf<"cells">[] }
  | {
      readonly kind: "other";
      readonly edit: Exclude<Edit, { kind: "addSheet" | "format" | "cells" | "insertRows" | "deleteRows" | "removeSheet" }>;
    };

export function phasesOf(edits: readonly Edit[]): Phase[] {
  const phases: Phase[] = [];
  let begun = 0;
  edits.forEach((edit, index) => {
    if (edit.kind !== "insertRows" && edit.kind !== "deleteRows" && edit.kind !== "removeSheet") return;
    phases.push(phaseOf(edits.slice(begun, index), edit));
    begun = index + 1;
  });
  return begun < edits.length ? [...phases, phaseOf(edits.slice(begun), undefined)] : phases;
}

function phaseOf(edits: readonly Edit[], last: Phase["last"]): Phase {
  const added: EditOf<"addSheet">[] = [];
  const looks = new Map<string, EditOf<"format">[]>();
  const rest: Work[] = [];
  for (const edit of edits) {
    switch (edit.kind) {
      case "addSheet":
        added.push(edit);
        break;
      case "format":
        looks.set(edit.sheet, [...(looks.get(edit.sheet) ?? []), edit]);
        break;
      case "cells": {
        const before = rest.at(-1);
        if (before?.kind === "write" && before.sheet === edit.sheet) rest[rest.length - 1] = { ...before, edits: [...before.edits, edit] };
        else rest.push({ kind: "write", sheet: edit.sheet, edits: [edit] });
        break;
      }
      case "insertRows":
      case "deleteRows":
      case "removeSheet":
        throw new Error("These end a phase.");
      default:
        rest.push({ kind: "other", edit });
    }
  }
  return { added, looks, rest, ...(last && { last }) };
}

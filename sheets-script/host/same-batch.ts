import type { Area, Edit } from "../../core/index.ts";

/** The merges that a batch makes on a sheet. */
export function mergedBy(all: readonly Edit[], sheet: string): Area[] {
  return all.flatMap((edit) => (edit.kind === "merge" && edit.sheet === sheet ? edit.areas : []));
}

/** The cells of a sheet that a batch unlocks before it protects it: Sheets has no locked cells, only free ones. */
export function unlockedBy(all: readonly Edit[], edit: Extract<Edit, { kind: "protect" }>): Area[] {
  return all
    .slice(0, all.indexOf(edit))
    .flatMap((each) => (each.kind === "format" && each.sheet === edit.sheet && each.style.locked === false ? each.areas : []));
}

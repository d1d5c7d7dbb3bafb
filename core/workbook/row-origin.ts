import type { Edit } from "./edits.ts";

export type RowMove = Pick<Extract<Edit, { kind: "insertRows" | "deleteRows" }>, "kind" | "row" | "count">;

/** Where a row stood before these moves, the latest of which comes first; nothing for an inserted row. */
export function originOf(moves: readonly RowMove[], row: number): number | undefined {
  let origin = row;
  for (const { kind, row: first, count } of moves) {
    if (origin < first) continue;
    if (kind === "deleteRows") origin += count;
    else if (origin < first + count) return undefined;
    else origin -= count;
  }
  return origin;
}

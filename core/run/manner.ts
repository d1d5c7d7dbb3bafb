import type { Manner } from "../workbook/host.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

/** Whether a workbook is to be written all at once; nothing where it does not say. */
export type AtOnce = (snapshot: Snapshot) => boolean | undefined;

/** How a batch is to be made, where whoever runs the command lets the workbook choose. */
export function mannerOf(snapshot: Snapshot, atOnce: AtOnce | undefined): Manner | undefined {
  return atOnce && { atOnce: atOnce(snapshot) };
}

import type { Problem } from "../words/message.ts";
import type { Watch as HostWatch } from "../workbook/host.ts";

/** Follows a command while it runs. A cancelled one stops between two batches; what is done by then stays, and running again goes on. */
export interface Watch extends HostWatch {
  /** The work waits until the person has mended this, and then goes on by itself. */
  waiting?(problem: Problem): void;
}

/** What a command is made of: to survey, to read, to decide, to look, to write. */
const PARTS = 5;
/** The last two are the host's. */
const HOST_PARTS = 2;

export const SURVEYED = 1;
export const READ = 2;
export const DECIDED = 3;

export function step(watch: Watch | undefined, done: number): void {
  watch?.step(done, PARTS);
}

/** The host's part of the work, as a part of the whole. */
export function hostWatch(watch: Watch): HostWatch {
  return {
    step: (done, of) => watch.step(DECIDED + (HOST_PARTS * done) / of, PARTS),
    get isCancelled() {
      return watch.isCancelled;
    },
  };
}

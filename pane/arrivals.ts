import type { Answer } from "./runner.ts";

/** What a command did that was started outside the pane, on the ribbon. A bug rejects, as it does for `Runner.run`. */
export interface Arrival {
  readonly command: string;
  readonly answer: Promise<Answer>;
}

/** Where the pane finds them: those that came before it was open wait here. */
export interface Arrivals {
  /** Calls when something has arrived. @returns how to stop that */
  subscribe(listener: () => void): () => void;
  /** The newest, once: what came before it is out of date. */
  take(): Arrival | null;
}

/** Follows a command while it runs. A cancelled one stops between two batches; what is done by then stays, and running again goes on. */
export interface Watch {
  /** `done` of `of` equal parts of the work are done. */
  step(done: number, of: number): void;
  readonly isCancelled: boolean;
}

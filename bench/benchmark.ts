/** Something worth timing: `prepare` makes what it needs, which is not timed; `run` is. */
export interface Benchmark<T = unknown> {
  readonly name: string;
  readonly prepare: () => T;
  readonly run: (prepared: T) => unknown;
  /** What is promised, in milliseconds and megabytes; printed beside what was found. */
  readonly promised: { readonly milliseconds: number; readonly megabytes: number };
}

export function benchmark<T>(one: Benchmark<T>): Benchmark {
  return { ...one, run: (prepared) => one.run(prepared as T) };
}

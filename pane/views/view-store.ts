import type { Problem, ViewId, Views } from "../../core/index.ts";
import type { Runner } from "../runner.ts";

export interface Seen<V> {
  /** The last that was read; it stays on screen while it is read again. */
  readonly value: V | undefined;
  readonly isReading: boolean;
  /** Why the last reading failed. */
  readonly failure: string | Problem | null;
}

const NEVER: Seen<never> = { value: undefined, isReading: true, failure: null };

/** Keeps what the views last showed, so that a tab that was open before opens at once. */
export class ViewStore {
  /** By the view, and the meeting and the period that it was asked about. */
  private readonly seen = new Map<string, Seen<unknown>>();
  private readonly latest = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly runner: Runner) {}

  get<V extends ViewId>(id: V, meeting = "", period = ""): Seen<Views[V]> {
    return (this.seen.get(keyOf(id, meeting, period)) as Seen<Views[V]> | undefined) ?? NEVER;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads a view again. Only the newest of several readings counts. */
  async read(id: ViewId, meeting = "", period = ""): Promise<void> {
    const key = keyOf(id, meeting, period);
    const mine = (this.latest.get(key) ?? 0) + 1;
    this.latest.set(key, mine);
    this.put(key, { ...this.get(id, meeting, period), isReading: true });
    let next: Seen<unknown>;
    try {
      next = { value: await this.runner.view(id, { meeting, ...(period === "" ? {} : { period }) }), isReading: false, failure: null };
    } catch (error) {
      next = { value: this.get(id, meeting, period).value, isReading: false, failure: failureOf(error) };
    }
    if (this.latest.get(key) === mine) this.put(key, next);
  }

  /** Reads a view once, for a work of its own rather than for the screen. */
  ask<V extends ViewId>(id: V): Promise<Views[V]> {
    return this.runner.view(id, { meeting: "" });
  }

  private put(key: string, seen: Seen<unknown>): void {
    this.seen.set(key, seen);
    for (const listener of this.listeners) listener();
  }
}

function keyOf(id: ViewId, meeting: string, period: string): string {
  return `${id} ${meeting} ${period}`;
}

/** A runner may reject with a problem, whose sentence says more than an error's. */
function failureOf(error: unknown): string | Problem {
  if (typeof error === "object" && error !== null && "code" in error && "severity" in error) return error as Problem;
  return error instanceof Error ? error.message : String(error);
}

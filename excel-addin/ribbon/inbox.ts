import type { Arrival, Arrivals } from "../../pane/arrivals.ts";

/** Hands what the ribbon did to the pane; the runtime is shared, so it waits here while the pane is closed. */
export class Inbox implements Arrivals {
  private newest: Arrival | null = null;
  private readonly listeners = new Set<() => void>();

  put(arrival: Arrival): void {
    this.newest = arrival;
    for (const listener of this.listeners) listener();
  }

  take(): Arrival | null {
    const arrival = this.newest;
    this.newest = null;
    return arrival;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

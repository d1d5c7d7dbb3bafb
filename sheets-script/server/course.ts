/// <reference types="google-apps-script" />
import type { Watch } from "../../core/index.ts";

/** How far a run is, noted where the sidebar's next question finds it while the run still goes on. */
const KEPT_SECONDS = 600;
/** Noting costs a call, so it is done at most this often. */
const EVERY = 1_000;

const farKey = (course: string): string => `concord-far-${course}`;
const stopKey = (course: string): string => `concord-stop-${course}`;

export class Course implements Watch {
  private noted = Date.now();
  private looked = Date.now();
  private isStopped = false;

  constructor(private readonly course: string) {}

  step(done: number, of: number): void {
    if (Date.now() - this.noted < EVERY) return;
    this.noted = Date.now();
    CacheService.getUserCache().put(farKey(this.course), JSON.stringify([done, of]), KEPT_SECONDS);
  }

  get isCancelled(): boolean {
    if (!this.isStopped && Date.now() - this.looked >= EVERY) {
      this.looked = Date.now();
      this.isStopped = CacheService.getUserCache().get(stopKey(this.course)) !== null;
    }
    return this.isStopped;
  }
}

/** How far the run is: parts that are done, and of how many; nothing before it was noted. */
export function courseSoFar(course: string): readonly [number, number] | null {
  return JSON.parse(CacheService.getUserCache().get(farKey(course)) ?? "null") as readonly [number, number] | null;
}

/** The run ends before its next batch. */
export function stopCourse(course: string): void {
  CacheService.getUserCache().put(stopKey(course), "1", KEPT_SECONDS);
}

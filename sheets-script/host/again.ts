/// <reference types="google-apps-script" />
import { isPassing } from "./refusal.ts";

/** Milliseconds to wait before something that failed is tried again. */
export const PAUSES = [500, 2000];

/** Google's services fail for moments. What comes to the same however often it is done is tried again. */
export function again<T>(work: () => T): T {
  for (const pause of PAUSES) {
    try {
      return work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      Utilities.sleep(pause);
    }
  }
  return work();
}

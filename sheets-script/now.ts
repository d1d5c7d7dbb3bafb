import type { MaybePromise } from "../core/index.ts";

/** Apps Script does not wait for promises, and over its host core needs none. @throws where something would come later */
export function now<T>(value: MaybePromise<T>): T {
  if (typeof value === "object" && value !== null && "then" in value) throw new Error("Apps Script waits for nothing.");
  return value as T;
}

import { chain, type MaybePromise } from "../base/maybe-promise.ts";
import { type Problem, problem } from "../words/message.ts";
import type { Host } from "../workbook/host.ts";
import { type Outcome, refused } from "./outcome.ts";

/** Goes on once nothing is half written any more: what is half done looks done to whoever decides. */
export function finished(host: Host, next: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
  return chain(host.finish?.(), (receipt) => {
    const failure = receipt?.refused;
    return failure ? refused([problem("error", failure.code as Problem["code"], failure.params)]) : next();
  });
}

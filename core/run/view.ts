import { chain, type MaybePromise } from "../base/maybe-promise.ts";
import type { Host } from "../workbook/host.ts";
import type { Snapshot } from "../workbook/snapshot.ts";
import type { State } from "../workbook/state.ts";
import type { Context, Reads } from "./command.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** What of the workbook a view is asked about. */
export interface ViewInput {
  /** A meeting's number; `""` for the one at hand. */
  readonly meeting: string;
  /** Of the dashboard, as `periodOf` takes it; the usual one where left out. */
  readonly period?: string;
}

/** Most views are about the whole workbook. */
const WHOLE: ViewInput = { meeting: "" };

/** What one screen shows, as plain data: it reads as a command does, decides what there is to see, and changes nothing. */
export interface View<V> {
  readonly id: string;
  readonly reads: (state: State, context: Context) => Reads;
  readonly see: (snapshot: Snapshot, context: Context, input: ViewInput) => V;
}

export function defineView<V>(view: View<V>): View<V> {
  return view;
}

/** Reads a workbook and says what a view of it shows. */
export function see<V>(host: Host, view: View<V>, context: Context, input: ViewInput = WHOLE): MaybePromise<V> {
  return chain(
    readSnapshot(
      host,
      (state) => {
        const reads = view.reads(state, context);
        return { ...reads, tables: [...reads.tables, "settings", "companyCalendar"] };
      },
      context.language,
    ),
    (snapshot) => view.see(snapshot, context, input),
  );
}

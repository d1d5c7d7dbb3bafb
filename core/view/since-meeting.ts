import { CAUSES, type ChangeCause } from "../balance/compare-baseline.ts";
import type { GapFate } from "../balance/compare-gaps.ts";
import { changesSince, hasChange } from "../balance/since-baseline.ts";
import type { Study } from "../balance/study.ts";
import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { cellBehind } from "../effects/behind-change.ts";
import { changesId } from "../effects/changes-sheet.ts";
import type { ChosenBaseline } from "../effects/chosen-baseline.ts";
import { sayReasons } from "../effects/say-changes.ts";
import type { Planning } from "../planning/read-planning.ts";
import type { Language } from "../words/language.ts";
import { rowByKey, type Snapshot } from "../workbook/snapshot.ts";

/** What changed in the balance since a meeting. */
export interface SinceMeeting {
  readonly meeting: string;
  /** The meeting's day, where the register has it. */
  readonly date: Day | null;
  /** Its periods are over, or others than those of now: there is nothing to compare. */
  readonly isOver: boolean;
  /** How many products changed, by each cause, and what became of how many imbalances. */
  readonly changed: number;
  readonly causes: readonly { readonly cause: ChangeCause; readonly products: number }[];
  readonly fates: readonly { readonly fate: GapFate; readonly imbalances: number }[];
  /** How many products were kept as sums only, where those sums changed; else 0. */
  readonly rest: number;
  /** The largest effect on closing first; no more than a person looks through here. */
  readonly products: readonly ChangeLine[];
  /** The sheet that has all of them, where it was laid out. */
  readonly sheet?: CellPlace;
}

export interface ChangeLine {
  readonly product: string;
  readonly name: string;
  readonly unit: string;
  /** The largest change of closing, and the period in which it is. */
  readonly amount: number;
  readonly period: string;
  readonly why: string;
  /** What was typed that is behind it, where that can be told. */
  readonly at?: CellPlace;
}

const LISTED = 60;

export function sinceMeeting(
  snapshot: Snapshot,
  planning: Planning,
  study: Study,
  { meeting, baseline }: ChosenBaseline,
  language: Language,
): SinceMeeting {
  const { comparison, changed, gaps } = changesSince(study, baseline);
  const sheet = snapshot.state.get("made", changesId);
  const isThere = sheet !== undefined && snapshot.survey.sheets.some(({ name }) => name === sheet);
  const fates = new Map<GapFate, number>();
  for (const { fate } of gaps) fates.set(fate, (fates.get(fate) ?? 0) + 1);
  return {
    meeting,
    date: rowByKey(snapshot, "meetings", meeting)?.values.date ?? null,
    isOver: comparison.periods.length === 0,
    changed: changed.length,
    causes: CAUSES.map((cause) => ({ cause, products: changed.filter(({ periods }) => periods.some((each) => each[cause] !== 0)).length })),
    fates: [...fates].map(([fate, imbalances]) => ({ fate, imbalances })),
    rest: comparison.rest.periods.some(hasChange) ? comparison.rest.now : 0,
    products: changed.slice(0, LISTED).map((each): ChangeLine => {
      const { code, name, unit } = each.product;
      const at = cellBehind(snapshot, planning, each);
      return { product: code, name, unit, amount: each.largest, period: each.at, why: sayReasons(each, language), ...(at ? { at } : {}) };
    }),
    ...(isThere ? { sheet: { sheet, row: 0, column: 1 } } : {}),
  };
}

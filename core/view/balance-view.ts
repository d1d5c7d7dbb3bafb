import { prepare } from "../balance/compute-balance.ts";
import { findImbalances } from "../balance/find-imbalances.ts";
import { type Imbalance, type ImbalanceKind, URGENCY } from "../balance/imbalance.ts";
import { studyOf } from "../balance/study.ts";
import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import { chosenBaseline } from "../effects/chosen-baseline.ts";
import { knownGaps } from "../imbalance/imbalance-rows.ts";
import { saySuggestion, sayWhy } from "../imbalance/say-imbalance.ts";
import { balanceId } from "../planning/balance-sheet.ts";
import { planningTables, readPlanning } from "../planning/read-planning.ts";
import { settingsIn } from "../register/book-settings.ts";
import { defineView } from "../run/view.ts";
import type { Language } from "../words/language.ts";
import { cellOf, rowByKey, type Snapshot, tableIn } from "../workbook/snapshot.ts";
import { type SinceMeeting, sinceMeeting } from "./since-meeting.ts";

/** Something that is out of balance, as the planning tables stand now. */
export interface ImbalanceLine {
  readonly no: string;
  readonly kind: ImbalanceKind;
  /** A product, line or component, and its name where it has one. */
  readonly subject: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  /** `""` for hours. */
  readonly unit: string;
  readonly why: string;
  /** Some of its open orders are not reached: what there is can be shared out among them. */
  readonly hasOrdersShort: boolean;
  /** What could be done and what it would do, the best first. */
  readonly suggestions: readonly string[];
  /** What the register says of it: nothing where it was not refreshed since this came up. */
  readonly register?: {
    /** A choice of `imbalanceStatus`. */
    readonly status: string;
    readonly owner: string;
    readonly reason: string;
    readonly topic: string;
    readonly firstSeen: Day | null;
    readonly timesSeen: number;
    readonly at: CellPlace;
  };
}

export interface BalanceView {
  /** Whether there is anything to balance. */
  readonly isThere: boolean;
  /** Whether the balance sheet was laid out. */
  readonly isLaidOut: boolean;
  readonly products: number;
  /** The keys of the first and last period; `""` where there is none. */
  readonly from: string;
  readonly to: string;
  /** The kinds that there are, the most urgent first. */
  readonly kinds: readonly ImbalanceKind[];
  /** What waits for somebody first, then what was decided, then what is to be left; in each shortages first. */
  readonly imbalances: readonly ImbalanceLine[];
  /** What changed since the last meeting; nothing where no meeting's balance is kept. */
  readonly since?: SinceMeeting;
}

/** The pane lists no more suggestions than these; the sheet has the best one of each. */
const SUGGESTED = 100;
const SETTLED = ["dismissed"];

/** What is out of balance now, why, and what could be done. */
export const balanceView = defineView<BalanceView>({
  id: "balance",
  reads: () => ({ tables: [...planningTables, "imbalances", "meetings"], documents: [] }),
  see: (snapshot, context) => {
    const chosen = chosenBaseline(snapshot, "", context.today);
    const kept = "code" in chosen ? undefined : chosen;
    const planning = readPlanning(snapshot, settingsIn(snapshot).balance, context.today, kept?.baseline.on ?? context.today);
    const study = studyOf(prepare(planning.data));
    const { periods, products } = study.balance;
    const nameOf = (code: string): string =>
      study.products.get(code)?.product.name || study.lines.get(code)?.name || study.components.get(code)?.name || "";
    const imbalances = findImbalances(study, knownGaps(snapshot), SUGGESTED)
      .map((found) => lineOf(snapshot, found, nameOf(found.subject), context.language))
      .sort((a, b) => rankOf(a) - rankOf(b) || URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind));
    return {
      isThere: products.length > 0,
      isLaidOut: snapshot.state.get("made", balanceId) !== undefined,
      products: products.length,
      from: periods[0]?.key ?? "",
      to: periods.at(-1)?.key ?? "",
      kinds: URGENCY.filter((kind) => imbalances.some((line) => line.kind === kind)),
      imbalances,
      ...(kept ? { since: sinceMeeting(snapshot, planning, study, kept, context.language) } : {}),
    };
  },
});

function lineOf(snapshot: Snapshot, found: Imbalance, name: string, language: Language): ImbalanceLine {
  const { key, kind, subject, from, to, amount, unit } = found;
  const row = rowByKey(snapshot, "imbalances", key);
  const table = tableIn(snapshot, "imbalances");
  const { status = "", owner = "", reason = "", topic = "", firstSeen = null, timesSeen = 0 } = row?.values ?? {};
  return {
    no: key,
    kind,
    subject,
    name,
    from,
    to,
    amount,
    unit,
    why: sayWhy(found, language),
    hasOrdersShort: found.why.orders.length > 0,
    suggestions: found.suggestions.map((each) => saySuggestion(each, language)),
    ...(row && table
      ? { register: { status, owner, reason, topic, firstSeen, timesSeen: timesSeen ?? 0, at: cellOf(table, row, "no") } }
      : {}),
  };
}

function rankOf({ register }: ImbalanceLine): number {
  if (!register || register.status === "open" || register.status === "") return 0;
  return SETTLED.includes(register.status) ? 2 : 1;
}

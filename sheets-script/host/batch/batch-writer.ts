/// <reference types="google-apps-script" />
import type { Edit, HostWatch, Receipt } from "../../../core/index.ts";
import { again, PAUSES } from "../again.ts";
import type { Before } from "../before.ts";
import { isPassing, type Refusal, type Remark, refusalOf, TIME_UP, wordsOf } from "../refusal.ts";
import type { SheetsAtHand } from "../sheets-at-hand.ts";
import type { Request, sheetsService } from "./api.ts";
import { type Drawn, finishCharts } from "./charts.ts";
import { lookAtSpreadsheet, type Standing } from "./look-at-spreadsheet.ts";
import { markRequests } from "./marker.ts";
import { Translation } from "./translation.ts";

type Service = NonNullable<ReturnType<typeof sheetsService>>;

/** What became of a batch that was sent. */
type Sent = { readonly isMade: true } | { readonly isMade: false; readonly refused: Refusal };

/**
 * Makes a batch of edits by one call of the Sheets API: all of it or nothing. However large it is it is one
 * call: Google advises 2 MB for speed and sets no limit, and half a command is what this is to prevent.
 */
export class BatchWriter {
  constructor(
    private readonly service: Service,
    /** Of the spreadsheet. */
    private readonly id: string,
    private readonly at: SheetsAtHand,
    private readonly standing: Standing,
    private readonly before: Before,
  ) {}

  /** Before it is sent the person may call it off, and it does not begin late; then it is Google's. */
  write(edits: readonly Edit[], isTimeUp: () => boolean, watch?: HostWatch): Receipt {
    const nothing = { applied: 0, stale: [] };
    if (watch?.isCancelled) return { ...nothing, cancelled: "before" };
    if (isTimeUp()) return { ...nothing, refused: TIME_UP };
    const translation = new Translation(this.at, this.standing, this.before, edits);
    const requests = translation.requests();
    if (requests.length > 0) {
      const sent = this.send(requests, translation.numbers.next(`batch ${Date.now()}`));
      if (!sent.isMade) return { ...nothing, refused: sent.refused };
    }
    // The sheets are others by now.
    this.at.forget();
    watch?.step(edits.length, edits.length);
    const remarks = finish(this.at, translation.drawn);
    return { applied: edits.length, stale: [], ...(remarks.length > 0 ? { remarks } : {}) };
  }

  /** Where Google fails it may have made the batch all the same: its mark tells, and lets it be made only once. */
  private send(requests: readonly Request[], marker: number): Sent {
    const body = { requests: [...markRequests(marker, this.standing.markers), ...requests] };
    const pauses = [0, ...PAUSES];
    for (let turn = 0; ; turn++) {
      try {
        if (turn > 0) Utilities.sleep(pauses[turn] ?? 0);
        this.service.batchUpdate(body, this.id);
        return { isMade: true };
      } catch (error) {
        const isMade = this.isMarked(marker);
        if (isMade) return { isMade };
        if (!isPassing(error) || turn + 1 >= pauses.length) return { isMade: false, refused: refusedAs(error, isMade) };
      }
    }
  }

  /** Whether a batch was made; nothing where Google does not say that either. */
  private isMarked(marker: number): boolean | undefined {
    try {
      return again(() => lookAtSpreadsheet(this.service, this.id)).markers.includes(marker);
    } catch {
      return undefined;
    }
  }
}

function refusedAs(error: unknown, isMade: boolean | undefined): Refusal {
  const refusal = refusalOf(error);
  if (isMade === undefined) return { code: "sheets-unsure", params: { detail: wordsOf(error) } };
  return refusal.code === "sheets-failed" ? { code: "sheets-not-done", params: refusal.params } : refusal;
}

/** The charts stand; what is missing of their words is told, and comes with the next refresh. */
function finish(at: SheetsAtHand, drawn: readonly Drawn[]): Remark[] {
  try {
    for (const each of drawn) again(() => finishCharts(at, each));
    return [];
  } catch (error) {
    return [{ code: "sheets-charts-unnamed", params: { detail: wordsOf(error) } }];
  }
}

/// <reference types="google-apps-script" />
import { again } from "../again.ts";
import type { Before } from "../before.ts";
import { type Refusal, type Remark, refusalOf, wordsOf } from "../refusal.ts";
import type { SheetsAtHand } from "../sheets-at-hand.ts";
import { sheetsService } from "./api.ts";
import { BatchWriter } from "./batch-writer.ts";
import { lookAtSpreadsheet } from "./look-at-spreadsheet.ts";

/** What writes all at once; or why it is written step by step after all, which is told where it was asked for; or why neither. */
export type AtOnce = { readonly writer: BatchWriter } | { readonly remark: Remark | undefined } | { readonly refused: Refusal };

/**
 * Looks for the Sheets API, which only a script with the wider permission has.
 * @param isWanted as the workbook's settings say; before there are any, having the API is wish enough
 */
export function atOnce(at: SheetsAtHand, before: Before, isWanted: boolean | undefined): AtOnce {
  const told = (code: string, params: Remark["params"] = {}): AtOnce => ({ remark: isWanted ? { code, params } : undefined });
  const service = sheetsService();
  if (!service) return told("sheets-api-missing");
  try {
    // What SpreadsheetApp was told comes first.
    SpreadsheetApp.flush();
    const id = at.spreadsheet.getId();
    const standing = again(() => lookAtSpreadsheet(service, id));
    return { writer: new BatchWriter(service, id, at, standing, before) };
  } catch (error) {
    if (isKeptBack(error)) return told("sheets-api-refused", { detail: wordsOf(error) });
    const { code, params } = refusalOf(error);
    return { refused: { code: code === "sheets-failed" ? "sheets-not-done" : code, params } };
  }
}

/** The person did not grant it, or the API is off in the script's project. */
function isKeptBack(error: unknown): boolean {
  return /permission|insufficient|has not been used|is disabled|PERMISSION_DENIED|Authorization/i.test(wordsOf(error));
}

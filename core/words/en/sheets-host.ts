import type { sheetsHost as zh } from "../zh-cn/sheets-host.ts";

/** The same in English. */
export const sheetsHost: Readonly<Record<keyof typeof zh, string>> = {
  "sheets-protected":
    "Part of this spreadsheet is protected, and this account may not write there. Ask its owner to take the protection off or to add you as an editor, and run it again: it goes on from there.",
  "sheets-not-permitted":
    "This account has not given Concord the permission for this ({detail}). Run it once more from the menu and agree when Google asks; everything else works without.",
  "sheets-failed": "Google Sheets reported an error: {detail}. Perhaps only a part was written; run it again: it goes on from there.",
  "sheets-time-up":
    "Google ends a run after 6 minutes. The time was nearly up, so this stopped between two steps; what is written holds. Run it again: it goes on from there.",
  "sheets-not-done":
    "Google Sheets reported an error: {detail}. All at once means all or nothing, and nothing was written. Please run it again.",
  "sheets-unsure":
    "Google Sheets reported an error and did not say whether it wrote: {detail}. Please run it again: what is written already is not written twice.",
  "sheets-api-missing":
    "The setting “Writing in Google Sheets” says all at once, but this script has no Sheets API, so it was written step by step. Push it again with npm run sheets:push -- --all-at-once, or add Google Sheets API under Services in the script editor (docs/sheets.md); or set the setting back to step by step.",
  "sheets-api-refused":
    "The setting “Writing in Google Sheets” says all at once, but Google did not let the script use the Sheets API ({detail}), so it was written step by step. Run it once more from the menu and tick “See, edit, create, and delete all your Google Sheets spreadsheets”, or set the setting back to step by step.",
  "sheets-groups-left-out":
    "Sheet “{sheet}” has {n} groups to fold, and step by step makes {most} at the most, so it is not folded. Filter it instead (Data > Create a filter), or write all at once (docs/sheets.md).",
  "sheets-charts-unnamed":
    "The charts are drawn, but Google did not take the words of their legends and axes ({detail}). The next refresh adds them.",
};

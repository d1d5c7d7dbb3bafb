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
};

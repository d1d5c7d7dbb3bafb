import type { zhCN } from "./zh-cn.ts";

/** The same in English. */
export const en: Readonly<Record<keyof typeof zhCN, string>> = {
  "sheets-menu": "Coordination",
  "sheets-undo": "Undo the last command",
  "sheets-send-waiting": "Send the waiting mail",
  "sheets-nothing-to-do": "There was nothing to change.",
  "sheets-locked":
    "Somebody else is running a command in this spreadsheet, and it was not over after 20 seconds. Please wait a moment and try again; nothing was changed.",
  "sheets-several-accounts":
    "Google refused: with several Google accounts signed in, a sidebar asks as the wrong one. Open the spreadsheet in a private window with only its own account signed in, or sign out of the others and open it again. Nothing was changed.",
  "sheets-scope-refused":
    "This account has not given Concord the permission for this ({detail}). Run it once more from the menu Coordination and tick it when Google asks; everything else works without.",
  "sheets-used-up": "Google's daily allowance for this account is used up ({detail}). It returns tomorrow.",
  "sheets-took-too-long": "Google ends a run after 6 minutes; perhaps only a part was written. Run it again: it goes on from there.",
  "sheets-connection":
    "The connection to Google broke off; perhaps only a part was written. Please check the network and run it again: it goes on from there.",
  "sheets-no-answer": "The script did not answer; perhaps only a part was written. Please run it again: it goes on from there.",
  "sheets-print":
    "A script cannot set up pages here. Open the sheet and choose File > Print: current sheet, A4, portrait (balance: landscape), scale Fit to width, margins Narrow, no gridlines. The print dialog can save as PDF, too.",
  "mail-sent": "“{subject}” was sent to {n} {n|person|people}.",
  "mail-waits":
    "Today's mail quota is used up: mail for the other {n} waits for tomorrow. Settings > Every day by itself sends it, or the menu's “Send the waiting mail”.",
  "mail-already": "{n} {n|person has|people have} it already and did not get it again.",
  "mail-none-waits": "No mail is waiting.",
  "mail-unsure":
    "The last sending was cut off: these may have it, and were not sent it again: {names}. Choose “Send to all again” where needed.",
  "mail-failed": "Could not be sent to {names}: {detail}. Please check the addresses and send it again.",
  "mail-too-large-to-wait":
    "The attachments are too large to wait for tomorrow: please run it again then for the other {n}; nobody gets it twice.",
  "mail-lost":
    "What the waiting mail said is no longer on the hidden sheet ({key}, for {n}). Please run the command that made it again and send it.",
};

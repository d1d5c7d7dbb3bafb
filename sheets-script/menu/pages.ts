/// <reference types="google-apps-script" />
import { say } from "../../core/index.ts";
import { keptProfile } from "../profile.ts";
import type { Opening } from "../wire.ts";
import { OPENING, openingScript } from "./opening.ts";

/** The sidebar's file, as clasp names it in its folder, and as a person names it who pastes it. */
const FILES = ["dist/sheets/sidebar", "sidebar"] as const;

/** The width of a sidebar is Google's; a dialog beside the cells that it speaks of is ours. */
const DIALOG = { width: 440, height: 620 } as const;

export function showSidebar(): void {
  const profile = keptProfile();
  SpreadsheetApp.getUi().showSidebar(page({ profile }).setTitle(say(profile.language, "ribbon-pane")));
}

/** A dialog for one command that leaves the cells behind it within reach. */
export function showTask(task: NonNullable<Opening["task"]>, title: string): void {
  const dialog = page({ profile: keptProfile(), task }).setWidth(DIALOG.width).setHeight(DIALOG.height);
  SpreadsheetApp.getUi().showModelessDialog(dialog, title);
}

function page(opening: Opening): GoogleAppsScript.HTML.HtmlOutput {
  // A function, since a text would have its $ signs read as references.
  return HtmlService.createHtmlOutput(fileContent().replace(OPENING, () => openingScript(opening)));
}

function fileContent(): string {
  const [pushed, pasted] = FILES;
  try {
    return HtmlService.createHtmlOutputFromFile(pushed).getContent();
  } catch {
    return HtmlService.createHtmlOutputFromFile(pasted).getContent();
  }
}

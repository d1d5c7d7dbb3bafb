/// <reference types="google-apps-script" />
import { commands, type Language, say } from "../../core/index.ts";
import { bookLanguage } from "../book.ts";
import { commandFunction, FUNCTIONS } from "../top-level.ts";
import { sayHere } from "../words/words.ts";
import { stages, wordOf } from "./stage-words.ts";

/** Made when the spreadsheet is opened: every command by its stage. */
export function makeMenu(): void {
  const language = languageAtHand();
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(sayHere(language, "sheets-menu")).addItem(say(language, "ribbon-pane"), FUNCTIONS.pane).addSeparator();
  for (const stage of stages) {
    const part = ui.createMenu(wordOf(language, stage));
    for (const { id, title } of commands.filter((command) => command.stage === stage))
      part.addItem(say(language, title), commandFunction(id));
    menu.addSubMenu(part);
  }
  menu
    .addSeparator()
    .addItem(sayHere(language, "sheets-undo"), FUNCTIONS.undo)
    .addItem(sayHere(language, "sheets-send-waiting"), FUNCTIONS.sendWaiting);
  menu.addToUi();
}

/** A menu that cannot look into the spreadsheet yet is better than none. */
function languageAtHand(): Language {
  try {
    return bookLanguage();
  } catch {
    return "zh-CN";
  }
}

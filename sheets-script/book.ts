/// <reference types="google-apps-script" />
import { type Language, notedLanguage, STATE_SHEET } from "../core/index.ts";

/** The spreadsheet that the script belongs to. */
export function book(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActive();
}

/** The register's language; before there is one, the spreadsheet's own. */
export function bookLanguage(): Language {
  const notes = book().getSheetByName(STATE_SHEET);
  const noted = notes ? notedLanguage(notes.getDataRange().getValues()) : undefined;
  return noted ?? localeLanguage();
}

/** The language of the spreadsheet's settings: Chinese, or English for every other. */
export function localeLanguage(): Language {
  return /^zh/i.test(book().getSpreadsheetLocale()) ? "zh-CN" : "en";
}

/// <reference types="google-apps-script" />
import { book } from "../book.ts";
import { PostBook } from "../mail/post-book.ts";
import type { DailyState } from "../post.ts";

/** The top-level function that the trigger starts. */
export const DAILY = "concordDaily";
/** Within the hour that begins then, in the spreadsheet's zone. */
const HOUR = 8;

export function dailyState(): DailyState {
  return { isOn: triggers().length > 0, waiting: PostBook.open().waiting };
}

/** A trigger belongs to the account that turns it on, and its mail comes from there. */
export function turnDaily(isOn: boolean): DailyState {
  const there = triggers();
  if (isOn && there.length === 0)
    ScriptApp.newTrigger(DAILY).timeBased().everyDays(1).atHour(HOUR).inTimezone(book().getSpreadsheetTimeZone()).create();
  if (!isOn) for (const trigger of there) ScriptApp.deleteTrigger(trigger);
  return dailyState();
}

function triggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === DAILY);
}

/// <reference types="google-apps-script" />
import { type Context, parseIso } from "../core/index.ts";
import { book } from "./book.ts";
import type { Person } from "./wire.ts";

/** What core is told of the world: day and time as the spreadsheet counts them, and who asks. */
export function contextOf(person: Person): Context {
  const [date = "", time = ""] = Utilities.formatDate(new Date(), book().getSpreadsheetTimeZone(), "yyyy-MM-dd HH:mm").split(" ");
  const today = parseIso(date);
  if (today === null) throw new Error(`the clock shows no day: ${date}`);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const { name, department, language } = person;
  return { today, now: hours * 60 + minutes, user: { name: name === "" ? accountName() : name, department }, language };
}

/** The account's address, for somebody who has not said a name. Google may keep it back: then nobody. */
function accountName(): string {
  try {
    return Session.getActiveUser().getEmail();
  } catch {
    return "";
  }
}

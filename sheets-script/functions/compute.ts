/// <reference types="google-apps-script" />
import {
  type AnswerCell,
  type Argument,
  answer,
  type CellValue,
  fromSerial,
  isFault,
  sayFault,
  sheetFunctions,
  toIso,
} from "../../core/index.ts";
import { book, localeLanguage } from "../book.ts";

/** What Sheets shows in a cell: a date is one, so that it need not be given a date format. */
type Shown = string | number | Date;

/**
 * Works out a custom function as Sheets calls it. A fault is thrown, and shown as #ERROR! with its
 * sentence as the cell's note; inside a range it is that cell's text, since a range has but one error.
 * @throws {Error} with what is wrong with which argument
 */
export function compute(id: string, given: ArrayLike<unknown>): Shown | Shown[][] {
  const found = sheetFunctions.find((each) => each.id === id);
  if (!found) throw new Error(`There is no function ${id}.`);
  const zone = book().getSpreadsheetTimeZone();
  const holdsDates = found.result.holds === "date";
  const shown = (cell: AnswerCell): Shown => (isFault(cell) ? `#VALUE! ${sentence(cell)}` : holdsDates ? dateOf(cell, zone) : cell);
  const outcome = answer(
    found,
    Array.from(given, (each) => argumentIn(each, zone)),
  );
  if (isFault(outcome)) throw new Error(sentence(outcome));
  return typeof outcome === "object" ? outcome.map((row) => row.map(shown)) : shown(outcome);
}

function sentence(fault: Parameters<typeof sayFault>[1]): string {
  return sayFault(localeLanguage(), fault);
}

function argumentIn(given: unknown, zone: string): Argument {
  if (given === undefined) return undefined;
  return Array.isArray(given) ? given.map((row: unknown[]) => row.map((cell) => cellIn(cell, zone))) : cellIn(given, zone);
}

/** As Sheets writes its errors. */
const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;

function cellIn(given: unknown, zone: string): CellValue {
  // From another realm it is no instance of this one's Date.
  if (Object.prototype.toString.call(given) === "[object Date]") return Utilities.formatDate(given as Date, zone, "yyyy-MM-dd");
  if (typeof given === "string" && ERROR.test(given)) return { error: given };
  return typeof given === "string" || typeof given === "number" || typeof given === "boolean" ? given : null;
}

function dateOf(cell: string | number, zone: string): Shown {
  const day = typeof cell === "number" ? fromSerial(cell, 1900) : null;
  return day === null ? cell : Utilities.parseDate(toIso(day), zone, "yyyy-MM-dd");
}

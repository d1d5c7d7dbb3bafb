import { fromSerial, timeFromSerial, toIso, toTime } from "../base/plain-date.ts";
import type { CellValue } from "../workbook/cells.ts";
import { isCellError } from "../workbook/cells.ts";

/**
 * A cell's value as the sheet shows it in one of Concord's own number formats. Text is shown as it is;
 * a date beyond what the workbook can show stays a number.
 */
export function shownText(value: CellValue, numberFormat: string | undefined, dateSystem: 1900 | 1904): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  switch (numberFormat) {
    case "yyyy-mm-dd": {
      const day = fromSerial(value, dateSystem);
      return day === null ? general(value) : toIso(day);
    }
    case "hh:mm": {
      const time = timeFromSerial(value);
      return time === null ? general(value) : toTime(time);
    }
    case "0":
      return fixed(value, 0);
    case "0%":
      return `${fixed(value * 100, 0)}%`;
    case "0.0%":
      return `${fixed(value * 100, 1)}%`;
    case "#,##0":
      return grouped(fixed(value, 0));
    case "#,##0.##":
      return grouped(fixed(value, 2).replace(/\.?0+$/, ""));
    case undefined:
    case "General":
    case "@":
      return general(value);
    default:
      throw new Error(`no text for the number format ${numberFormat}`);
  }
}

/** Half away from zero, as sheets round, on the decimal digits that they show. */
function fixed(value: number, digits: number): string {
  const exact = Number(Math.abs(value).toPrecision(15));
  const shifted = Math.round(Number((exact * 10 ** digits).toPrecision(15)));
  const text = (shifted / 10 ** digits).toFixed(digits);
  return value < 0 && shifted !== 0 ? `-${text}` : text;
}

function grouped(text: string): string {
  const [whole = "", ...decimals] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
}

/** Up to ten significant digits, as in a cell that is wide enough. */
function general(value: number): string {
  return String(Number(value.toPrecision(10)));
}

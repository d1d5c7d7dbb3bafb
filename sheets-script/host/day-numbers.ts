/// <reference types="google-apps-script" />
import { dayOf, offsetOf } from "../../core/index.ts";

const DAY = 86_400_000;
/** Clocks change at a quarter of an hour, if at all. */
const QUARTER = 900_000;
/** The serial of 1970-01-01, from which instants and core's days are counted; Sheets counts true days from 1899-12-30. */
const EPOCH = 25_569;
/** Before 1970 zones kept odd times; a time of day without a date is of 1899-12-30. */
const ODD_TIMES = 0;
/** Around the day that times without a date are of. */
const CLOCK_DAY = [Date.UTC(1899, 11, 29), Date.UTC(1900, 0, 1)] as const;
/** Since 2015 the zones that core knows have kept one time. */
const FIXED_SINCE = Date.UTC(2015, 0, 1);

/**
 * Turns the dates that Sheets gives a script into the serial numbers that the cells hold, in the
 * spreadsheet's own zone, whatever the script's. Of zones that change their time only
 * `Utilities.formatDate` knows, and each question costs: within a month whose ends are as far from UTC,
 * one distance holds for every date, and in any other the change is looked for by halves: a year of
 * dates costs some three dozen questions, however many rows there are.
 */
export class DayNumbers {
  private readonly distances = new Map<number, number>();
  private readonly changes = new Map<number, number>();
  private readonly asked = new Map<number, number>();

  private readonly fixed: number | null;

  constructor(private readonly zone: string) {
    this.fixed = offsetOf(zone);
  }

  serialOf(date: GoogleAppsScript.Base.Date): number {
    const instant = date.getTime();
    if (instant < ODD_TIMES) return this.serialBefore(date);
    if (this.fixed !== null && instant >= FIXED_SINCE) return EPOCH + (instant + this.fixed * 60_000) / DAY;
    const month = monthOf(instant);
    const [first, last] = [this.distanceAt(month), this.distanceAt(month + 1)];
    const distance = first === last || instant < this.changeIn(month, first) ? first : last;
    return EPOCH + (instant + distance) / DAY;
  }

  private serialBefore(date: GoogleAppsScript.Base.Date): number {
    const instant = date.getTime();
    const [from, until] = CLOCK_DAY;
    if (instant < from || instant > until) return this.ask(date);
    const distance = this.distanceOf(from);
    return distance === this.distanceOf(until) ? (EPOCH * DAY + instant + distance) / DAY : this.ask(date);
  }

  /** When clocks change in a month that ends with another distance than it begins with. */
  private changeIn(month: number, first: number): number {
    const known = this.changes.get(month);
    if (known !== undefined) return known;
    let [before, after] = [Date.UTC(1970, month, 1), Date.UTC(1970, month + 1, 1)];
    while (after - before > QUARTER) {
      const middle = before + Math.floor((after - before) / QUARTER / 2) * QUARTER;
      if (this.distanceOf(middle) === first) before = middle;
      else after = middle;
    }
    this.changes.set(month, after);
    return after;
  }

  /** Milliseconds ahead of UTC at the beginning of a month. */
  private distanceAt(month: number): number {
    const known = this.distances.get(month);
    if (known !== undefined) return known;
    const distance = this.distanceOf(Date.UTC(1970, month, 1));
    this.distances.set(month, distance);
    return distance;
  }

  private distanceOf(instant: number): number {
    return Math.round((this.ask(new Date(instant)) - EPOCH) * DAY) - instant;
  }

  private ask(date: GoogleAppsScript.Base.Date): number {
    const instant = date.getTime();
    const known = this.asked.get(instant);
    if (known !== undefined) return known;
    const serial = serialIn(Utilities.formatDate(date, this.zone, "yyyy-MM-dd HH:mm:ss.SSS"));
    this.asked.set(instant, serial);
    return serial;
  }
}

/** Months since January 1970, by UTC. */
function monthOf(instant: number): number {
  const date = new Date(instant);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

function serialIn(text: string): number {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = text.split(/\D/).map(Number);
  const whole = dayOf(year, month, day);
  if (whole === null) throw new Error(`Google shows no day: ${text}`);
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return ((whole + EPOCH) * DAY + time) / DAY;
}

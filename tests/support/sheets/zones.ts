/** Days from 1899-12-30, where Sheets begins to count, to 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a zone show, as if it were UTC. */
export function wallClock(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    const numeric = "numeric";
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"), milliseconds);
}

/** The instant at which clocks in a zone show this. */
function instantOf(wall: number, zone: string): number {
  const guess = wall - (wallClock(wall, zone) - wall);
  return wall - (wallClock(guess, zone) - guess);
}

/** A cell's day and time as the instant that a script is given. */
export function instantOfSerial(serial: number, zone: string): number {
  return instantOf(Math.round((serial - EPOCH) * DAY), zone);
}

/** `Utilities.parseDate`, as far as Java's patterns are in use here; nothing where the text is none. */
export function parseDate(text: string, zone: string, pattern: string): number | undefined {
  const order: string[] = [];
  const expected = pattern.replace(/'([^']*)'|yyyy|MM|dd|HH|mm|ss/g, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    order.push(token);
    return token === "yyyy" ? "(\\d{4})" : "(\\d{1,2})";
  });
  const found = new RegExp(`^${expected}`).exec(text);
  if (!found) return undefined;
  const part = (token: string, otherwise: number): number => (order.includes(token) ? Number(found[order.indexOf(token) + 1]) : otherwise);
  return instantOf(Date.UTC(part("yyyy", 1970), part("MM", 1) - 1, part("dd", 1), part("HH", 0), part("mm", 0), part("ss", 0)), zone);
}

export function serialOfInstant(instant: number, zone: string): number {
  return EPOCH + wallClock(instant, zone) / DAY;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** `Utilities.formatDate`, as far as Java's patterns are in use here. @throws for another letter */
export function formatDate(instant: number, zone: string, pattern: string): string {
  const wall = wallClock(instant, zone);
  const shown = new Date(wall);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  const offset = Math.round((wall - instant) / 60_000);
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [pad(Math.floor(Math.abs(offset) / 60), 2), pad(Math.abs(offset) % 60, 2)];
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    switch (token) {
      case "yyyy":
        return pad(shown.getUTCFullYear(), 4);
      case "MM":
        return pad(shown.getUTCMonth() + 1, 2);
      case "dd":
        return pad(shown.getUTCDate(), 2);
      case "HH":
        return pad(shown.getUTCHours(), 2);
      case "mm":
        return pad(shown.getUTCMinutes(), 2);
      case "ss":
        return pad(shown.getUTCSeconds(), 2);
      case "SSS":
        return pad(shown.getUTCMilliseconds(), 3);
      case "EEE":
        return WEEKDAYS[shown.getUTCDay()]?.slice(0, 3) ?? "";
      case "EEEE":
        return WEEKDAYS[shown.getUTCDay()] ?? "";
      case "H":
        return String(shown.getUTCHours());
      case "m":
        return String(shown.getUTCMinutes());
      case "M":
        return String(shown.getUTCMonth() + 1);
      case "d":
        return String(shown.getUTCDate());
      case "u":
        return String(shown.getUTCDay() || 7);
      case "Z":
        return `${sign}${hours}${minutes}`;
      case "XXX":
        return offset === 0 ? "Z" : `${sign}${hours}:${minutes}`;
      default:
        throw new Error(`The stand-in does not know ${token} in a date's pattern.`);
    }
  });
}

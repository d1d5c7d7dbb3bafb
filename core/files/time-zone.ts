/**
 * Minutes ahead of UTC, for zones that keep one time all the year and have done so for years. Others
 * change by rules that governments change, which core cannot know.
 */
const FIXED: Readonly<Record<string, number>> = {
  UTC: 0,
  "Asia/Shanghai": 480,
  "Asia/Chongqing": 480,
  "Asia/Hong_Kong": 480,
  "Asia/Macau": 480,
  "Asia/Taipei": 480,
  "Asia/Singapore": 480,
  "Asia/Kuala_Lumpur": 480,
  "Asia/Manila": 480,
  "Asia/Urumqi": 360,
  "Asia/Tokyo": 540,
  "Asia/Seoul": 540,
  "Asia/Bangkok": 420,
  "Asia/Ho_Chi_Minh": 420,
  "Asia/Jakarta": 420,
  "Asia/Kolkata": 330,
  "Asia/Dubai": 240,
  "Asia/Riyadh": 180,
  "Europe/Moscow": 180,
};

/** Minutes ahead of UTC; null for a zone that core does not know. */
export function offsetOf(zone: string): number | null {
  return FIXED[zone.trim()] ?? null;
}

/** As calendar files and mail write it. @example offsetText(480) // "+0800" */
export function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}${String(minutes % 60).padStart(2, "0")}`;
}

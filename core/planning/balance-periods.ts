import type { Day } from "../base/plain-date.ts";
import { horizon, type Period } from "../calendar/period.ts";
import type { BalanceSettings } from "../register/book-settings.ts";

/** The periods that the balance looks at from a day on; one month where the settings name none. */
export function balancePeriods({ start, weeks, months, weekRule }: BalanceSettings, today: Day): Period[] {
  return horizon(start ?? today, { weeks, months: weeks + months === 0 ? 1 : months, weekRule });
}

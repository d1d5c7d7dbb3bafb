import { atp } from "./atp.ts";
import { cover } from "./cover.ts";
import { isoWeek } from "./iso-week-key.ts";
import { minutesDue } from "./minutes-due.ts";
import { netForecast } from "./net-forecast.ts";
import { pab } from "./pab.ts";
import type { SheetFunction } from "./sheet-function.ts";
import { workdayAfter } from "./workday-after.ts";
import { workdays } from "./workdays.ts";

/** Every function that a sheet may use. Sheets that Concord makes use none of them, so that they stay alive without it. */
export const sheetFunctions: readonly SheetFunction[] = [workdayAfter, workdays, minutesDue, isoWeek, netForecast, pab, atp, cover];

import { writesAtOnce } from "../core/index.ts";
import { sheetsService } from "./host/batch/api.ts";

/** How a command is written: as the workbook's settings say. */
export const asSettingsSay = { atOnce: writesAtOnce } as const;

/** How a command is taken back: a script without the Sheets API has one way, and need not read the settings for it. */
export function undoManner(): Partial<typeof asSettingsSay> {
  return sheetsService() ? asSettingsSay : {};
}

import type { CellPlace } from "../base/place.ts";
import type { Setting, SettingCode } from "../tables/setting-list.ts";
import type { Problem } from "../words/message.ts";

export interface SettingLine {
  readonly code: SettingCode;
  /** Its names and notes in both languages, its type, choices and range. */
  readonly setting: Setting;
  /** As a form shows it: a choice's code, a date as `YYYY-MM-DD`, a time as `HH:MM`; `""` where none is given. */
  readonly value: string;
  /** The value that holds where nobody set one. */
  readonly standard: string;
  readonly problem?: Problem;
  readonly at: CellPlace | null;
}

export interface SettingsView {
  readonly isThere: boolean;
  readonly settings: readonly SettingLine[];
}

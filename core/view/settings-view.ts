import type { CellPlace } from "../base/place.ts";
import { settingRow } from "../register/book-settings.ts";
import { readSetting, settingForForm, standardOf } from "../register/setting-values.ts";
import { defineView } from "../run/view.ts";
import type { Setting } from "../tables/setting.ts";
import { type SettingCode, settingCodes, settingOf } from "../tables/setting-list.ts";
import { nameIn } from "../words/language.ts";
import { type Problem, problem } from "../words/message.ts";
import { cellOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

export interface SettingLine {
  readonly code: SettingCode;
  /** Its names and notes in both languages, its type, choices and range. */
  readonly setting: Setting;
  /** As a form shows it: a choice's code, a date as `YYYY-MM-DD`, a time as `HH:MM`; what cannot be used as it was typed; `""` where none is given. */
  readonly value: string;
  /** The value that holds where nobody set one, as a form shows it. */
  readonly standard: string;
  readonly problem?: Problem;
  readonly at: CellPlace | null;
}

export interface SettingsView {
  readonly isThere: boolean;
  readonly settings: readonly SettingLine[];
}

/** Every setting, whether the workbook has a row for it or not. */
export const settingsView = defineView<SettingsView>({
  id: "settings",
  reads: () => ({ tables: ["settings"], documents: [] }),
  see: (snapshot) => ({
    isThere: snapshot.places.has("settings"),
    settings: settingCodes.map((code) => lineOf(snapshot, code)),
  }),
});

function lineOf(snapshot: Snapshot, code: SettingCode): SettingLine {
  const { language, survey } = snapshot;
  const table = tableIn(snapshot, "settings");
  const row = settingRow(snapshot, code);
  const at = table && row ? cellOf(table, row, "value") : null;
  const typed = row?.values.value.trim() ?? "";
  const { value, wrong } = readSetting(code, typed, language, survey.dateSystem);
  const standard = code === "language" ? language : (readSetting(code, standardOf(code, language), language).value ?? "");
  const isIdle = code === "language" && value !== "" && value !== language;
  const found = wrong ?? (isIdle ? { code: "setting-not-in-force" as const, params: inForce(snapshot) } : undefined);
  return {
    code,
    setting: settingOf(code),
    value: value === undefined ? typed : settingForForm(code, value),
    standard: settingForForm(code, standard),
    ...(found ? { problem: problem("warning", found.code, found.params, at ?? undefined) } : {}),
    at,
  };
}

/** The language was typed in the sheet: the hidden sheet keeps the one that holds until the command takes it over. */
function inForce({ language }: Snapshot): Problem["params"] {
  return { language, setting: nameIn(language, settingOf("language")) };
}

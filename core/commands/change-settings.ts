import { settingRow, settingsIn } from "../register/book-settings.ts";
import { readSetting, type SettingValue, settingForCell, settingNamed, standardOf } from "../register/setting-values.ts";
import { type Context, type Decision, defineCommand, type Item } from "../run/command.ts";
import { key, text } from "../tables/field.ts";
import { noteIn } from "../tables/setting.ts";
import { type SettingCode, settingCodes, settingOf } from "../tables/setting-list.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { type Language, nameIn } from "../words/language.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { afterPatch } from "../workbook/after-patch.ts";
import type { Patch, RowChange } from "../workbook/patch.ts";
import type { Snapshot } from "../workbook/snapshot.ts";

type Wanted = ReadonlyMap<SettingCode, SettingValue>;

/** Changes settings, all of those given or none; blank goes back to the standard. */
export const changeSettings = defineCommand({
  id: "change-settings",
  stage: "workbook",
  title: "command-change-settings",
  help: "help-change-settings",
  input: {},
  items: {
    name: "items",
    zh: "设置",
    en: "Settings",
    fields: {
      setting: key("设置项", "Setting", { required: true }),
      value: text("值", "Value"),
    },
  },
  reads: () => ({ tables: ["settings", "resolutions", "actions", "departments"], documents: trackingDocuments }),
  decide: (snapshot, _input, context, items): Decision => {
    const { wanted, problems } = readItems(items, snapshot.language);
    if (problems.length > 0) return { patch: [], report: [], problems };
    const rows = [...wanted].flatMap(([code, value]) => rowChange(snapshot, code, value));
    const language = languageOf(wanted, snapshot.language);
    const names = rows.map(({ code }) => nameIn(snapshot.language, settingOf(code))).join(snapshot.language === "en" ? ", " : "、");
    const patch = patchOf(
      snapshot,
      rows.map(({ change }) => change),
      wanted,
      context,
    );
    return {
      patch,
      report: [
        rows.length === 0 ? message("settings-kept") : message("settings-changed", { n: rows.length, settings: names }),
        ...(language === snapshot.language ? [] : [message("language-changed", { language })]),
      ],
      problems: warnings(afterPatch(snapshot, patch)),
    };
  },
});

function readItems(items: readonly Item[], language: Language): { readonly wanted: Wanted; readonly problems: readonly Problem[] } {
  const wanted = new Map<SettingCode, SettingValue>();
  const problems: Problem[] = items.length === 0 ? [problem("error", "no-settings-given")] : [];
  for (const item of items) {
    const name = String(item.setting);
    const code = settingNamed(name);
    if (!code) {
      problems.push(problem("error", "setting-unknown", { value: name, known: settingCodes.join(", ") }));
      continue;
    }
    const given = String(item.value).trim();
    const { value, wrong } = readSetting(code, given === "" ? standardIn(code, language) : given, language);
    if (wrong) problems.push(problem("error", wrong.code, wrong.params));
    else if (wanted.has(code) && wanted.get(code) !== value)
      problems.push(problem("error", "setting-twice", { setting: nameIn(language, settingOf(code)) }));
    else wanted.set(code, value);
  }
  return { wanted, problems };
}

/** No language is more standard than the one that a workbook has. */
function standardIn(code: SettingCode, language: Language): string {
  return code === "language" ? language : standardOf(code, language);
}

/** A cell that says the same in other words stays as a person wrote it. */
function rowChange(
  snapshot: Snapshot,
  code: SettingCode,
  value: SettingValue,
): { readonly code: SettingCode; readonly change: RowChange }[] {
  const { language, survey } = snapshot;
  const setting = settingOf(code);
  const row = settingRow(snapshot, code);
  const cell = settingForCell(code, value, language);
  if (!row) {
    const note = noteIn(language, setting);
    return [{ code, change: { key: code, values: { code, name: nameIn(language, setting), value: cell, note } } }];
  }
  if (readSetting(code, row.values.value, language, survey.dateSystem).value === value) return [];
  return [{ code, change: { key: row.key || code, row: row.row, values: row.key === "" ? { code, value: cell } : { value: cell } } }];
}

/** What the live lights and their working days are made from. */
const LIVE: readonly SettingCode[] = [
  "language",
  "weekPattern",
  "bigWeekMonday",
  "dueSoonDays",
  "confirmDays",
  "postponedLimit",
  "spareRows",
];

/**
 * Lights that are there already follow at once. The language is remembered last: cut off before, the
 * command begins again in the language in which it began.
 */
function patchOf(snapshot: Snapshot, rows: readonly RowChange[], wanted: Wanted, context: Context): Patch {
  const language = languageOf(wanted, snapshot.language);
  const settings: Patch = [
    { kind: "table", table: "settings" },
    { kind: "rows", table: "settings", rows },
  ];
  const isLive = snapshot.state.get("made", "live") !== undefined && LIVE.some((code) => wanted.has(code));
  const patch = isLive ? withTracking({ ...snapshot, language }, settings, context) : settings;
  return wanted.has("language") ? [...patch, { kind: "state", entries: [{ kind: "book", key: "language", value: language }] }] : patch;
}

function languageOf(wanted: Wanted, language: Language): Language {
  const given = wanted.get("language");
  return given === "en" || given === "zh-CN" ? given : language;
}

/** What is sound by itself may still want another setting. */
function warnings(after: Snapshot): Problem[] {
  const { weekPattern, bigWeekMonday } = settingsIn(after);
  if (weekPattern !== "alternating" || bigWeekMonday !== null) return [];
  return [problem("warning", "setting-needs-monday", { setting: nameIn(after.language, settingOf("bigWeekMonday")) })];
}

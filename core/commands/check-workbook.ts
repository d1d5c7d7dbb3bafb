import { registerChecks } from "../meeting/register-checks.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { calendarNotes } from "../register/calendar-notes.ts";
import { Roster } from "../register/roster.ts";
import { judge } from "../resolution/soundness.ts";
import { defineCommand } from "../run/command.ts";
import { tableIds, tableOf } from "../tables/tables.ts";
import { isClosed } from "../tracking/light.ts";
import { overwritten } from "../tracking/overwritten.ts";
import { nameIn } from "../words/language.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { cellOf, rowByKey, rowsOf, type Snapshot, tableIn } from "../workbook/snapshot.ts";

/** Says everything that is wrong with the register, with its cells; changes nothing. */
export const checkWorkbook = defineCommand({
  id: "check-workbook",
  stage: "workbook",
  title: "command-check-workbook",
  help: "help-check-workbook",
  input: {},
  reads: () => ({ tables: tableIds, documents: [] }),
  decide: (snapshot, _input, context) => {
    const settings = settingsIn(snapshot);
    const calendar = calendarIn(snapshot, settings);
    const problems: Problem[] = [
      ...missingTables(snapshot),
      ...[...snapshot.tables.values()].flatMap((table) => table.problems),
      ...commitments(snapshot),
      ...references(snapshot),
      ...registerChecks(snapshot, calendar, context.today),
      ...guards(snapshot),
      ...overwritten(snapshot),
      ...settings.problems,
      ...calendarNotes(calendar, context.today, context.today + 90),
    ];
    const rows = [...snapshot.tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
    return { patch: [], report: [message("workbook-checked", { tables: snapshot.tables.size, rows, n: problems.length })], problems };
  },
});

/** A workbook that Concord set up should have all its sheets; a planner's own needs only meetings or actions. */
function missingTables(snapshot: Snapshot): Problem[] {
  const missing = tableIds.filter((id) => !snapshot.places.has(id));
  if (missing.length === tableIds.length) return [problem("error", "no-tables")];
  return missing
    .filter((id) => snapshot.state.get("made", id) !== undefined)
    .map((id) =>
      problem("error", "table-missing", { table: nameIn(snapshot.language, tableOf(id)), sheet: snapshot.state.get("made", id) ?? "" }),
    );
}

/** Every open resolution and action can be carried out. */
function commitments(snapshot: Snapshot): Problem[] {
  const roster = new Roster(snapshot);
  return (["resolutions", "actions"] as const).flatMap((id) => {
    const table = tableIn(snapshot, id);
    if (!table) return [];
    return table.rows.flatMap((row) => {
      if (isClosed(row.values.status) || row.values.task === "" || row.values.status === "split") return [];
      const held = rowByKey(snapshot, "meetings", row.values.meeting)?.values.date;
      const at = (field: string): { value: string | number | null; at: ReturnType<typeof cellOf> } => ({
        value: (row.values as Record<string, string | number | null>)[field] ?? null,
        at: cellOf(table, row, field),
      });
      const isUnread = "due" in row.raw && row.values.due === null;
      return judge(
        {
          label: row.key || row.values.task.slice(0, 20),
          text: at("task"),
          department: at("department"),
          owner: at("owner"),
          due: at("due"),
          binds: !isUnread,
        },
        held ?? -1e6,
        roster,
      );
    });
  });
}

/** What is referred to exists. */
function references(snapshot: Snapshot): Problem[] {
  const links = [
    ["resolutions", "meeting", "meetings"],
    ["actions", "meeting", "meetings"],
    ["actions", "resolution", "resolutions"],
    ["topics", "meeting", "meetings"],
    ["openQuestions", "meeting", "meetings"],
    ["attendance", "meeting", "meetings"],
  ] as const;
  return links.flatMap(([from, field, to]) => {
    const table = tableIn(snapshot, from);
    const target = tableIn(snapshot, to);
    if (!table || !target) return [];
    return rowsOf(snapshot, from).flatMap((row): Problem[] => {
      const value = String((row.values as Readonly<Record<string, unknown>>)[field] ?? "");
      return value === "" || target.byKey.has(value)
        ? []
        : [problem("warning", "reference-unknown", { value, table: nameIn(snapshot.language, tableOf(to)) }, cellOf(table, row, field))];
    });
  });
}

/** Sheets that keep Concord from writing. */
function guards(snapshot: Snapshot): Problem[] {
  const ours = new Set([...snapshot.places.values()].map((place) => place.sheet));
  return snapshot.survey.sheets
    .filter((sheet) => ours.has(sheet.name))
    .flatMap((sheet) => [
      ...(sheet.isProtected ? [problem("warning", "sheet-is-protected", { sheet: sheet.name })] : []),
      ...(sheet.isFiltered ? [problem("note", "sheet-is-filtered", { sheet: sheet.name })] : []),
    ]);
}

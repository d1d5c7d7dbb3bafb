import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { formatNumber } from "../register/numbers.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { sampleFactory } from "../sample/sample-factory.ts";
import type { Value } from "../tables/field.ts";
import { type TableId, tableIds, tableOf } from "../tables/tables.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message, problem } from "../words/message.ts";
import type { Change, RowChange } from "../workbook/patch.ts";
import { rowKey } from "../workbook/read-table.ts";
import { rowsOf, type Snapshot } from "../workbook/snapshot.ts";
import { setUpPatch } from "./set-up-workbook.ts";

/** Fills an empty register with a factory that does not exist, dated around today. */
export const loadSample = defineCommand({
  id: "load-sample",
  stage: "workbook",
  title: "command-load-sample",
  help: "help-load-sample",
  makesWorkbook: true,
  input: {},
  reads: () => ({ tables: tableIds, documents: trackingDocuments }),
  decide: (snapshot, _input, context): Decision => {
    const settings = settingsIn(snapshot);
    // The sample's own closures are among its rows: once loaded they must not move its dates.
    const calendar = calendarIn({ ...snapshot, tables: new Map() }, settings);
    const sample = sampleFactory({
      today: context.today,
      language: snapshot.language,
      calendar,
      meetingNo: (date, seq) => formatNumber(settings.meetingPattern, date, seq),
    });
    const meetings = new Set((sample.meetings ?? []).map(({ no }) => no ?? ""));
    const strangers = rowsOf(snapshot, "meetings").filter(({ key }) => key !== "" && !meetings.has(key));
    if (strangers.length > 0) return { patch: [], report: [], problems: [problem("error", "sample-not-empty", { n: strangers.length })] };
    const company = sample.settings?.find(({ code }) => code === "company")?.value ?? "";
    const rows = tableIds.flatMap((table): Change[] => {
      const given = sample[table];
      return given === undefined || table === "settings"
        ? []
        : [{ kind: "rows", table, rows: given.map((values) => rowOf(table, values)) }];
    });
    const setUp = setUpPatch(snapshot, { company, organiser: "" }, context).filter((change) => isBasis(change));
    const filled = withoutKnown(snapshot, rows);
    const patch = withTracking(snapshot, [...setUp, ...filled], context);
    return {
      patch,
      report: [
        message("sample-loaded", { meetings: meetings.size, actions: sample.actions?.length ?? 0, products: sample.products?.length ?? 0 }),
      ],
      problems: [],
    };
  },
});

/** The sheets and settings of a set-up; the sample brings its own departments, and lights come last. */
function isBasis(change: Change): boolean {
  return change.kind === "table" || (change.kind === "rows" && change.table === "settings");
}

/** Rows that are there already stay as a person has them. */
function withoutKnown(snapshot: Snapshot, changes: readonly Change[]): Change[] {
  return changes.map((change) => {
    if (change.kind !== "rows") return change;
    const known = snapshot.tables.get(change.table)?.byKey;
    return { ...change, rows: change.rows.filter(({ key }) => !known?.has(key)) };
  });
}

function rowOf(table: TableId, values: object): RowChange {
  const record = values as Readonly<Record<string, Value>>;
  return { key: rowKey(tableOf(table), record), values: record };
}

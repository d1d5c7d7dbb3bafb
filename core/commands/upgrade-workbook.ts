import { defineCommand } from "../run/command.ts";
import { tableIds } from "../tables/tables.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message } from "../words/message.ts";
import { missingColumns } from "../workbook/missing-columns.ts";
import type { Change } from "../workbook/patch.ts";
import { SCHEMA_VERSION } from "../workbook/state.ts";

/** Brings a workbook of an older Concord up to this one; it only adds. */
export const upgradeWorkbook = defineCommand({
  id: "upgrade-workbook",
  stage: "workbook",
  title: "command-upgrade-workbook",
  help: "help-upgrade-workbook",
  input: {},
  reads: () => ({ tables: tableIds, documents: trackingDocuments }),
  decide: (snapshot, _input, context) => {
    const columns = missingColumns(snapshot);
    const looks = tableIds
      .filter((id) => snapshot.places.has(id) && snapshot.state.get("made", id) !== undefined)
      .map((table): Change => ({ kind: "table", table }));
    const isOld = Number(snapshot.state.get("book", "schema") ?? SCHEMA_VERSION) < SCHEMA_VERSION;
    const version: Change[] = isOld ? [{ kind: "state", entries: [{ kind: "book", key: "schema", value: String(SCHEMA_VERSION) }] }] : [];
    const patch = withTracking(snapshot, [...looks, ...columns, ...version], context);
    return { patch, report: [message(columns.length === 0 && !isOld ? "up-to-date" : "upgraded", { n: columns.length })], problems: [] };
  },
});

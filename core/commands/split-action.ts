import { isSame, type Owner, ownersOf } from "../meeting/owners.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { ownerProblems } from "../resolution/soundness.ts";
import { type Context, type Decision, defineCommand } from "../run/command.ts";
import { key, text, type Value } from "../tables/field.ts";
import { causeIn, keepingTrack } from "../tracking/keep-track.ts";
import { closedProblem, type LivingItem, lifeReads, livingItem, stepTo } from "../tracking/life.ts";
import { isClosed } from "../tracking/light.ts";
import { withTracking } from "../tracking/with-tracking.ts";
import { message, say } from "../words/message.ts";
import type { Patch, RowChange } from "../workbook/patch.ts";
import { rowsOf, type Snapshot, type TableRow } from "../workbook/snapshot.ts";

/**
 * What several people owe, or everybody at a meeting, becomes an action for each of them: an action stays
 * as that of the first, a resolution is split.
 */
export const splitAction = defineCommand({
  id: "split-action",
  stage: "follow",
  title: "command-split-action",
  help: "help-split-action",
  input: {
    item: key("事项编号", "Item no.", { required: true }),
    owners: text("责任人", "Owners", { suggest: { table: "people", field: "name" } }),
  },
  reads: () => ({ ...lifeReads, tables: [...lifeReads.tables, "attendance", "series"] }),
  decide: (register, { item, owners }, context) => {
    // The reason stays with the event, so that running again knows whom the item was split among.
    const cause = causeIn(context, { reason: say(register.language, "split-reason") });
    const kept = keepingTrack(register, context, cause, (snapshot) => split(snapshot, item, owners, context));
    return { ...kept, patch: kept.patch.length === 0 ? [] : withTracking(register, kept.patch, context) };
  },
});

function split(snapshot: Snapshot, no: string, given: string, context: Context): Decision {
  const item = livingItem(snapshot, no, true);
  if ("code" in item) return { patch: [], report: [], problems: [item] };
  if (isClosed(item.status)) return { patch: [], report: [], problems: [closedProblem(item)] };
  const owners = ownersOf(snapshot, item, given);
  if ("code" in owners) return { patch: [], report: [], problems: [owners] };
  const siblings = siblingsOf(snapshot, item);
  const left = owners.filter((owner) => !siblings.some(({ values }) => isSame(owner, values)));
  const kept = item.table === "actions" ? (left.find((owner) => isSame(owner, item.row.values)) ?? left[0]) : undefined;
  const numbers = new Numbers(snapshot);
  const rows = left.filter((owner) => owner !== kept).map((owner) => partFor(item, owner, numbers, context));
  const own = kept ? keptBy(item, kept, context) : item.table === "resolutions" ? stepTo(item, { status: "split" }) : {};
  const parts: Patch =
    rows.length === 0
      ? []
      : [
          { kind: "table", table: "actions" },
          { kind: "rows", table: "actions", rows },
          { kind: "state", entries: numbers.entries() },
        ];
  const roster = new Roster(snapshot);
  const isDone = rows.length === 0 && Object.keys(own).length === 0;
  const comma = snapshot.language === "en" ? ", " : "、";
  const names = owners.map(({ owner, department }) => owner || department);
  return {
    patch: isDone ? [] : [...parts, { kind: "rows", table: item.table, rows: [{ key: no, values: own }] }],
    report: [message(isDone ? "already-one-each" : "split-one-each", { no, n: names.length, names: names.join(comma) })],
    problems: isDone ? [] : left.flatMap(({ owner }) => ownerProblems(no, owner, roster)),
  };
}

/** The actions that say the same below the same resolution or meeting. */
function siblingsOf(snapshot: Snapshot, { table, row }: LivingItem): readonly TableRow<"actions">[] {
  const { task, meeting } = row.values;
  const resolution = resolutionOf({ table, row });
  return rowsOf(snapshot, "actions").filter(
    ({ key: other, values }) =>
      other !== row.key && values.task === task && values.resolution === resolution && (resolution !== "" || values.meeting === meeting),
  );
}

function resolutionOf({ row }: Pick<LivingItem, "table" | "row">): string {
  return "resolution" in row.values ? row.values.resolution : row.key;
}

function partFor(item: LivingItem, owner: Owner, numbers: Numbers, context: Context): RowChange {
  const { task, meeting, due, support } = item.row.values;
  const resolution = resolutionOf(item);
  const no = numbers.below(meeting || resolution || item.row.key, "A");
  const doneWhen: Value = "doneWhen" in item.row.values ? item.row.values.doneWhen : "";
  // What was put off before it was split is as late as it was: a part is measured by the first date, too.
  const promised = { firstDue: item.row.values.firstDue ?? due, postponed: item.row.values.postponed ?? 0 };
  const begun = { status: "assigned", assignedOn: context.today, carried: 0, ...promised };
  return { key: no, values: { no, task, ...owner, support, due, doneWhen, resolution, meeting, ...begun } };
}

/** Whoever keeps the item confirms it anew: it is another one now. */
function keptBy(item: LivingItem, owner: Owner, context: Context): Readonly<Record<string, Value>> {
  const said = stepTo(item, { ...owner });
  if (Object.keys(said).length === 0) return {};
  return { ...said, ...stepTo(item, { status: "assigned", assignedOn: context.today, confirmedOn: null }) };
}

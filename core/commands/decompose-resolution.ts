import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { judge, labelOf } from "../resolution/soundness.ts";
import { type Context, type Decision, defineCommand, type Item } from "../run/command.ts";
import { date, key, long, type RowOf, text, type Value } from "../tables/field.ts";
import type { Tables } from "../tables/tables.ts";
import { causeIn, keepingTrack } from "../tracking/keep-track.ts";
import { isClosed } from "../tracking/light.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowByKey, rowsOf, type Snapshot } from "../workbook/snapshot.ts";

/** Splits a resolution into actions; it then closes when all of them are verified. */
export const decomposeResolution = defineCommand({
  id: "decompose-resolution",
  stage: "follow",
  title: "command-decompose-resolution",
  help: "help-decompose-resolution",
  input: { resolution: key("决议编号", "Resolution no.", { required: true }) },
  items: {
    name: "actions",
    zh: "待办事项",
    en: "Actions",
    fields: {
      task: long("任务描述", "Task", { required: true }),
      department: text("责任部门", "Department"),
      owner: text("责任人", "Owner"),
      support: text("协办部门", "Support"),
      due: date("完成时限", "Due"),
      doneWhen: long("完成标准", "Done when"),
    },
  },
  reads: () => ({ tables: ["resolutions", "actions", "history", "meetings", "people", "departments"], documents: trackingDocuments }),
  decide: (register, input, context, items) => {
    const kept = keepingTrack(register, context, causeIn(context), (snapshot) => decompose(snapshot, input.resolution, context, items));
    return { ...kept, patch: kept.patch.length === 0 ? [] : withTracking(register, kept.patch, context) };
  },
});

/** What runs past the first date of its resolution is measured by that: to split what is late makes nothing on time. */
function promisedBy({ firstDue, postponed }: RowOf<Tables["resolutions"]>, due: Value): Record<string, Value> {
  const isPast = firstDue !== null && typeof due === "number" && due > firstDue;
  return isPast ? { firstDue, postponed: postponed ?? 0 } : { firstDue: due, postponed: 0 };
}

function decompose(snapshot: Snapshot, no: string, context: Context, items: readonly Item[]): Decision {
  const resolution = rowByKey(snapshot, "resolutions", no);
  if (!resolution) return { patch: [], report: [], problems: [problem("error", "resolution-unknown", { no })] };
  if (isClosed(resolution.values.status)) return { patch: [], report: [], problems: [problem("error", "resolution-closed", { no })] };
  if (items.length === 0) return { patch: [], report: [], problems: [problem("error", "no-actions-given", { no })] };
  const numbers = new Numbers(snapshot);
  const roster = new Roster(snapshot);
  const meetingDate =
    rowByKey(snapshot, "meetings", resolution.values.meeting)?.values.date ?? resolution.values.assignedOn ?? context.today;
  const existing = rowsOf(snapshot, "actions").filter(({ values }) => values.resolution === resolution.key);
  const fresh = items.filter((item) => !existing.some(({ values }) => values.task === item.task));
  const whole = fresh.map(
    (item): Record<string, Value> => ({
      ...item,
      department: item.department || resolution.values.department,
      owner: item.owner || resolution.values.owner,
      due: item.due ?? resolution.values.due,
    }),
  );
  const problems = whole.flatMap((item) =>
    judge(
      {
        label: labelOf(item.task ?? ""),
        text: { value: item.task ?? "" },
        department: { value: item.department ?? "" },
        owner: { value: item.owner ?? "" },
        due: { value: item.due ?? null },
        binds: true,
      },
      meetingDate,
      roster,
    ),
  );
  const last = resolution.values.due;
  for (const item of whole)
    if (last !== null && typeof item.due === "number" && item.due > last)
      problems.push(problem("warning", "action-after-resolution", { item: labelOf(item.task ?? "") }));
  if (problems.some(({ severity }) => severity === "error")) return { patch: [], report: [], problems };
  const parent = resolution.values.meeting || resolution.key;
  const rows = whole.map((item): RowChange => {
    const number = numbers.below(parent, "A");
    return {
      key: number,
      values: {
        ...item,
        no: number,
        resolution: resolution.key,
        meeting: resolution.values.meeting,
        status: "assigned",
        assignedOn: context.today,
        carried: 0,
        ...promisedBy(resolution.values, item.due ?? null),
      },
    };
  });
  const split = resolution.values.status === "split" ? {} : { status: "split" };
  return {
    patch: [
      { kind: "table", table: "actions" },
      { kind: "rows", table: "actions", rows },
      { kind: "state", entries: numbers.entries() },
      { kind: "rows", table: "resolutions", rows: [{ key: resolution.key, values: split }] },
    ],
    report: [message(rows.length === 0 ? "already-split" : "resolution-split", { no: resolution.key, n: rows.length })],
    problems,
  };
}

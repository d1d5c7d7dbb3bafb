import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { judge, labelOf } from "../resolution/soundness.ts";
import { defineCommand } from "../run/command.ts";
import { date, key, long, text, type Value } from "../tables/field.ts";
import { isClosed } from "../tracking/light.ts";
import { trackingDocuments, withTracking } from "../tracking/with-tracking.ts";
import { message, problem } from "../words/message.ts";
import type { RowChange } from "../workbook/patch.ts";
import { rowByKey, rowsOf } from "../workbook/snapshot.ts";

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
  reads: () => ({ tables: ["resolutions", "actions", "meetings", "people", "departments"], documents: trackingDocuments }),
  decide: (snapshot, input, context, items) => {
    const resolution = rowByKey(snapshot, "resolutions", input.resolution);
    if (!resolution) return { patch: [], report: [], problems: [problem("error", "resolution-unknown", { no: input.resolution })] };
    if (isClosed(resolution.values.status))
      return { patch: [], report: [], problems: [problem("error", "resolution-closed", { no: input.resolution })] };
    if (items.length === 0) return { patch: [], report: [], problems: [problem("error", "no-actions-given", { no: input.resolution })] };
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
      const no = numbers.below(parent, "A");
      return {
        key: no,
        values: {
          ...item,
          no,
          resolution: resolution.key,
          meeting: resolution.values.meeting,
          status: "assigned",
          assignedOn: context.today,
          carried: 0,
          postponed: 0,
          firstDue: item.due ?? null,
          lastDue: item.due ?? null,
          lastStatus: "assigned",
        },
      };
    });
    const split = resolution.values.status === "split" ? {} : { status: "split", lastStatus: "split" };
    const patch = withTracking(
      snapshot,
      [
        { kind: "table", table: "actions" },
        { kind: "rows", table: "actions", rows },
        { kind: "state", entries: numbers.entries() },
        { kind: "rows", table: "resolutions", rows: [{ key: resolution.key, values: split }] },
      ],
      context,
    );
    return {
      patch,
      report: [message(rows.length === 0 ? "already-split" : "resolution-split", { no: resolution.key, n: rows.length })],
      problems,
    };
  },
});

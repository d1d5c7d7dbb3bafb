import { Roster } from "../register/roster.ts";
import { ownerProblems } from "../resolution/soundness.ts";
import { defineCommand } from "../run/command.ts";
import { long, text } from "../tables/field.ts";
import { closedProblem, itemNumbers, lifeReads, stepTo, takeSteps } from "../tracking/life.ts";
import { isClosed } from "../tracking/light.ts";
import { problem } from "../words/message.ts";

/** An item goes to somebody else, who has to confirm it anew. */
export const reassignAction = defineCommand({
  id: "reassign-action",
  stage: "follow",
  title: "command-reassign-action",
  help: "help-reassign-action",
  input: {
    items: itemNumbers,
    owner: text("责任人", "Owner", { suggest: { table: "people", field: "name" } }),
    department: text("责任部门", "Department", { suggest: { table: "departments", field: "name" } }),
    support: text("协办部门", "Support"),
    reason: long("改派原因", "Reason", { required: true }),
  },
  reads: () => lifeReads,
  decide: (register, { items, owner, department, support, reason }, context) =>
    takeSteps(register, context, {
      items,
      cause: { reason },
      done: "items-reassigned",
      decide: (item, snapshot) => {
        const { key, values } = item.row;
        if (isClosed(item.status)) return closedProblem(item);
        if (owner === "" && department === "") return problem("error", "owner-missing", { item: key }, item.at("owner"));
        const roster = new Roster(snapshot);
        const unit = department || (roster.person(owner)?.department ?? values.department);
        const said = stepTo(item, { owner, department: unit });
        const more = support === "" ? {} : stepTo(item, { support });
        if (Object.keys(said).length === 0) return { values: more };
        const anew = stepTo(item, { status: "assigned", assignedOn: context.today, confirmedOn: null });
        return { values: { ...said, ...more, ...anew }, problems: ownerProblems(key, owner, roster) };
      },
    }),
});

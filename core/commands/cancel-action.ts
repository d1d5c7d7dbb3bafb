import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { defineCommand } from "../run/command.ts";
import { long, text } from "../tables/field.ts";
import { closedProblem, itemNumbers, lifeReads, stepTo, takeSteps } from "../tracking/life.ts";

/** An item is not carried out any more, by somebody's decision and for a reason. */
export const cancelAction = defineCommand({
  id: "cancel-action",
  stage: "follow",
  title: "command-cancel-action",
  help: "help-cancel-action",
  input: {
    items: itemNumbers,
    reason: long("取消原因", "Reason", { required: true }),
    approvedBy: text("批准人", "Approved by", { suggest: { table: "people", field: "name" } }),
    onBehalf,
  },
  reads: () => lifeReads,
  decide: (register, { items, reason, approvedBy, onBehalf: standIn }, context) => {
    const standing = asOrganiser(register, context, standIn);
    const taken = takeSteps(register, context, {
      items,
      cause: { reason, approvedBy },
      done: "items-cancelled",
      decide: (item) => {
        if (item.status === "cancelled") return { values: {} };
        if (item.status === "done" || item.status === "verified") return closedProblem(item);
        return { values: stepTo(item, { status: "cancelled", reason }) };
      },
    });
    return { ...taken, report: [...taken.report, ...standing.report], problems: [...taken.problems, ...standing.problems] };
  },
});

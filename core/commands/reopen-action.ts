import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { daysSettled } from "../resolution/status.ts";
import { defineCommand } from "../run/command.ts";
import { long } from "../tables/field.ts";
import { itemNumbers, lifeReads, stepTo, takeSteps } from "../tracking/life.ts";
import { isClosed } from "../tracking/light.ts";

/** What was closed is taken up again: not accepted, or called off too early. Its next finish is dated by itself. */
export const reopenAction = defineCommand({
  id: "reopen-action",
  stage: "follow",
  title: "command-reopen-action",
  help: "help-reopen-action",
  input: {
    items: itemNumbers,
    reason: long("重新打开原因", "Reason", { required: true }),
    onBehalf,
  },
  reads: () => lifeReads,
  decide: (register, { items, reason, onBehalf: standIn }, context) => {
    const standing = asOrganiser(register, context, standIn);
    const taken = takeSteps(register, context, {
      items,
      cause: { reason },
      done: "items-reopened",
      decide: (item) => {
        if (!isClosed(item.status)) return { values: {} };
        const before = { ...item.row.values, status: item.status };
        const said = { status: "inProgress", verifiedBy: "", reason: item.row.values.reason || reason };
        return { values: stepTo(item, { ...said, ...daysSettled("inProgress", context.today, before) }) };
      },
    });
    return { ...taken, report: [...taken.report, ...standing.report], problems: [...taken.problems, ...standing.problems] };
  },
});

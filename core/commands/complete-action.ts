import { toIso } from "../base/plain-date.ts";
import { defineCommand } from "../run/command.ts";
import { date, long, text } from "../tables/field.ts";
import { closedProblem, dayToCome, itemNumbers, lifeReads, noted, stepTo, takeSteps } from "../tracking/life.ts";
import { problem } from "../words/message.ts";

/** An item is done, with its day and what proves it; until it is verified, both can be put right. */
export const completeAction = defineCommand({
  id: "complete-action",
  stage: "follow",
  title: "command-complete-action",
  help: "help-complete-action",
  input: {
    items: itemNumbers,
    on: date("实际完成时间", "Done on"),
    evidence: text("完成凭证", "Evidence"),
    note: long("完成情况", "Result"),
  },
  reads: () => lifeReads,
  decide: (snapshot, { items, on, evidence, note }, context) =>
    takeSteps(snapshot, context, {
      items,
      done: "items-completed",
      decide: (item, { language }) => {
        const { values } = item.row;
        if (item.status === "verified" || item.status === "cancelled") return closedProblem(item);
        const day = on ?? values.doneOn ?? context.today;
        const result = noted(item, note, day, language);
        if (typeof result !== "string") return result;
        const said = {
          status: "done",
          doneOn: day,
          result,
          evidence: evidence || values.evidence,
          progress: values.progress === null ? null : 1,
        };
        const { assignedOn } = values;
        const dates = { item: item.row.key, done: toIso(day), assigned: toIso(assignedOn ?? day) };
        const early = problem("warning", "done-before-assigned", dates, item.at("doneOn"));
        const isEarly = assignedOn !== null && day < assignedOn;
        return dayToCome(item, day, context.today) ?? { values: stepTo(item, said), problems: isEarly ? [early] : [] };
      },
    }),
});

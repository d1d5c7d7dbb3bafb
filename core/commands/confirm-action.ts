import { defineCommand } from "../run/command.ts";
import { date, long } from "../tables/field.ts";
import { closedProblem, dayToCome, itemNumbers, lifeReads, noted, stepTo, takeSteps } from "../tracking/life.ts";
import { isClosed } from "../tracking/light.ts";

/** The owner takes an item on (clause 三(四)2). */
export const confirmAction = defineCommand({
  id: "confirm-action",
  stage: "follow",
  title: "command-confirm-action",
  help: "help-confirm-action",
  input: { items: itemNumbers, on: date("确认日期", "Confirmed on"), note: long("说明", "Note") },
  reads: () => lifeReads,
  decide: (snapshot, { items, on, note }, context) =>
    takeSteps(snapshot, context, {
      items,
      done: "items-confirmed",
      decide: (item, { language }) => {
        if (isClosed(item.status)) return closedProblem(item);
        const day = on ?? item.row.values.confirmedOn ?? context.today;
        const result = noted(item, note, day, language);
        if (typeof result !== "string") return result;
        const status = item.status === "assigned" || item.status === "" ? "confirmed" : item.status;
        return dayToCome(item, day, context.today) ?? { values: stepTo(item, { status, confirmedOn: day, result }) };
      },
    }),
});

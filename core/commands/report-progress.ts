import { defineCommand } from "../run/command.ts";
import { long, percent } from "../tables/field.ts";
import { closedProblem, itemNumbers, lifeReads, noted, stepTo, takeSteps } from "../tracking/life.ts";
import { isClosed } from "../tracking/light.ts";
import { shareOf } from "../tracking/progress.ts";
import { problem } from "../words/message.ts";

/** How far an item is: a percentage, a note, or both. */
export const reportProgress = defineCommand({
  id: "report-progress",
  stage: "follow",
  title: "command-report-progress",
  help: "help-report-progress",
  input: {
    items: itemNumbers,
    progress: percent("进度%", "Progress"),
    note: long("进展说明", "Progress note"),
  },
  reads: () => lifeReads,
  decide: (snapshot, { items, progress, note }, context) =>
    takeSteps(snapshot, context, {
      items,
      done: "progress-reported",
      decide: (item, { language }) => {
        if (isClosed(item.status)) return closedProblem(item);
        const share = shareOf(progress);
        if (share !== null && (share < 0 || share > 1)) return problem("error", "progress-out-of-range", { item: item.row.key });
        if (share === null && note === "") return problem("error", "progress-missing", { item: item.row.key });
        const result = noted(item, note, context.today, language);
        if (typeof result !== "string") return result;
        const values = stepTo(item, { status: "inProgress", result, ...(share === null ? {} : { progress: share }) });
        return { values, problems: share === 1 ? [problem("note", "progress-whole", { item: item.row.key })] : [] };
      },
    }),
});

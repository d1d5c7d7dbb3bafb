import { toIso } from "../base/plain-date.ts";
import { foldText, splitNames } from "../base/text.ts";
import { asOrganiser, onBehalf } from "../register/organiser.ts";
import { showStatus } from "../resolution/status.ts";
import { defineCommand } from "../run/command.ts";
import { date, long, text } from "../tables/field.ts";
import { dayToCome, itemNumbers, lifeReads, noted, stepTo, takeSteps } from "../tracking/life.ts";
import { type Problem, problem } from "../words/message.ts";

/** The organiser has seen that an item is done (clause 二(一)): only now it is over. */
export const verifyAction = defineCommand({
  id: "verify-action",
  stage: "follow",
  title: "command-verify-action",
  help: "help-verify-action",
  input: {
    items: itemNumbers,
    on: date("验收日期", "Verified on"),
    by: text("验收人", "Verified by", { suggest: { table: "people", field: "name" } }),
    note: long("验收意见", "Remark"),
    onBehalf,
  },
  reads: () => lifeReads,
  decide: (register, { items, on, by, note, onBehalf: reason }, context) => {
    const standing = asOrganiser(register, context, reason);
    const taken = takeSteps(register, context, {
      items,
      done: "items-verified",
      decide: (item, { language }) => {
        const { key, values } = item.row;
        if (item.status === "verified") return { values: {} };
        const params = { item: key, before: showStatus(item.status || "assigned", language), after: showStatus("verified", language) };
        if (item.status !== "done") return problem("error", "status-impossible", params, item.at("status"));
        if (values.doneOn === null) return problem("error", "done-undated", { item: key }, item.at("doneOn"));
        const day = on ?? values.verifiedOn ?? context.today;
        const dates = { item: key, done: toIso(values.doneOn), verified: toIso(day) };
        if (day < values.doneOn) return problem("error", "verified-before-done", dates, item.at("doneOn"));
        const result = noted(item, note, day, language);
        if (typeof result !== "string") return result;
        const verifiedBy = by || values.verifiedBy || context.user.name;
        const said = stepTo(item, { status: "verified", verifiedOn: day, verifiedBy, result });
        return dayToCome(item, day, context.today) ?? { values: said, problems: ownWork(key, values.owner, verifiedBy) };
      },
    });
    return { ...taken, report: [...taken.report, ...standing.report], problems: [...taken.problems, ...standing.problems] };
  },
});

function ownWork(item: string, owner: string, by: string): Problem[] {
  const isOwn = by !== "" && splitNames(owner).some((name) => foldText(name) === foldText(by));
  return isOwn ? [problem("warning", "verified-by-owner", { item, owner: by })] : [];
}

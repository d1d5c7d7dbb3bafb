import { toIso } from "../base/plain-date.ts";
import { settingsIn } from "../register/book-settings.ts";
import { defineCommand } from "../run/command.ts";
import { date, long, text } from "../tables/field.ts";
import { closedProblem, itemNumbers, lifeReads, stepTo, takeSteps } from "../tracking/life.ts";
import { isClosed } from "../tracking/light.ts";
import { message, type Problem, problem, say } from "../words/message.ts";

/** An item gets more time: with a reason, approved by somebody; its first date stays what it is measured by. */
export const postponeAction = defineCommand({
  id: "postpone-action",
  stage: "follow",
  title: "command-postpone-action",
  help: "help-postpone-action",
  input: {
    items: itemNumbers,
    newDue: date("申请新时限", "New due", { required: true }),
    reason: long("延期原因", "Reason", { required: true }),
    measures: long("已采取措施", "Measures taken"),
    impact: long("对产销影响", "Impact"),
    approvedBy: text("批准人", "Approved by", { suggest: { table: "people", field: "name" } }),
  },
  reads: () => lifeReads,
  decide: (register, { items, newDue, reason, measures, impact, approvedBy }, context) => {
    const { language } = register;
    const limit = settingsIn(register).postponedLimit;
    const parts = [
      ...(measures === "" ? [] : [message("measures-taken", { measures })]),
      ...(impact === "" ? [] : [message("impact-of", { impact })]),
    ];
    const why = [reason, ...parts.map(({ code, params }) => say(language, code, params))].join(say(language, "reason-join"));
    return takeSteps(register, context, {
      items,
      cause: { reason: why, approvedBy },
      done: "items-postponed",
      decide: (item) => {
        const { key, values } = item.row;
        if (isClosed(item.status)) return closedProblem(item);
        if (newDue === null || newDue === values.due) return { values: {} };
        const due = toIso(newDue);
        if (newDue < context.today) return problem("error", "new-due-past", { item: key, due }, item.at("due"));
        if (values.due === null) return { values: stepTo(item, { due: newDue }) };
        if (newDue < values.due) return problem("error", "new-due-earlier", { item: key, due, before: toIso(values.due) }, item.at("due"));
        const postponed = (values.postponed ?? 0) + 1;
        const problems: Problem[] = [];
        if (approvedBy === "") problems.push(problem("warning", "postponed-unapproved", { item: key, due }, item.at("due")));
        if (postponed >= limit) problems.push(problem("warning", "postponed-often", { item: key, n: postponed }, item.at("postponed")));
        return { values: stepTo(item, { status: "postponed", due: newDue, postponed, reason }), problems };
      },
    });
  },
});

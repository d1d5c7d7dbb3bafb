import { type PlanTarget, planWrites } from "../planning/plan-writes.ts";
import { planningTables, readPlanning } from "../planning/read-planning.ts";
import { settingsIn } from "../register/book-settings.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { number, text } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";

/** Writes figures of a proposal into the production plan: what each product is to be made, in which period, on which line. */
export const adoptPlan = defineCommand({
  id: "adopt-plan",
  stage: "hold",
  title: "command-adopt-plan",
  help: "help-adopt-plan",
  input: {},
  items: {
    name: "plan",
    zh: "计划数量",
    en: "Planned quantities",
    fields: {
      product: text("产品编码", "Product", { required: true, suggest: { table: "products", field: "product" } }),
      period: text("期间", "Period", { required: true }),
      line: text("产线", "Line", { suggest: { table: "lines", field: "line" } }),
      quantity: number("计划数量", "Planned", { required: true }),
    },
  },
  reads: () => ({ tables: planningTables, documents: [] }),
  decide: (snapshot, _input, context, items): Decision => {
    const settings = settingsIn(snapshot);
    if (items.length === 0) return { patch: [], report: [], problems: [problem("error", "no-plan-given")] };
    const below = items.filter(({ quantity }) => Number(quantity) < 0);
    if (below.length > 0)
      return {
        patch: [],
        report: [],
        problems: below.map(({ product, period }) =>
          problem("error", "plan-below-zero", { product: String(product), period: String(period) }),
        ),
      };
    const targets = items as unknown as readonly PlanTarget[];
    const { changes, problems, changed } = planWrites(snapshot, readPlanning(snapshot, settings.balance, context.today), targets);
    return { patch: changes, report: [message(changed === 0 ? "plan-stands" : "plan-adopted", { n: changed })], problems };
  },
});

import { asTheTablesSay } from "../effects/as-the-tables-say.ts";
import { changeRows } from "../effects/change-rows.ts";
import { Numbers } from "../register/numbers.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { choice, key, long, number, text } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

/** Says what a resolution is expected to change in the plan, the forecast or the orders, so that the next meeting can see whether it did. */
export const expectChanges = defineCommand({
  id: "expect-changes",
  stage: "hold",
  title: "command-expect-changes",
  help: "help-expect-changes",
  input: { resolution: key("决议编号", "Resolution no.", { required: true }) },
  items: {
    name: "changes",
    zh: "预期变动",
    en: "Expected changes",
    fields: {
      kind: choice("changeKind", "变动对象", "What changes"),
      product: text("产品编码", "Product", { required: true, suggest: { table: "products", field: "product" } }),
      period: text("期间", "Period", { required: true }),
      amount: number("增减数量", "Change by", { required: true }),
      line: text("产线", "Line", { suggest: { table: "lines", field: "line" } }),
      note: long("备注", "Remark"),
    },
  },
  reads: () => ({ tables: ["resolutions", "expectedChanges", "products"], documents: [] }),
  decide: (snapshot, input, context, items): Decision => {
    const refuse = (...problems: readonly Problem[]): Decision => ({ patch: [], report: [], problems });
    const resolution = rowByKey(snapshot, "resolutions", input.resolution);
    if (!resolution) return refuse(problem("error", "resolution-unknown", { no: input.resolution }));
    if (resolution.values.status === "cancelled") return refuse(problem("error", "resolution-closed", { no: input.resolution }));
    if (items.length === 0) return refuse(problem("error", "no-changes-given"));
    const nothing = items.filter(({ amount }) => amount === 0);
    if (nothing.length > 0)
      return refuse(
        ...nothing.map(({ product, period }) =>
          problem("error", "change-of-nothing", { product: String(product), period: String(period) }),
        ),
      );
    const numbers = new Numbers(snapshot);
    const { items: meant, problems } = asTheTablesSay(snapshot, items, context.today);
    const { rows, changed } = changeRows(snapshot, resolution, meant, numbers);
    return {
      patch: [
        { kind: "table", table: "expectedChanges" },
        { kind: "rows", table: "expectedChanges", rows },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [message(changed === 0 ? "changes-known" : "changes-expected", { no: resolution.key, n: changed })],
      problems,
    };
  },
});

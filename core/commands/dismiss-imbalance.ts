import { nameOf, openImbalance } from "../imbalance/open-imbalance.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, long } from "../tables/field.ts";
import { message } from "../words/message.ts";

/** Leaves an imbalance as it is, with a reason. */
export const dismissImbalance = defineCommand({
  id: "dismiss-imbalance",
  stage: "prepare",
  title: "command-dismiss-imbalance",
  help: "help-dismiss-imbalance",
  input: {
    imbalance: key("失衡编号", "Imbalance no.", { required: true }),
    reason: long("不处理原因", "Reason", { required: true }),
  },
  reads: () => ({ tables: ["imbalances"], documents: [] }),
  decide: (snapshot, { imbalance, reason }): Decision => {
    const row = openImbalance(snapshot, imbalance);
    if ("code" in row) return { patch: [], report: [], problems: [row] };
    return {
      patch: [{ kind: "rows", table: "imbalances", rows: [{ key: row.key, values: { status: "dismissed", reason } }] }],
      report: [message("imbalance-dismissed", { no: nameOf(row, snapshot.language), reason })],
      problems: [],
    };
  },
});

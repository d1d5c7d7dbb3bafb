import { nameOf, openImbalance } from "../imbalance/open-imbalance.ts";
import { personProblems } from "../meeting/organisation.ts";
import { Roster } from "../register/roster.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key, text } from "../tables/field.ts";
import { message } from "../words/message.ts";

/** Says who looks after an imbalance. */
export const assignImbalance = defineCommand({
  id: "assign-imbalance",
  stage: "prepare",
  title: "command-assign-imbalance",
  help: "help-assign-imbalance",
  input: {
    imbalance: key("失衡编号", "Imbalance no.", { required: true }),
    owner: text("责任人", "Owner", { required: true, suggest: { table: "people", field: "name" } }),
  },
  reads: () => ({ tables: ["imbalances", "people", "departments"], documents: [] }),
  decide: (snapshot, { imbalance, owner }): Decision => {
    const row = openImbalance(snapshot, imbalance);
    if ("code" in row) return { patch: [], report: [], problems: [row] };
    const status = row.values.status === "raised" ? {} : { status: "assigned" };
    return {
      patch: [{ kind: "rows", table: "imbalances", rows: [{ key: row.key, values: { owner, ...status } }] }],
      report: [message("imbalance-assigned", { no: nameOf(row, snapshot.language), owner })],
      problems: personProblems(new Roster(snapshot), owner),
    };
  },
});

import { computeBalance } from "../balance/compute-balance.ts";
import type { LinearProgram } from "../balance/linear-program.ts";
import { planProgram } from "../balance/plan-program.ts";
import type { PlanningData } from "../balance/planning-data.ts";
import { planningTables, readPlanning } from "../planning/read-planning.ts";
import { settingsIn } from "../register/book-settings.ts";
import { defineView } from "../run/view.ts";

export interface PlanView {
  readonly data: PlanningData;
  /** To be solved by a host that can; `proposedPlan` says what its solution means. None where no product has hours and a line. */
  readonly program: LinearProgram | null;
}

/** The production plan as a question to a solver. */
export const planView = defineView<PlanView>({
  id: "plan",
  reads: () => ({ tables: planningTables, documents: [] }),
  see: (snapshot, context) => {
    const { data } = readPlanning(snapshot, settingsIn(snapshot).balance, context.today);
    return { data, program: planProgram(computeBalance(data))?.program ?? null };
  },
});

import type { Params, WordKey } from "../words/message.ts";
import type { BalanceProblem } from "./balance.ts";
import type { PlanningTable } from "./planning-data.ts";

/** Takes down what was wrong in the data. */
export type Report = (severity: BalanceProblem["severity"], code: WordKey, params: Params, table: PlanningTable, row: number) => void;

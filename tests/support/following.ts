import { toIso } from "../../core/index.ts";
import { among, keysOf } from "./preparing.ts";
import type { Register } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, (register: Register, pick: number) => Input>>;

/** Inputs for the steps in the life of resolutions and actions. */
export const followingInputs: Inputs = {
  "confirm-action": (found, pick) => ({ items: some(found, pick), note: "=已知" }),
  "report-progress": (found, pick) => ({ items: some(found, pick), ...(pick % 2 === 0 ? { progress: 60 } : {}), note: "-缺料" }),
  "complete-action": (found, pick) => ({ items: some(found, pick), evidence: "=照片", on: toIso(found.context.today - (pick % 3)) }),
  "verify-action": (found, pick) => ({ items: some(found, pick), ...(pick % 2 === 0 ? { onBehalf: "@代" } : { by: "+李四" }) }),
  "postpone-action": (found, pick) => ({
    items: some(found, pick),
    newDue: toIso(found.context.today + (pick % 40)),
    reason: "=缺料",
    approvedBy: pick % 2 === 0 ? "" : "@总",
  }),
  "reassign-action": (found, pick) => ({ items: some(found, pick), owner: "=李四", reason: "+调岗" }),
  "split-action": (found, pick) => ({
    item: among([...keysOf(found, "actions"), ...keysOf(found, "resolutions")], pick) || "X-A1",
    owners: ["", "=李四、@钱敏", "全体参会人员"][pick % 3],
  }),
  "cancel-action": (found, pick) => ({ items: some(found, pick), reason: "=订单取消", approvedBy: "-总" }),
  "reopen-action": (found, pick) => ({ items: some(found, pick), reason: "@未达标" }),
};

/** One item or two of the register. */
function some(found: Register, pick: number): string {
  const keys = [...keysOf(found, "actions"), ...keysOf(found, "resolutions")];
  const first = among(keys, pick) || "X-A1";
  return pick % 3 === 0 ? `${first}、${among(keys, pick + 1)}` : first;
}

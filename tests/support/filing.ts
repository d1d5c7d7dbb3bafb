import { toIso } from "../../core/index.ts";
import { fillMinutes, minutesOf } from "./minutes-by-hand.ts";
import { keysOf } from "./preparing.ts";
import { type Register, runOn, snapshotOf } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, (register: Register, pick: number) => Input>>;

/** Inputs for the commands that approve, send out and file minutes. Each does first what comes before it. */
export const filingInputs: Inputs = {
  "approve-minutes": (found, pick) => {
    const meeting = recorded(found, pick);
    return pick % 2 === 0 ? { meeting } : { meeting, approver: "=李四", note: "+出差" };
  },
  "amend-minutes": (found, pick) => ({ meeting: approved(found, pick), reason: "=数量有误" }),
  "distribute-minutes": (found, pick) => ({ meeting: pick % 3 === 0 ? amended(found, pick) : approved(found, pick) }),
  "archive-meeting": (found, pick) => ({ meeting: distributed(found, pick), ...(pick % 2 === 0 ? { onBehalf: "@代" } : {}) }),
  "verify-archive": (found, pick) => {
    const meeting = archived(found, pick);
    if (pick % 2 === 0) return { meeting };
    minutesOf(found.book)?.setValue(6 + (pick % 9), 3, "=改");
    return {};
  },
  "attendance-statistics": (found, pick) => {
    if (pick % 2 === 1) runOn(found.book, "change-settings", { items: [{ setting: "points", value: "yes" }] }, found.context);
    recorded(found, pick);
    return pick % 3 === 0 ? {} : { from: toIso(found.context.today - 400), until: toIso(found.context.today + 1) };
  },
};

const ROW = { row: 0, text: "核对泵体库存并出清单 3 份", more: "泵体", owner: "张三", due: 9, kind: "决议" };

/** A meeting of this very day whose minutes are filled in and recorded; `""` where the register has no room for one. */
function recorded(found: Register, pick: number): string {
  const { book, context } = found;
  const before = new Set(keysOf(found, "meetings"));
  const proposal = { name: "=当日协调会", date: toIso(context.today), start: "08:00", minutes: 30, place: "@现场", trigger: "urgent" };
  runOn(book, "propose-meeting", { ...proposal, reason: "加急", proposer: "张三", department: "销售部" }, context);
  const [proposed] = keysOf(found, "meetings").filter((no) => !before.has(no));
  runOn(book, "confirm-meeting", { meeting: proposed ?? "", chair: "张三", recorder: "-钱敏" }, context);
  const rows = snapshotOf(book, ["meetings"], context.language).tables.get("meetings")?.rows ?? [];
  const meeting = rows.find(({ values }) => (values as { proposalNo: string }).proposalNo === proposed)?.key ?? "";
  runOn(book, "generate-minutes", { meeting }, context);
  const fill = { topics: [ROW], actions: [ROW], open: pick % 2 === 0 ? [ROW] : [], review: [], cleared: [] };
  fillMinutes(book, fill, context.today);
  const head = minutesOf(book);
  if (head) head.setValue(rowOf(head, "head:6"), 3, "销售部：张三、=李四；生产部：钱敏");
  if (head) head.setValue(rowOf(head, "head:7"), 3, "@赵强（生产部，出差，孙丽）");
  runOn(book, "record-minutes", { meeting }, context);
  return meeting;
}

function rowOf(sheet: NonNullable<ReturnType<typeof minutesOf>>, marker: string): number {
  return [...sheet.cells].find(([, line]) => line.get(0)?.value === marker)?.[0] ?? 0;
}

function approved(found: Register, pick: number): string {
  const meeting = recorded(found, pick);
  runOn(found.book, "approve-minutes", { meeting }, found.context);
  return meeting;
}

function distributed(found: Register, pick: number): string {
  const meeting = pick % 3 === 0 ? amended(found, pick) : approved(found, pick);
  runOn(found.book, "distribute-minutes", { meeting }, found.context);
  return meeting;
}

/** Approved, sent out, amended and approved again. */
function amended(found: Register, pick: number): string {
  const meeting = approved(found, pick);
  for (const [id, input] of [
    ["distribute-minutes", {}],
    ["amend-minutes", { reason: "-有误" }],
    ["record-minutes", {}],
    ["approve-minutes", {}],
  ] as const)
    runOn(found.book, id, { meeting, ...input }, found.context);
  return meeting;
}

function archived(found: Register, pick: number): string {
  const meeting = distributed(found, pick);
  runOn(found.book, "archive-meeting", { meeting }, found.context);
  return meeting;
}

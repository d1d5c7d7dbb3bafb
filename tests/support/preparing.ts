import { type TableId, toIso } from "../../core/index.ts";
import { type Register, runOn, snapshotOf } from "./registers.ts";

type Input = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, (register: Register, pick: number) => Input>>;

/** Inputs for the commands that look after the organisation and prepare meetings. Some need something first, and do it. */
export const preparingInputs: Inputs = {
  "save-department": (found, pick) =>
    pick % 2 === 0
      ? { name: "质量部", head: "=沈丽萍", side: "production", standing: true }
      : { name: among(keysOf(found, "departments"), pick) || "-部", delegate: "@李四" },
  "save-person": (found, pick) =>
    pick % 2 === 0
      ? { name: "+新人", department: "=质量部", email: "new", decisionMaker: true }
      : { name: among(keysOf(found, "people"), pick) || "张三", phone: "00123", title: "<b>" },
  "save-series": (_, pick) =>
    pick % 3 === 0
      ? { name: "=周会", cycle: "每周", weekday: "周二", start: "09:00", minutes: 60, departments: "销售部、没有的部" }
      : { name: "月会", cycle: "monthlyDate", monthDay: pick % 3 === 1 ? 31 : 40, chair: "张三" },
  "retire-person": (found, pick) =>
    pick % 2 === 0 ? { name: ownerOf(found, pick) } : { name: ownerOf(found, pick), successor: among(keysOf(found, "people"), pick) },
  "propose-meeting": (found, pick) => proposal(found, pick),
  "confirm-meeting": (found, pick) => {
    const meeting = proposed(found, pick);
    runOn(found.book, "propose-topic", { topic: "=紧急插单", meeting }, found.context);
    return pick % 2 === 0 ? { meeting } : { meeting, date: toIso(found.context.today + 5), chair: "@张三", onBehalf: "代" };
  },
  "decline-meeting": (found, pick) => ({ meeting: proposed(found, pick), reason: "-不急" }),
  "cancel-meeting": (found, pick) => ({ meeting: withTopics(found, pick), reason: "+停电" }),
  "move-meeting": (found, pick) => {
    const meeting = withTopics(found, pick);
    runOn(found.book, "prepare-meeting", { meeting }, found.context);
    return {
      meeting,
      date: toIso(found.context.today + 6),
      ...(pick % 2 === 0 ? { start: "15:00" } : { place: "=二楼" }),
      reason: "@冲突",
    };
  },
  "propose-topic": (found, pick) => ({
    topic: pick % 2 === 0 ? "=B2 到料延误" : "新品切换",
    ...(pick % 3 === 0 ? { meeting: confirmed(found, pick) } : {}),
    department: "采购部",
    minutes: 5 + (pick % 20),
    invite: "张三、@外协厂",
  }),
  "decide-topics": (found, pick) => {
    withTopics(found, pick);
    const topics = keysOf(found, "topics").slice(pick % 2 === 0 ? -3 : -4);
    const decisions = ["上会", "暂缓", "decline", "accept"];
    const items = topics.map((topic, index) => ({ topic, decision: decisions[(index + pick) % 4], handling: "=已沟通" }));
    return { topics: items.length === 0 ? [{ topic: "X-T1", decision: "上会" }] : items };
  },
  "prepare-meeting": (found, pick) => {
    const meeting = withTopics(found, pick);
    return pick % 2 === 0 ? {} : { meeting };
  },
  "submit-paper": (found, pick) => {
    const meeting = planned(found);
    runOn(found.book, "prepare-meeting", { meeting }, found.context);
    return pick % 2 === 0
      ? { meeting, paper: "销售预测", place: "=共享盘", department: "销售部" }
      : { meeting, paper: among(keysOf(found, "papers"), pick) || "外协进度", department: "采购部", waived: true, note: "-本次不议" };
  },
  "request-leave": (found, pick) => ({
    meeting: planned(found),
    name: among(keysOf(found, "people"), pick) || "张三",
    reason: "=出差",
    ...(pick % 2 === 0 ? { delegate: "@李四" } : {}),
  }),
};

function proposal({ context }: Register, pick: number): Input {
  return {
    name: pick % 2 === 0 ? "=插单协调会" : "缺料协调会",
    date: toIso(context.today + (pick % 10)),
    start: "14:00",
    minutes: 45,
    place: "@现场",
    trigger: ["市场变化", "production", "其他"][pick % 3],
    reason: "+大客户加单",
    proposer: "张三",
    department: "销售部",
  };
}

/** The proposal of an ad hoc meeting, made now. */
function proposed(found: Register, pick: number): string {
  runOn(found.book, "propose-meeting", proposal(found, pick), found.context);
  return meetingIn(found, "proposed") || "P-1";
}

/** A meeting that was called for one matter. */
function confirmed(found: Register, pick: number): string {
  runOn(found.book, "confirm-meeting", { meeting: proposed(found, pick) }, found.context);
  return meetingIn(found, "planned") || "X-1";
}

/** A meeting of a series, where there is one, else one that was called. */
function planned(found: Register): string {
  runOn(found.book, "save-series", { name: "产销周会", cycle: "每周", weekday: "周四", start: "09:30", minutes: 30 }, found.context);
  runOn(found.book, "plan-meetings", { series: "产销周会" }, found.context);
  return meetingIn(found, "planned") || confirmed(found, 1);
}

/** Topics in every state, for the meeting that is returned and for none. */
function withTopics(found: Register, pick: number): string {
  const meeting = planned(found);
  const propose = (topic: string, more: Input = {}): void => {
    runOn(found.book, "propose-topic", { topic, department: "生产部", ...more }, found.context);
  };
  propose("=产能缺口", { meeting, section: "production", minutes: 20 });
  propose("轴承到料", { meeting, invite: "张三" });
  propose("质量问题");
  const topics = keysOf(found, "topics").slice(-3);
  const items = topics.slice(pick % 2).map((topic, index) => ({ topic, decision: index === 0 ? "accept" : "defer" }));
  if (items.length > 0) runOn(found.book, "decide-topics", { meeting, topics: items }, found.context);
  return meeting;
}

function meetingIn({ book, context }: Register, state: string): string {
  const rows = snapshotOf(book, ["meetings"], context.language).tables.get("meetings")?.rows ?? [];
  const isThat = (values: Readonly<Record<string, unknown>>): boolean =>
    values.state === state && typeof values.date === "number" && values.date >= context.today;
  return rows.filter(({ key, values }) => key !== "" && isThat(values as Readonly<Record<string, unknown>>)).at(-1)?.key ?? "";
}

function ownerOf(found: Register, pick: number): string {
  const rows = snapshotOf(found.book, ["actions"], found.context.language).tables.get("actions")?.rows ?? [];
  const owners = rows
    .map(({ values }) => String((values as Readonly<Record<string, unknown>>).owner ?? ""))
    .filter((owner) => owner !== "");
  return among(owners, pick) || among(keysOf(found, "people"), pick) || "张三";
}

/** The keys of a table's rows; none where nobody can read it. */
export function keysOf({ book, context }: Register, table: TableId): string[] {
  return [...(snapshotOf(book, [table], context.language).tables.get(table)?.byKey.keys() ?? [])];
}

export function among(keys: readonly string[], pick: number): string {
  return keys[pick % Math.max(1, keys.length)] ?? "";
}

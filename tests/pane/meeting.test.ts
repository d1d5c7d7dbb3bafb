import { describe, expect, it } from "vitest";
import type { ListsView, MeetingDetail, MeetingStep, TopicLine } from "../../core/index.ts";
import { suggestionsFor } from "../../pane/form/use-suggestions.ts";
import { decided, draftFor, lacksReason, stillOpen } from "../../pane/meeting/decisions.ts";
import { countOf } from "../../pane/meeting/part-chooser.tsx";
import { isOpen, stepsIn } from "../../pane/meeting/step-list.tsx";
import type { Runner } from "../../pane/runner.ts";
import { ViewStore } from "../../pane/views/view-store.ts";

const topic = (no: string, part: Partial<TopicLine> = {}): TopicLine => ({
  no,
  topic: "插单",
  department: "销售部",
  proposer: "",
  proposal: "",
  urgency: "",
  minutes: null,
  handling: "",
  carried: 0,
  isDeferred: false,
  at: { sheet: "议题", row: 1, column: 0 },
  ...part,
});

describe("deciding on topics", () => {
  it("sends what was chosen, and a reason only where it was changed", () => {
    const topics = [topic("T1"), topic("T2", { handling: "待补数据" }), topic("T3")];
    const drafts = { T1: { decision: "accept" }, T2: { decision: "decline" }, T9: { decision: "defer" } } as const;
    expect(decided(topics, drafts)).toEqual([
      { topic: "T1", decision: "accept" },
      { topic: "T2", decision: "decline" },
    ]);
    expect(decided(topics, { T2: { decision: "defer", handling: " 等客户答复 " } })).toEqual([
      { topic: "T2", decision: "defer", handling: "等客户答复" },
    ]);
  });

  it("asks for a reason only to decline, and takes one that was given before", () => {
    expect(lacksReason(topic("T1"), { decision: "decline" })).toBe(true);
    expect(lacksReason(topic("T1"), { decision: "decline", handling: "  " })).toBe(true);
    expect(lacksReason(topic("T1", { handling: "重复" }), { decision: "decline" })).toBe(false);
    expect(lacksReason(topic("T1"), { decision: "defer" })).toBe(false);
    expect(lacksReason(topic("T1"), draftFor({}, topic("T1")))).toBe(false);
  });

  it("forgets what the workbook says by now, and keeps the rest", () => {
    const drafts = {
      T1: { decision: "accept" },
      T2: { decision: "defer", handling: "等" },
      T3: { decision: "", handling: "写到一半" },
    } as const;
    const now = [topic("T2", { isDeferred: true, handling: "等" }), topic("T3")];
    expect(stillOpen(now, drafts)).toEqual({ T3: { decision: "", handling: "写到一半" } });
    const waiting = [topic("T1"), topic("T2"), topic("T3")];
    expect(stillOpen(waiting, drafts)).toBe(drafts);
  });
});

describe("the parts of a meeting's screen", () => {
  it("count what they hold; of papers, those that came", () => {
    const papers = (["late", "submitted", "waived"] as const).map((state) => ({ state }));
    const meeting = { agenda: { lines: [1, 2] }, papers, people: [1], documents: [] } as unknown as MeetingDetail;
    expect((["agenda", "papers", "people", "documents"] as const).map((part) => countOf(meeting, part))).toEqual(["2", "2/3", "1", "0"]);
  });

  it("have every step in one of them", () => {
    const steps = ["prepare-meeting", "cancel-meeting", "request-leave", "send-notice", "archive-meeting"].map(
      (id): MeetingStep => ({ stage: "prepare", command: { id, input: {} }, hindrance: null }),
    );
    const parts = (["agenda", "papers", "people", "documents"] as const).map((part) =>
      stepsIn(steps, part).map(({ command }) => command.id),
    );
    expect(parts).toEqual([["prepare-meeting", "cancel-meeting"], [], ["request-leave"], ["send-notice", "archive-meeting"]]);
    expect([isOpen(steps), isOpen(steps.slice(1))]).toEqual([true, false]);
  });
});

describe("suggestions of the workbook's lists", () => {
  const entry = (value: string) => ({ value, label: `${value} …` });
  const lists: ListsView = {
    series: [entry("周会")],
    departments: [entry("销售部")],
    people: [entry("王敏")],
    topics: [entry("T-1")],
    papers: [entry("P-1")],
  };

  it("go by the table that a field points to, else by its name", () => {
    const values = (name: string, table?: string) =>
      suggestionsFor(name, undefined, undefined, lists, table === undefined ? {} : { suggest: { table, field: "name" } }).map(
        ({ value }) => value,
      );
    expect(values("approver", "people")).toEqual(["王敏"]);
    expect(values("department", "departments")).toEqual(["销售部"]);
    expect(["series", "topic", "paper", "owner", "note"].map((name) => values(name))).toEqual([["周会"], ["T-1"], ["P-1"], ["王敏"], []]);
  });
});

describe("what the views last showed", () => {
  it("is kept for each meeting apart", async () => {
    const asked: unknown[] = [];
    const runner = { view: async (id: string, input: unknown) => asked.push([id, input]) } as unknown as Runner;
    const store = new ViewStore(runner);
    await store.read("meeting", "M-1");
    await store.read("meeting", "M-2");
    expect(asked).toEqual([
      ["meeting", { meeting: "M-1" }],
      ["meeting", { meeting: "M-2" }],
    ]);
    expect([store.get("meeting", "M-1").value, store.get("meeting", "M-2").value]).toEqual([1, 2]);
    expect(store.get("meeting", "M-3").isReading).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lateness, levelByRule } from "../../core/tracking/escalation.ts";
import { rowsOf } from "../../core/workbook/snapshot.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { contextOn, date, runOn, snapshotOf } from "../support/registers.ts";

const RULES = { days: [1, 3, 5, 10], chases: 2, postponed: 1, meetings: 2, to: [], agendaLevel: 3 } as const;
const late = (over: Partial<Lateness>): Lateness => ({ daysLate: 0, chases: 0, postponed: 0, meetings: 0, ...over });
const level = (over: Partial<Lateness>) => levelByRule(late(over), RULES)?.level;

describe("the level of an item by the rules", () => {
  it("rises on the days that the settings say", () => {
    expect([0, 1, 2, 3, 4, 5, 9, 10, 400].map((daysLate) => level({ daysLate }))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it("rises earlier for what was chased, postponed or missed at meetings, with that as its reason", () => {
    const reason = (over: Partial<Lateness>) => levelByRule(late(over), RULES);
    expect(reason({ daysLate: 1, chases: 2 })).toEqual({ level: 2, why: { code: "level-chases", params: { n: 2 } } });
    expect(reason({ daysLate: 1, postponed: 1 })).toEqual({ level: 3, why: { code: "level-postponed", params: { n: 1 } } });
    expect(reason({ daysLate: 1, meetings: 2 })).toEqual({ level: 4, why: { code: "level-meetings", params: { n: 2 } } });
  });

  it("is none before the date is past", () => {
    expect(levelByRule(late({ daysLate: null, chases: 9, postponed: 9, meetings: 9 }), RULES)).toBeNull();
  });

  it("never falls while an item gets later, whatever the settings", () => {
    const count = fc.nat(12);
    const rules = fc.record({
      days: fc.tuple(count, count, count, count),
      chases: count,
      postponed: count,
      meetings: count,
      to: fc.constant([]),
      agendaLevel: fc.constant(3),
    });
    const more = fc.record({ daysLate: count, chases: count, postponed: count, meetings: count });
    fc.assert(
      fc.property(rules, more, more, (given, one, grown) => {
        const before = levelByRule(one, given);
        const after = levelByRule(
          {
            daysLate: one.daysLate + grown.daysLate,
            chases: one.chases + grown.chases,
            postponed: one.postponed + grown.postponed,
            meetings: one.meetings + grown.meetings,
          },
          given,
        );
        expect(after?.level).toBeGreaterThanOrEqual(before?.level ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the level in the register", () => {
  const TODAY = date(2026, 11, 25);

  /** A list of one action, and what it says after each of some refreshes. */
  function lived(steps: readonly { readonly on: number; readonly does?: Readonly<Record<string, string | number>> }[]) {
    const book = new Workbook();
    const sheet = book.addSheet("待办事项");
    const heads = ["任务编号", "任务描述", "责任部门", "责任人", "完成时限", "状态", "下达日期", "督办级别", "督办原因", "延期次数"];
    const first = ["X-A1", "核对在手订单", "销售部", "何佳", "2026-11-20", "已确认", "2026-11-10"];
    heads.forEach((head, column) => {
      sheet.setValue(0, column, head);
      if (first[column] !== undefined) sheet.setValue(1, column, first[column]);
    });
    return steps.map(({ on, does }) => {
      for (const [head, value] of Object.entries(does ?? {})) sheet.setValue(1, heads.indexOf(head), value);
      runOn(book, "refresh-tracking", {}, contextOn(on));
      const values = rowsOf(snapshotOf(book, ["actions"]), "actions")[0]?.values;
      return `${values?.escalation ?? "-"} ${values?.escalationReason}`.trim();
    });
  }

  it("is written with its rule, and rises with the days", () => {
    expect(lived([{ on: date(2026, 11, 12) }, { on: date(2026, 11, 19) }, { on: date(2026, 11, 23) }, { on: TODAY }])).toEqual([
      "-",
      "-",
      "1 逾期满 1 个工作日",
      "2 逾期满 3 个工作日",
    ]);
  });

  it("stays when somebody raised it by hand, and when the rules are met less than before", () => {
    expect(lived([{ on: date(2026, 11, 23), does: { 督办级别: 4 } }, { on: TODAY }])).toEqual(["4 手工设定", "4 手工设定"]);
    expect(lived([{ on: TODAY }, { on: date(2026, 11, 23) }])).toEqual(["2 逾期满 3 个工作日", "2 逾期满 3 个工作日"]);
  });

  it("stands as it was once the item is done, and starts again once it is postponed", () => {
    expect(lived([{ on: TODAY }, { on: TODAY + 9, does: { 状态: "已完成" } }]).at(-1)).toBe("2 逾期满 3 个工作日");
    expect(lived([{ on: TODAY }, { on: TODAY, does: { 完成时限: "2026-12-31" } }]).at(-1)).toBe("-");
  });

  it("goes straight to a red card where a postponed item is late again", () => {
    const moved = { on: TODAY, does: { 完成时限: "2026-12-01" } };
    expect(lived([{ on: TODAY }, moved, { on: date(2026, 12, 2) }]).at(-1)).toBe("3 延期 1 次后仍逾期");
  });
});

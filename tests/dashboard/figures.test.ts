import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DashboardView, see, toIso, toSerial, type ViewInput, views } from "../../core/index.ts";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { Workbook } from "../../desk/workbook/workbook.ts";
import { contextOn, date, runOn } from "../support/registers.ts";

const TODAY = date(2026, 11, 18);
const DEPARTMENTS = ["生产部", "销售部", "采购部"];
const OPEN = ["已下达", "已确认", "进行中", "已延期"];
const FINISHED = ["已完成", "已验收"];

interface Item {
  readonly department: string;
  readonly owner: string;
  readonly due: number | null;
  readonly firstDue: number | null;
  readonly status: string;
  readonly doneOn: number | null;
}

const day = fc.integer({ min: TODAY - 400, max: TODAY + 60 });
const item: fc.Arbitrary<Item> = fc.record({
  department: fc.constantFrom("", ...DEPARTMENTS),
  owner: fc.constantFrom("", "王强"),
  due: fc.option(day),
  firstDue: fc.option(day, { freq: 2 }),
  status: fc.constantFrom(...OPEN, ...FINISHED, "已取消"),
  doneOn: fc.option(fc.integer({ min: TODAY - 400, max: TODAY })),
});

const HEADS = ["任务编号", "任务描述", "责任部门", "责任人", "完成时限", "状态", "实际完成时间", "原完成时限"];

function register(items: readonly Item[]): Workbook {
  const book = new Workbook();
  const sheet = book.addSheet("待办事项");
  const serial = (value: number | null): number | null => (value === null ? null : toSerial(value, 1900));
  const rows = items.map(({ department, owner, due, status, doneOn, firstDue }, index) => [
    `A${index}`,
    `任务 ${index}`,
    department,
    owner,
    serial(due),
    status,
    serial(doneOn),
    serial(firstDue),
  ]);
  [HEADS, ...rows].forEach((line, row) => {
    line.forEach((value, column) => {
      if (value !== null && value !== "") sheet.setValue(row, column, value);
    });
  });
  return book;
}

function shown(book: Workbook, period = "", today = TODAY): DashboardView {
  const input: ViewInput = { meeting: "", period };
  return see(new DeskHost(book), views.dashboard, contextOn(today), input) as DashboardView;
}

const tile = (view: DashboardView, id: string): number | null | undefined => {
  const found = view.tiles.find((each) => each.id === id);
  return found?.figure === null ? null : found?.figure?.value;
};

const chart = (view: DashboardView, id: string) => view.charts.find((each) => each.id === id) ?? expect.fail(`There is no chart ${id}.`);

/** What a series of a chart adds up to. */
const total = (view: DashboardView, id: string, series: number): number =>
  chart(view, id).rows.reduce((sum, { figures }) => sum + (figures[series]?.value ?? 0), 0);

const promised = ({ firstDue, due }: Item): number | null => firstDue ?? due;
const isOpen = ({ status }: Item): boolean => OPEN.includes(status);
const isFinished = ({ status }: Item): boolean => FINISHED.includes(status);

const period = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), until: Math.max(a, b) }));
const asked = ({ from, until }: { readonly from: number; readonly until: number }): string => `${toIso(from)}/${toIso(until)}`;

describe("the figures of the dashboard, over random registers and periods", () => {
  it("are those of a plain recount", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), period, (items, within) => {
        const view = shown(register(items), asked(within));
        expect([view.from, view.until]).toEqual([within.from, within.until]);
        const inPeriod = items.filter((each) => {
          const day = promised(each);
          return day !== null && day >= within.from && day <= within.until;
        });
        const done = inPeriod.filter(isFinished);
        const kept = done.filter((each) => each.doneOn !== null && each.doneOn <= (promised(each) ?? 0)).length;
        const unfinished = inPeriod.filter((each) => isOpen(each) && (promised(each) ?? 0) < TODAY).length;
        expect([total(view, "kept", 0), total(view, "kept", 1), total(view, "kept", 2)]).toEqual([kept, done.length - kept, unfinished]);
        const among = done.length + unfinished;
        expect([tile(view, "completion"), tile(view, "kept")]).toEqual(among === 0 ? [null, null] : [done.length / among, kept / among]);
        const overdue = items.filter((each) => isOpen(each) && each.due !== null && each.due < TODAY).length;
        expect([tile(view, "open"), tile(view, "overdue")]).toEqual([items.filter(isOpen).length, overdue]);
      }),
    );
  });

  it("add up: the departments to the whole, and no item stands in two of them", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), (items) => {
        const view = shown(register(items));
        const ages = [0, 1, 2].map((series) => total(view, "overdue", series));
        expect(ages.reduce((sum, each) => sum + each, 0)).toBe(tile(view, "overdue"));
        const lines = chart(view, "overdue").rows.flatMap(({ figures }) => figures.flatMap((figure) => figure.lines));
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
  });

  it("never take a late item, or one that nobody knows the day of, for one in time", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), period, (items, within) => {
        const view = shown(register(items), asked(within));
        const inTime = chart(view, "kept").rows.flatMap(({ figures }) => figures[0]?.lines ?? []);
        for (const line of inTime) {
          const each = items[Number(view.lines[line]?.no.slice(1))] ?? expect.fail("no such item");
          expect(isFinished(each) && each.doneOn !== null && each.doneOn <= (promised(each) ?? Number.NaN)).toBe(true);
        }
      }),
    );
  });

  it("count the first and the last day of a period, and neither neighbour", () => {
    const done = (on: number): Item => ({ department: "生产部", owner: "王强", due: on, firstDue: null, status: "已完成", doneOn: on });
    fc.assert(
      fc.property(period, (within) => {
        const days = [within.from - 1, within.from, within.until, within.until + 1];
        const view = shown(register(days.map(done)), asked(within));
        expect(total(view, "kept", 0)).toBe(2);
      }),
    );
  });

  it("stand below headings that begin as headings do", () => {
    const headings = shown(register([])).charts.map(({ rowHeading }) => rowHeading.en);
    expect(headings).toContain("Week");
    expect(headings.filter((heading) => !/^[A-Z]/.test(heading))).toEqual([]);
  });

  it("tell nothing of how things stand at the end of a stretch that is still to come", () => {
    const open: Item = { department: "生产部", owner: "王强", due: TODAY + 40, firstDue: null, status: "进行中", doneOn: null };
    const states = chart(shown(register([open, { ...open, due: TODAY - 40 }]), asked({ from: TODAY - 60, until: TODAY + 60 })), "states");
    const standing = states.rows.map(({ figures }) => figures.reduce((sum, { value }) => sum + (value ?? 0), 0));
    const now = states.rows.findIndex(({ label }) => label.zh === "W47");
    expect(now).toBeGreaterThan(0);
    expect(standing.slice(0, now + 1)).toEqual(Array.from({ length: now + 1 }, () => 2));
    expect(standing.slice(now + 1)).toEqual(standing.slice(now + 1).map(() => 0));
    expect(standing.length).toBeGreaterThan(now + 2);
  });

  it("are there for a register without any item: nothing to make a rate of, and no number that is none", () => {
    const view = shown(register([]));
    expect(view.isThere).toBe(true);
    expect(view.tiles.length).toBeGreaterThan(4);
    expect(["completion", "kept", "kept-now", "days"].map((id) => tile(view, id))).toEqual([null, null, null, null]);
    expect([tile(view, "open"), tile(view, "overdue")]).toEqual([0, 0]);
    const figures = view.charts.flatMap(({ rows }) => rows.flatMap((row) => row.figures.map(({ value }) => value)));
    expect(figures.length).toBeGreaterThan(10);
    expect(figures.every((value) => value === 0)).toBe(true);
  });
});

describe("refresh-dashboard", () => {
  it("changes nothing when it is run again for the same period, whichever that is", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), period, (items, { from, until }) => {
        const book = register(items);
        const refresh = () => runOn(book, "refresh-dashboard", { from: toIso(from), until: toIso(until) }, contextOn(TODAY));
        expect(refresh().problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(refresh().edits).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a period of a name", () => {
  it.each([
    ["", "2026-08-24", "2026-11-18"],
    ["quarter", "2026-10-01", "2026-11-18"],
    ["lastQuarter", "2026-07-01", "2026-09-30"],
    ["year", "2026-01-01", "2026-11-18"],
    ["lastYear", "2025-01-01", "2025-12-31"],
    ["2026-03-31/2026-03-01", "2026-03-01", "2026-03-31"],
    ["2026-02-30/2026-03-01", "2026-08-24", "2026-11-18"],
  ])("%j goes from %s to %s", (name, from, until) => {
    const view = shown(register([]), name);
    expect([toIso(view.from), toIso(view.until)]).toEqual([from, until]);
  });

  it("crosses the year's end backwards", () => {
    const view = shown(register([]), "lastQuarter", date(2026, 2, 10));
    expect([toIso(view.from), toIso(view.until)]).toEqual(["2025-10-01", "2025-12-31"]);
  });
});

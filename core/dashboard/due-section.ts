import { type Bound, type Criterion, countOf, type Figure, minus, plus, sumOf } from "./figure.ts";
import { promisedIn } from "./promised.ts";
import { exactly, type Scene } from "./scene.ts";
import type { At as RowAt, Section, SectionColumn } from "./section.ts";

/** Whether items are done, and done in time; measured against the first due date wherever it says so. */
export function dueSection(scene: Scene): Section | undefined {
  if (scene.items.length === 0) return undefined;
  const { say, items, open, finished, inTime, stretches, today } = scene;
  const lights = (words: typeof open): Criterion => ({ field: "light", oneOf: words });
  const doneOn: Criterion = { field: "doneOn", is: ">=", than: exactly(1) };
  const column = (heading: string, figure: (at: RowAt) => Figure, hasTotal = true): SectionColumn => ({ heading, figure, hasTotal });
  const columns = [
    column(say("dashboard-kept"), ({ from, until }) => promisedIn(scene, [lights(inTime), doneOn], from, after(until))),
    column(say("dashboard-broken"), ({ from, until, other }) => minus(promisedIn(scene, [lights(finished)], from, after(until)), other(0))),
    column(say("dashboard-unfinished"), ({ from, until }) => promisedIn(scene, [lights(open)], from, earlier(after(until), today))),
    column(say("dashboard-due-now"), ({ from, until }) =>
      plus(
        countOf(items, [lights(finished), ...between("due", from, after(until))]),
        countOf(items, [lights(open), ...between("due", from, earlier(after(until), today))]),
      ),
    ),
    column(say("dashboard-kept-now"), ({ from, until }) =>
      countOf(items, [lights(finished), ...between("due", from, after(until)), { field: "doneOn", upTo: "due" }]),
    ),
    column(
      say("dashboard-done-so-far"),
      ({ from, until }) =>
        onceBegun(from, today, countOf(items, [lights(finished), ...between("doneOn", scene.from, after(earlier(until, today)))])),
      false,
    ),
    column(
      say("dashboard-open-in-time"),
      ({ from, until, other }) => onceBegun(from, today, minus(openOn(scene, earlier(until, today)), other(7))),
      false,
    ),
    column(
      say("dashboard-open-late"),
      ({ from, until }) => {
        const day = earlier(until, today);
        const late = plus(
          promisedIn(scene, [lights(open)], undefined, day),
          promisedIn(scene, [lights(finished), { field: "doneOn", is: ">=", than: after(day) }], undefined, day),
        );
        return onceBegun(from, today, late);
      },
      false,
    ),
  ];
  const done = [
    lights(finished),
    ...between("doneOn", scene.from, after(scene.until)),
    { field: "assignedOn", is: ">=", than: exactly(1) } as const,
  ];
  const summed = (field: string): Figure =>
    items.reduce((sum, table) => plus(sum, sumOf(table, field, done)), sumOf({ id: "", rows: [], has: () => false }, "", []));
  const unit = say(`dashboard-unit-${scene.unit}`);
  return {
    id: "due",
    title: say("dashboard-due"),
    rowHeading: say(`dashboard-rows-${scene.unit}`),
    rows: stretches,
    columns,
    charts: [
      {
        id: "kept",
        kind: "stackedColumn",
        title: say("dashboard-chart-kept"),
        description: say("dashboard-chart-kept-alt"),
        series: [
          { column: 0, color: "2E75B6" },
          { column: 1, color: "FFD966" },
          { column: 2, color: "7B1113" },
        ],
        categories: say("dashboard-axis-first-due", { unit }),
        values: say("dashboard-axis-items"),
      },
      {
        id: "states",
        kind: "stackedColumn",
        title: say("dashboard-chart-states", { unit }),
        description: say("dashboard-chart-states-alt"),
        series: [
          { column: 5, color: "2E75B6" },
          { column: 6, color: "BDD7EE" },
          { column: 7, color: "7B1113" },
        ],
        categories: say("dashboard-axis-end", { unit }),
        values: say("dashboard-axis-items"),
      },
    ],
    tiles: [
      {
        id: "completion",
        label: say("dashboard-completion"),
        note: say("dashboard-completion-note"),
        shows: { kind: "rate", of: [0, 1], among: [0, 1, 2] },
      },
      {
        id: "kept",
        label: say("dashboard-on-time"),
        note: say("dashboard-on-time-note"),
        shows: { kind: "rate", of: [0], among: [0, 1, 2] },
      },
      {
        id: "kept-now",
        label: say("dashboard-on-time-now"),
        note: say("dashboard-on-time-now-note"),
        shows: { kind: "rate", of: [4], among: [3] },
      },
      {
        id: "days",
        label: say("dashboard-days"),
        note: say("dashboard-days-note"),
        shows: { kind: "mean", sum: summed("doneOn"), less: summed("assignedOn"), count: countOf(items, done) },
      },
    ],
  };
}

/** Open on a day: open now, or finished after it; assigned by then, as far as that is known. */
function openOn({ items, open, finished }: Scene, day: Bound): Figure {
  const at = (criteria: readonly Criterion[]): Figure =>
    minus(countOf(items, criteria), countOf(items, [...criteria, { field: "assignedOn", is: ">=", than: after(day) }]));
  return plus(
    at([{ field: "light", oneOf: open }]),
    at([
      { field: "light", oneOf: finished },
      { field: "doneOn", is: ">=", than: after(day) },
    ]),
  );
}

/** How things stand in a stretch that is still to come, nobody knows: today's figures are not those of next year. */
function onceBegun(from: Bound, today: Bound, { formula, value, rows }: Figure): Figure {
  const isToCome = from.value > today.value;
  return { formula: `IF(${from.text}>${today.text},0,${formula})`, value: isToCome ? 0 : value, rows: isToCome ? [] : rows };
}

function between(field: string, from: Bound, before: Bound): Criterion[] {
  return [
    { field, is: ">=", than: from },
    { field, is: "<", than: before },
  ];
}

/** The day after. */
function after({ text, value }: Bound): Bound {
  return { text: `(${text}+1)`, value: value + 1 };
}

function earlier(a: Bound, b: Bound): Bound {
  return { text: `MIN(${a.text},${b.text})`, value: Math.min(a.value, b.value) };
}

import { type Criterion, countOf, type Figure, minus, plus, sumOf } from "./figure.ts";
import { exactly, type Scene } from "./scene.ts";
import type { At, Section, SectionColumn } from "./section.ts";

/** Whether minutes were sent out in time, and who came; a meeting that was held and never recorded counts as late. */
export function meetingsSection(scene: Scene): Section | undefined {
  const { say, meetings, standing, stretches, today } = scene;
  if (!meetings) return undefined;
  const held = ({ from, until }: At): Criterion[] => [
    { field: "state", oneOf: standing },
    { field: "date", is: ">=", than: from },
    { field: "date", is: "<", than: { text: `(${until.text}+1)`, value: until.value + 1 } },
  ];
  const sent: Criterion = { field: "distributedOn", is: ">=", than: exactly(1) };
  const isDue: Criterion = { field: "minutesDue", is: "<", than: today };
  const count = (criteria: readonly Criterion[]): Figure => countOf([meetings], criteria);
  const present: Criterion = { field: "present", is: ">=", than: exactly(0) };
  const column = (heading: string, figure: (at: At) => Figure): SectionColumn => ({ heading, figure, hasTotal: true });
  const inTime = (at: At): Criterion[] => [...held(at), { field: "distributedOn", upTo: "minutesDue" }];
  const columns = [
    column(say("dashboard-minutes-kept"), (at) => count(inTime(at))),
    // Sent out after their time, or not at all and their time is over.
    column(say("dashboard-minutes-late"), (at) => {
      const due: Criterion = { field: "minutesDue", is: ">=", than: exactly(1) };
      const wasSent = minus(count([...held(at), due, sent]), at.other(0));
      return plus(wasSent, minus(count([...held(at), isDue]), count([...held(at), isDue, sent])));
    }),
    column(say("dashboard-expected"), (at) => sumOf(meetings, "expected", [...held(at), present])),
    column(say("dashboard-present"), (at) => sumOf(meetings, "present", [...held(at), present])),
  ];
  const unit = say(`dashboard-unit-${scene.unit}`);
  return {
    id: "meetings",
    title: say("dashboard-meetings"),
    rowHeading: say(`dashboard-rows-${scene.unit}`),
    rows: stretches,
    columns,
    charts: [
      {
        id: "minutes",
        kind: "stackedColumn",
        title: say("dashboard-chart-minutes"),
        description: say("dashboard-chart-minutes-alt"),
        series: [
          { column: 0, color: "2E75B6" },
          { column: 1, color: "FFD966" },
        ],
        categories: say("dashboard-axis-meeting", { unit }),
        values: say("dashboard-axis-meetings"),
      },
      {
        id: "attendance",
        kind: "column",
        title: say("dashboard-chart-attendance"),
        description: say("dashboard-chart-attendance-alt"),
        series: [
          { column: 2, color: "BFBFBF" },
          { column: 3, color: "1F4E79" },
        ],
        categories: say("dashboard-axis-meeting", { unit }),
        values: say("dashboard-axis-people"),
      },
    ],
    tiles: [
      {
        id: "minutes",
        label: say("dashboard-minutes"),
        note: say("dashboard-minutes-note"),
        shows: { kind: "rate", of: [0], among: [0, 1] },
      },
      {
        id: "attendance",
        label: say("dashboard-attendance"),
        note: say("dashboard-attendance-note"),
        shows: { kind: "rate", of: [3], among: [2] },
      },
    ],
  };
}

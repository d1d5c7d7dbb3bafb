import { type Criterion, countOf, minus } from "./figure.ts";
import { exactly, type Scene } from "./scene.ts";
import type { Section, SectionColumn } from "./section.ts";

/** From so many times on, items stand in one row. */
const MOST = 3;

/** How often what is open was carried from meeting to meeting, and how often it was postponed. */
export function carriedSection(scene: Scene): Section | undefined {
  if (scene.items.length === 0) return undefined;
  const { say, items } = scene;
  const open: Criterion = { field: "light", oneOf: scene.open };
  const column = (heading: string, field: string): SectionColumn => ({
    heading,
    hasTotal: true,
    figure: ({ index }) => {
      const atLeast = (times: number) => countOf(items, times === 0 ? [open] : [open, { field, is: ">=", than: exactly(times) }]);
      return index === MOST ? atLeast(index) : minus(atLeast(index), atLeast(index + 1));
    },
  });
  return {
    id: "carried",
    title: say("dashboard-carried"),
    rowHeading: say("dashboard-times"),
    rows: Array.from({ length: MOST + 1 }, (_, times) => ({
      label: times === MOST ? say("dashboard-or-more", { n: times }) : String(times),
    })),
    columns: [column(say("dashboard-carried-column"), "carried"), column(say("dashboard-postponed-column"), "postponed")],
    charts: [
      {
        id: "carried",
        kind: "column",
        title: say("dashboard-chart-carried"),
        description: say("dashboard-chart-carried-alt"),
        series: [
          { column: 0, color: "2E75B6", hasLabels: true },
          { column: 1, color: "FFD966", hasLabels: true },
        ],
        categories: say("dashboard-axis-times"),
        values: say("dashboard-axis-items"),
      },
    ],
    tiles: [],
  };
}

import type { Sheet } from "../../../desk/workbook/sheet.ts";
import type { ChartMade } from "./document.ts";
import { ownOf, ServiceException, type Word } from "./kernel.ts";
import { type Cells, cellsIn, type Run } from "./run.ts";

interface Draft {
  type: string;
  ranges: Cells[];
  options: Record<string, unknown>;
  position: ChartMade["position"];
  headers: number;
  isTransposed: boolean;
  mergeStrategy: string;
  hidden: string;
}

const PLAIN: Omit<Draft, "ranges" | "options"> = {
  type: "COLUMN",
  position: { row: 0, column: 0, x: 0, y: 0 },
  headers: 0,
  isTransposed: false,
  mergeStrategy: "MERGE_COLUMNS",
  hidden: "IGNORE_BOTH",
};

export function chartBuilder(run: Run, sheet: Sheet, draft: Draft = { ...PLAIN, ranges: [], options: {} }, id?: number): object {
  const { kernel, document } = run;
  const chain = (change: () => void): object => {
    change();
    return self;
  };
  const self: object = kernel.serve("Spreadsheet.EmbeddedChartBuilder", {
    setChartType: ({ word }: Word) =>
      chain(() => {
        draft.type = word;
      }),
    addRange: (range: object) =>
      chain(() => {
        draft.ranges.push(cellsIn(range));
      }),
    clearRanges: () =>
      chain(() => {
        draft.ranges = [];
      }),
    setOption: (option: string, value: unknown) =>
      chain(() => {
        draft.options[option] = value;
      }),
    setNumHeaders: (headers: number) =>
      chain(() => {
        draft.headers = headers;
      }),
    setTransposeRowsAndColumns: (isTransposed: boolean) =>
      chain(() => {
        draft.isTransposed = isTransposed;
      }),
    setMergeStrategy: ({ word }: Word) =>
      chain(() => {
        draft.mergeStrategy = word;
      }),
    setHiddenDimensionStrategy: ({ word }: Word) =>
      chain(() => {
        draft.hidden = word;
      }),
    setPosition: (row: number, column: number, x: number, y: number) =>
      chain(() => {
        const grid = document.grid(sheet);
        if (row < 1 || column < 1 || row > grid.rows || column > grid.columns)
          throw new ServiceException("The coordinates of the chart are outside the dimensions of the sheet.");
        draft.position = { row: row - 1, column: column - 1, x, y };
      }),
    build: () => {
      if (draft.ranges.length === 0) throw new ServiceException("A chart needs at least one range.");
      const ranges = draft.ranges.map(({ sheet: of, area }) => ({ sheet: of.name, area }));
      return chartObject(run, { ...draft, ranges, id: id ?? document.idOf({}), sheet });
    },
  });
  return self;
}

export function chartObject(run: Run, chart: ChartMade): object {
  const { kernel, document } = run;
  const rangesOf = (): Cells[] =>
    chart.ranges.flatMap(({ sheet: name, area }) => {
      const sheet = document.workbook.sheet(name);
      return sheet ? [{ sheet, area }] : [];
    });
  return kernel.serve(
    "Spreadsheet.EmbeddedChart",
    {
      getChartId: () => chart.id,
      getRanges: () => rangesOf().map(({ sheet, area }) => run.objects.range(sheet, area)),
      getContainerInfo: () =>
        kernel.serve("Spreadsheet.ContainerInfo", {
          getAnchorRow: () => chart.position.row + 1,
          getAnchorColumn: () => chart.position.column + 1,
          getOffsetX: () => chart.position.x,
          getOffsetY: () => chart.position.y,
        }),
      getOptions: () => kernel.serve("Charts.ChartOptions", { get: (option: string) => chart.options[option] ?? null }),
      modify: () => chartBuilder(run, chart.sheet, { ...chart, ranges: rangesOf(), options: { ...chart.options } }, chart.id),
    },
    chart,
  );
}

export function chartOf(chart: object): ChartMade {
  return ownOf<ChartMade>(chart);
}

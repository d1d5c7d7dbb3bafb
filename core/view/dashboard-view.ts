import type { CellPlace } from "../base/place.ts";
import type { Day } from "../base/plain-date.ts";
import type { CountedRow } from "../dashboard/figure.ts";
import { pastTables } from "../dashboard/past.ts";
import { periodOf } from "../dashboard/period.ts";
import { type Scene, sceneOf } from "../dashboard/scene.ts";
import type { Section } from "../dashboard/section.ts";
import { linesOf } from "../dashboard/section-lines.ts";
import { sectionsOf } from "../dashboard/sections.ts";
import { tileRows, tileValue } from "../dashboard/tile-value.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { defineView } from "../run/view.ts";
import type { Language, Named } from "../words/language.ts";
import { say } from "../words/message.ts";

/** No list behind a number is longer: who needs more has the sheet. */
const MOST = 100;

/** A row behind a number. */
export interface CountedLine {
  readonly no: string;
  readonly text: string;
  readonly at: CellPlace;
}

/** A number with the rows behind it, as places in `lines`; `more` is how many are not listed. */
export interface ShownFigure {
  /** `null` where there is nothing to make a rate of. */
  readonly value: number | null;
  readonly lines: readonly number[];
  readonly more: number;
}

export interface DashboardTile {
  readonly id: string;
  readonly label: Named;
  readonly note: Named;
  readonly format: "rate" | "mean" | "total";
  /** `null` where there is nothing to make a rate or a mean of. */
  readonly figure: ShownFigure | null;
}

export interface DashboardChart {
  readonly id: string;
  readonly title: Named;
  readonly rowHeading: Named;
  /** The name and the colour (`RRGGBB`) of each series. */
  readonly series: readonly { readonly name: Named; readonly color: string; readonly format: "rate" | "total" }[];
  readonly rows: readonly { readonly label: Named; readonly figures: readonly ShownFigure[] }[];
}

export interface DashboardView {
  /** Whether there is anything to count. */
  readonly isThere: boolean;
  readonly from: Day;
  readonly until: Day;
  readonly tiles: readonly DashboardTile[];
  readonly charts: readonly DashboardChart[];
  readonly lines: readonly CountedLine[];
}

/** What the dashboard's sheet says of a period, with the rows behind each number. */
export const dashboardView = defineView<DashboardView>({
  id: "dashboard",
  reads: () => ({ tables: ["resolutions", "actions", "meetings", "departments", ...pastTables], documents: [] }),
  see: (snapshot, { today }, { period: asked = "" }) => {
    const settings = settingsIn(snapshot);
    const period = periodOf(asked, today);
    const has = (table: "resolutions" | "actions", field: string): boolean => snapshot.places.get(table)?.columns.has(field) ?? false;
    const scene = sceneOf({ snapshot, today, calendar: calendarIn(snapshot, settings), settings, period, has });
    const [zh, en] = [sectionsIn(scene, "zh-CN"), sectionsIn(scene, "en")];
    const listed = new Listed();
    const parts = zh.map((section, index) => partOf(section, en[index] ?? section, listed));
    return {
      isThere: zh.length > 0,
      ...period,
      tiles: parts.flatMap(({ tiles }) => tiles),
      charts: parts.flatMap(({ charts }) => charts),
      lines: listed.lines,
    };
  },
});

/** The same figures, with the words of one language. */
function sectionsIn(scene: Scene, language: Language): Section[] {
  return sectionsOf({ ...scene, say: (code, params) => say(language, code, params) });
}

/** The rows behind all numbers, each once. */
class Listed {
  readonly lines: CountedLine[] = [];
  private readonly known = new Map<CountedRow, number>();

  figure(value: number, rows: readonly CountedRow[]): ShownFigure {
    return {
      value: Number.isNaN(value) ? null : value,
      lines: rows.slice(0, MOST).map((row) => this.place(row)),
      more: Math.max(0, rows.length - MOST),
    };
  }

  private place(row: CountedRow): number {
    const known = this.known.get(row) ?? this.lines.push({ no: row.no, text: row.text, at: row.at }) - 1;
    this.known.set(row, known);
    return known;
  }
}

function partOf(zh: Section, en: Section, listed: Listed): Pick<DashboardView, "tiles" | "charts"> {
  const lines = linesOf(zh, { first: 0, columns: [] });
  const tiles = zh.tiles.map((tile, index): DashboardTile => {
    const value = tileValue(tile, lines);
    return {
      id: tile.id,
      label: { zh: tile.label, en: en.tiles[index]?.label ?? "" },
      note: { zh: tile.note, en: en.tiles[index]?.note ?? "" },
      format: tile.shows.kind === "figure" ? "total" : tile.shows.kind,
      figure: value === null ? null : listed.figure(value, tileRows(tile, lines)),
    };
  });
  const charts = zh.charts.map(({ id, title, series }, index): DashboardChart => {
    const shown = series.map(({ column, color }) => ({ column, color }));
    return {
      id,
      title: { zh: title, en: en.charts[index]?.title ?? "" },
      rowHeading: { zh: zh.rowHeading, en: en.rowHeading },
      series: shown.map(({ column, color }) => ({
        name: { zh: zh.columns[column]?.heading ?? "", en: en.columns[column]?.heading ?? "" },
        color,
        format: zh.columns[column]?.isRate ? ("rate" as const) : ("total" as const),
      })),
      rows: zh.rows.map(({ label }, row) => ({
        label: { zh: label, en: en.rows[row]?.label ?? "" },
        figures: shown.map(({ column }) => listed.figure(lines[row]?.[column]?.value ?? 0, lines[row]?.[column]?.rows ?? [])),
      })),
    };
  });
  return { tiles, charts };
}

import { type ReactNode, useState } from "react";
import {
  type CountedLine,
  type DashboardChart,
  type DashboardTile,
  type DashboardView,
  nameIn,
  type ShownFigure,
  toIso,
} from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { Paged } from "../parts/paged.tsx";
import { Screen } from "../parts/screen.tsx";
import { useKept } from "../parts/use-kept.ts";
import { showDay } from "../words/days.ts";
import { useWords } from "../words/words.tsx";
import { askedPeriod, PeriodChooser, RECENT } from "./period-chooser.tsx";
import "../styles/dashboard.css";

/** The boss's page in the pane: each number opens the rows that it counts. */
export function Dashboard(): ReactNode {
  const { t } = useWords();
  const [chosen, choose] = useKept("dashboard-period", RECENT);
  const period = askedPeriod(chosen);
  // The choice stays where it is while its figures are read, so that the keyboard stays with it.
  return (
    <>
      <PeriodChooser chosen={chosen} onChoose={choose} />
      <Screen view="dashboard" period={period}>
        {(view) =>
          view.isThere ? (
            <Figures key={period} view={view} isUsual={period === ""} />
          ) : (
            <EmptyState title={t("no-actions-title")} text={t("no-register-text")}>
              <CommandButton command="set-up-workbook" asks appearance="primary" />
            </EmptyState>
          )
        }
      </Screen>
    </>
  );
}

function Figures({ view, isUsual }: { readonly view: DashboardView; readonly isUsual: boolean }): ReactNode {
  const { t, language } = useWords();
  const [open, setOpen] = useState("");
  const toggle = (id: string): void => setOpen(id === open ? "" : id);
  const drill = { lines: view.lines, open, toggle };
  return (
    <>
      <p className="quiet">{t("dashboard-period", { from: showDay(language, view.from), until: showDay(language, view.until) })}</p>
      <div className="buttons">
        <CommandButton
          command="refresh-dashboard"
          {...(isUsual ? {} : { input: { from: toIso(view.from), until: toIso(view.until) } })}
          asks
          size="small"
        />
      </div>
      <ul className="tiles">
        {view.tiles.map((tile) => (
          <TileEntry key={tile.id} tile={tile} {...drill} />
        ))}
      </ul>
      {view.charts.map((chart) => (
        <ChartTable key={chart.id} chart={chart} {...drill} />
      ))}
    </>
  );
}

interface Drill {
  readonly lines: readonly CountedLine[];
  /** The id of the number whose rows are listed. */
  readonly open: string;
  readonly toggle: (id: string) => void;
}

function TileEntry({ tile, ...drill }: Drill & { readonly tile: DashboardTile }): ReactNode {
  const { language } = useWords();
  const id = `tile ${tile.id}`;
  const label = nameIn(language, tile.label);
  return (
    <li className="card tile">
      <span className="tile-label">{label}</span>
      {tile.figure === null ? (
        <span className="tile-value">–</span>
      ) : (
        <Opener id={id} figure={tile.figure} label={label} {...drill}>
          <span className="tile-value">{shown(tile.format, tile.figure.value)}</span>
        </Opener>
      )}
      <span className="quiet">{nameIn(language, tile.note)}</span>
      {tile.figure !== null && drill.open === id ? <Rows figure={tile.figure} lines={drill.lines} label={label} /> : null}
    </li>
  );
}

/** A chart's figures as a table, which a screen reader reads and a narrow pane holds. */
function ChartTable({ chart, ...drill }: Drill & { readonly chart: DashboardChart }): ReactNode {
  const { language } = useWords();
  const heading = `chart-${chart.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 className="section" id={heading}>
        {nameIn(language, chart.title)}
      </h2>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{nameIn(language, chart.rowHeading)}</th>
            {chart.series.map(({ name, color }) => (
              <th scope="col" key={name.en}>
                <span className="swatch" style={{ background: `#${color}` }} aria-hidden="true" />
                {nameIn(language, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map((row) => (
            <FigureRow key={row.label.en} chart={chart} row={row} {...drill} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({
  chart,
  row,
  ...drill
}: Drill & { readonly chart: DashboardChart; readonly row: DashboardChart["rows"][number] }): ReactNode {
  const { language } = useWords();
  const name = nameIn(language, row.label);
  const cells = row.figures.map((figure, index) => {
    const series = chart.series[index];
    const heading = series ? nameIn(language, series.name) : "";
    return { id: `${chart.id} ${row.label.en} ${index}`, label: `${name} ${heading}`, heading, figure, format: series?.format ?? "total" };
  });
  const opened = cells.find(({ id }) => id === drill.open);
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        {cells.map(({ id, label, heading, figure, format }) => (
          <td key={heading}>
            <Opener id={id} figure={figure} label={label} {...drill}>
              {shown(format, figure.value)}
            </Opener>
          </td>
        ))}
      </tr>
      {opened ? (
        <tr>
          <td colSpan={cells.length + 1}>
            <Rows figure={opened.figure} lines={drill.lines} label={opened.label} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A number that opens its rows; a plain one where there are none. */
function Opener({
  id,
  figure,
  label,
  open,
  toggle,
  children,
}: Drill & { readonly id: string; readonly figure: ShownFigure; readonly label: string; readonly children: ReactNode }): ReactNode {
  if (figure.lines.length === 0) return children;
  return (
    <button
      type="button"
      className="cell-link figure"
      aria-expanded={open === id}
      aria-label={`${label} ${typeof children === "string" ? children : ""}`.trim()}
      onClick={() => toggle(id)}
    >
      {children}
    </button>
  );
}

function Rows({
  figure,
  lines,
  label,
}: {
  readonly figure: ShownFigure;
  readonly lines: readonly CountedLine[];
  readonly label: string;
}): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Paged of={figure.lines} className="list behind" label={label}>
        {(index) => {
          const line = lines[index];
          return line ? (
            <li key={index}>
              <CellLink at={line.at}>{line.no === "" ? t("no-number") : line.no}</CellLink> {line.text}
            </li>
          ) : null;
        }}
      </Paged>
      {figure.more > 0 ? <p className="quiet">{t("dashboard-more", { n: figure.more })}</p> : null}
    </>
  );
}

function shown(format: DashboardTile["format"], value: number | null): string {
  if (value === null) return "–";
  if (format === "rate") return `${Math.round(value * 100)}%`;
  return format === "mean" ? value.toFixed(1) : String(value);
}

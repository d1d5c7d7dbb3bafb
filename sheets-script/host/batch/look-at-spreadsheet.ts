import { isOurFormula } from "../edits/rules.ts";
import type { Room } from "../room.ts";
import { areaOf, type Schema, type sheetsService } from "./api.ts";
import { BATCH_KEY } from "./marker.ts";
import type { SheetAhead } from "./sheet-ahead.ts";

/** What a batch has to know of the spreadsheet before it is made: one question to Google. */
export interface Standing {
  readonly sheets: readonly SheetAhead[];
  readonly names: readonly NameStanding[];
  /** The marks that batches left. */
  readonly markers: readonly number[];
  /** Every number that something has already. */
  readonly taken: ReadonlySet<number>;
}

export interface NameStanding {
  readonly id: string;
  readonly name: string;
  /** The sheet that it points to, where that is still there. */
  readonly sheetId: number | undefined;
}

const FIELDS = [
  "developerMetadata(metadataId,metadataKey)",
  "namedRanges(namedRangeId,name,range)",
  `sheets(${[
    "properties(sheetId,title,gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount))",
    "merges",
    "conditionalFormats",
    "protectedRanges(protectedRangeId,range)",
    "charts(chartId,spec(title))",
    "basicFilter(range)",
    "rowGroups",
    "columnGroups",
  ].join()})`,
].join();

export function lookAtSpreadsheet(service: NonNullable<ReturnType<typeof sheetsService>>, id: string): Standing {
  const { sheets = [], namedRanges = [], developerMetadata = [] } = service.get(id, { fields: FIELDS });
  const markers = developerMetadata.flatMap(({ metadataKey, metadataId }) => (metadataKey === BATCH_KEY ? (metadataId ?? []) : []));
  const known = sheets.map(sheetAhead);
  return {
    sheets: known,
    names: namedRanges.map(({ namedRangeId = "", name = "", range }) => ({
      id: namedRangeId,
      name,
      // Numbers of 0 may be left out.
      sheetId: known.find((sheet) => range && sheet.id === (range.sheetId ?? 0))?.id,
    })),
    markers,
    taken: new Set([
      ...developerMetadata.flatMap(({ metadataId }) => metadataId ?? []),
      ...known.map((sheet) => sheet.id),
      ...sheets.flatMap(({ charts = [], protectedRanges = [] }) => [
        ...charts.flatMap(({ chartId }) => chartId ?? []),
        ...protectedRanges.flatMap(({ protectedRangeId }) => protectedRangeId ?? []),
      ]),
    ]),
  };
}

function sheetAhead({ properties = {}, merges = [], conditionalFormats = [], protectedRanges = [], ...rest }: Schema<"Sheet">): SheetAhead {
  const { gridProperties = {} } = properties;
  const grid: Room = { rows: gridProperties.rowCount ?? 0, columns: gridProperties.columnCount ?? 0 };
  return {
    id: properties.sheetId ?? 0,
    name: properties.title ?? "",
    isNew: false,
    grid,
    frozen: { rows: gridProperties.frozenRowCount ?? 0, columns: gridProperties.frozenColumnCount ?? 0 },
    merges: merges.map((range) => areaOf(range, grid)),
    hasFilter: rest.basicFilter !== undefined,
    protections: protectedRanges.flatMap(({ protectedRangeId, range = {} }) => (isWhole(range) ? (protectedRangeId ?? []) : [])),
    charts: (rest.charts ?? []).flatMap(({ chartId, spec }) => (chartId === undefined ? [] : [{ id: chartId, title: spec?.title ?? "" }])),
    ourRules: conditionalFormats.flatMap((rule, index) => (isOurs(rule) ? [index] : [])),
    levels: { rows: levelsOf(rest.rowGroups), columns: levelsOf(rest.columnGroups) },
    sizes: { rows: new Map(), columns: new Map() },
    moves: [],
  };
}

function isWhole({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }: Schema<"GridRange">): boolean {
  return [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].every((index) => index === undefined);
}

function isOurs({ booleanRule }: Schema<"ConditionalFormatRule">): boolean {
  return isOurFormula(booleanRule?.condition?.values?.[0]?.userEnteredValue);
}

function levelsOf(groups: Schema<"Sheet">["rowGroups"] = []): Map<number, number> {
  const levels = new Map<number, number>();
  for (const { range = {}, depth = 1 } of groups)
    for (let line = range.startIndex ?? 0; line < (range.endIndex ?? 0); line++) levels.set(line, Math.max(depth, levels.get(line) ?? 0));
  return levels;
}

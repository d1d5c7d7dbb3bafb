import { type Field, type Language, nameIn, type PreviewLine, settingCodes, settingOf, showValue, tableOf } from "../../core/index.ts";

/** The changes of one sheet. */
export interface PreviewGroup {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly rows: number;
  readonly cells: number;
  /** Cells of a sheet that only Concord writes, brought up to date: how many says enough. */
  readonly refreshed: number;
  /** Without the line that only says that the sheet is made, or brought up to date. */
  readonly lines: readonly PreviewLine[];
}

/** Without the cells of hidden columns, which are Concord's notes on what a person sees beside them. */
export function seenLines(lines: readonly PreviewLine[]): readonly PreviewLine[] {
  return lines.filter((line) => fieldOf(line)?.hidden !== true);
}

/** Changes by sheet, in the order in which they come. */
export function groupsOf(lines: readonly PreviewLine[]): readonly PreviewGroup[] {
  const sheets = new Map<string, PreviewLine[]>();
  for (const line of lines) {
    const found = sheets.get(line.at.sheet);
    if (found) found.push(line);
    else sheets.set(line.at.sheet, [line]);
  }
  return [...sheets].map(([sheet, all]) => ({
    sheet,
    isNew: all.some(({ change }) => change === "sheet"),
    rows: all.filter(({ change }) => change === "row").length,
    cells: all.filter(({ change }) => change === "cell").length,
    refreshed: all.reduce((sum, { change, after }) => sum + (change === "refresh" ? Number(after) : 0), 0),
    lines: all.filter(({ change }) => change !== "sheet" && change !== "refresh"),
  }));
}

/** What a changed cell is called; a document's cells have no names. */
function fieldOf({ table, field }: PreviewLine): Field | undefined {
  return table === undefined || field === "" ? undefined : tableOf(table).fields[field];
}

export function valueText(line: PreviewLine, side: "before" | "after", language: Language): string {
  const field = fieldOf(line);
  return showValue(field?.type ?? "text", line[side], language);
}

/** Which row or cell a line is about; a setting goes by its name, which says more than its code. */
export function subjectOf(line: PreviewLine, language: Language): string {
  const setting = line.table === "settings" ? settingCodes.find((code) => code === line.key) : undefined;
  if (setting) return nameIn(language, settingOf(setting));
  return [line.key, fieldName(line, language)].filter((part) => part !== "").join(" ");
}

function fieldName(line: PreviewLine, language: Language): string {
  const field = fieldOf(line);
  return field ? nameIn(language, field) : "";
}

/// <reference types="google-apps-script" />

const NOTE = "concord-charts";

/**
 * A chart in Sheets has no name. Which number has which of ours is noted with the document; one that was
 * drawn right before a break-off, and not noted yet, is known by its title.
 */
export class ChartNotes {
  private readonly notes = PropertiesService.getDocumentProperties();
  private readonly key: string;

  constructor(sheetId: number) {
    this.key = `${NOTE}-${sheetId}`;
  }

  ids(): ReadonlySet<unknown> {
    return new Set(Object.values(JSON.parse(this.notes?.getProperty(this.key) ?? "{}")));
  }

  keep(charts: readonly (readonly [name: string, id: number | null])[]): void {
    this.notes?.setProperty(this.key, JSON.stringify(Object.fromEntries(charts)));
  }
}

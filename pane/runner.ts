import type { CellPlace, Message, OutFile, PreviewLine, Problem, ViewId, ViewInput, Views, Watch } from "../core/index.ts";

export type Input = Readonly<Record<string, unknown>>;

/** What a command would do, or did: plain data, so that it crosses any wire. */
export interface Answer {
  readonly report: readonly Message[];
  readonly problems: readonly Problem[];
  readonly lines: readonly PreviewLine[];
  /** What really changes: sheets, rows, cells. */
  readonly changes: number;
  /** Stands for exactly these changes: a run that expects it does these or none. */
  readonly hash: string;
  /** The workbook changed since the preview: nothing was done, and this is the preview as it is now. */
  readonly isOutdated: boolean;
  /** Whether `undo` can take this back. */
  readonly canUndo: boolean;
  /** For the person to keep or send; of a preview, those that there would be. */
  readonly files?: readonly OutFile[];
}

/**
 * All that the pane knows of a workbook. Excel and the desk run core in the same process; another
 * host may run a whole command elsewhere.
 */
export interface Runner {
  view<V extends ViewId>(id: V, input?: ViewInput): Promise<Views[V]>;
  /** Says what a command would do, and changes nothing. */
  preview(command: string, input: Input): Promise<Answer>;
  run(command: string, input: Input, options?: { readonly expecting?: string; readonly watch?: Watch }): Promise<Answer>;
  /** Takes back the last command that this runner ran; refused, with the cells, where these changed since. */
  undo(): Promise<Answer>;
  /** Selects a cell. The answer is what kept it from being shown, if anything did. */
  reveal(at: CellPlace): Promise<Problem | null>;
  /** The workbook's visible sheets as a PDF, where a host makes one; else the way to print it by hand. */
  pdf?(): Promise<OutFile | Problem>;
}

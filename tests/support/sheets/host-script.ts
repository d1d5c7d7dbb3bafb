import type { CellPlace, Context, Edit, Host, Manner, Outcome, Receipt, SheetCells, Survey, Undo } from "../../../core/index.ts";
import type { AppsScript } from "./apps-script.ts";
import { writtenScript } from "./written-script.ts";

/**
 * Top-level functions below those of the script as it is pushed, one for each thing that tests ask of its
 * host. What is not said in a cell crosses as a record of its own: JSON has no word for it.
 */
const DRIVER = `
function tellSurvey(whole) {
  const { whole: read, ...rest } = new Concord.SheetsHost().survey(whole);
  return { ...rest, whole: read.map(tellCells) };
}
function tellRead(sheets) { return new Concord.SheetsHost().read(sheets).map(tellCells); }
function tellApply(edits, manner) { return new Concord.SheetsHost().apply(tellSaid(edits), undefined, manner); }
function tellReveal(at) { return new Concord.SheetsHost().reveal(at); }
function tellCommand(id, input, context, options) {
  return tellOutcome(Concord.run(new Concord.SheetsHost(), Concord.commandById(id), input, context, { ...options, atOnce: Concord.writesAtOnce }));
}
function tellUndo(taken, context) {
  return tellOutcome(Concord.undo(new Concord.SheetsHost(), tellSaid(taken), context, Concord.undoManner()));
}

function tellCells({ sheet, values, formulas }) { return { sheet, values, formulas: [...formulas] }; }
function tellOutcome({ snapshot, ...rest }) {
  return JSON.stringify(rest, (key, value) => (value === undefined ? { unsaid: true } : value));
}
function tellSaid(json) {
  return JSON.parse(json, function (key, value) {
    if (Array.isArray(value)) for (let i = 0; i < value.length; i++) if (value[i] && value[i].unsaid) value[i] = undefined;
    return value;
  });
}
`;

let driven: string | undefined;

/** The script as it is pushed, and what drives its host. */
export function hostScript(): string {
  driven ??= writtenScript() + DRIVER;
  return driven;
}

interface CellsTold extends Omit<SheetCells, "formulas"> {
  readonly formulas: readonly (readonly [string, string])[];
}

/** The host as the script has it, each call a run of its own. */
export class ScriptedHost implements Host {
  readonly name = "sheets";

  constructor(
    private readonly script: AppsScript,
    private readonly manner?: Manner,
  ) {}

  survey(whole: readonly string[]): Survey {
    const told = this.script.run("tellSurvey", whole) as Omit<Survey, "whole"> & { readonly whole: readonly CellsTold[] };
    return { ...told, whole: told.whole.map(cellsOf) };
  }

  read(sheets: readonly string[]): readonly SheetCells[] {
    return (this.script.run("tellRead", sheets) as readonly CellsTold[]).map(cellsOf);
  }

  apply(edits: readonly Edit[]): Receipt {
    return this.script.run("tellApply", said(edits), this.manner) as Receipt;
  }

  reveal(at: CellPlace): void {
    this.script.run("tellReveal", at);
  }
}

function cellsOf({ formulas, ...cells }: CellsTold): SheetCells {
  return { ...cells, formulas: new Map(formulas) };
}

/** A whole command in one run, as the menu and the sidebar start it. */
export function runInScript(
  script: AppsScript,
  id: string,
  input: Readonly<Record<string, unknown>>,
  context: Context,
  options: { readonly dryRun?: boolean } = {},
): Omit<Outcome, "snapshot"> {
  return heard(script.run("tellCommand", id, input, context, options)) as Omit<Outcome, "snapshot">;
}

export function undoInScript(script: AppsScript, taken: Undo, context: Context): Omit<Outcome, "snapshot"> {
  return heard(script.run("tellUndo", said(taken), context)) as Omit<Outcome, "snapshot">;
}

function said(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each === undefined ? { unsaid: true } : each));
}

function heard(answer: unknown): unknown {
  return withoutUnsaid(JSON.parse(String(answer)));
}

function withoutUnsaid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => (isUnsaid(each) ? undefined : withoutUnsaid(each)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (isUnsaid(each) ? [] : [[key, withoutUnsaid(each)]])));
}

function isUnsaid(value: unknown): boolean {
  return typeof value === "object" && value !== null && "unsaid" in value;
}

import { buildSync } from "esbuild";
import type { CellPlace, Context, Edit, Host, Outcome, Receipt, SheetCells, Survey, Undo } from "../../../core/index.ts";
import type { AppsScript } from "./apps-script.ts";

/**
 * A script of the host and the commands alone, one top-level function for each thing that tests ask.
 * What is not said in a cell crosses as a record of its own: JSON has no word for it.
 */
const SOURCE = `
import { commandById, run, undo } from "./core/index.ts";
import { SheetsHost } from "./sheets-script/host/sheets-host.ts";

const said = (json) => JSON.parse(json, function (key, value) {
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) if (value[i] && value[i].unsaid) value[i] = undefined;
  return value;
});
const cells = ({ sheet, values, formulas }) => ({ sheet, values, formulas: [...formulas] });
const outcome = ({ snapshot, ...rest }) => JSON.stringify(rest, (key, value) => (value === undefined ? { unsaid: true } : value));

export const survey = (whole) => {
  const { whole: read, ...rest } = new SheetsHost().survey(whole);
  return { ...rest, whole: read.map(cells) };
};
export const read = (sheets) => new SheetsHost().read(sheets).map(cells);
export const apply = (edits) => new SheetsHost().apply(said(edits));
export const reveal = (at) => new SheetsHost().reveal(at);
export const command = (id, input, context, options) => outcome(run(new SheetsHost(), commandById(id), input, context, options));
export const takeBack = (taken, context) => outcome(undo(new SheetsHost(), said(taken), context));
`;

const NAMES = ["survey", "read", "apply", "reveal", "command", "takeBack"];

let built: string | undefined;

/** Built for the syntax that Apps Script knows, once for all tests of a file. */
export function hostScript(): string {
  built ??= build();
  return built;
}

function build(): string {
  const resolveDir = new URL("../../../", import.meta.url).pathname;
  const { outputFiles } = buildSync({
    stdin: { contents: SOURCE, resolveDir },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "Concord",
    target: "es2020",
    charset: "utf8",
  });
  const names = NAMES.map((name) => `function ${name}(...given) { return Concord.${name}(...given); }`);
  return [outputFiles[0]?.text, ...names].join("\n");
}

interface CellsTold extends Omit<SheetCells, "formulas"> {
  readonly formulas: readonly (readonly [string, string])[];
}

/** The host as the script has it, each call a run of its own. */
export class ScriptedHost implements Host {
  readonly name = "sheets";

  constructor(private readonly script: AppsScript) {}

  survey(whole: readonly string[]): Survey {
    const told = this.script.run("survey", whole) as Omit<Survey, "whole"> & { readonly whole: readonly CellsTold[] };
    return { ...told, whole: told.whole.map(cellsOf) };
  }

  read(sheets: readonly string[]): readonly SheetCells[] {
    return (this.script.run("read", sheets) as readonly CellsTold[]).map(cellsOf);
  }

  apply(edits: readonly Edit[]): Receipt {
    return this.script.run("apply", said(edits)) as Receipt;
  }

  reveal(at: CellPlace): void {
    this.script.run("reveal", at);
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
  return heard(script.run("command", id, input, context, options)) as Omit<Outcome, "snapshot">;
}

export function undoInScript(script: AppsScript, taken: Undo, context: Context): Omit<Outcome, "snapshot"> {
  return heard(script.run("takeBack", said(taken), context)) as Omit<Outcome, "snapshot">;
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

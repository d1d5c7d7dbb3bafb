import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, type Context, cellAddress, type Outcome, type Problem, problem, run, say, sayProblem } from "../../core/index.ts";
import { DeskHost } from "../host/desk-host.ts";
import { Workbook } from "../workbook/workbook.ts";
import { losses, type XlsxFile } from "../xlsx/index.ts";
import type { Arguments } from "./arguments.ts";
import { besideBook, openBook, saveBook } from "./book-file.ts";
import { saveFiles } from "./save-files.ts";
import { WrongUse } from "./wrong-use.ts";

/** Runs one command on a file and writes the result to another. @returns the exit status */
export async function runCommand(command: Command, given: Arguments, context: Context): Promise<number> {
  const file = source(command, given, context);
  const host = new DeskHost(file.workbook);
  const outcome = await run(host, command, inputOf(given, context), context, { dryRun: given.dryRun });
  const made = outcome.preview.find(({ change }) => change === "sheet");
  if (made && !given.dryRun) host.reveal(made.at);
  const wrongInput = outcome.snapshot === undefined && outcome.problems.length > 0;
  const lost = outcome.edits > 0 && !given.dryRun ? losses(file).map((what) => problem("warning", "file-would-lose", { what })) : [];
  const problems = [...outcome.problems, ...lost];
  const isFailed = problems.some(({ severity }) => severity === "error");
  const written = given.dryRun || wrongInput ? null : destination(given, outcome, isFailed);
  if (written !== null) saveBook(written, file);
  const files =
    wrongInput || given.dryRun ? [] : await saveFiles(outcome.files ?? [], given.files ?? dirname(written ?? given.book ?? "."));
  report(command, given, context, { ...outcome, problems }, written, files);
  return wrongInput ? 2 : isFailed ? 1 : 0;
}

function source(command: Command, given: Arguments, context: Context): XlsxFile {
  if (given.book !== undefined) return openBook(given.book, context.language);
  if (!command.makesWorkbook) throw new WrongUse(say(context.language, "book-needed"));
  if (given.out === undefined && !given.dryRun) throw new WrongUse(say(context.language, "out-needed"));
  return { workbook: new Workbook(), losses: [] };
}

/** A file is written where something changed, and where one was asked for and nothing went wrong. */
function destination(given: Arguments, outcome: Outcome, isFailed: boolean): string | null {
  if (outcome.edits === 0 && (isFailed || given.out === undefined)) return null;
  return given.out ?? besideBook(given.book ?? "book.xlsx");
}

function inputOf({ input = "{}" }: Arguments, { language }: Context): Readonly<Record<string, unknown>> {
  const text = input.startsWith("@") ? readFileSync(input.slice(1), "utf8") : input;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new WrongUse(say(language, "input-not-json", { why: error instanceof Error ? error.message : String(error) }));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new WrongUse(say(language, "input-not-json", { why: text.slice(0, 40) }));
  return value as Readonly<Record<string, unknown>>;
}

function report(
  command: Command,
  given: Arguments,
  { language }: Context,
  outcome: Outcome,
  written: string | null,
  files: readonly string[],
): void {
  if (given.json) {
    const lines = outcome.report.map(({ code, params }) => ({ code, params, text: say(language, code, params) }));
    const preview = given.dryRun
      ? { preview: outcome.preview.map(({ at, ...line }) => ({ sheet: at.sheet, cell: cellAddress(at.row, at.column), ...line })) }
      : {};
    const answer = {
      command: command.id,
      report: lines,
      problems: outcome.problems.map((found) => plainProblem(found, language)),
      changes: outcome.changes,
      written,
      ...(outcome.files ? { files: given.dryRun ? outcome.files.map(({ name }) => name) : files } : {}),
      ...preview,
    };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  for (const { code, params } of outcome.report) console.log(say(language, code, params));
  for (const found of outcome.problems) console.log(`${mark[found.severity]} ${sayProblem(language, found)}`);
  if (given.dryRun)
    for (const { at, change, key } of outcome.preview) console.log(`  ${change} ${at.sheet}!${cellAddress(at.row, at.column)} ${key}`);
  for (const path of [...(written === null ? [] : [written]), ...files]) console.log(`→ ${path}`);
}

const mark: Readonly<Record<Problem["severity"], string>> = { error: "✗", warning: "!", note: "·" };

function plainProblem(found: Problem, language: Context["language"]): Record<string, unknown> {
  const { severity, code, params, at } = found;
  const place = at ? { sheet: at.sheet, cell: cellAddress(at.row, at.column) } : {};
  return { severity, code, params, ...place, text: sayProblem(language, found) };
}

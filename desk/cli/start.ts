import { join, relative } from "node:path";
import { commandById, run, say, sayProblem } from "../../core/index.ts";
import { DeskHost } from "../host/desk-host.ts";
import { Workbook } from "../workbook/workbook.ts";
import { readArguments } from "./arguments.ts";
import { saveBook } from "./book-file.ts";
import { contextOf } from "./context.ts";

/** The main job on a fresh workbook: the sample factory, its coming meetings, and this week's minutes. */
const given = readArguments(process.argv.slice(2));
const context = contextOf(given);
const file = { workbook: new Workbook(), losses: [] };
const host = new DeskHost(file.workbook);
const folder = join(process.cwd(), "out");
const register = join(folder, context.language === "en" ? "sample-register.xlsx" : "sample-register-zh.xlsx");
const withMinutes = join(folder, context.language === "en" ? "sample-with-minutes.xlsx" : "sample-with-minutes-zh.xlsx");

async function step(id: string): Promise<void> {
  const command = commandById(id);
  if (!command) throw new Error(`no command ${id}`);
  const outcome = await run(host, command, {}, context);
  const made = outcome.preview.find(({ change }) => change === "sheet");
  if (made) host.reveal(made.at);
  console.log(`${say(context.language, command.title)}:`);
  for (const { code, params } of outcome.report) console.log(`  ${say(context.language, code, params)}`);
  for (const found of outcome.problems) console.log(`  ${sayProblem(context.language, found)}`);
}

await step("load-sample");
await step("plan-meetings");
saveBook(register, file);
await step("generate-minutes");
saveBook(withMinutes, file);
console.log(`→ ${relative(process.cwd(), register)}\n→ ${relative(process.cwd(), withMinutes)}`);

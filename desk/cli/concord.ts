import { commandById, commands, type Language, say } from "../../core/index.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { contextOf, languageOf } from "./context.ts";
import { exportDocument } from "./export-document.ts";
import { helpText, listing } from "./help.ts";
import { readTable } from "./read-table.ts";
import { runCommand } from "./run-command.ts";
import { WrongUse } from "./wrong-use.ts";

/** The command line: exit 0 done, 1 problems, 2 wrong use or an unreadable file. */
export async function concord(argv: readonly string[]): Promise<number> {
  let command = argv[0] ?? "";
  try {
    const given = readArguments(argv);
    command = given.command;
    const language = languageOf(given);
    return await dispatch(given, language);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (!(error instanceof WrongUse) && !isWrongOption(error)) throw error;
    process.stderr.write(`${text}\n`);
    if (argv.includes("--json"))
      process.stdout.write(
        `${JSON.stringify({ command, report: [], problems: [{ severity: "error", code: "wrong-use", text }], changes: 0, written: null })}\n`,
      );
    return 2;
  }
}

function dispatch(given: Arguments, language: Language): number | Promise<number> {
  if (given.command === "" || given.command === "help" || given.help) {
    console.log(helpText(language));
    return given.command === "" && !given.help ? 2 : 0;
  }
  if (given.command === "list") {
    console.log(given.json ? JSON.stringify(listing(language), null, 2) : helpText(language));
    return 0;
  }
  if (given.command === "export") return exportDocument(given, contextOf(given));
  if (given.command === "read") return readTable(given, contextOf(given));
  const command = commandById(given.command);
  if (!command)
    throw new WrongUse(say(language, "command-unknown", { command: given.command, known: commands.map(({ id }) => id).join(", ") }));
  return runCommand(command, given, contextOf(given));
}

/** What Node's own reader of options throws, or a file that cannot be read or written. */
function isWrongOption(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return String(error.code).startsWith("ERR_PARSE_ARGS") || "syscall" in error;
}

import { commandSchema, commands, type Language, nameIn, say } from "../../core/index.ts";

/** Every command with its input schema, for other programs. */
export function listing(language: Language): unknown {
  return commands.map((command) => ({
    command: command.id,
    stage: command.stage,
    title: say(language, command.title),
    help: say(language, command.help),
    needsBook: !command.makesWorkbook,
    input: commandSchema(command, language),
  }));
}

/** The help that people read. */
export function helpText(language: Language): string {
  const lines = commands.map((command) => {
    const fields = [...Object.entries(command.input), ...(command.items ? [[command.items.name, command.items] as const] : [])];
    const inputs = fields.map(([name, field]) => `      ${name.padEnd(12)} ${nameIn(language, field)}`);
    return [`  ${command.id.padEnd(22)} ${say(language, command.help)}`, ...inputs].join("\n");
  });
  return [
    "concord <command> --book in.xlsx [--out out.xlsx] [--input '{…}' | --input @file.json]",
    "        [--today yyyy-MM-dd] [--language zh-CN|en] [--user NAME] [--files FOLDER] [--dry-run] [--json]",
    "concord list [--json]",
    "concord read --book in.xlsx --table TABLE [--json]",
    "concord export --book in.xlsx --document minutes:NO --to docx|pdf [--out FILE] [--json]",
    "",
    ...lines,
  ].join("\n");
}

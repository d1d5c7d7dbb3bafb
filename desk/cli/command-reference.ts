import { type Command, commands, nameIn, say } from "../../core/index.ts";

/** The commands as a page of the documentation, in both languages. */
export function commandReference(): string {
  const head = "# Commands 命令\n\nMade from the command registry by `node scripts/command-docs.mjs`.\n";
  return `${[head, ...commands.map(section)].join("\n")}`;
}

function section(command: Command): string {
  const title = `## ${command.id}\n\n**${say("zh-CN", command.title)}** · ${say("en", command.title)}\n`;
  const help = `${say("zh-CN", command.help)}。\n\n${say("en", command.help)}.\n`;
  const inputs = Object.entries(command.input).map(([name, field]) =>
    line(name, nameIn("zh-CN", field), nameIn("en", field), field.required === true),
  );
  const items = command.items;
  const list = items
    ? [
        line(items.name, nameIn("zh-CN", items), nameIn("en", items), true),
        ...Object.entries(items.fields).map(([name, field]) =>
          line(`${items.name}[].${name}`, nameIn("zh-CN", field), nameIn("en", field), field.required === true),
        ),
      ]
    : [];
  const rows = [...inputs, ...list];
  const table = rows.length === 0 ? "No input.\n" : `| input | 中文 | English | required |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  return `${title}\n${help}\n${table}`;
}

function line(name: string, zh: string, en: string, isRequired: boolean): string {
  return `| \`${name}\` | ${zh} | ${en} | ${isRequired ? "yes" : ""} |`;
}

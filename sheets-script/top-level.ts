import { commands, nameIn, type Parameter, type SheetFunction, sheetFunctions } from "../core/index.ts";
import { DAILY } from "./daily/daily-trigger.ts";

/** The functions beside those of commands that Google calls by name: menu, sidebar, trigger. */
export const FUNCTIONS = {
  pane: "openConcordPane",
  undo: "undoConcord",
  sendWaiting: "sendWaitingMail",
  serve: "concordServe",
} as const;

/** The name under which everything bundled stands. */
export const GLOBAL = "Concord";

/** The function of a command's menu entry. @example commandFunction("record-minutes") // "recordMinutes" */
export function commandFunction(command: string): string {
  return command.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A formula calls it by this name. @example customFunction("PAB") // "CONCORD_PAB" */
export function customFunction(id: string): string {
  return `CONCORD_${id}`;
}

/**
 * The top-level functions as script, each handing on to the bundle: Google finds functions by their
 * declarations, and knows a custom function by its comment, which no bundler keeps.
 */
export function topLevelSource(): string {
  const plain = [
    ["onOpen", "makeMenu()"],
    ["onInstall", "makeMenu()"],
    [FUNCTIONS.pane, "showSidebar()"],
    [FUNCTIONS.undo, "pressUndo()"],
    [FUNCTIONS.sendWaiting, "pressSendWaiting()"],
    [DAILY, "workDaily()"],
  ].map(([name, call]) => `function ${name}() {\n  ${GLOBAL}.${call};\n}`);
  const serve = `function ${FUNCTIONS.serve}(request) {\n  return ${GLOBAL}.serve(request);\n}`;
  const presses = commands.map(({ id }) => `function ${commandFunction(id)}() {\n  ${GLOBAL}.press("${id}");\n}`);
  return `${[...plain, serve, ...presses, ...sheetFunctions.map(functionSource)].join("\n\n")}\n`;
}

function functionSource({ id, help, parameters, result }: SheetFunction): string {
  const names = parameters.map(({ en }) => camelCase(en));
  const tags = parameters.map(
    (parameter, index) => ` * @param {${typeOf(parameter)}} ${nameOf(parameter, names[index] ?? "")} ${both(parameter.help)}`,
  );
  return [
    "/**",
    ` * ${both(help)}`,
    " *",
    ...tags,
    ` * @return {${result.holds === "date" ? "Date" : result.holds === "number" ? "number" : "string"}}`,
    " * @customfunction",
    " */",
    `function ${customFunction(id)}(${names.join(", ")}) {`,
    `  return ${GLOBAL}.compute("${id}", arguments);`,
    "}",
  ].join("\n");
}

/** A comment ends at the first asterisk and slash. */
function both(named: { readonly zh: string; readonly en: string }): string {
  return `${nameIn("zh-CN", named)} / ${nameIn("en", named)}`.replaceAll("*/", "* /");
}

function nameOf({ optional }: Parameter, name: string): string {
  return optional ? `[${name}]` : name;
}

function typeOf({ kind }: Parameter): string {
  if (kind === "flag") return "boolean";
  return kind === "dates" || kind === "calendar" ? "Date" : "number";
}

function camelCase(words: string): string {
  return words.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

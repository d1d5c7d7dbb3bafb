import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One import as it is written: static, re-export, dynamic, type-only or `import("x").Type`. */
export interface WrittenImport {
  line: number;
  specifier: string;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  source: string;
}

/** Every TypeScript file under these folders of the root; a folder that does not exist (yet) has none. */
export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  return present.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((path) => /\.tsx?$/.test(path) && !path.includes("/node_modules/"))
      .sort()
      .map((path) => ({ path, source: readFileSync(join(root, path), "utf8") })),
  );
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/.source;
const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/.source;
/** A slash begins a pattern where a value may begin; elsewhere it divides. */
const PATTERN = /(?<=(?:[(,=:[!&|?{};+]|=>|\breturn|\bcase)\s*|^\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/.source;

/** The source without its comments, line breaks kept, so that prose about an import or a clock is not taken for one. */
function withoutComments(source: string): string {
  return replaceTokens(source, (token) => (/^\/[*/]/.test(token) ? blank(token) : token));
}

/** The source with neither comments nor the insides of strings and patterns. */
export function codeOnly(source: string): string {
  return replaceTokens(source, (token) => (token.startsWith("`") ? token : blank(token)));
}

const IMPORT = new RegExp(
  [
    /\b(?:import|export)\b(?!\s*[(.])[^;"'`()=]*?\bfrom\s*(?:"([^"\n]+)"|'([^'\n]+)')/, // import a from "x", export { a } from "x"
    /\bimport\s*(?:"([^"\n]+)"|'([^'\n]+)')/, // import "x"
    /(?<![.$\w])(?:import|require)\s*\(\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`\n]+)`)/, // import("x"), import x = require("x")
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "g",
);

export function importsOf(source: string): WrittenImport[] {
  const code = withoutComments(source);
  return [...code.matchAll(IMPORT)].map((match) => ({
    line: code.slice(0, match.index).split("\n").length,
    specifier: match.slice(1).find((group) => group !== undefined) ?? "",
  }));
}

function replaceTokens(source: string, replace: (token: string) => string): string {
  return source.replace(new RegExp(`${COMMENT}|${STRING}|${PATTERN}`, "gm"), replace);
}

function blank(token: string): string {
  return token.replace(/[^\n]/g, " ");
}

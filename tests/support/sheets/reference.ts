import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One way to call a documented method. */
export interface Signature {
  /** The type of each parameter; all of them have to be given. */
  readonly parameters: readonly string[];
  /** Any one of these lets a script call it; none is asked for where the list is empty. */
  readonly scopes: readonly string[];
}

export interface DocumentedType {
  /** `Spreadsheet.Range` */
  readonly name: string;
  readonly methods: ReadonlyMap<string, readonly Signature[]>;
  /** Lists of words that hang on a service, such as `SpreadsheetApp.BorderStyle`: the name of the list. */
  readonly lists: ReadonlyMap<string, string>;
}

/** Google's reference of Apps Script, as the types generated from it say it. */
export interface Reference {
  readonly types: ReadonlyMap<string, DocumentedType>;
  /** The words of each list, such as `Spreadsheet.BorderStyle`. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The type of each global, such as `SpreadsheetApp`. */
  readonly globals: ReadonlyMap<string, string>;
}

const FOLDER = dirname(createRequire(import.meta.url).resolve("gas-types-detailed/package.json"));

let read: Reference | undefined;

export function reference(): Reference {
  read ??= readReference();
  return read;
}

function readReference(): Reference {
  const types = new Map<string, DocumentedType>();
  const lists = new Map<string, readonly string[]>();
  const globals = new Map<string, string>();
  const files = readdirSync(FOLDER).filter((name) => /^google-apps-script\..*\.d\.ts$/.test(name));
  for (const file of files) readFile(readFileSync(join(FOLDER, file), "utf8"), { types, lists, globals });
  return { types, lists, globals };
}

interface Gathered {
  readonly types: Map<string, DocumentedType>;
  readonly lists: Map<string, readonly string[]>;
  readonly globals: Map<string, string>;
}

/** The types are generated, a declaration a line, so that reading them line by line is enough. */
function readFile(text: string, { types, lists, globals }: Gathered): void {
  let space = "";
  let methods: Map<string, Signature[]> | undefined;
  let own: Map<string, string> | undefined;
  let scopes: string[] = [];
  let isInComment = false;
  for (const line of text.split("\n")) {
    if (isInComment) {
      const scope = /^\s*\* - (https:\/\/\S+)/.exec(line)?.[1];
      if (scope !== undefined) scopes.push(scope);
      if (line.includes("*/")) isInComment = false;
      continue;
    }
    if (/^\s*\/\*\*/.test(line)) {
      scopes = [];
      isInComment = !line.includes("*/");
      // What Google took out of its reference does not count as documented.
      continue;
    }
    const opened = /^\s*(namespace|interface|enum) (\w+)/.exec(line);
    if (opened?.[1] === "namespace") space = `${opened[2]}`;
    else if (opened?.[1] === "enum") {
      const words = /\{(.*)\}/.exec(line)?.[1] ?? "";
      lists.set(
        `${space}.${opened[2]}`,
        words
          .split(",")
          .map((word) => word.trim())
          .filter((word) => word !== ""),
      );
    } else if (opened?.[1] === "interface") {
      methods = new Map();
      own = new Map();
      types.set(`${space}.${opened[2]}`, { name: `${space}.${opened[2]}`, methods, lists: own });
    }
    const list = /^\s*(\w+): typeof (?:(\w+)\.)?(\w+);/.exec(line);
    if (list && own) own.set(`${list[1]}`, `${list[2] ?? space}.${list[3]}`);
    const method = /^\s*(\w+)\((.*)\): .+;$/.exec(line);
    if (method && methods) {
      const name = `${method[1]}`;
      methods.set(name, [...(methods.get(name) ?? []), signatureOf(method[2] ?? "", space, scopes)]);
      scopes = [];
    }
    const global = /^declare var (\w+): GoogleAppsScript\.([\w.]+);/.exec(line);
    if (global) globals.set(`${global[1]}`, `${global[2]}`);
  }
}

function signatureOf(text: string, space: string, scopes: readonly string[]): Signature {
  const parts = text === "" ? [] : splitAtCommas(text);
  return { parameters: parts.map((part) => qualified(/^\w+: (.*)$/.exec(part.trim())?.[1] ?? "any", space)), scopes };
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  [...text].forEach((letter, index) => {
    if ("([{<".includes(letter)) depth++;
    else if (")]}>".includes(letter)) depth--;
    else if (letter === "," && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  });
  return [...parts, text.slice(start)];
}

const PLAIN = new Set(["any", "string", "number", "boolean", "void", "Integer", "Byte", "Char", "BigNumber", "Date", "Object", "null"]);

/** A type's own name counts within its namespace: `Range` of `Spreadsheet` is `Spreadsheet.Range`. */
function qualified(type: string, space: string): string {
  return type.replace(/[A-Za-z_][\w.]*/g, (name) => (PLAIN.has(name) || name.includes(".") ? name : `${space}.${name}`));
}

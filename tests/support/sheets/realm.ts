import { createContext, Script } from "node:vm";
import { parse } from "acorn";

/** What a script finds besides the language: documented globals and nothing else. */
export type Globals = Readonly<Record<string, unknown>>;

/** What V8 has and Apps Script lacks, or may lack; and members of the language younger than a script may count on. */
const TAKEN_OUT = `
  for (const name of ["Intl", "WebAssembly", "SharedArrayBuffer", "Atomics", "console", "Iterator", "escape", "unescape"]) delete globalThis[name];
  for (const name of ["findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"]) delete Array.prototype[name];
  for (const name of ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"]) delete Set.prototype[name];
  for (const [of, names] of [[Object, ["groupBy"]], [Map, ["groupBy"]], [Promise, ["withResolvers", "try"]], [Array, ["fromAsync"]], [String.prototype, ["isWellFormed", "toWellFormed"]]])
    for (const name of names) delete of[name];
`;

/**
 * The virtual clock, and no local time: clocks of the script and of the spreadsheet may differ, so
 * whoever asks a date for its local hour gets a wrong one sooner or later, and here an error.
 */
const CLOCK = `(now) => {
  const Real = Date;
  const refuse = (name) => function () { throw new Error("Date." + name + " is in the script's own zone: use Utilities.formatDate."); };
  function Virtual(...given) {
    if (!new.target) return new Virtual().toISOString();
    if (given.length > 1) refuse("constructor")();
    if (given.length === 1 && typeof given[0] === "string" && !/Z$|[+-]\\d\\d:\\d\\d$|^\\d{4}-\\d\\d-\\d\\d$/.test(given[0])) refuse("constructor")();
    return given.length === 0 ? new Real(now()) : new Real(given[0]);
  }
  Virtual.prototype = Real.prototype;
  Virtual.prototype.constructor = Virtual;
  Object.assign(Virtual, { now, UTC: Real.UTC, parse: (text) => new Virtual(text).getTime() });
  for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds", "Year"]) {
    Real.prototype["get" + part] = refuse("get" + part);
    if ("set" + part in Real.prototype) Real.prototype["set" + part] = refuse("set" + part);
  }
  for (const name of ["getTimezoneOffset", "toDateString", "toTimeString", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"])
    Real.prototype[name] = refuse(name);
  Real.prototype.toString = function () { return this.toISOString(); };
  globalThis.Date = Virtual;
}`;

/** The global scope of one run, as bare as Google's. */
export class Realm {
  private readonly scope: object;
  /** Makes a date that the script knows for one. */
  readonly date: (instant: number) => Date;
  readonly error: (name: string, message: string) => Error;
  /** A copy of plain data in the script's own arrays and records. */
  readonly copy: (json: string) => unknown;

  constructor(now: () => number, globals: Globals) {
    this.scope = createContext(Object.create(null) as object);
    const run = (source: string): unknown => new Script(source).runInContext(this.scope);
    run(TAKEN_OUT);
    (run(CLOCK) as (now: () => number) => void)(now);
    this.date = run("(instant) => new Date(instant)") as Realm["date"];
    this.error = run("(name, message) => Object.assign(new Error(message), { name })") as Realm["error"];
    this.copy = run("(json) => JSON.parse(json)") as Realm["copy"];
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(this.scope, name, { value, enumerable: true, writable: false, configurable: false });
  }

  load(script: Script): void {
    script.runInContext(this.scope);
  }

  /** A function at the top level of the script. */
  named(name: string): ((...given: readonly unknown[]) => unknown) | undefined {
    const found = /^[\w$]+$/.test(name)
      ? new Script(`typeof ${name} === "function" ? ${name} : undefined`).runInContext(this.scope)
      : undefined;
    return found as ((...given: readonly unknown[]) => unknown) | undefined;
  }

  functions(): readonly string[] {
    return Object.getOwnPropertyNames(this.scope).filter((name) => this.named(name) !== undefined);
  }
}

/** The script as Google's editor takes it. @throws SyntaxError for a module, and for syntax younger than ES2021 */
export function compile(code: string, filename: string): Script {
  const known = compiled.get(code);
  if (known) return known;
  parse(code, { ecmaVersion: 2021, sourceType: "script" });
  const script = new Script(code, { filename });
  compiled.set(code, script);
  return script;
}

/** A script is large, and many tests run the same one. */
const compiled = new Map<string, Script>();

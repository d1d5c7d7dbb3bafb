import { type DocumentedType, reference, type Signature } from "./reference.ts";

/** What a service object does; the kernel has looked at the arguments before. */
export type Implementation = Readonly<Record<string, (...given: never[]) => unknown>>;

/** One call of a service, as the log keeps it. */
export interface Call {
  /** `Range.setValues` */
  readonly name: string;
  readonly given: readonly unknown[];
}

/** What a service refuses, in Google's words: the script gets it as an exception of its own kind. */
export class ServiceException extends Error {}

/** The script ran for too long: it is ended, whatever it catches. */
class Terminated extends Error {}

/** What a script may do, and what it costs. */
export interface Limits {
  readonly scopes: ReadonlySet<string>;
  /** Milliseconds that a call of a service takes; to fill in a builder takes none to speak of. */
  readonly costPerCall: number;
  /** Milliseconds after which a run is ended. */
  readonly timeLimit: number;
}

/** Something that goes wrong at a call, counted from 1 in this run: Google's services fail now and then, some after the work. */
export type Fault = (call: Call, index: number) => string | { readonly afterwards: string } | undefined;

const TYPE = Symbol("type");
const OWN = Symbol("own");

interface Served {
  readonly [TYPE]: string;
  readonly [OWN]: unknown;
}

/** A word of one of a service's lists. */
export interface Word {
  readonly list: string;
  readonly word: string;
}

/**
 * One run of a script: every call of a service goes through here. A member that Google's reference
 * does not have, another number or kind of arguments, and a scope that was not granted are refused.
 */
export class Kernel {
  readonly log: Call[] = [];
  private readonly words = new Map<string, Word>();
  private isTerminated = false;
  /** SpreadsheetApp was told something that it may not have passed on yet. */
  private isPending = false;

  constructor(
    private readonly clock: { now: number },
    private readonly limits: Limits,
    private readonly fault: Fault | undefined,
    /** Makes an error of the script's own realm. */
    private readonly raise: (name: string, message: string) => Error,
    private readonly started = clock.now,
  ) {}

  /** A service object. @param own what other objects of the services find it by */
  serve(type: string, implementation: Implementation, own?: unknown): object {
    const documented = reference().types.get(type) ?? missing(`Google's reference has no ${type}.`);
    const short = type.split(".").at(-1) ?? type;
    return new Proxy(Object.freeze({}), {
      get: (_, member) => {
        if (member === TYPE) return type;
        if (member === OWN) return own;
        if (member === "toString") return () => short;
        if (typeof member === "symbol" || member === "toJSON" || member === "then") return undefined;
        const list = documented.lists.get(member);
        if (list !== undefined) return this.wordsOf(list);
        const signatures = documented.methods.get(member);
        if (!signatures) throw this.raise("TypeError", `${short}.${member} is not a function: Google's reference has no such member.`);
        return (...given: readonly unknown[]) => this.call(documented, member, signatures, given, implementation[member]);
      },
      set: (_, member) => {
        throw this.raise("TypeError", `${short}.${String(member)} cannot be set.`);
      },
    });
  }

  /** The words of a list, such as `SpreadsheetApp.BorderStyle`. */
  private wordsOf(list: string): object {
    const words = reference().lists.get(list) ?? missing(`Google's reference has no list ${list}.`);
    const all = Object.fromEntries(words.map((word) => [word, this.word(list, word)]));
    return new Proxy(Object.freeze(all), {
      get: (target, member) => {
        if (typeof member === "symbol" || member in target) return target[member as string];
        throw this.raise("TypeError", `${list} has no ${member}.`);
      },
    });
  }

  word(list: string, word: string): Word {
    const known = this.words.get(`${list}.${word}`);
    if (known) return known;
    const made = Object.freeze({ list, word, toString: () => word });
    this.words.set(`${list}.${word}`, made);
    return made;
  }

  private call(
    { name }: DocumentedType,
    member: string,
    signatures: readonly Signature[],
    given: readonly unknown[],
    implementation: ((...given: never[]) => unknown) | undefined,
  ): unknown {
    const title = `${name.split(".").at(-1)}.${member}`;
    const signature = signatures.find(
      ({ parameters }) => parameters.length === given.length && parameters.every((type, index) => isOf(type, given[index])),
    );
    if (!signature) {
      const kinds = given.map(kindOf).join(",");
      throw this.raise("Exception", `The parameters (${kinds}) don't match the method signature for ${title}.`);
    }
    const { scopes } = signature;
    if (scopes.length > 0 && !scopes.some((scope) => this.limits.scopes.has(scope))) {
      throw this.raise("Exception", `You do not have permission to call ${title}. Required permissions: ${scopes.join(" || ")}`);
    }
    if (title === "SpreadsheetApp.flush") this.isPending = false;
    else if (name.startsWith("Spreadsheet.") && !isMaking(name, member) && CHANGING.test(member)) this.isPending = true;
    return this.made({ name: title, given }, isMaking(name, member) ? MAKING : this.limits.costPerCall, () => {
      if (!implementation) throw new Error(`The stand-in does not do ${title} yet.`);
      return implementation(...(given as never[]));
    });
  }

  /** A call of an API beside Google's services for scripts, which knows nothing of what those have not flushed. */
  outside(call: Call, scopes: readonly string[], cost: number, work: () => unknown): unknown {
    if (!scopes.some((scope) => this.limits.scopes.has(scope)))
      throw this.raise(
        "GoogleJsonResponseException",
        `API call to ${call.name} failed with error: Request had insufficient authentication scopes.`,
      );
    if (this.isPending) throw new Error(`What SpreadsheetApp was told is not flushed before ${call.name}.`);
    return this.made(call, Math.max(cost, this.limits.costPerCall), work);
  }

  private made(call: Call, cost: number, work: () => unknown): unknown {
    this.log.push(call);
    this.pass(cost);
    const failed = this.fault?.(call, this.log.length);
    if (typeof failed === "string") throw this.raise("Exception", failed);
    try {
      const answer = work();
      if (failed !== undefined) throw new ServiceException(failed.afterwards);
      return answer;
    } catch (error) {
      throw error instanceof ServiceException ? this.raise("Exception", error.message) : error;
    }
  }

  /** Lets time go by. @throws {Terminated} */
  pass(milliseconds: number): void {
    this.clock.now += milliseconds;
    if (this.clock.now - this.started > this.limits.timeLimit) this.isTerminated = true;
    this.insist();
  }

  /** A script that caught its end is ended all the same. @throws {Terminated} */
  insist(): void {
    if (this.isTerminated) throw new Terminated("Exceeded maximum execution time");
  }
}

/** How members begin that change a spreadsheet. */
const CHANGING = /^(?:set|insert|update|delete|remove|merge|break|hide|show|create|clear|protect|shift|auto|collapse|expand)/;

/** Milliseconds to make, or to fill in, an object that is the script's own until it is handed over: no more than a call. */
const MAKING = 1;

function isMaking(type: string, member: string): boolean {
  return type.endsWith("Builder") || (type === "Spreadsheet.SpreadsheetApp" && member.startsWith("new"));
}

function missing(why: string): never {
  throw new Error(why);
}

/** What a service object stands for. */
export function ownOf<T>(object: unknown): T {
  return (object as Served)[OWN] as T;
}

export function isService(value: unknown, type?: string): value is Served {
  if (typeof value !== "object" || value === null) return false;
  const found = (value as Partial<Served>)[TYPE];
  return typeof found === "string" && (type === undefined || found === type);
}

function isWord(value: unknown): value is Word {
  return typeof value === "object" && value !== null && !isService(value) && "list" in value && "word" in value;
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Whether a value is of a documented type; null goes wherever a text, a word or an object does. */
function isOf(type: string, value: unknown): boolean {
  if (type.endsWith("[]")) return Array.isArray(value) && value.every((each) => isOf(type.slice(0, -2), each));
  switch (type) {
    case "any":
    case "Object":
      return value !== undefined && typeof value !== "function";
    case "string":
    case "Char":
      return value === null || typeof value === "string";
    case "boolean":
      return value === null || typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "Integer":
    case "Byte":
      return Number.isInteger(value);
    case "Date":
      return isDate(value);
  }
  if (reference().lists.has(type)) return isWord(value) && value.list === type;
  if (type === "Base.BlobSource") return isService(value);
  if (type === "Charts.DataTableSource") return isService(value, "Spreadsheet.Range");
  return value === null || isService(value, type);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (isService(value)) return value[TYPE];
  if (isWord(value)) return value.list;
  if (Array.isArray(value)) return `${value.length === 0 ? "" : kindOf(value[0])}[]`;
  return isDate(value) ? "Date" : typeof value;
}

/** What a member may be given: a scalar, rows of cells, a record, or another object. */
export type Argument = unknown;

/**
 * One object of Excel as the client may use it. A member that is not listed does not exist: the
 * request is refused, as Excel refuses what its version does not know.
 */
export interface ExcelObject {
  readonly type: string;
  /** What the client keeps to find the object again after a request. */
  readonly id?: Readonly<Record<string, string>>;
  /** Scalar properties that can be loaded. */
  readonly get?: Readonly<Record<string, () => unknown>>;
  /** Scalar properties that can be set. */
  readonly set?: Readonly<Record<string, (value: Argument) => void>>;
  /** Other objects reached by a property; `null` is a null object. */
  readonly own?: Readonly<Record<string, () => ExcelObject | null>>;
  readonly call?: Readonly<Record<string, (...given: Argument[]) => ExcelObject | null | undefined>>;
  /** A collection's items. */
  readonly items?: () => ExcelObject[];
  /** A collection's item by its key. */
  readonly item?: (key: Argument) => ExcelObject;
}

/** An error that Excel answers with. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function invalid(what: string): never {
  throw new ExcelError("InvalidArgument", `Not as Excel takes it: ${what}`);
}

export function notFound(what: string): never {
  throw new ExcelError("ItemNotFound", `There is no ${what}.`);
}

export function textOf(value: Argument): string {
  return typeof value === "string" ? value : invalid(`${JSON.stringify(value)} for a text`);
}

export function numberOf(value: Argument): number {
  return typeof value === "number" && Number.isFinite(value) ? value : invalid(`${JSON.stringify(value)} for a number`);
}

export function flagOf(value: Argument): boolean {
  return typeof value === "boolean" ? value : invalid(`${JSON.stringify(value)} for true or false`);
}

/** `#RRGGBB` as the workbook keeps it. */
export function colourOf(value: Argument): string {
  return /^#([0-9A-F]{6})$/i.exec(textOf(value))?.[1]?.toUpperCase() ?? invalid(`${value} for a colour`);
}

/** The meaning of one of an enum's words. */
export function oneOf<T>(words: Readonly<Record<string, T>>, value: Argument): T {
  const found = Object.entries(words).find(([word]) => word === value);
  return found ? found[1] : invalid(`${JSON.stringify(value)} for one of ${Object.keys(words).join(", ")}`);
}

/** The word of an enum for a meaning. */
export function wordFor<T>(words: Readonly<Record<string, T>>, meaning: T): string {
  return Object.entries(words).find(([, each]) => each === meaning)?.[0] ?? invalid(String(meaning));
}

/** A record with these keys and no others. */
export function recordOf(value: Argument, ...keys: string[]): Readonly<Record<string, Argument>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return invalid(`${JSON.stringify(value)} for a record`);
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  return unknown.length === 0 ? (value as Record<string, Argument>) : invalid(`${unknown.join(", ")} in a record of ${keys.join(", ")}`);
}

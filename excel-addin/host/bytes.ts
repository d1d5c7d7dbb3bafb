import { type CellInput, valueIn } from "../../core/index.ts";

/** Of the 5 MB that Excel for the web takes, and gives, in one round trip. */
export const MAX_BYTES = 4_000_000;

/** Bytes of a cell of which nothing is known, in an answer with its value and its type. */
const CELL = 32;

/** Bytes of a type, with what parts it from the next cell's. */
const TYPE = 10;
/** Quotes and a comma. */
const MARKS = 3;

/** A letter is up to three bytes; one of ASCII takes fewer. */
export const LETTER = 3;
const ASCII = 1;
/** A quote, a line break. */
const ESCAPED = 2;

/** The bytes of a text within a request or an answer. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes += code > 127 ? LETTER : code < 32 || code === 34 || code === 92 ? ESCAPED : ASCII;
  }
  return bytes;
}

/** The bytes of a cell within a request: a formula as its text, a cell that stays as `null`. */
export function inputBytes(input: CellInput): number {
  if (input === undefined || input === null || typeof input === "boolean") return MARKS + 3;
  if (typeof input === "number") return String(input).length + 1;
  if (typeof input === "string") return MARKS + 1 + bytesOf(input);
  return MARKS + 1 + bytesOf("formula" in input ? input.formula : input.error);
}

/** The bytes of a cell's value and type within an answer. */
export function answerBytes(input: CellInput): number {
  if (input === undefined) return CELL;
  const value = valueIn(input);
  if (typeof value === "string") return TYPE + MARKS + bytesOf(value);
  if (typeof value === "object" && value !== null) return CELL;
  return TYPE + (value === null ? MARKS : String(value).length + 1);
}

/** Puts a round trip in where the calls so far, or what they are answered with, would become too large with the next. */
export class RoundTrips {
  private sent = 0;
  private answered = 0;

  /** @param max bytes of a request and of an answer */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly max = MAX_BYTES,
  ) {}

  /** Whether a call goes with those so far. */
  hasRoom(sent: number, answered: number): boolean {
    return this.sent + sent <= this.max && this.answered + answered <= this.max;
  }

  /** Called before each call with its bytes. */
  async make(sent: number, answered: number): Promise<void> {
    if (!this.hasRoom(sent, answered) && this.sent > 0) {
      await this.context.sync();
      [this.sent, this.answered] = [0, 0];
    }
    this.sent += sent;
    this.answered += answered;
  }
}

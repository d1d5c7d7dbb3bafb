import { parseArgs } from "node:util";
import { WrongUse } from "./wrong-use.ts";

/** The command line as it was typed. */
export interface Arguments {
  readonly command: string;
  readonly book?: string;
  readonly out?: string;
  readonly input?: string;
  readonly today?: string;
  readonly language?: string;
  readonly table?: string;
  readonly user?: string;
  readonly department?: string;
  /** The folder for the files that a command makes beside the book. */
  readonly files?: string;
  readonly document?: string;
  readonly to?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** @throws Error with Node's own message for an unknown option. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      book: { type: "string" },
      out: { type: "string" },
      input: { type: "string" },
      today: { type: "string" },
      language: { type: "string" },
      table: { type: "string" },
      user: { type: "string" },
      department: { type: "string" },
      files: { type: "string" },
      document: { type: "string" },
      to: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
      once: { type: "boolean", default: false },
    },
  });
  if (positionals.length > 1) throw new WrongUse(`Unexpected argument "${positionals[1]}"`);
  const { book, out, input, today, language, table, user, department, files, document, to } = values;
  const texts = { book, out, input, today, language, table, user, department, files, document, to };
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  return { command: positionals[0] ?? "", dryRun: values["dry-run"], json: values.json, help: values.help, ...given };
}

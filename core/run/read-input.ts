import { readCell } from "../tables/cell-values.ts";
import { choiceSet } from "../tables/choices.ts";
import { blankOf, type Field, type Fields, type Value } from "../tables/field.ts";
import type { Language } from "../words/language.ts";
import { nameIn } from "../words/language.ts";
import type { Problem } from "../words/message.ts";
import { problem } from "../words/message.ts";
import type { Command, Item } from "./command.ts";

interface InputReading {
  readonly values: Readonly<Record<string, Value>>;
  readonly problems: readonly Problem[];
}

interface CommandInput extends InputReading {
  readonly items: readonly Item[];
}

/** Reads what a command is given: its fields, and its list of items where it takes one. */
export function readCommandInput(
  command: Pick<Command, "input" | "items">,
  given: Readonly<Record<string, unknown>>,
  language: Language,
): CommandInput {
  const { items } = command;
  if (!items) return { ...readInput(command.input, given, language), items: [] };
  const { [items.name]: list = [], ...rest } = given;
  const input = readInput(command.input, rest, language);
  if (!Array.isArray(list) || list.some((item) => typeof item !== "object" || item === null)) {
    const wrong = problem("error", "input-unreadable", {
      field: items.name,
      label: nameIn(language, items),
      value: JSON.stringify(list).slice(0, 40),
    });
    return { ...input, items: [], problems: [...input.problems, wrong] };
  }
  const read = list.map((item) => readInput(items.fields, item as Readonly<Record<string, unknown>>, language));
  return { ...input, items: read.map(({ values }) => values), problems: [...input.problems, ...read.flatMap(({ problems }) => problems)] };
}

/** Reads an input as the fields of a command; says which fields are unknown, missing or unreadable. */
function readInput(fields: Fields, given: Readonly<Record<string, unknown>>, language: Language): InputReading {
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const name of Object.keys(given)) {
    if (!(name in fields)) problems.push(problem("error", "input-unknown", { field: name, known: Object.keys(fields).join(", ") || "-" }));
  }
  for (const [name, field] of Object.entries(fields)) {
    const raw = given[name];
    const label = nameIn(language, field);
    if (raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "")) {
      values[name] = blankOf(field.type);
      if (field.required) problems.push(problem("error", "input-missing", { field: name, label }));
    } else if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") {
      const read = readCell(field.type, raw, { dateSystem: 1900 });
      values[name] = read.value;
      if (read.wrong !== undefined) problems.push(unreadable(name, field, String(raw), language));
    } else if (Array.isArray(raw) && raw.every((item) => typeof item === "string")) {
      values[name] = raw.join("\n");
    } else {
      values[name] = blankOf(field.type);
      problems.push(problem("error", "input-unreadable", { field: name, label, value: JSON.stringify(raw).slice(0, 40) }));
    }
  }
  return { values, problems };
}

/** What a command takes, as JSON Schema (2020-12). */
export function commandSchema(command: Pick<Command, "input" | "items">, language: Language): unknown {
  const schema = inputSchema(command.input, language);
  if (!command.items) return schema;
  const list = { type: "array", title: nameIn(language, command.items), items: inputSchema(command.items.fields, language) };
  return { ...schema, properties: { ...schema.properties, [command.items.name]: list } };
}

function inputSchema(
  fields: Fields,
  language: Language,
): { readonly properties: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>> {
  const required = Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, { ...schemaOf(field), title: nameIn(language, field) }]),
    ),
    ...(required.length > 0 ? { required } : {}),
  };
}

function schemaOf(field: Field): Readonly<Record<string, unknown>> {
  if (typeof field.type === "object") return { type: "string", enum: Object.keys(choiceSet(field.type.choice)) };
  switch (field.type) {
    case "date":
      return { type: "string", format: "date" };
    case "time":
      return { type: "string", pattern: "^\\d{1,2}:\\d{2}$" };
    case "number":
    case "percent":
      return { type: "number" };
    case "integer":
      return { type: "integer" };
    case "flag":
      return { type: "boolean" };
    case "long":
      return { type: ["string", "array"], items: { type: "string" } };
    default:
      return { type: "string" };
  }
}

/** What is not on a list is told with the list: nobody knows it by heart. */
function unreadable(name: string, field: Field, value: string, language: Language): Problem {
  const said = { field: name, label: nameIn(language, field), value };
  if (typeof field.type !== "object") return problem("error", "input-unreadable", said);
  const words = Object.values(choiceSet(field.type.choice)).map((choice) => nameIn(language, choice));
  return problem("error", "input-not-choice", { ...said, known: words.join(language === "en" ? ", " : "、") });
}

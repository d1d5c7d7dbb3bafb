import type { Command, Field, Fields } from "../../core/index.ts";
import type { Input } from "../runner.ts";

/** What a person has typed so far; a flag is `"yes"` or `""`. */
export type Draft = Readonly<Record<string, string>>;

export interface CommandDraft {
  readonly fields: Draft;
  readonly items: readonly Draft[];
}

type Asked = Pick<Command, "input" | "items">;

/** Fields that the pane asks in another way: beside the problem that they answer. */
const ASKED_ELSEWHERE: Readonly<Record<string, readonly string[]>> = { "record-minutes": ["confirm", "putBack"] };

export function askedFields(command: Pick<Command, "id" | "input">): readonly (readonly [string, Field])[] {
  const elsewhere = ASKED_ELSEWHERE[command.id] ?? [];
  return Object.entries(command.input).filter(([name]) => !elsewhere.includes(name));
}

export function asksAnything(command: Pick<Command, "id" | "input" | "items">): boolean {
  return command.items !== undefined || askedFields(command).length > 0;
}

/** A form as it opens, from the input that is known already. */
export function draftOf(command: Asked, input: Input): CommandDraft {
  const given = command.items ? input[command.items.name] : undefined;
  const items = Array.isArray(given) ? given : [];
  const fields = command.items?.fields ?? {};
  return {
    fields: textsOf(command.input, input),
    items: command.items ? (items.length > 0 ? items : [{}]).map((item) => textsOf(fields, item as Input)) : [],
  };
}

function textsOf(fields: Fields, input: Input): Draft {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, textOf(field, input[name])]));
}

function textOf({ type }: Field, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (type === "flag") return value === true || value === "yes" ? "yes" : "";
  return Array.isArray(value) ? value.join("\n") : String(value);
}

/** The input that a form stands for: blanks are left out, and so are item rows that hold nothing. */
export function inputOf(command: Asked, draft: CommandDraft): Input {
  const input = valuesOf(command.input, draft.fields);
  if (!command.items) return input;
  const { name, fields } = command.items;
  return { ...input, [name]: draft.items.map((item) => valuesOf(fields, item)).filter((item) => Object.keys(item).length > 0) };
}

function valuesOf(fields: Fields, draft: Draft): Input {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type }]): [string, unknown][] => {
      const text = (draft[name] ?? "").trim();
      return text === "" ? [] : [[name, type === "flag" ? true : text]];
    }),
  );
}

/** Required fields that are still blank: their names, and `item.name` for those of the item rows that hold anything. */
export function missingIn(command: Asked, draft: CommandDraft): ReadonlySet<string> {
  const missing = requiredBlanks(command.input, draft.fields);
  const { items } = command;
  if (!items) return new Set(missing);
  const rows = draft.items.map((item, index) => ({ index, item }));
  const filled = rows.filter(({ item }) => Object.values(item).some((text) => text.trim() !== ""));
  const looked = filled.length > 0 ? filled : rows.slice(0, 1);
  return new Set([
    ...missing,
    ...looked.flatMap(({ item, index }) => requiredBlanks(items.fields, item).map((name) => itemField(index, name))),
  ]);
}

export function itemField(index: number, name: string): string {
  return `${index}.${name}`;
}

function requiredBlanks(fields: Fields, draft: Draft): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.required && (draft[name] ?? "").trim() === "" ? [name] : []));
}

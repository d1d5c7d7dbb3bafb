import type { ActionsView, Field, ListsView, RegisterView } from "../../core/index.ts";
import { useView } from "../views/use-view.ts";

/** A value that the workbook already holds, and what tells a person which one it is. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** What may be meant, by the table that a field points to, else by its name. */
export function useSuggestions(): (name: string, field: Field) => readonly Suggestion[] {
  const actions = useView("actions").value;
  const register = useView("register").value;
  const lists = useView("lists").value;
  return (name, field) => suggestionsFor(name, actions, register, lists, field);
}

export function suggestionsFor(
  name: string,
  actions: ActionsView | undefined,
  register: RegisterView | undefined,
  lists?: ListsView,
  field?: Pick<Field, "suggest">,
): readonly Suggestion[] {
  const lines = actions?.lines ?? [];
  const table = field?.suggest?.table;
  if (lists && (table === "people" || table === "departments" || table === "series")) return lists[table];
  switch (name) {
    case "meeting":
      return (register?.meetings ?? []).map(({ no, name: title }) => ({ value: no, label: `${no} ${title}` }));
    case "resolution":
      return lines
        .filter(({ table, isOpen, light }) => table === "resolutions" && isOpen && light !== "undecided")
        .map(({ no, task }) => ({ value: no, label: `${no} ${task}` }));
    case "series":
      return lists?.series ?? [];
    case "topic":
      return lists?.topics ?? [];
    case "paper":
      return lists?.papers ?? [];
    case "department":
    case "support":
      return joined(lists?.departments, distinct(lines.map(({ department }) => department)));
    case "owner":
      return joined(lists?.people, distinct(lines.map(({ owner }) => owner)));
    default:
      return [];
  }
}

/** Both lists, what is in the first left out of the second. */
function joined(first: readonly Suggestion[] = [], second: readonly Suggestion[]): readonly Suggestion[] {
  const known = new Set(first.map(({ value }) => value));
  return [...first, ...second.filter(({ value }) => !known.has(value))];
}

function distinct(texts: readonly string[]): readonly Suggestion[] {
  return [...new Set(texts.filter((text) => text !== ""))].map((value) => ({ value, label: value }));
}

import type { ActionsView, RegisterView } from "../../core/index.ts";
import { useView } from "../views/use-view.ts";

/** A value that the workbook already holds, and what tells a person which one it is. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** What may be meant, by a field's name. */
export function useSuggestions(): (name: string) => readonly Suggestion[] {
  const actions = useView("actions").value;
  const register = useView("register").value;
  return (name) => suggestionsFor(name, actions, register);
}

export function suggestionsFor(name: string, actions: ActionsView | undefined, register: RegisterView | undefined): readonly Suggestion[] {
  const lines = actions?.lines ?? [];
  switch (name) {
    case "meeting":
      return (register?.meetings ?? []).map(({ no, name: title }) => ({ value: no, label: `${no} ${title}` }));
    case "resolution":
      return lines
        .filter(({ table, isOpen, light }) => table === "resolutions" && isOpen && light !== "undecided")
        .map(({ no, task }) => ({ value: no, label: `${no} ${task}` }));
    case "department":
    case "support":
      return distinct(lines.map(({ department }) => department));
    case "owner":
      return distinct(lines.map(({ owner }) => owner));
    default:
      return [];
  }
}

function distinct(texts: readonly string[]): readonly Suggestion[] {
  return [...new Set(texts.filter((text) => text !== ""))].map((value) => ({ value, label: value }));
}

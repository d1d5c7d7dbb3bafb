import type { Problem } from "../../core/index.ts";
import type { Input } from "../runner.ts";
import type { PaneWord } from "../words/words.tsx";

/** A person's word on what a recording must not decide alone. */
export interface Choice {
  readonly field: "confirm" | "putBack";
  readonly id: string;
}

export interface ChoiceOffer extends Choice {
  readonly label: PaneWord;
}

/** What may be answered to a problem, beside it. */
export function offersFor({ code, params }: Problem): readonly ChoiceOffer[] {
  const offer = (field: Choice["field"], label: PaneWord, param: "id" | "key"): ChoiceOffer[] => {
    const id = params[param];
    return id === undefined ? [] : [{ field, label, id: String(id) }];
  };
  switch (code) {
    case "cell-cleared":
      return [...offer("confirm", "answer-clear", "id"), ...offer("putBack", "answer-restore-value", "id")];
    case "both-changed":
      return [...offer("confirm", "answer-take-sheet", "id"), ...offer("putBack", "answer-take-register", "id")];
    case "agenda-row-deleted":
      return [...offer("confirm", "answer-leave-out", "key"), ...offer("putBack", "answer-restore-row", "key")];
    case "row-deleted":
      return [...offer("confirm", "answer-cancel-item", "key"), ...offer("putBack", "answer-restore-row", "key")];
    case "row-gone-from-register":
      return offer("putBack", "answer-restore-register", "key");
    default:
      return [];
  }
}

/** The choices after one was pressed: it replaces the other one for the same thing, or is taken back. */
export function toggled(choices: readonly Choice[], { field, id }: Choice): readonly Choice[] {
  const others = choices.filter((choice) => choice.id !== id);
  return isChosen(choices, { field, id }) ? others : [...others, { field, id }];
}

export function isChosen(choices: readonly Choice[], { field, id }: Choice): boolean {
  return choices.some((choice) => choice.field === field && choice.id === id);
}

/** The input with these answers beside those given before. */
export function withChoices(input: Input, choices: readonly Choice[]): Input {
  const listed = (field: Choice["field"]): string[] => {
    const before = (Array.isArray(input[field]) ? input[field] : [])
      .map(String)
      .filter((id) => !choices.some((choice) => choice.id === id));
    return [...before, ...choices.filter((choice) => choice.field === field).map(({ id }) => id)];
  };
  const [confirm, putBack] = [listed("confirm"), listed("putBack")];
  const { confirm: _, putBack: __, ...rest } = input;
  return { ...rest, ...(confirm.length > 0 ? { confirm } : {}), ...(putBack.length > 0 ? { putBack } : {}) };
}

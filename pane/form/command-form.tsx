import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Command, type Field, nameIn, type Problem } from "../../core/index.ts";
import { ProblemList } from "../command/problem-list.tsx";
import type { Input } from "../runner.ts";
import { useWords } from "../words/words.tsx";
import { askedFields, type CommandDraft, type Draft, draftOf, inputOf, itemField, missingIn } from "./draft.ts";
import { FieldInput } from "./field-input.tsx";
import { type Suggestion, useSuggestions } from "./use-suggestions.ts";

interface Props {
  readonly command: Command;
  readonly input: Input;
  readonly problems: readonly Problem[];
  readonly onSubmit: (input: Input) => void;
  readonly onCancel: () => void;
}

/** A form made from what a command takes. */
export function CommandForm({ command, input, problems, onSubmit, onCancel }: Props): ReactNode {
  const { t, language, say } = useWords();
  const suggest = useSuggestions();
  const [draft, setDraft] = useState<CommandDraft>(() => draftOf(command, input));
  const [isTried, setTried] = useState(false);
  const missing = missingIn(command, draft);
  const wrong = (id: string): string | undefined => (isTried && missing.has(id) ? t("field-missing") : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.size === 0) onSubmit(inputOf(command, draft));
    else requestAnimationFrame(() => document.querySelector<HTMLElement>(".command-form [aria-invalid=true]")?.focus());
  };
  const setItem = (index: number, item: Draft): void =>
    setDraft({ ...draft, items: draft.items.map((other, at) => (at === index ? item : other)) });
  return (
    <form className="command-form" onSubmit={submit} noValidate aria-label={say(command.title)}>
      <p className="quiet">{say(command.help)}</p>
      <ProblemList problems={problems} />
      {askedFields(command).map(([name, field]) => (
        <FieldInput
          key={name}
          field={field}
          value={draft.fields[name] ?? ""}
          wrong={wrong(name)}
          suggestions={suggest(name, field)}
          onChange={(value) => setDraft({ ...draft, fields: { ...draft.fields, [name]: value } })}
        />
      ))}
      {command.items ? (
        <ItemRows
          items={command.items}
          rows={draft.items}
          wrong={wrong}
          suggest={suggest}
          onChange={setItem}
          onAdd={() => setDraft({ ...draft, items: [...draft.items, {}] })}
          onRemove={(index) => setDraft({ ...draft, items: draft.items.filter((_, at) => at !== index) })}
        />
      ) : null}
      <div className="buttons">
        <Button type="submit" appearance="primary">
          {t("go-on")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
      {command.items ? <p className="quiet">{t("items-inherit", { name: nameIn(language, command.items) })}</p> : null}
    </form>
  );
}

interface ItemRowsProps {
  readonly items: NonNullable<Command["items"]>;
  readonly rows: readonly Draft[];
  readonly wrong: (id: string) => string | undefined;
  readonly suggest: (name: string, field: Field) => readonly Suggestion[];
  readonly onChange: (index: number, item: Draft) => void;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
}

function ItemRows({ items, rows, wrong, suggest, onChange, onAdd, onRemove }: ItemRowsProps): ReactNode {
  const { t, language } = useWords();
  const title = nameIn(language, items);
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is only its place in the list.
        <fieldset key={index} className="card item">
          <legend>{t("item", { name: title, n: index + 1 })}</legend>
          {Object.entries(items.fields).map(([name, field]) => (
            <FieldInput
              key={name}
              field={field}
              value={row[name] ?? ""}
              wrong={wrong(itemField(index, name))}
              suggestions={suggest(name, field)}
              onChange={(value) => onChange(index, { ...row, [name]: value })}
            />
          ))}
          {rows.length > 1 ? (
            <Button size="small" appearance="subtle" icon={<DeleteRegular />} onClick={() => onRemove(index)}>
              {t("remove-item", { name: title, n: index + 1 })}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button className="wide" appearance="outline" icon={<AddRegular />} onClick={onAdd}>
        {t("add-item", { name: title })}
      </Button>
    </>
  );
}

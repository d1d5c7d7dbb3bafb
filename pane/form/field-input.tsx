import { Checkbox, Field as Labelled, Textarea } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { choiceSet, type Field, nameIn } from "../../core/index.ts";
import { useWords } from "../words/words.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";
import type { Suggestion } from "./use-suggestions.ts";

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: string | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** The control for a field, by its type. */
export function FieldInput({ field, value, onChange, wrong, suggestions }: Props): ReactNode {
  const { language, t } = useWords();
  const label = nameIn(language, field);
  const isRequired = field.required === true;
  if (typeof field.type === "object") {
    const options = Object.entries(choiceSet(field.type.choice)).map(([code, choice]) => ({
      value: code,
      label: nameIn(language, choice),
    }));
    return (
      <SelectField {...{ label, value, onChange, isRequired, wrong }} options={[{ value: "", label: t("none-chosen") }, ...options]} />
    );
  }
  switch (field.type) {
    case "flag":
      return <Checkbox label={label} checked={value === "yes"} onChange={(_, data) => onChange(data.checked === true ? "yes" : "")} />;
    case "long":
      return (
        <Labelled
          label={label}
          required={isRequired}
          {...(wrong === undefined ? {} : { validationMessage: wrong, validationState: "error" as const })}
        >
          <Textarea value={value} resize="vertical" onChange={(_, data) => onChange(data.value)} />
        </Labelled>
      );
    case "date":
    case "time":
      return <TextField {...{ label, value, onChange, isRequired, wrong }} type={field.type} />;
    case "number":
    case "integer":
    case "percent":
      return <TextField {...{ label, value, onChange, isRequired, wrong }} isNumber />;
    case "key": {
      if (suggestions.length === 0) return <TextField {...{ label, value, onChange, isRequired, wrong }} />;
      const known = suggestions.some((suggestion) => suggestion.value === value) || value === "" ? [] : [{ value, label: value }];
      const options = [{ value: "", label: t("none-chosen") }, ...known, ...suggestions];
      return <SelectField {...{ label, value, onChange, isRequired, wrong, options }} />;
    }
    default:
      return <TextField {...{ label, value, onChange, isRequired, wrong, suggestions }} />;
  }
}

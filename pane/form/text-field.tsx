import { Field, Input } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "time" | "search";
  readonly isRequired?: boolean;
  readonly wrong?: string | undefined;
  readonly hint?: string;
  readonly suggestions?: readonly { readonly value: string; readonly label: string }[];
  readonly isNumber?: boolean;
}

/** One line of text, a number, a date or a time, with its label and what is wrong with it. */
export function TextField({
  label,
  value,
  onChange,
  type = "text",
  isRequired = false,
  wrong,
  hint,
  suggestions = [],
  isNumber,
}: Props): ReactNode {
  const list = useId();
  return (
    <Field
      label={label}
      required={isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(wrong === undefined ? {} : { validationMessage: wrong, validationState: "error" as const })}
    >
      <Input
        type={type}
        value={value}
        onChange={(_, data) => onChange(data.value)}
        {...(suggestions.length > 0 ? { list } : {})}
        {...(isNumber ? { inputMode: "decimal" as const } : {})}
        input={{ autoComplete: "off" }}
      />
      {suggestions.length > 0 ? (
        <datalist id={list}>
          {suggestions.map(({ value: suggestion, label: shown }) => (
            <option key={suggestion} value={suggestion} {...(shown === suggestion ? {} : { label: shown })} />
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}

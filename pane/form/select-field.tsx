import { Field, Select } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isRequired?: boolean;
  readonly wrong?: string | undefined;
  readonly hint?: string;
}

export function SelectField({ label, value, onChange, options, isRequired = false, wrong, hint }: Props): ReactNode {
  return (
    <Field
      label={label}
      required={isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(wrong === undefined ? {} : { validationMessage: wrong, validationState: "error" as const })}
    >
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

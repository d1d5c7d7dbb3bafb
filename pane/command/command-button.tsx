import { Button, type ButtonProps } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../pane-context.ts";
import type { Input } from "../runner.ts";
import { useWords } from "../words/words.tsx";
import { titleOf } from "./title-of.ts";

interface Props {
  readonly command: string;
  readonly input?: Input;
  /** Shows its form first. */
  readonly asks?: boolean;
  readonly appearance?: NonNullable<ButtonProps["appearance"]>;
  readonly size?: NonNullable<ButtonProps["size"]>;
  /** The command's own title where left out. */
  readonly children?: ReactNode;
  /** What tells this button from others with the same words. */
  readonly about?: string;
  readonly className?: string;
}

/** Begins a command. While another one runs it stays focusable and says why it waits. */
export function CommandButton({
  command,
  input,
  asks = false,
  children,
  about,
  appearance = "secondary",
  size = "medium",
  className,
}: Props): ReactNode {
  const { command: control } = usePane();
  const { t, say } = useWords();
  const name = children ?? say(titleOf(command));
  return (
    <Button
      appearance={appearance}
      size={size}
      {...(className === undefined ? {} : { className })}
      disabledFocusable={control.isBusy}
      title={control.isBusy ? t("wait-for-other") : undefined}
      aria-label={about === undefined ? undefined : `${typeof name === "string" ? name : say(titleOf(command))} ${about}`}
      onClick={() => (asks ? control.ask(command, input) : control.start(command, input))}
    >
      {name}
    </Button>
  );
}

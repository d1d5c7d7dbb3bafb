import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { usePane } from "../pane-context.ts";
import { SeverityIcon } from "../parts/severity-icon.tsx";
import type { Answer, Input } from "../runner.ts";
import { useWords } from "../words/words.tsx";
import { type Choice, toggled, withChoices } from "./answers.ts";
import { seenLines } from "./preview-groups.ts";
import { PreviewLines } from "./preview-lines.tsx";
import { ProblemList } from "./problem-list.tsx";

interface Props {
  readonly answer: Answer;
  readonly input: Input;
  readonly isOutdated: boolean;
}

/** What would be done, and the word for doing it. */
export function PreviewStep({ answer, input, isOutdated }: Props): ReactNode {
  const { command } = usePane();
  const { t } = useWords();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const lines = seenLines(answer.lines);
  const hasErrors = answer.problems.some(({ severity }) => severity === "error");
  return (
    <>
      {isOutdated ? (
        <p className="card-line notice" role="alert">
          <SeverityIcon severity="warning" />
          <span className="card-text">{t("outdated")}</span>
        </p>
      ) : null}
      {hasErrors ? <p>{t("unsound-stays")}</p> : null}
      <ProblemList problems={answer.problems} choices={choices} onChoose={(choice) => setChoices(toggled(choices, choice))} />
      {choices.length > 0 ? (
        <Button appearance="primary" className="wide" onClick={() => command.change(withChoices(input, choices))}>
          {t("apply-choices", { n: choices.length })}
        </Button>
      ) : null}
      <h3 className="subsection">{t("would-change", { n: lines.length })}</h3>
      <PreviewLines lines={lines} />
      <div className="buttons last">
        <Button appearance={choices.length > 0 ? "secondary" : "primary"} onClick={command.confirm}>
          {t("do-it")}
        </Button>
        <Button onClick={command.close}>{t("cancel")}</Button>
      </div>
    </>
  );
}

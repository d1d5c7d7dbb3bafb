import { Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { type ReactNode, useState } from "react";
import { type CellPlace, commandById, type PreviewLine } from "../../core/index.ts";
import { FileList } from "../files/file-list.tsx";
import { usePane } from "../pane-context.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { SeverityIcon } from "../parts/severity-icon.tsx";
import type { Answer, Input } from "../runner.ts";
import { useWords } from "../words/words.tsx";
import { type Choice, toggled, withChoices } from "./answers.ts";
import { CommandButton } from "./command-button.tsx";
import { groupsOf } from "./preview-groups.ts";
import { ProblemList } from "./problem-list.tsx";

interface Props {
  readonly answer: Answer;
  readonly command: string;
  readonly input: Input;
  readonly isUndone: boolean;
}

/** What was done, what is left to put right, and the way back. */
export function ResultStep({ answer, command, input, isUndone }: Props): ReactNode {
  const { command: control } = usePane();
  const { t, say } = useWords();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const isRefused = answer.problems.some(({ severity }) => severity === "error") && answer.changes === 0;
  return (
    <>
      <div className="report" role="status">
        {answer.report.map(({ code, params }) => (
          <p key={`${code} ${JSON.stringify(params)}`} className="card-line">
            {isRefused ? null : code === "left-marked" ? (
              <SeverityIcon severity="warning" />
            ) : (
              <CheckmarkCircleRegular className="done-mark" aria-hidden="true" />
            )}
            <span className="card-text">{say(code, params)}</span>
          </p>
        ))}
        {answer.report.length === 0 && answer.problems.length === 0 ? (
          <p>{t(isUndone ? "undone" : answer.changes === 0 ? "nothing-done" : "done")}</p>
        ) : null}
      </div>
      {isUndone ? null : <Places lines={answer.lines} />}
      {answer.files && answer.files.length > 0 && !isUndone ? <FileList files={answer.files} /> : null}
      <ProblemList
        problems={answer.problems}
        {...(isUndone ? {} : { choices, onChoose: (choice: Choice) => setChoices(toggled(choices, choice)) })}
      />
      <div className="buttons last">
        {choices.length > 0 ? (
          <Button appearance="primary" onClick={() => control.change(withChoices(input, choices))}>
            {t("apply-choices", { n: choices.length })}
          </Button>
        ) : null}
        {answer.problems.some(({ code }) => code === "formula-overwritten") ? (
          <CommandButton command="refresh-tracking" input={{ restore: true }}>
            {t("restore-formulas")}
          </CommandButton>
        ) : null}
        {isRefused && choices.length === 0 && !isUndone ? (
          <CommandButton command={command} input={input} appearance="primary">
            {t("try-again")}
          </CommandButton>
        ) : null}
        {isRefused && choices.length === 0 && !isUndone && hasForm(command) ? (
          <Button onClick={() => control.ask(command, input)}>{t("edit-input")}</Button>
        ) : null}
        <Button appearance={isRefused || choices.length > 0 ? "secondary" : "primary"} onClick={control.close}>
          {t("close")}
        </Button>
        {answer.canUndo && !isUndone ? <Button onClick={control.undo}>{t("undo")}</Button> : null}
      </div>
    </>
  );
}

/** What was typed into a form can be put right there; a command that needs no word is just tried again. */
function hasForm(id: string): boolean {
  const command = commandById(id);
  return command !== undefined && (command.items !== undefined || Object.values(command.input).some(({ required }) => required === true));
}

/** So many sheets are named; of a whole new register not all are. */
const NAMED = 6;

/** Where something was changed: the first cell of each sheet that can be seen. */
function Places({ lines }: { readonly lines: readonly PreviewLine[] }): ReactNode {
  const { t } = useWords();
  const groups = groupsOf(lines).filter(({ sheet }) => !sheet.startsWith("_"));
  if (groups.length === 0) return null;
  const place = (sheet: string): CellPlace => lines.find(({ at }) => at.sheet === sheet)?.at ?? { sheet, row: 0, column: 0 };
  return (
    <p className="places">
      <span className="quiet">{t("changed-on")}</span>
      {groups.slice(0, NAMED).map(({ sheet }) => (
        <CellLink key={sheet} at={place(sheet)}>
          {sheet}
        </CellLink>
      ))}
      {groups.length > NAMED ? <span className="quiet">{t("and-sheets", { n: groups.length - NAMED })}</span> : null}
    </p>
  );
}

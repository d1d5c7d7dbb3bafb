import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Duty, MeetingPart } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { usePane } from "../pane-context.ts";
import { CellLink } from "../parts/cell-link.tsx";
import { SeverityIcon } from "../parts/severity-icon.tsx";
import { useWords } from "../words/words.tsx";

interface Props {
  readonly duties: readonly Duty[];
  /** On a meeting's own screen: shows another part of it. */
  readonly onOpen?: (part: MeetingPart) => void;
}

/** The duties of the week, the first that has a command with the screen's one main button. */
export function Duties({ duties, onOpen }: Props): ReactNode {
  const { t, say } = useWords();
  const { openMeeting } = usePane();
  const open = ({ no, part }: NonNullable<Duty["meeting"]>): void => (onOpen ? onOpen(part) : openMeeting(no, part));
  const main = duties.find(({ command }) => command !== undefined);
  return (
    <>
      <h2 className="section">{t("to-do-now")}</h2>
      <ul className="list">
        {duties.map((duty) => (
          <li key={`${duty.message.code} ${JSON.stringify(duty.message.params)}`} className={duty === main ? "card main" : "card"}>
            <div className="card-line">
              <SeverityIcon severity={duty.severity} />
              <span className="card-text">{say(duty.message.code, duty.message.params)}</span>
            </div>
            {duty.command || duty.at || duty.meeting ? (
              <div className="card-actions">
                {duty.at ? <CellLink at={duty.at} /> : <span />}
                <span className="buttons">
                  {duty.meeting ? (
                    <Button
                      size="small"
                      appearance={duty.command ? "subtle" : "secondary"}
                      data-opens={duty.meeting.no}
                      aria-label={`${t(`open-${duty.meeting.part}`)} ${duty.meeting.no}`}
                      onClick={() => duty.meeting && open(duty.meeting)}
                    >
                      {t(`open-${duty.meeting.part}`)}
                    </Button>
                  ) : null}
                  {duty.command ? (
                    <CommandButton
                      command={duty.command.id}
                      input={duty.command.input}
                      asks={duty.command.asks === true}
                      appearance={duty === main ? "primary" : "secondary"}
                      size={duty === main ? "medium" : "small"}
                    />
                  ) : null}
                </span>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

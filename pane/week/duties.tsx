import type { ReactNode } from "react";
import type { Duty } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CellLink } from "../parts/cell-link.tsx";
import { SeverityIcon } from "../parts/severity-icon.tsx";
import { useWords } from "../words/words.tsx";

/** The duties of the week, the first that has a command with the screen's one main button. */
export function Duties({ duties }: { readonly duties: readonly Duty[] }): ReactNode {
  const { t, say } = useWords();
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
            {duty.command || duty.at ? (
              <div className="card-actions">
                {duty.at ? <CellLink at={duty.at} /> : <span />}
                {duty.command ? (
                  <CommandButton
                    command={duty.command.id}
                    input={duty.command.input}
                    asks={duty.command.asks === true}
                    appearance={duty === main ? "primary" : "secondary"}
                    size={duty === main ? "medium" : "small"}
                  />
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

import type { ReactNode } from "react";
import { type Command, commands } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { asksAnything } from "../form/draft.ts";
import { useWords } from "../words/words.tsx";

const STAGES = ["prepare", "hold", "follow", "file", "workbook"] as const satisfies readonly Command["stage"][];

/** Settings have a screen of their own, which is this command's form. */
const HAS_A_SCREEN = new Set(["change-settings"]);

/** Every command there is, by stage, straight from the registry: none is ever out of reach. */
export function More(): ReactNode {
  const { t, say } = useWords();
  const listed = commands.filter(({ id }) => !HAS_A_SCREEN.has(id));
  return STAGES.map((stage) => {
    const those = listed.filter((command) => command.stage === stage);
    return those.length === 0 ? null : (
      <section key={stage} aria-labelledby={`stage-${stage}`}>
        <h2 className="section" id={`stage-${stage}`}>
          {t(`stage-${stage}`)}
        </h2>
        <ul className="list">
          {those.map((command) => (
            <CommandEntry key={command.id} command={command} help={say(command.help)} />
          ))}
        </ul>
      </section>
    );
  });
}

export function CommandEntry({ command, help }: { readonly command: Command; readonly help: string }): ReactNode {
  return (
    <li className="command-entry">
      <CommandButton command={command.id} asks={asksAnything(command)} />
      <span className="quiet">{help}</span>
    </li>
  );
}

import type { ReactNode } from "react";
import { commands } from "../../core/index.ts";
import { CommandButton } from "../command/command-button.tsx";
import { CommandEntry } from "../more/more.tsx";
import { usePane } from "../pane-context.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { Screen } from "../parts/screen.tsx";
import { useWords } from "../words/words.tsx";
import { BookSettings } from "./book-settings.tsx";
import { DeviceSettings } from "./device-settings.tsx";

const LOOKS_AFTER_THE_BOOK = ["check-workbook", "upgrade-workbook", "set-up-workbook"];

/** The device, the workbook's rules, and looking after the workbook. */
export function Settings(): ReactNode {
  const { t, say } = useWords();
  const { SettingsPart } = usePane().parts;
  return (
    <>
      <DeviceSettings />
      {SettingsPart ? <SettingsPart /> : null}
      <Screen view="settings">
        {(view) =>
          view.isThere ? (
            <BookSettings view={view} />
          ) : (
            <EmptyState title={t("no-settings-title")} text={t("no-settings-text")}>
              <CommandButton command="set-up-workbook" asks appearance="primary" />
            </EmptyState>
          )
        }
      </Screen>
      <h2 className="section">{t("stage-workbook")}</h2>
      <ul className="list">
        {commands
          .filter(({ id }) => LOOKS_AFTER_THE_BOOK.includes(id))
          .map((command) => (
            <CommandEntry key={command.id} command={command} help={say(command.help)} />
          ))}
      </ul>
    </>
  );
}
